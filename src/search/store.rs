//! The index as it travels: made once, by the publisher, so that a phone only unpacks it.
//!
//! In: a catalogue, its details, and phrases that mean the same. Out: a [`Stored`], four texts; `open` reads them. Words
//! are in the form of [`text::exact`], sorted by their base letters; everything else names them by their place. Measured
//! at 17,000 products: unpacking takes a tenth of what splitting and folding all texts takes, and descriptions need not be
//! sent at all.

use super::held;
use super::pack::push;
use crate::bundle::Stored;
use crate::catalog::{Catalog, Detail, DistrictKind, GROUPS, ProducerKind, Product, State, Term};
use crate::text;
use std::collections::HashMap;

/// Words met so far.
#[derive(Default)]
struct Words {
    ids: HashMap<String, u32>,
}

impl Words {
    fn of(&mut self, phrase: &str) -> Vec<u32> {
        let one = |word: text::Word<'_>| {
            let next = self.ids.len() as u32;
            *self.ids.entry(text::exact(word.text)).or_insert(next)
        };
        text::words(phrase).map(one).collect()
    }
}

/// Phrases that mean the same, as words with their accents: "quê" is no "quế".
struct Synonyms(Vec<Vec<(Vec<String>, String)>>);

impl Synonyms {
    fn new(sets: &[Vec<String>]) -> Synonyms {
        let phrase = |p: &String| (text::exact(p).split(' ').map(str::to_string).collect(), p.clone());
        Synonyms(sets.iter().map(|set| set.iter().map(phrase).collect()).collect())
    }

    /// What else a text might be called.
    fn of(&self, phrase: &str) -> String {
        let own = text::exact(phrase);
        let own: Vec<&str> = own.split(' ').collect();
        let holds = |words: &[String]| own.windows(words.len().max(1)).any(|w| w == words);
        let mut out = String::new();
        for set in self.0.iter().filter(|set| set.iter().any(|p| holds(&p.0))) {
            for (_, other) in set.iter().filter(|p| !holds(&p.0)) {
                out.push_str(other);
                out.push(' ');
            }
        }
        out
    }
}

/// Make the index. `details` is parallel to the products, or empty where nobody has any.
pub fn store(catalog: &Catalog, details: &[Detail], synonyms: &[Vec<String>]) -> Stored {
    let synonyms = Synonyms::new(synonyms);
    let mut words = Words::default();
    let mut lists: Vec<Vec<u32>> = Vec::new();
    for p in &catalog.products {
        lists.push(words.of(&p.name.vi));
        lists.push(words.of(&p.name.en));
        lists.push(words.of(p.site.commune.as_deref().unwrap_or_default()));
        lists.push(words.of(&synonyms.of(&[&p.name.vi, " | ", &p.name.en].concat())));
    }
    for name in values(catalog, &synonyms) {
        lists.push(words.of(&name));
    }
    let named = lists.len();
    for phrase in general(catalog) {
        lists.push(words.of(&phrase));
    }
    let mut told: Vec<(u32, u32)> = Vec::new();
    for (i, p) in (0..).zip(&catalog.products) {
        let mut own: Vec<u32> = texts(p, details.get(i as usize)).flat_map(|t| words.of(t)).collect();
        own.sort_unstable();
        own.dedup();
        told.extend(own.into_iter().map(|word| (word, i)));
    }
    // Words by base letters, then as spelt: all that begin alike stand together.
    let mut sorted: Vec<(String, String, u32)> =
        words.ids.into_iter().map(|(exact, id)| (text::fold(&exact), exact, id)).collect();
    sorted.sort_unstable();
    let mut place = vec![0_u32; sorted.len()];
    (0..).zip(&sorted).for_each(|(new, word)| place[word.2 as usize] = new);
    let mut names = String::new();
    for (i, list) in lists.iter().enumerate() {
        if i == named {
            push(&mut names, (lists.len() - named) as u32);
        }
        push(&mut names, list.len() as u32);
        list.iter().for_each(|word| push(&mut names, place[*word as usize]));
    }
    told.iter_mut().for_each(|t| t.0 = place[t.0 as usize]);
    let spelt: Vec<&str> = sorted.iter().map(|w| w.1.as_str()).collect();
    Stored { words: spelt.join(" "), names, texts: inverted(told, sorted.len()), orders: held::stored(catalog) }
}

