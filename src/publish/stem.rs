//! Slugs made of names: plain where a name gives one alone, else with what tells it apart.
//!
//! In: holders of names, and the slugs that are used. Out: free slugs.

use super::holder::Holder;
use crate::pick::Number;
use crate::text::{NOTHING, slug, sum};
use std::collections::{HashMap, HashSet};

/// A slug is the name of a file (at most 255 bytes with its ending) and stands in printed addresses.
const LONGEST: usize = 120;

/// Suffixes for names that would share a slug.
pub fn tell_apart<'a>(
    plain: &str,
    mut group: Vec<&'a Holder>,
    used: &mut Used,
    given: &mut HashMap<&'a Holder, String>,
) {
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
pub fn stem(name: &str) -> String {
    let plain = slug(name);
    match plain.get(..LONGEST - 20) {
        Some(head) => head.rsplit_once('-').map_or(head, |(words, _)| words).to_owned(),
        None => plain,
    }
}

/// Slugs that were given, and what stands for them in lists.
#[derive(Default)]
pub struct Used {
    slugs: HashSet<String>,
    numbers: HashSet<Number>,
}

impl Used {
    /// It is given.
    pub fn insert(&mut self, slug: &str) {
        self.slugs.insert(slug.to_owned());
        self.numbers.insert(Number::of(slug));
    }

    /// Nobody has it yet, and it is not what the photocopy plate of another product is called (`{slug}-bw.svg`).
    pub fn free(&self, slug: &str) -> bool {
        !self.slugs.contains(slug) && !self.numbers.contains(&Number::of(slug)) && !slug.ends_with("-bw")
    }
}

/// `stem-` and six digits made of the text (FNV-1a), for what has no other difference in ASCII.
pub fn tag(stem: &str, text: &str) -> String {
    let hash = sum(NOTHING, text.bytes());
    let digits = format!("{:06x}", (hash ^ (hash >> 24) ^ (hash >> 48)) & 0x00ff_ffff);
    format!("{stem}-{digits}")
}
