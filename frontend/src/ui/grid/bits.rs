//! A set of row numbers: what matches a filter, what is selected.

/// Rows in or out, one bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    rows: usize,
}

impl Bits {
    /// None of so many rows.
    pub fn none(rows: usize) -> Self {
        Self { words: vec![0; rows.div_ceil(64)], rows }
    }

    /// All of so many rows.
    pub fn all(rows: usize) -> Self {
        Self::such_that(rows, |_| true)
    }

    /// Those of so many rows that pass a test.
    pub fn such_that(rows: usize, test: impl Fn(usize) -> bool) -> Self {
        let word = |number: usize| {
            let ends = rows.min((number + 1) * 64);
            let bit = |row: usize| u64::from(test(row)) << (row % 64);
            (number * 64..ends).fold(0, |word, row| word | bit(row))
        };
        Self { words: (0..rows.div_ceil(64)).map(word).collect(), rows }
    }

    /// Whether a row is in.
    pub fn has(&self, row: u32) -> bool {
        let row = row as usize;
        self.words.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Takes a row in or out. One that does not exist stays out.
    pub fn set(&mut self, row: u32, inside: bool) {
        let row = row as usize;
        if row >= self.rows {
            return;
        }
        if let Some(word) = self.words.get_mut(row / 64) {
            let bit = 1 << (row % 64);
            *word = if inside { *word | bit } else { *word & !bit };
        }
    }

    /// Those that are in both.
    pub fn both(mut self, other: &Self) -> Self {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
        self
    }

    /// Those that are in one of the two, or in both.
    pub fn either(mut self, other: &Self) -> Self {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
        self
    }

    /// How many are in.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether none is in.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Those that are in, in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().flat_map(|(number, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(number as u32 * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn a_set_knows_its_rows_and_no_others() {
        let mut bits = Bits::such_that(130, |row| row % 2 == 0);
        assert_eq!(
            (bits.count(), bits.has(0), bits.has(1), bits.has(128), bits.has(130)),
            (65, true, false, true, false)
        );
        bits.set(1, true);
        bits.set(0, false);
        bits.set(130, true);
        assert_eq!(bits.iter().take(3).collect::<Vec<_>>(), [1, 2, 4]);
        assert_eq!((Bits::all(65).count(), Bits::all(64).count()), (65, 64));
        let (even, thirds) =
            (Bits::such_that(9, |row| row % 2 == 0), Bits::such_that(9, |row| row % 3 == 0));
        assert_eq!(even.clone().both(&thirds).iter().collect::<Vec<_>>(), [0, 6]);
        assert_eq!(even.either(&thirds).iter().collect::<Vec<_>>(), [0, 2, 3, 4, 6, 8]);
        assert!(Bits::none(65).is_empty() && Bits::default().iter().next().is_none());
    }
}
