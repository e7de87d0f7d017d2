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
    /// How to reach it.
    pub contact: Contact,
}

/// How somebody is reached, each as written; what is not known is empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Contact {
    /// Whom to ask for.
    pub person: String,
    /// Telephone numbers, parted by `;`.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Address of a page or shop.
    pub web: String,
    /// Where letters go.
    pub address: String,
}

impl Contact {
    /// Each telephone number by itself.
    pub fn phones(&self) -> impl Iterator<Item = &str> {
        self.phone.split(';').map(str::trim_start)
    }
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
