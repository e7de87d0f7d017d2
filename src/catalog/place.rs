//! Places: today's communes and wards by NSO code, and the former districts that labels still name.
//!
//! Since 1 July 2025 an address has province and commune only. 21 of Thanh Hoá's communes bear the name of a former
//! district, so names are never keys.

use super::Text;

/// Code of the National Statistics Office for a commune or ward, five digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct CommuneCode(pub u32);

/// A commune or ward of today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Commune {
    /// Its key.
    pub code: CommuneCode,
    /// Name in addresses, e.g. `hoang-thanh-16000`.
    pub slug: String,
    /// With its kind: "xã Hoằng Thanh", "Hoang Thanh Commune".
    pub name: Text<String>,
}

impl Commune {
    /// Its Vietnamese name without its kind, by which lists are in order.
    pub fn bare(&self) -> &str {
        let kinds = ["xã ", "phường ", "thị trấn ", "đặc khu "];
        kinds.iter().find_map(|kind| self.name.vi.strip_prefix(kind)).unwrap_or(&self.name.vi)
    }
}

/// What a former district was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DistrictKind {
    /// Huyện.
    Rural,
    /// Thị xã.
    Town,
    /// Thành phố.
    City,
}

impl DistrictKind {
    /// All kinds.
    pub const ALL: [DistrictKind; 3] = [DistrictKind::Rural, DistrictKind::Town, DistrictKind::City];
    /// Its name in the bundle.
    pub fn key(self) -> &'static str {
        ["rural", "town", "city"][self as usize]
    }
}

/// A district as it was until 30 June 2025.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct District {
    /// Name in addresses.
    pub slug: String,
    /// Bare name, as the sources write it: "Hoằng Hóa".
    pub name: String,
    /// What it was.
    pub kind: DistrictKind,
}
