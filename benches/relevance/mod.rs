//! The relevance set: queries made by rule out of a catalogue, each with the products that answer it.
//!
//! In: a catalogue with its details, a number of queries a class, a seed. Out: [`Asked`] queries, one class after the
//! other in turn, so that the beginning of the list is as mixed as the whole. The same on every machine.
//!
//! A query is made from the *phrase* of one product: its name, and where the name alone would not do, words of its
//! producer or place after it ([`More`]). It wants that product and every other one that answers it **equally**:
//!
//! | class | the query | who answers it equally |
//! |---|---|---|
//! | accented | the phrase as written | same phrase, accents included (tone placement and case aside) |
//! | unaccented | the phrase folded | same phrase folded |
//! | prefix | last word cut to half, one in two with accents | phrase begins, folded, with the query |
//! | fields | words of the name and of one other field | all those words in the name and in that same field |
//! | typo | one edit of a letter anywhere in 8 letters or more | phrase one edit away from the query |
//! | telex, vni | the phrase in keys, one in three only partly | same phrase, accents included if every word is in keys |
//! | regional | one confusion, one in two with accents | phrase from which one confusion leads to the query |
//! | joined | two or more neighbours typed together | same letters, spaces aside |
//! | nothing | words that no product holds, see [`nothing`] | nobody |
//! | typing | folded name cut anywhere, up to two picks of its own | not judged: it stands for keys and filters |
//!
//! What makes the score measure the engine and not luck: at most [`MOST`] products may answer equally, else the phrase
//! takes more words, else the product is passed over. A misspelt query (typo, telex, vni, regional, joined) that some
//! *other* product answers letter for letter is thrown away, since that product rightly comes first; so is one of words
//! from two fields that another product has in whatever names (its own, its producer's, its places'): nobody can tell
//! that they were not meant so. Names of more than [`LONGEST`] words are only asked whole in `accented`. A query that
//! other names merely contain is kept: that the product of just that name stands first is the engine's task.

mod dice;
mod exchange;
mod facet;
mod keys;
mod list;
mod nothing;
mod shelf;
mod slip;

pub use exchange::write;
pub use list::{Listed, listed};
pub use shelf::Shelf;

use dice::Dice;
use ocop::catalog::Catalog;
use ocop::query::{Facet, Query};
use ocop::text::{exact, fold, lower, words};
use shelf::More;

/// More products than these answering a query equally would make the score a matter of luck.
const MOST: usize = 3;
/// Nobody types the whole of a longer name.
const LONGEST: usize = 8;
/// A phrase with fewer letters is another one after an edit.
const SHORTEST_TYPO: usize = 8;
/// Ways to spoil a phrase that are tried before the next product is taken.
const TRIES: usize = 6;

/// Kinds of query.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    Accented,
    Unaccented,
    Prefix,
    Fields,
    Typo,
    Telex,
    Vni,
    Regional,
    Joined,
    Nothing,
    Typing,
}

impl Class {
    pub const ALL: [Class; 11] = [
        Class::Accented,
        Class::Unaccented,
        Class::Prefix,
        Class::Fields,
        Class::Typo,
        Class::Telex,
        Class::Vni,
        Class::Regional,
        Class::Joined,
        Class::Nothing,
        Class::Typing,
    ];

    /// Its name in tables and files.
    pub fn key(self) -> &'static str {
        [
            "accented",
            "unaccented",
            "prefix",
            "fields",
            "typo",
            "telex",
            "vni",
            "regional",
            "joined",
            "nothing",
            "typing",
        ][self as usize]
    }

    fn is_misspelt(self) -> bool {
        matches!(self, Class::Typo | Class::Telex | Class::Vni | Class::Regional | Class::Joined)
    }
}

/// One query.
pub struct Asked {
    /// As typed.
    pub text: String,
    /// Its kind.
    pub class: Class,
    /// Products that answer it, by their place in the catalogue; any of them first is right.
    pub wanted: Vec<u32>,
    /// Products of the same letters with other accents, which must stand behind (class accented only).
    pub behind: Vec<u32>,
    /// Picks, as the site's addresses have them.
    pub filters: String,
}

