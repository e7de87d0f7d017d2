//! What a catalogue IS: products, producers, places and recognitions, and the OCOP scheme they live in.
//!
//! In: parts, from the bundle or a spreadsheet. Out: a [`Catalog`] whose every reference leads somewhere and
//! whose slugs are unique; [`Catalog::new`] refuses all else and names each flaw. No wire shapes, no files, no browser.

mod addendum;
mod date;
mod flaw;
mod place;
mod producer;
mod product;
mod recognition;
mod scheme;

pub use addendum::{Addendum, Change, Field};
pub use date::{Date, When};
pub use flaw::Flaw;
pub use place::{Commune, CommuneCode, District, DistrictKind};
pub use producer::{Contact, Producer, ProducerKind};
pub use product::{Detail, Photo, Product, Site, Source};
pub use recognition::{Authority, Recognition, Standing, State, Step, standing};
pub use scheme::{GROUPS, Group, GroupId, Stars, VALID_MONTHS};

/// A text in both languages of the site.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Text<T> {
    /// Vietnamese, always there.
    pub vi: T,
    /// English; the same as `vi` where a name has no other form.
    pub en: T,
}

/// Index of a product in its catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct ProductId(pub u32);

/// Index of a producer in its catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct ProducerId(pub u32);

/// Index of a former district in its catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct DistrictId(pub u16);

/// Index into one of the catalogue's three vocabularies: quality systems, channels or markets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct TermId(pub u16);

/// A word of a vocabulary: a quality system, a sales channel or an export market.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// Name in addresses.
    pub slug: String,
    /// As shown.
    pub name: Text<String>,
}

/// What the catalogue says of itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct About {
    /// Title of the catalogue, a proper name in both languages.
    pub title: String,
    /// Province whose products it holds.
    pub province: Text<String>,
    /// The day to which its facts were gathered.
    pub as_of: Date,
    /// True for generated catalogues: nothing in them is real.
    pub invented: bool,
    /// How many public sources its makers gathered it from; 0 for a publisher's own list.
    pub sources: u32,
    /// Who publishes it.
    pub publisher: String,
    /// The fair or season it is made for.
    pub event: String,
    /// Where it will stand, `https://…/`; empty if that is not known.
    pub home: String,
    /// How the publisher is reached.
    pub contact: Contact,
}

impl About {
    /// Nothing but the day.
    pub fn of(as_of: Date) -> About {
        About {
            title: String::new(),
            province: Text::default(),
            as_of,
            invented: false,
            sources: 0,
            publisher: String::new(),
            event: String::new(),
            home: String::new(),
            contact: Contact::default(),
        }
    }
}

/// A whole catalogue. All ids in it are good.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Catalog {
    /// What it says of itself.
    pub about: About,
    /// Products, in the order of their source.
    pub products: Vec<Product>,
    /// Producers, in the order of their first product.
    pub producers: Vec<Producer>,
    /// Communes and wards of today that a product names.
    pub communes: Vec<Commune>,
    /// Former districts that a product names.
    pub districts: Vec<District>,
    /// Quality systems (HACCP, VietGAP…).
    pub qualities: Vec<Term>,
    /// Sales channels.
    pub channels: Vec<Term>,
    /// Export markets.
    pub markets: Vec<Term>,
    /// What the drawn pictures show ("hũ mắm tôm").
    pub motifs: Vec<Term>,
}

/// A catalogue that gets its products one by one, each checked as it comes.
pub struct Growing {
    catalog: Catalog,
    flaws: Vec<Flaw>,
}

impl Growing {
    /// From everything but the products.
    pub fn new(parts: Catalog) -> Growing {
        Growing { flaws: flaw::tables(&parts), catalog: parts }
    }

    /// One more product.
    pub fn add(&mut self, product: Product) {
        flaw::product(&mut self.flaws, &self.catalog, &product);
        self.catalog.products.push(product);
    }

    /// The whole catalogue, or all that is wrong with it.
    pub fn done(mut self) -> Result<Catalog, Vec<Flaw>> {
        flaw::twins(&mut self.flaws, &self.catalog);
        if self.flaws.is_empty() { Ok(self.catalog) } else { Err(self.flaws) }
    }
}

