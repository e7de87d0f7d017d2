//! What every product holds, as the benchmark sees it: plain texts by field, their words, their phrases.
//!
//! In: a catalogue and its details. Out: who holds what. It knows nothing of any engine and shares none of its code but
//! the folding, so that it can judge one.

use ocop::catalog::{Catalog, Detail, Product, Term, TermId};
use ocop::text::{exact, fold, words};
use serde::Serialize;
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashSet};

/// The texts of one product, each field as written; several values of a field stand one after the other.
#[derive(Clone, Serialize)]
pub struct Sheet {
    pub name: String,
    pub en: String,
    pub producer: String,
    /// Commune of today.
    pub commune: String,
    /// Former commune.
    pub former: String,
    /// Former district.
    pub district: String,
    /// Names of the group and those above it, in both languages.
    pub groups: String,
    /// Quality systems, channels and markets, in both languages.
    pub terms: String,
    pub description: String,
}

/// What a phrase holds besides the name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum More {
    /// Nothing: the name alone.
    Nothing,
    /// The last two words of the producer.
    Producer,
    /// The commune of today, without its kind.
    Commune,
    /// The former commune, without its kind.
    Former,
    /// The former district.
    District,
}

impl More {
    /// All, in the order in which a phrase takes them.
    pub const ALL: [More; 5] = [More::Nothing, More::Producer, More::Commune, More::Former, More::District];
}

/// The phrases of all products, empty where one has none.
struct Phrases {
    folded: Vec<String>,
    exact: Vec<String>,
}

/// Products that hold a word, one bit each.
pub type Holders = Vec<u64>;

/// All products.
pub struct Shelf {
    pub sheets: Vec<Sheet>,
    /// Every folded word of any field, sorted, with the products that hold it.
    pub words: Vec<(String, Vec<u32>)>,
    phrases: [OnceCell<Phrases>; 5],
}

fn both<'a>(terms: &'a [Term], held: &'a [TermId]) -> impl Iterator<Item = &'a str> {
    held.iter().flat_map(|t| [terms[t.0 as usize].name.vi.as_str(), terms[t.0 as usize].name.en.as_str()])
}

fn sheet(catalog: &Catalog, p: &Product, detail: &Detail) -> Sheet {
    let listed = |all: Vec<&str>| all.join(", ");
    let terms = both(&catalog.qualities, &p.quality).chain(both(&catalog.channels, &p.channels));
    let path = p.group.map(|g| g.path()).unwrap_or_default();
    Sheet {
        name: p.name.vi.clone(),
        en: p.name.en.clone(),
        producer: listed(p.makers.iter().map(|m| catalog.producer(*m).name.as_str()).collect()),
        commune: listed(p.site.today.iter().filter_map(|c| catalog.commune(*c)).map(|c| c.name.vi.as_str()).collect()),
        former: p.site.commune.clone().unwrap_or_default(),
        district: p.site.district.map(|d| catalog.district(d).name.clone()).unwrap_or_default(),
        groups: listed(path.iter().flat_map(|g| [g.get().name.vi, g.get().name.en]).collect()),
        terms: listed(terms.chain(both(&catalog.markets, &p.markets)).collect()),
        description: detail.facts.join(". "),
    }
}

/// A place without the word for its kind; the first where there are two.
fn bare(place: &str) -> String {
    let first = place.split(',').next().unwrap_or_default();
    let kinds = ["thị trấn ", "phường ", "xã "];
    let kind = kinds.iter().find(|k| ocop::text::lower(first).starts_with(**k));
    first.chars().skip(kind.map_or(0, |k| k.chars().count())).collect()
}

/// Whether a text has all of the words, folded; the last one may be a beginning.
fn all_in(wanted: &str, text: &str, begun: bool) -> bool {
    let (wanted, held) = (fold(wanted), fold(text));
    let last = wanted.rsplit(' ').next().unwrap_or_default();
    let is = |w: &str| held.split(' ').any(|h| h == w || begun && w == last && h.starts_with(w));
    wanted.split(' ').all(is)
}

impl Shelf {
    /// Read the whole catalogue; `details` is parallel to its products.
    pub fn new(catalog: &Catalog, details: &[Detail]) -> Shelf {
        let sheets: Vec<Sheet> = catalog.products.iter().zip(details).map(|(p, d)| sheet(catalog, p, d)).collect();
        let mut held: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (product, s) in (0..).zip(&sheets) {
            let all =
                [&s.name, &s.en, &s.producer, &s.commune, &s.former, &s.district, &s.groups, &s.terms, &s.description];
            let own: HashSet<String> = all
                .iter()
                .flat_map(|t| fold(t).split(' ').map(str::to_owned).collect::<Vec<_>>())
                .filter(|w| !w.is_empty())
                .collect();
            own.into_iter().for_each(|word| held.entry(word).or_default().push(product));
        }
        Shelf { sheets, words: held.into_iter().collect(), phrases: Default::default() }
    }