/// The set: as many of each class as can be made, up to `many`; twice as many of `typing`.
pub fn set(shelf: &Shelf, catalog: &Catalog, many: usize, seed: u64) -> Vec<Asked> {
    let mut classes: Vec<std::vec::IntoIter<Asked>> = Class::ALL
        .into_iter()
        .map(|class| {
            let mut dice = Dice::new(seed * 100 + class as u64);
            let all = match class {
                Class::Nothing => nothing::phrases(shelf, &mut dice, many).into_iter().map(none).collect(),
                Class::Typing => gather(shelf, &mut dice, many * 2, |p, d| Some(typing(shelf, catalog, p, d))),
                Class::Fields => gather(shelf, &mut dice, many, |p, d| fields(shelf, p, d)),
                _ => gather(shelf, &mut dice, many, |p, d| phrase(class, shelf, p, d)),
            };
            all.into_iter()
        })
        .collect();
    let mut out = Vec::new();
    loop {
        let before = out.len();
        out.extend(classes.iter_mut().filter_map(Iterator::next));
        if out.len() == before {
            return out;
        }
    }
}

fn none(text: String) -> Asked {
    Asked { text, class: Class::Nothing, wanted: Vec::new(), behind: Vec::new(), filters: String::new() }
}

/// Queries from products at random, no product twice.
fn gather(
    shelf: &Shelf,
    dice: &mut Dice,
    many: usize,
    mut make: impl FnMut(usize, &mut Dice) -> Option<Asked>,
) -> Vec<Asked> {
    dice.shuffled(shelf.sheets.len()).into_iter().filter_map(|product| make(product, dice)).take(many).collect()
}

/// A query of any class that is made from a whole phrase.
fn phrase(class: Class, shelf: &Shelf, product: usize, dice: &mut Dice) -> Option<Asked> {
    if class != Class::Accented && words(&shelf.sheets[product].name).count() > LONGEST {
        return None;
    }
    More::ALL.into_iter().find_map(|more| {
        let phrase = shelf.phrase(product, more)?;
        (0..TRIES).find_map(|_| {
            let (text, whole) = spoil(class, &phrase, dice)?;
            let wanted = equal(class, shelf, more, &phrase, &text, whole);
            let slipped = class.is_misspelt() && fold(&text) != fold(&phrase);
            let begun = class == Class::Prefix;
            let named = if begun { &text } else { &phrase };
            if wanted.len() > MOST
                || slipped && shelf.others_hold(&text, &wanted)
                || more != More::Nothing && shelf.others_name(named, begun, &wanted)
            {
                return None;
            }
            let behind = if class == Class::Accented { shelf.other_accents(more, &phrase) } else { Vec::new() };
            Some(Asked { text, class, wanted, behind, filters: String::new() })
        })
    })
}

/// The query, and whether every accent is in it.
fn spoil(class: Class, phrase: &str, dice: &mut Dice) -> Option<(String, bool)> {
    let some = |text: String| Some((text, false));
    match class {
        Class::Accented => Some((phrase.to_owned(), true)),
        Class::Unaccented => some(fold(phrase)),
        Class::Prefix => some(halved(&accents(phrase, dice))),
        Class::Typo if fold(phrase).len() < SHORTEST_TYPO => None,
        Class::Typo => slip::edit(&accents(phrase, dice), dice).and_then(some),
        Class::Telex => keys::typed(phrase, keys::telex, dice),
        Class::Vni => keys::typed(phrase, keys::vni, dice),
        Class::Regional => {
            let all = slip::regional(phrase);
            let text = dice.pick(&all)?;
            some(accents(text, dice)).filter(|t| t.0 != fold(phrase))
        }
        Class::Joined => slip::joined(&accents(phrase, dice), dice).and_then(some),
        Class::Fields | Class::Nothing | Class::Typing => None,
    }
}