impl Catalog {
    /// Check every reference and slug; all flaws are reported at once.
    pub fn new(mut parts: Catalog) -> Result<Catalog, Vec<Flaw>> {
        let products = std::mem::take(&mut parts.products);
        let mut growing = Growing::new(parts);
        products.into_iter().for_each(|p| growing.add(p));
        growing.done()
    }

    /// The product with that id.
    pub fn product(&self, id: ProductId) -> &Product {
        &self.products[id.0 as usize]
    }

    /// The producer with that id.
    pub fn producer(&self, id: ProducerId) -> &Producer {
        &self.producers[id.0 as usize]
    }

    /// The former district with that id.
    pub fn district(&self, id: DistrictId) -> &District {
        &self.districts[id.0 as usize]
    }

    /// The commune with that NSO code.
    pub fn commune(&self, code: CommuneCode) -> Option<&Commune> {
        self.communes.iter().find(|c| c.code == code)
    }

    /// The product of that slug.
    pub fn find_product(&self, slug: &str) -> Option<ProductId> {
        self.products.iter().position(|p| p.slug == slug).map(|i| ProductId(i as u32))
    }

    /// The producer of that slug.
    pub fn find_producer(&self, slug: &str) -> Option<ProducerId> {
        self.producers.iter().position(|p| p.slug == slug).map(|i| ProducerId(i as u32))
    }

    /// All product ids, in the order of the source.
    pub fn ids(&self) -> impl Iterator<Item = ProductId> + use<> {
        (0..self.products.len() as u32).map(ProductId)
    }
}

/// The order in which keys stand: indices, the lowest key's first. Equal keys keep their order.
///
/// Every sort of the site goes through here: one copy of the algorithm in the wasm instead of a dozen. It sorts byte by
/// byte, the least first: a kilobyte smaller than the library's.
pub fn order(mut keys: impl Iterator<Item = u64>) -> Vec<u32> {
    ordered(&mut || keys.next())
}

/// The part of it that is there once, whatever the keys are made of.
#[inline(never)]
fn ordered(next: &mut dyn FnMut() -> Option<u64>) -> Vec<u32> {
    let mut all = Vec::with_capacity(FEW);
    while let Some(key) = next() {
        all.push((key, all.len() as u32));
    }
    sort(&mut all);
    let mut out = Vec::with_capacity(all.len());
    all.iter().for_each(|key| out.push(key.1));
    out
}

/// The same for keys that stand beside what they are of.
#[inline(never)]
pub fn sort(all: &mut Vec<(u64, u32)>) {
    if all.len() < FEW {
        for i in 1..all.len() {
            let mut at = i;
            while at > 0 && all[at].0 < all[at - 1].0 {
                all.swap(at, at - 1);
                at -= 1;
            }
        }
        return;
    }
    let differ = all.iter().fold(0, |bits, k| bits | k.0 ^ all[0].0);
    let mut next = vec![(0, 0); all.len()];
    for shift in (0..64).step_by(8).filter(|shift| differ >> shift & 255 != 0) {
        let mut starts = [0_u32; 257];
        all.iter().for_each(|k| starts[(k.0 >> shift & 255) as usize + 1] += 1);
        (0..256).for_each(|i| starts[i + 1] += starts[i]);
        for k in all.iter() {
            let start = &mut starts[(k.0 >> shift & 255) as usize];
            next[*start as usize] = *k;
            *start += 1;
        }
        std::mem::swap(all, &mut next);
    }
}

/// So few are sorted by exchanging neighbours.
const FEW: usize = 40;

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn the_order_is_that_of_the_library_and_stable() {
        let mut seed = 7_u64;
        let mut any = move || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            seed >> 11
        };
        for count in [0, 1, 2, 3, 39, 40, 41, 300, 5000] {
            for mask in [0, 1, 0xFF, 0xFF00, 0xFFFF_FFFF, u64::MAX] {
                let keys: Vec<u64> = (0..count).map(|_| (any() << 11 ^ any()) & mask).collect();
                let mut want: Vec<u32> = (0..count).collect();
                want.sort_by_key(|i| keys[*i as usize]);
                assert_eq!(order(keys.iter().copied()), want, "{count} keys of {mask:x}");
            }
        }
    }
}
