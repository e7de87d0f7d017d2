//! Slugs: the names of products and producers in addresses, which stay the same for ever.
//!
//! In: who needs a name, and the register `slugs.csv` of the names given so far. Out: a slug each, and the register
//! with the new ones added. The rules, in this order:
//!
//! 1. What stands in the register keeps its slug, whatever other rows are added, removed or moved.
//! 2. A row whose producer or place was corrected takes over the entry of the same name that nobody else claims.
//! 3. So does a row that corrected a single letter of a name, alone among what the same producer, commune and district
//!    have lost and gained. Other names that stand alone there are doubts: a person is asked.
//! 4. A new name that is the only one to give its plain slug (`mam-tom-le-gia`) gets it, unless the register holds it.
//! 5. Else it gets a suffix of its own content: producer, commune or district, whichever tells it apart first, else a
//!    hash of all of these. So without a register, too, the order of the rows does not matter.
//! 6. No new slug shares its [`Number`] with another that was ever given: lists that are passed on name products by it.
//!
//! An entry is never deleted: an old address must not lead to another product.

use super::alike::near;
use super::faults::Faults;
use super::sheet::Row;
use crate::pick::Number;
use crate::text::{NOTHING, slug, sum};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Name of the register's file.
pub const FILE: &str = "slugs.csv";
/// Its columns.
pub const COLUMNS: &[&str] = &["slug", "kind", "name", "producer", "commune", "district"];

/// A slug is the name of a file (at most 255 bytes with its ending) and stands in printed addresses.
const LONGEST: usize = 120;
/// Below so many letters another letter makes another word.
const SHORTEST_SLIP: usize = 8;

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

    /// Slugs and names of that kind that are given, but not among these.
    pub fn gone<'a>(&self, kind: Kind, there: impl Iterator<Item = &'a String>) -> Vec<(String, String)> {
        let there: HashSet<&String> = there.collect();
        let all = self.0.iter().filter(|entry| entry.1 == kind && !there.contains(&entry.0));
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
        let mut used = Used::default();
        self.0.iter().filter(|entry| entry.1 == kind).for_each(|(slug, ..)| used.insert(slug));
        let Found { same, heirs, new, .. } = self.find(kind, holders);
        let mut given: HashMap<&Holder, String> = HashMap::new();
        for (holder, at) in same {
            given.insert(holder, self.0[at].0.clone());
        }
        for (heir, at) in heirs {
            given.insert(heir, self.0[at].0.clone());
            self.0[at].2 = heir.clone();
        }
        let mut fresh: HashMap<String, Vec<&Holder>> = HashMap::new();
        new.into_iter().for_each(|holder| fresh.entry(stem(&holder.name)).or_default().push(holder));
        let mut groups: Vec<(String, Vec<&Holder>)> = fresh.into_iter().collect();
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

    /// New names that stand alone where one name is gone: a product of its own, or a corrected name, which only a person
    /// can tell. Which of the holders, and slug and name of the entry that is gone.
    pub fn doubts(&self, kind: Kind, holders: &[Holder]) -> Vec<(usize, &str, &str)> {
        let doubts = self.find(kind, holders).doubts.into_iter();
        let place = |holder: &Holder| holders.iter().position(|h| h == holder);
        doubts.filter_map(|(h, at)| Some((place(h)?, self.0[at].0.as_str(), self.0[at].2.name.as_str()))).collect()
    }

    /// Who has which entry. Each holder once, in their order.
    fn find<'a>(&self, kind: Kind, holders: &'a [Holder]) -> Found<'a> {
        let mut found = Found::default();
        let mut entries: HashMap<&Holder, usize> = HashMap::new();
        for (at, (_, _, holder)) in self.0.iter().enumerate().filter(|(_, entry)| entry.1 == kind) {
            entries.entry(holder).or_insert(at);
        }
        let mut seen = HashSet::new();
        for holder in holders.iter().filter(|h| seen.insert(*h)) {
            match entries.remove(holder) {
                Some(at) => found.same.push((holder, at)),
                None => found.new.push(holder),
            }
        }
        let mut gone: Vec<usize> = entries.into_values().collect();
        gone.sort_unstable();
        found.take_over(self.alone(&gone, &found.new, &|h| stem(&h.name)), &mut gone);
        let same_place = |h: &Holder| [&h.producer, &h.commune, &h.district].map(String::as_str).join("\n");
        let (slips, doubts): (Vec<_>, Vec<_>) = self
            .alone(&gone, &found.new, &same_place)
            .into_iter()
            .partition(|(holder, at)| is_slip(&self.0[*at].2.name, &holder.name));
        found.take_over(slips, &mut gone);
        found.doubts = doubts;
        found
    }

    /// Entries that are gone and new holders of which there is one each under the same key.
    fn alone<'a>(
        &self,
        gone: &[usize],
        new: &[&'a Holder],
        key: &dyn Fn(&Holder) -> String,
    ) -> Vec<(&'a Holder, usize)> {
        let mut places: BTreeMap<String, (Vec<usize>, Vec<&Holder>)> = BTreeMap::new();
        gone.iter().for_each(|at| places.entry(key(&self.0[*at].2)).or_default().0.push(*at));
        new.iter().for_each(|holder| places.entry(key(holder)).or_default().1.push(holder));
        let pair = |(gone, new): (Vec<usize>, Vec<&'a Holder>)| match (&gone[..], &new[..]) {
            ([at], [holder]) => Some((*holder, *at)),
            _ => None,
        };
        places.into_values().filter_map(pair).collect()
    }
}

/// Holders as they stand to a register.
#[derive(Default)]
struct Found<'a> {
    /// Those it has, and where.
    same: Vec<(&'a Holder, usize)>,
    /// Those who take over an entry.
    heirs: Vec<(&'a Holder, usize)>,
    /// Those who get a new one.
    new: Vec<&'a Holder>,
    /// Among the new: those who may be an entry that is gone, under another name.
    doubts: Vec<(&'a Holder, usize)>,
}

impl<'a> Found<'a> {
    /// These take over an entry: they are new no longer, and it is not gone.
    fn take_over(&mut self, heirs: Vec<(&'a Holder, usize)>, gone: &mut Vec<usize>) {
        let (holders, entries): (HashSet<&Holder>, HashSet<usize>) = heirs.iter().copied().unzip();
        self.new.retain(|holder| !holders.contains(holder));
        gone.retain(|at| !entries.contains(at));
        self.heirs.extend(heirs);
    }
}

/// Whether one name is the other with a slip mended: a single letter of a name that is long enough, and no number.
fn is_slip(old: &str, new: &str) -> bool {
    let (old, new) = (slug(old), slug(new));
    old.len() >= SHORTEST_SLIP && near(&old, &new)
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