/// Lower case, one in two without accents.
fn accents(phrase: &str, dice: &mut Dice) -> String {
    if dice.below(2) == 0 { fold(phrase) } else { spaced(&lower(phrase)) }
}

/// The words alone, without what stands between them.
fn spaced(text: &str) -> String {
    words(text).map(|w| w.text).collect::<Vec<_>>().join(" ")
}

/// The last word cut to half, at least to its first letter.
fn halved(phrase: &str) -> String {
    let (before, last) = phrase.rsplit_once(' ').map_or(("", phrase), |(b, l)| (b, l));
    let half: String = last.chars().take(last.chars().count().div_ceil(2)).collect();
    if before.is_empty() { half } else { format!("{before} {half}") }
}

/// Who answers the query equally; the table at the top says by which rule.
fn equal(class: Class, shelf: &Shelf, more: More, phrase: &str, text: &str, whole: bool) -> Vec<u32> {
    let (asked, meant) = (fold(text), fold(phrase));
    let letters = |text: &str| text.split(' ').collect::<String>();
    match class {
        _ if whole => shelf.whose_exact(more, |e, key| e == key, &exact(phrase)),
        Class::Prefix => shelf.whose_folded(more, |f| f.starts_with(&asked)),
        Class::Typo => shelf.whose_folded(more, |f| slip::within_one(f, &asked)),
        Class::Joined => {
            let together = letters(&asked);
            shelf.whose_folded(more, |f| f.len() >= together.len() && letters(f) == together)
        }
        Class::Regional => {
            let near = shelf.whose_folded(more, |f| slip::one_run(f, &asked));
            let leads = |p: &u32| {
                let phrase = shelf.phrase(*p as usize, more).unwrap_or_default();
                slip::regional(&phrase).iter().any(|v| v == text || fold(v) == text)
            };
            near.into_iter().filter(leads).collect()
        }
        _ => shelf.whose_folded(more, |f| f == meant),
    }
}

/// Some words of the name, in order, and words of the producer, the commune of today, the former one or the district.
fn fields(shelf: &Shelf, product: usize, dice: &mut Dice) -> Option<Asked> {
    let name: Vec<&str> = words(&shelf.sheets[product].name).map(|w| w.text).collect();
    (0..TRIES * 2).find_map(|_| {
        let more = *dice.pick(&More::ALL[1..])?;
        let beside = shelf.extra(product, more)?;
        let kept = dice.between(2, name.len().min(LONGEST)).min(name.len());
        let mut chosen: Vec<usize> = dice.shuffled(name.len().min(LONGEST)).into_iter().take(kept).collect();
        chosen.sort_unstable();
        let named: Vec<&str> = chosen.into_iter().map(|i| name[i]).collect();
        let (named, beside) = (named.join(" "), spaced(&beside));
        let wanted = shelf.hold_apart(&named, more, &beside);
        if wanted.len() > MOST || shelf.others_name(&format!("{named} {beside}"), false, &wanted) {
            return None;
        }
        let text = if dice.below(10) < 7 { format!("{named} {beside}") } else { format!("{beside} {named}") };
        let text = accents(&text, dice);
        Some(Asked { text, class: Class::Fields, wanted, behind: Vec::new(), filters: String::new() })
    })
}

/// A name on its way to being typed, with picks that its product answers.
fn typing(shelf: &Shelf, catalog: &Catalog, product: usize, dice: &mut Dice) -> Asked {
    let name = fold(&shelf.sheets[product].name);
    let text = name.chars().take(dice.between(1, name.len().min(24))).collect();
    let mut picks = Query::default();
    for _ in 0..dice.below(3) {
        let facet = Facet::ALL[dice.below(Facet::ALL.len())];
        let held = facet::slugs(catalog, product, facet);
        if let Some(slug) = dice.pick(&held).filter(|s| !picks.has(facet, s)) {
            picks = picks.toggled(facet, slug);
        }
    }
    Asked { text, class: Class::Typing, wanted: Vec::new(), behind: Vec::new(), filters: picks.write() }
}
