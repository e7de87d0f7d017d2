//! Slugs: the names of products and producers in addresses, which stay the same for ever.
//!
//! In: who needs a name, and the register `slugs.csv` of the names given so far. Out: a slug each, and the register
//! with the new ones added. The rules, in this order:
//!
//! 1. What stands in the register keeps its slug, whatever other rows are added, removed or moved.
//! 2. A row whose producer or place was corrected takes over the entry of the same name that nobody else claims.
//! 3. So does a row that corrected a single letter of a name, where the same producer, commune and district have lost but
//!    one such name; who it is is told. Other new names where one was lost are doubts: a person is asked.
//! 4. A new name that is the only one to give its plain slug (`mam-tom-le-gia`) gets it, unless the register holds it.
//! 5. Else it gets a suffix of its own content: producer, commune or district, whichever tells it apart first, else a
//!    hash of all of these. So without a register, too, the order of the rows does not matter.
//! 6. No new slug shares its [`Number`] with another that was ever given: lists that are passed on name products by it.
//!
//! An entry is never deleted: an old address must not lead to another product.

use super::alike::{is_slip, shared};
use super::faults::{Fault, Faults};
use super::holder::{Holder, Kind};
use super::sheet::Row;
use super::stem::{Used, stem, tell_apart};
use crate::pick::Number;
use crate::text::slug;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Name of the register's file.
pub const FILE: &str = "slugs.csv";
/// Its columns.
pub const COLUMNS: &[&str] = &["slug", "kind", "name", "producer", "commune", "district"];

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
            if is_garbled(row.get("name")) {
                faults.add(garbled(row));
                return Register(Vec::new());
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

    /// Slugs and names of that kind that are given, but not among these; and the slug among these of whoever has both,
    /// since a person wrote a corrected name into an old row.
    pub fn gone<'a>(
        &self,
        kind: Kind,
        there: impl Iterator<Item = &'a String>,
    ) -> Vec<(String, String, Option<String>)> {
        let there: HashSet<&String> = there.collect();
        let (now, gone): (Vec<_>, Vec<_>) =
            self.0.iter().filter(|entry| entry.1 == kind).partition(|entry| there.contains(&entry.0));
        let now: HashMap<&Holder, &String> = now.into_iter().map(|(slug, _, holder)| (holder, slug)).collect();
        let told =
            |(slug, _, h): &(String, Kind, Holder)| (slug.clone(), h.name.clone(), now.get(h).map(|s| s.to_string()));
        gone.into_iter().map(told).collect()
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
        // Without the mark Excel reads Vietnamese wrongly, and keeps it so.
        String::from("\u{feff}") + &COLUMNS.join(",") + "\n" + &self.0.iter().map(line).collect::<String>()
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

    /// Among these, new names that took over an entry of another name, and those that may be one that is gone under
    /// another name: which of the holders, slug and name of the entry.
    pub fn doubts(&self, kind: Kind, holders: &[Holder]) -> [Vec<(usize, &str, &str)>; 2] {
        let place = |holder: &Holder| holders.iter().position(|h| h == holder);
        let entry = |(h, at): (&Holder, usize)| Some((place(h)?, self.0[at].0.as_str(), self.0[at].2.name.as_str()));
        let Found { heirs, doubts, .. } = self.find(kind, holders);
        let slips = heirs.into_iter().filter(|(holder, at)| self.0[*at].2.name != holder.name);
        [slips.filter_map(entry).collect(), doubts.into_iter().filter_map(entry).collect()]
    }

    /// Producers whose products now have, every one, the same other producer: old name and new one. Theirs is the same
    /// house under another name, and from now on stands so in the register.
    pub fn rename(&mut self, products: &[Holder], producers: &[Holder]) -> Vec<(String, String)> {
        let Found { same, heirs, .. } = self.find(Kind::Product, products);
        let mut moves: BTreeMap<&str, HashSet<&str>> = BTreeMap::new();
        for (holder, at) in same.iter().chain(&heirs) {
            moves.entry(&self.0[*at].2.producer).or_default().insert(&holder.producer);
        }
        let of = |name: &str| self.0.iter().position(|(_, kind, h)| *kind == Kind::Producer && h.name == name);
        let now = |name: &str| producers.iter().any(|h| h.name == name);
        let renamed = moves.into_iter().filter_map(|(old, new)| {
            let [new] = new.into_iter().collect::<Vec<_>>()[..] else { return None };
            let moved = new != old && !now(old) && now(new) && of(new).is_none();
            Some((of(old).filter(|_| moved)?, old.to_owned(), new.to_owned()))
        });
        let mut renamed: Vec<(usize, String, String)> = renamed.collect();
        // Two houses that became one keep one address.
        let names: Vec<String> = renamed.iter().map(|one| one.2.clone()).collect();
        renamed.retain(|one| names.iter().filter(|name| **name == one.2).count() == 1);
        renamed.iter().for_each(|(at, _, new)| self.0[*at].2.name.clone_from(new));
        renamed.into_iter().map(|(_, old, new)| (old, new)).collect()
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
        let same_name = self.places(&gone, &found.new, |h| stem(&h.name));
        found.take_over(same_name.values().flat_map(|place| only_pairs(place, |_, _| true)).collect(), &mut gone);
        let same_place = |h: &Holder| [&h.producer, &h.commune, &h.district].map(String::as_str).join("\n");
        let places = self.places(&gone, &found.new, same_place);
        let name = |at: usize| self.0[at].2.name.as_str();
        let slip = |at, holder: &Holder| is_slip(name(at), &holder.name);
        found.take_over(places.values().flat_map(|place| only_pairs(place, slip)).collect(), &mut gone);
        let (still_gone, still_new): (HashSet<_>, HashSet<_>) = (gone.iter().collect(), found.new.iter().collect());
        for (lost, new) in places.into_values() {
            let lost: Vec<usize> = lost.into_iter().filter(|at| still_gone.contains(at)).collect();
            let new: Vec<&Holder> = new.into_iter().filter(|holder| still_new.contains(holder)).collect();
            let alone = lost.len() == 1 && new.len() == 1;
            for holder in new {
                let like = lost.iter().max_by_key(|at| shared(name(**at), &holder.name)).copied();
                let doubt = like.filter(|at| alone || shared(name(*at), &holder.name) > 0);
                found.doubts.extend(doubt.map(|at| (holder, at)));
            }
        }
        found
    }

    /// Entries that are gone by their key, each with the new holders under the same one.
    fn places<'a>(
        &self,
        gone: &[usize],
        new: &[&'a Holder],
        key: impl Fn(&Holder) -> String,
    ) -> BTreeMap<String, Place<'a>> {
        let mut places: BTreeMap<String, Place<'_>> = BTreeMap::new();
        gone.iter().for_each(|at| places.entry(key(&self.0[*at].2)).or_default().0.push(*at));
        for holder in new {
            places.entry(key(holder)).and_modify(|place| place.1.push(holder));
        }
        places
    }
}

