//! Producers (*chủ thể*): who makes a product.

/// A producer. One may make several products.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Producer {
    /// Name in addresses.
    pub slug: String,
    /// As the source writes it.
    pub name: String,
    /// Legal kind, as far as the name tells.
    pub kind: ProducerKind,
}

/// Kinds of producer that the programme knows (Decision 148/2023, article 3).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum ProducerKind {
    /// Doanh nghiệp.
    Enterprise,
    /// Hợp tác xã.
    Cooperative,
    /// Tổ hợp tác.
    Group,
    /// Hộ kinh doanh, hộ sản xuất.
    Household,
    /// The name does not tell.
    Unknown,
}

impl ProducerKind {
    /// All kinds, in the order shown.
    pub const ALL: [ProducerKind; 5] = [
        ProducerKind::Enterprise,
        ProducerKind::Cooperative,
        ProducerKind::Group,
        ProducerKind::Household,
        ProducerKind::Unknown,
    ];
    /// Its name in addresses and the bundle.
    pub fn key(self) -> &'static str {
        ["enterprise", "cooperative", "cooperative-group", "household", "unknown"][self as usize]
    }
}