/// For every word how many products tell of it, and the steps from each of them to the next.
fn inverted(mut told: Vec<(u32, u32)>, words: usize) -> String {
    told.sort_unstable();
    let mut out = String::new();
    let mut rest = told.as_slice();
    for word in 0..words as u32 {
        let (own, others) = rest.split_at(rest.partition_point(|t| t.0 == word));
        rest = others;
        push(&mut out, own.len() as u32);
        let mut before = 0;
        for (_, product) in own {
            push(&mut out, product - before);
            before = *product;
        }
    }
    out
}

/// What a product's own page tells of it.
fn texts<'a>(product: &'a Product, detail: Option<&'a Detail>) -> impl Iterator<Item = &'a str> {
    let notes = detail.into_iter().flat_map(|d| [&d.quality_note, &d.channel_note, &d.market_note]);
    let facts = detail.into_iter().flat_map(|d| d.facts.iter().chain([&d.story.vi, &d.story.en])).map(String::as_str);
    let decisions = product.recognitions.iter().filter_map(|r| r.decision.as_deref());
    facts.chain(notes.flatten().map(|n| n.vi.as_str())).chain(decisions)
}

/// What the value of every facet is found by, in the order of their numbers.
fn values(c: &Catalog, synonyms: &Synonyms) -> Vec<String> {
    let both = |vi: &str, en: &str| [vi, " ", en].concat();
    let also = |name: String| [name.as_str(), " ", &synonyms.of(&name)].concat();
    let terms = |all: &[Term]| all.iter().map(|t| both(&t.name.vi, &t.name.en)).collect::<Vec<_>>();
    let kind = |k: DistrictKind| match k {
        DistrictKind::Rural => "huyện",
        DistrictKind::Town => "thị xã",
        DistrictKind::City => "thành phố",
    };
    let nothing = |count: usize| vec![String::new(); count];
    // No group, and no stars, have no name; nor is anything found by a state or a kind.
    let mut out: Vec<String> = GROUPS.iter().map(|g| also(both(g.name.vi, g.name.en))).collect();
    out.extend(nothing(1 + State::ALL.len()));
    out.extend(["5", "4", "3"].map(|n| ["OCOP ", n, " sao star"].concat()));
    out.extend(nothing(1));
    out.extend(c.districts.iter().map(|d| [kind(d.kind), " ", &d.name, " district"].concat()));
    out.extend(c.communes.iter().map(|p| both(&p.name.vi, &p.name.en)));
    out.extend(nothing(ProducerKind::ALL.len()));
    out.extend([&c.qualities, &c.channels, &c.markets].into_iter().flat_map(|all| terms(all)));
    out.extend(c.producers.iter().map(|p| also(p.name.clone())));
    out
}

/// What is true of every product of a catalogue, and so parts none from another.
fn general(c: &Catalog) -> Vec<String> {
    let (vi, en) = (&c.about.province.vi, &c.about.province.en);
    let mut out = Vec::from(GENERAL.map(String::from));
    // Who types no accents means both.
    for name in
        [vi, en].into_iter().filter(|name| !name.is_empty() && (*name == vi || text::fold(name) != text::fold(vi)))
    {
        let full = ["tỉnh ", name].concat();
        out.extend(
            ["của ", "ở ", "tại "].iter().flat_map(|word| [name, &full].map(|name| [word, name.as_str()].concat())),
        );
        out.extend(["of ", "from ", "in "].map(|word| [word, name].concat()));
        out.extend([name.clone(), full, [name, " province"].concat()]);
    }
    out
}

/// Words for goods of any kind.
const GENERAL: [&str; 6] = ["đặc sản", "sản phẩm", "specialties", "specialty", "products", "product"];
