//! Slugs: the names of products and producers in addresses, which stay the same for ever.
//!
//! In: who needs a name, and the register `slugs.csv` of the names given so far. Out: a slug each, and the register
//! with the new ones added. The rules, in this order:
//!
//! 1. What stands in the register keeps its slug, whatever other rows are added, removed or moved.
//! 2. A row whose producer or place was corrected takes over the entry of the same name that nobody else claims.
//! 3. A new name that is the only one to give its plain slug (`mam-tom-le-gia`) gets it, unless the register holds it.
//! 4. Else it gets a suffix of its own content: producer, commune or district, whichever tells it apart first, else a
//!    hash of all of these. So without a register, too, the order of the rows does not matter.
//! 5. No new slug shares its [`Number`] with another that was ever given: lists that are passed on name products by it.
//!
//! An entry is never deleted: an old address must not lead to another product.

use super::faults::Faults;
use super::sheet::Row;
use crate::catalog::Catalog;
use crate::pick::Number;
use crate::text::{NOTHING, slug, sum};
use std::collections::{HashMap, HashSet};

/// Name of the register's file.
pub const FILE: &str = "slugs.csv";
/// Its columns.
pub const COLUMNS: &[&str] = &["slug", "kind", "name", "producer", "commune", "district"];

/// A slug is the name of a file (at most 255 bytes with its ending) and stands in printed addresses.
const LONGEST: usize = 120;

/// What a slug can belong to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    /// A product.
    Product,
    /// A producer.
    Producer,
}

impl Kind {
    fn key(self) -> &'static str {
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

/// The slugs given so far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Register(Vec<(String, Kind, Holder)>);

impl Register {
    /// From the rows of `slugs.csv`.
    pub fn new(rows: &[Row], faults: &mut Faults) -> Register {
        let mut seen = HashSet::new();
        let mut numbers = HashSet::new();
        let mut all = Vec::new();
        for row in rows {
            let Some(kind) = [Kind::Product, Kind::Producer].into_iter().find(|k| k.key() == row.get("kind")) else {
                faults.add(row.error("kind", ("product hoặc producer", "product or producer")));
                continue;
            };
            let text = row.get("slug");
            if text != slug(text) {
                faults.add(row.error("slug", ("a-z, 0-9 và dấu gạch nối đơn", "a-z, 0-9 and single hyphens")));
            } else if !seen.insert((kind, text)) {
                faults.add(row.error("slug", ("mỗi slug một lần", "each slug once")));
            } else if !numbers.insert((kind, Number::of(text))) {
                let expected = ("slug có số riêng trong liên kết", "a slug with a number of its own in links");
                faults.add(row.error("slug", expected).mild());
            }
            let cell = |column| row.get(column).to_owned();
            let holder = Holder {
                name: cell("name"),
                producer: cell("producer"),
                commune: cell("commune"),
                district: cell("district"),
            };
            all.push((text.to_owned(), kind, holder));
        }
        Register(all)
    }

    /// Slugs and names of products that are no longer in that catalogue.
    pub fn gone(&self, catalog: &Catalog) -> Vec<(String, String)> {
        let there: HashSet<&str> = catalog.products.iter().map(|p| p.slug.as_str()).collect();
        let all = self.0.iter().filter(|(slug, kind, _)| *kind == Kind::Product && !there.contains(slug.as_str()));
        all.map(|(slug, _, holder)| (slug.clone(), holder.name.clone())).collect()
    }

    /// The whole register as CSV.
    pub fn write(&self) -> String {
        let quote = |text: &str| match text.contains([',', '"', '\n']) {
            true => format!("\"{}\"", text.replace('"', "\"\"")),
            false => text.to_owned(),
        };
        let line = |(slug, kind, h): &(String, Kind, Holder)| {
            let cells = [slug, kind.key(), &h.name, &h.producer, &h.commune, &h.district];
            cells.map(quote).join(",") + "\n"
        };
        COLUMNS.join(",") + "\n" + &self.0.iter().map(line).collect::<String>()
    }

