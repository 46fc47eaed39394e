//! What a transmission is for its position and month.

use super::Declaration;
use crate::money::Euro;

/// What a transmission is for (M23).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The first of its position and month.
    Current,
    /// A later one that changes what is due: a regularisation, whose virtual DM is a VIG.
    Regularisation,
    /// A later one that changes other data.
    Correction,
}

impl Purpose {
    /// Of a transmission with so much due, after one of the same position and month with so much due.
    pub fn of(due: Euro, before: Option<Euro>) -> Self {
        match before {
            None => Self::Current,
            Some(before) if before == due => Self::Correction,
            Some(_) => Self::Regularisation,
        }
    }

    /// As the archive of transmissions writes it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Current => "corrente",
            Self::Regularisation => "regolarizzazione",
            Self::Correction => "rettifica",
        }
    }
}

impl Declaration {
    /// What it was for: ids are in the order in which files were handed in.
    pub fn purpose(&self) -> Purpose {
        let earlier = self.others.iter().filter(|other| other.id < self.row.id);
        let before = earlier.max_by_key(|other| other.id).map(|other| other.due);
        Purpose::of(self.row.due, before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_the_sum_is_a_regularisation() {
        let (due, more) = (Euro::from_cents(1_276_00), Euro::from_cents(1_300_00));
        assert_eq!(Purpose::of(due, None), Purpose::Current);
        assert_eq!(Purpose::of(due, Some(due)), Purpose::Correction);
        assert_eq!(Purpose::of(more, Some(due)), Purpose::Regularisation);
        assert_eq!(Purpose::of(due, Some(more)), Purpose::Regularisation);
    }
}
