//! Just enough reading of Rust for the rules: text without comments and strings, functions with their length, paths in use.

/// One function and where it is.
pub struct Function {
    /// Its name.
    pub name: String,
    /// The line it begins on, from 1.
    pub line: usize,
    /// Lines from `fn` to its closing brace.
    pub lines: usize,
}

/// The code alone: comments, strings and characters become blanks, line breaks stay.
pub fn code(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = skipped(bytes, at);
        for byte in out.get_mut(at..end).into_iter().flatten() {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at = end.max(at + 1);
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The end of the comment, string or character that begins at `at`; `at` itself when none does.
fn skipped(bytes: &[u8], at: usize) -> usize {
    let rest = &bytes[at..];
    let in_word = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_');
    if rest.starts_with(b"//") {
        return at + rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
    }
    if rest.starts_with(b"/*") {
        return at + block_comment(rest);
    }
    let prefix = rest.iter().take_while(|byte| matches!(byte, b'b' | b'r' | b'c')).count();
    if !in_word && prefix > 0 && rest[..prefix].contains(&b'r') {
        let hashes = rest[prefix..].iter().take_while(|byte| **byte == b'#').count();
        if rest.get(prefix + hashes) == Some(&b'"') {
            return at + raw_string(rest, prefix + hashes + 1, hashes);
        }
    }
    match rest.first() {
        Some(b'"') => at + quoted(rest, b'"'),
        Some(b'\'') if is_character(rest) => at + quoted(rest, b'\''),
        _ => at,
    }
}

/// The length of a block comment, those inside it counted.
fn block_comment(rest: &[u8]) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        match &rest[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of a raw string whose content begins at `from` and that `hashes` close.
fn raw_string(rest: &[u8], from: usize, hashes: usize) -> usize {
    let close = [b"\"".as_slice(), &vec![b'#'; hashes]].concat();
    let found = rest[from..].windows(close.len()).position(|window| window == close);
    found.map_or(rest.len(), |at| from + at + close.len())
}

/// The length of a string or character with its quotes.
fn quoted(rest: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// Whether an apostrophe begins a character, not a lifetime.
fn is_character(rest: &[u8]) -> bool {
    let text = String::from_utf8_lossy(&rest[..rest.len().min(8)]).into_owned();
    let mut letters = text.chars().skip(1);
    match letters.next() {
        Some('\\') => true,
        Some(_) => letters.next() == Some('\''),
        None => false,
    }
}

/// The functions with a body, in order. `code` is text without comments and strings.
pub fn functions(code: &str) -> Vec<Function> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let begins_word =
            code[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_');
        let rest = &code[at + 3..];
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if begins_word
            && !name.is_empty()
            && let Some(length) = body_end(rest)
        {
            let line = code[..at].matches('\n').count() + 1;
            found.push(Function { name, line, lines: rest[..length].matches('\n').count() + 1 });
        }
    }
    found
}

/// Where the body of the function whose signature begins `rest` closes; none for one without a body.
fn body_end(rest: &str) -> Option<usize> {
    let (mut braces, mut round) = (0_i32, 0_i32);
    for (at, c) in rest.char_indices() {
        match c {
            '(' | '[' => round += 1,
            ')' | ']' => round -= 1,
            ';' if braces == 0 && round == 0 => return None,
            '{' => braces += 1,
            '}' => {
                braces -= 1;
                if braces == 0 && round == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Every path that begins with `crate::`, the groups of `use` spelt out: `crate::{a::b, c}` gives `crate::a::b` and `crate::c`.
pub fn crate_paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        spell_out("crate::", &code[at + "crate::".len()..], &mut found);
    }
    found
}

fn spell_out(prefix: &str, rest: &str, found: &mut Vec<String>) {
    let rest = rest.trim_start();
    if let Some(group) = rest.strip_prefix('{') {
        return members(group).iter().for_each(|member| spell_out(prefix, member, found));
    }
    let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let path = format!("{prefix}{name}");
    match rest[name.len()..].strip_prefix("::") {
        Some(after) => spell_out(&format!("{path}::"), after, found),
        None => found.push(path),
    }
}

/// The parts between the commas of a group, up to its closing brace.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0_i32, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

#[test]
fn the_reader_tells_code_from_text() {
    let text = "fn a<'x>() { // fn no() {\n let b = \"}\"; let c = '}'; let d = r#\"{\"}\"#; /* { /* */ */\n}\nfn t();\nfn e() {}";
    let code = code(text);
    let functions: Vec<_> =
        functions(&code).into_iter().map(|f| (f.name, f.line, f.lines)).collect();
    assert_eq!(functions, [("a".to_owned(), 1, 3), ("e".to_owned(), 5, 1)]);
    assert_eq!(
        crate_paths("use crate::{a::{b, c::d}, e}; crate::f::table::x()"),
        ["crate::a::b", "crate::a::c::d", "crate::e", "crate::f::table::x"]
    );
}
