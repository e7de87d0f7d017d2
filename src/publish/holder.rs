//! Who bears an address: products and producers, as the sheets and the register tell them apart.

/// What a slug can belong to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    /// A product.
    Product,
    /// A producer.
    Producer,
}

impl Kind {
    /// As the register writes it.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Product => "product",
            Kind::Producer => "producer",
        }
    }
}

/// Who bears a slug. Producers have a name only.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Holder {
    /// Name as the sheet has it.
    pub name: String,
    /// Cell `producer`.
    pub producer: String,
    /// Cell `commune`.
    pub commune: String,
    /// Cell `district`.
    pub district: String,
}