    /// A slug for each of them, all different; new ones are entered. Equal holders get equal slugs.
    pub fn name(&mut self, kind: Kind, holders: &[Holder]) -> Vec<String> {
        let mut given: HashMap<&Holder, String> = HashMap::new();
        let mut used = Used::default();
        let mut entries: HashMap<Holder, usize> = HashMap::new();
        for (at, (slug, of, holder)) in self.0.iter().enumerate() {
            if *of == kind {
                used.insert(slug);
                entries.entry(holder.clone()).or_insert(at);
            }
        }
        let mut fresh: HashMap<String, Vec<&Holder>> = HashMap::new();
        let mut seen = HashSet::new();
        for holder in holders.iter().filter(|h| seen.insert(*h)) {
            match entries.remove(holder) {
                Some(at) => drop(given.insert(holder, self.0[at].0.clone())),
                None => fresh.entry(stem(&holder.name)).or_default().push(holder),
            }
        }
        let mut orphans: HashMap<String, Vec<usize>> = HashMap::new();
        entries.into_values().for_each(|at| orphans.entry(stem(&self.0[at].2.name)).or_default().push(at));
        for (plain, new) in &mut fresh {
            if let (Some([at]), [heir]) = (orphans.get(plain).map(Vec::as_slice), &new[..]) {
                given.insert(heir, self.0[*at].0.clone());
                self.0[*at].2 = (*heir).clone();
                new.clear();
            }
        }
        let mut groups: Vec<(String, Vec<&Holder>)> = fresh.into_iter().filter(|(_, new)| !new.is_empty()).collect();
        groups.sort();
        let mut crowded = Vec::new();
        for (plain, new) in groups {
            if let ([holder], true) = (&new[..], used.free(&plain)) {
                used.insert(&plain);
                given.insert(holder, plain);
            } else {
                crowded.push((plain, new));
            }
        }
        for (plain, new) in crowded {
            tell_apart(&plain, new, &mut used, &mut given);
        }
        let known: HashSet<Holder> = self.0.iter().filter(|e| e.1 == kind).map(|e| e.2.clone()).collect();
        let mut entered = HashSet::new();
        for holder in holders.iter().filter(|h| !known.contains(*h)) {
            if entered.insert(holder) {
                self.0.push((given[holder].clone(), kind, holder.clone()));
            }
        }
        holders.iter().map(|h| given[h].clone()).collect()
    }
}

/// Suffixes for names that would share a slug.
fn tell_apart<'a>(plain: &str, mut group: Vec<&'a Holder>, used: &mut Used, given: &mut HashMap<&'a Holder, String>) {
    group.sort();
    let candidates = |h: &Holder| {
        let with =
            |text: &str| Some(format!("{plain}-{}", slug(text))).filter(|s| !text.is_empty() && s.len() <= LONGEST);
        let all = [&h.name, &h.producer, &h.commune, &h.district].map(String::as_str).join("\n");
        [with(&h.producer), with(&h.commune), with(&h.district), Some(tag(plain, &all))]
    };
    let mut count: HashMap<String, usize> = HashMap::new();
    group.iter().flat_map(|h| candidates(h)).flatten().for_each(|c| *count.entry(c).or_default() += 1);
    for holder in group {
        let alone = |c: &String| count.get(c) == Some(&1) && used.free(c);
        let mut slug = candidates(holder).into_iter().flatten().find(alone).unwrap_or_else(|| tag(plain, &holder.name));
        while !used.free(&slug) {
            slug = tag(plain, &slug);
        }
        used.insert(&slug);
        given.insert(holder, slug);
    }
}

/// The slug of a name, cut between words where it is too long to leave room for a suffix.
fn stem(name: &str) -> String {
    let plain = slug(name);
    match plain.get(..LONGEST - 20) {
        Some(head) => head.rsplit_once('-').map_or(head, |(words, _)| words).to_owned(),
        None => plain,
    }
}

/// Slugs that were given, and what stands for them in lists.
#[derive(Default)]
struct Used {
    slugs: HashSet<String>,
    numbers: HashSet<Number>,
}

impl Used {
    fn insert(&mut self, slug: &str) {
        self.slugs.insert(slug.to_owned());
        self.numbers.insert(Number::of(slug));
    }

    /// Nobody has it yet, and it is not what the photocopy plate of another product is called (`{slug}-bw.svg`).
    fn free(&self, slug: &str) -> bool {
        !self.slugs.contains(slug) && !self.numbers.contains(&Number::of(slug)) && !slug.ends_with("-bw")
    }
}

/// `stem-` and six digits made of the text (FNV-1a), for what has no other difference in ASCII.
pub fn tag(stem: &str, text: &str) -> String {
    let hash = sum(NOTHING, text.bytes());
    let digits = format!("{:06x}", (hash ^ (hash >> 24) ^ (hash >> 48)) & 0x00ff_ffff);
    format!("{stem}-{digits}")
}
