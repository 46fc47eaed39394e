//! The contract's types as fields of stored records.
//!
//! A record marks such a field `#[cbor(n(3), with = "crate::codec")]`, and with `has_nil` behind it if it is an `Option`; the type says
//! through [`Field`] what stands in its place. The contract itself knows nothing of the store.

use minicbor::bytes::ByteArray;
use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::auth::Role;
use shared::calendar::{Day, Instant, Month};
use shared::ids::Id;
use shared::lang::Lang;
use shared::offices::OfficeCode;

use crate::fault;

/// A record kept as JSON: of a struct that may be added to, whose new fields have a default.
#[derive(Clone, Debug, Encode, Decode)]
pub struct Json {
    #[cbor(n(0), with = "minicbor::bytes")]
    json: Vec<u8>,
}

impl Json {
    /// The record of a value.
    ///
    /// # Errors
    /// For a value that JSON cannot hold.
    pub fn of<T: Serialize>(value: &T) -> fault::Result<Self> {
        Ok(Self { json: serde_json::to_vec(value).map_err(anyhow::Error::from)? })
    }

    /// The value.
    ///
    /// # Errors
    /// When the record holds no such value.
    pub fn read<T: DeserializeOwned>(&self) -> fault::Result<T> {
        Ok(serde_json::from_slice(&self.json).map_err(anyhow::Error::from)?)
    }
}

/// A type of the contract that a stored record may hold.
pub trait Field: Sized {
    /// What is stored for it.
    type Stored: Encode<()> + for<'b> Decode<'b, ()>;

    /// The stored form.
    fn stored(&self) -> Self::Stored;

    /// The value of a stored form; nothing if no value has it.
    fn of_stored(stored: Self::Stored) -> Option<Self>;

    /// The value of a field that a record does not have.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether the record may leave the field out.
    fn is_absent(&self) -> bool {
        false
    }
}

/// Writes a field; for the derived codecs.
///
/// # Errors
/// Those of the encoder.
pub fn encode<C, T: Field, W: Write>(
    value: &T,
    encoder: &mut Encoder<W>,
    _: &mut C,
) -> Result<(), EncodeError<W::Error>> {
    value.stored().encode(encoder, &mut ())
}

/// Reads a field; for the derived codecs.
///
/// # Errors
/// When the bytes hold no such value.
pub fn decode<'b, C, T: Field>(decoder: &mut Decoder<'b>, _: &mut C) -> Result<T, DecodeError> {
    let position = decoder.position();
    let stored = T::Stored::decode(decoder, &mut ())?;
    T::of_stored(stored).ok_or_else(|| DecodeError::message("no such value").at(position))
}

/// See [`Field::absent`]; for the derived codecs.
pub fn nil<T: Field>() -> Option<T> {
    T::absent()
}

/// See [`Field::is_absent`]; for the derived codecs.
pub fn is_nil<T: Field>(value: &T) -> bool {
    value.is_absent()
}

impl<T: Field> Field for Option<T> {
    type Stored = Option<T::Stored>;

    fn stored(&self) -> Self::Stored {
        self.as_ref().map(T::stored)
    }
    fn of_stored(stored: Self::Stored) -> Option<Self> {
        match stored {
            Some(stored) => T::of_stored(stored).map(Some),
            None => Some(None),
        }
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<K> Field for Id<K> {
    type Stored = ByteArray<16>;

    fn stored(&self) -> Self::Stored {
        self.as_u128().to_be_bytes().into()
    }
    fn of_stored(stored: Self::Stored) -> Option<Self> {
        Some(Id::from_u128(u128::from_be_bytes(stored.into())))
    }
}

impl Field for Instant {
    type Stored = i64;

    fn stored(&self) -> i64 {
        self.millis()
    }
    fn of_stored(stored: i64) -> Option<Self> {
        Some(Instant::from_millis(stored))
    }
}

impl Field for Day {
    type Stored = i64;

    fn stored(&self) -> i64 {
        self.epoch_days()
    }
    fn of_stored(stored: i64) -> Option<Self> {
        Some(Day::from_epoch_days(stored))
    }
}

impl Field for Month {
    type Stored = i32;

    fn stored(&self) -> i32 {
        self.index()
    }
    fn of_stored(stored: i32) -> Option<Self> {
        Month::from_index(stored)
    }
}

impl Field for OfficeCode {
    type Stored = u16;

    fn stored(&self) -> u16 {
        self.number()
    }
    fn of_stored(stored: u16) -> Option<Self> {
        OfficeCode::from_number(stored)
    }
}

impl Field for Lang {
    type Stored = String;

    fn stored(&self) -> String {
        self.code().to_owned()
    }
    fn of_stored(stored: String) -> Option<Self> {
        Lang::from_code(&stored)
    }
}

impl Field for Role {
    type Stored = u8;

    fn stored(&self) -> u8 {
        match self {
            Role::Owner => 1,
            Role::Employee => 2,
            Role::Consultant => 3,
            Role::Collaborator => 4,
            Role::Association => 5,
            Role::Operator => 6,
            Role::Manager => 7,
            Role::Administrator => 8,
            Role::Auditor => 9,
        }
    }
    fn of_stored(stored: u8) -> Option<Self> {
        Role::ALL.into_iter().find(|role| role.stored() == stored)
    }
}

#[cfg(test)]
mod tests {
    use minicbor::{Decode, Encode};
    use shared::auth::Role;
    use shared::calendar::{Day, Instant};
    use shared::ids::CompanyId;

    #[derive(Debug, PartialEq, Encode, Decode)]
    struct Record {
        #[cbor(n(0), with = "crate::codec", has_nil)]
        company: Option<CompanyId>,
        #[cbor(n(1), with = "crate::codec")]
        at: Instant,
        #[cbor(n(2), with = "crate::codec")]
        role: Role,
        #[cbor(n(3), with = "crate::codec", has_nil)]
        until: Option<Day>,
    }

    #[derive(Encode)]
    struct Older {
        #[cbor(n(1), with = "crate::codec")]
        at: Instant,
        #[n(2)]
        role: u8,
    }

    #[test]
    fn fields_come_back_as_they_went_and_absent_ones_stay_absent() {
        let at = Instant::from_millis(-5);
        for company in [None, Some(CompanyId::from_u128(u128::MAX - 1))] {
            for role in Role::ALL {
                let record = Record { company, at, role, until: Day::new(2026, 10, 14) };
                let bytes = minicbor::to_vec(&record).unwrap();
                assert_eq!(minicbor::decode::<Record>(&bytes).unwrap(), record);
            }
        }
        let older = minicbor::to_vec(Older { at, role: 3 }).unwrap();
        let read: Record = minicbor::decode(&older).unwrap();
        assert_eq!(read, Record { company: None, at, role: Role::Consultant, until: None });
        let unknown = minicbor::to_vec(Older { at, role: 99 }).unwrap();
        assert!(minicbor::decode::<Record>(&unknown).is_err());
    }
}