    /// What stands beside the name; none where the product has no such field.
    pub fn extra(&self, product: usize, more: More) -> Option<String> {
        let s = &self.sheets[product];
        let text = match more {
            More::Nothing => return None,
            More::Producer => {
                let all: Vec<_> = words(&s.producer).map(|w| w.text).collect();
                all[all.len().saturating_sub(2)..].join(" ")
            }
            More::Commune => bare(&s.commune),
            More::Former => bare(&s.former),
            More::District => s.district.clone(),
        };
        Some(text).filter(|t| !t.is_empty())
    }

    /// The name, and what stands beside it.
    pub fn phrase(&self, product: usize, more: More) -> Option<String> {
        let name = &self.sheets[product].name;
        match more {
            More::Nothing => Some(name.clone()),
            _ => self.extra(product, more).map(|extra| format!("{name} {extra}")),
        }
    }

    fn phrases(&self, more: More) -> &Phrases {
        self.phrases[more as usize].get_or_init(|| {
            let all: Vec<String> = (0..self.sheets.len()).map(|p| self.phrase(p, more).unwrap_or_default()).collect();
            Phrases { folded: all.iter().map(|p| fold(p)).collect(), exact: all.iter().map(|p| exact(p)).collect() }
        })
    }

    /// Products whose folded phrase is such.
    pub fn whose_folded(&self, more: More, such: impl Fn(&str) -> bool) -> Vec<u32> {
        (0..).zip(&self.phrases(more).folded).filter(|(_, f)| !f.is_empty() && such(f)).map(|(p, _)| p).collect()
    }

    /// Products whose phrase with its accents stands so to a key.
    pub fn whose_exact(&self, more: More, such: impl Fn(&str, &str) -> bool, key: &str) -> Vec<u32> {
        (0..).zip(&self.phrases(more).exact).filter(|(_, e)| !e.is_empty() && such(e, key)).map(|(p, _)| p).collect()
    }

    /// Products whose phrase has the same letters with other accents.
    pub fn other_accents(&self, more: More, phrase: &str) -> Vec<u32> {
        let (folded, exact) = (fold(phrase), exact(phrase));
        let same = self.whose_folded(more, |f| f == folded);
        same.into_iter().filter(|p| self.phrases(more).exact[*p as usize] != exact).collect()
    }

    /// No product.
    pub fn nobody(&self) -> Holders {
        vec![0; self.sheets.len().div_ceil(64)]
    }

    /// Products that hold a word which begins so.
    fn beginning(&self, word: &str) -> Holders {
        let mut out = self.nobody();
        let start = self.words.partition_point(|w| w.0.as_str() < word);
        for (_, held) in self.words[start..].iter().take_while(|w| w.0.starts_with(word)) {
            held.iter().for_each(|p| out[*p as usize / 64] |= 1 << (p % 64));
        }
        out
    }

    /// Products that hold every word of the text, as it is or as a beginning, in whatever field.
    fn hold_all(&self, text: &str) -> Vec<u32> {
        let each = fold(text).split(' ').map(|w| self.beginning(w)).reduce(|mut all, one| {
            all.iter_mut().zip(one).for_each(|(a, b)| *a &= b);
            all
        });
        let all = each.unwrap_or_default();
        (0..self.sheets.len() as u32).filter(|p| all[*p as usize / 64] >> (p % 64) & 1 == 1).collect()
    }

    /// Whether a product that is not among these holds every word of the text.
    pub fn others_hold(&self, text: &str, these: &[u32]) -> bool {
        self.hold_all(text).iter().any(|p| !these.contains(p))
    }

    /// Whether a product that is not among these has all words, the last one perhaps only begun, in its own name and
    /// those of its producer and place.
    pub fn others_name(&self, text: &str, begun: bool, these: &[u32]) -> bool {
        let names = |p: &u32| {
            let s = &self.sheets[*p as usize];
            let names = [&s.name, &s.producer, &s.commune, &s.former, &s.district];
            all_in(text, &names.map(String::as_str).join(" "), begun)
        };
        self.hold_all(text).iter().any(|p| !these.contains(p) && names(p))
    }

    /// Products with all these words in their name and all those beside it.
    pub fn hold_apart(&self, named: &str, more: More, beside: &str) -> Vec<u32> {
        let both = |p: &u32| {
            let s = &self.sheets[*p as usize];
            let field = [&s.name, &s.producer, &s.commune, &s.former, &s.district][more as usize];
            all_in(named, &s.name, false) && all_in(beside, field, false)
        };
        self.hold_all(&format!("{named} {beside}")).into_iter().filter(both).collect()
    }
}
