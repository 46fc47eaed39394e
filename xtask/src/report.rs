//! Plain tables for a terminal.

/// Prints rows under their headings, columns aligned; columns whose heading starts with `>` stand to the right.
pub fn table(headings: &[&str], rows: &[Vec<String>]) {
    let right: Vec<bool> = headings.iter().map(|heading| heading.starts_with('>')).collect();
    let head: Vec<String> =
        headings.iter().map(|heading| heading.trim_start_matches('>').to_owned()).collect();
    let all: Vec<&Vec<String>> = std::iter::once(&head).chain(rows).collect();
    let width = |column: usize| {
        all.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
    };
    let widths: Vec<usize> = (0..headings.len()).map(|column| width(column).unwrap_or(0)).collect();
    println!();
    for row in all {
        let cells = row.iter().zip(&widths).zip(&right);
        let line: Vec<String> = cells
            .map(
                |((cell, &width), &right)| {
                    if right { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
                },
            )
            .collect();
        println!("  {}", line.join("   ").trim_end());
    }
    println!();
}

/// Bytes as KB of 1024, with one decimal.
pub fn kilobytes(bytes: u64) -> String {
    format!("{}.{} KB", bytes / 1024, bytes % 1024 * 10 / 1024)
}