/// What one place has lost and gained: entries, holders.
type Place<'a> = (Vec<usize>, Vec<&'a Holder>);

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

/// Whether a text was written in UTF-8 and read as Western letters: Vietnamese then begins every accented letter so.
fn is_garbled(text: &str) -> bool {
    ["á»", "áº", "Ä‘", "Æ°"].iter().any(|pair| text.contains(pair))
}

fn garbled(row: &Row) -> Fault {
    let fault = row.error(
        "name",
        (
            "chữ tiếng Việt đọc được: tệp đã được lưu sai bảng mã",
            "letters that can be read: the file was saved in a wrong encoding",
        ),
    );
    fault.hint((
        format!("lấy lại bản {FILE} cũ; mọi địa chỉ đã in nằm trong đó"),
        format!("take back the {FILE} of before: it holds every address that was printed"),
    ))
}

/// Pairs of which neither has another partner.
fn only_pairs<'a>((gone, new): &Place<'a>, fits: impl Fn(usize, &Holder) -> bool) -> Vec<(&'a Holder, usize)> {
    let alone = |holder: &Holder| {
        let mut all = gone.iter().filter(|at| fits(**at, holder));
        all.next().filter(|_| all.next().is_none()).copied()
    };
    let of = |at: usize| new.iter().filter(|holder| fits(at, holder)).count() == 1;
    new.iter().filter_map(|holder| Some((*holder, alone(holder).filter(|at| of(*at))?))).collect()
}
