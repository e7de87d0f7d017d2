//! Vocabularies: quality systems, sales channels and export markets as words to filter by, apart from remarks on them.
//!
//! In: cells such as `Nga; Hàn Quốc` and the glossary `terms.csv`. Out: [`Term`]s in both languages and the remarks.
//! The glossary says for words as they are `written` which word or words (`vi`, `en`, separated by `;`) they count as;
//! where that is not the same word, what was written is kept as a remark. An empty `vi` makes it a remark only
//! ("Nhiều quốc gia"). A word it lacks is used as it is, with a warning where another language needs it.

use super::cell::{capital, remarks, split};
use super::faults::{Fault, Faults};
use super::sheet::Row;
use super::stem::tag;
use crate::catalog::{Term, TermId, Text};
use crate::text::{exact, slug};
use std::collections::{HashMap, HashSet};

/// Name of the glossary's file.
pub const FILE: &str = "terms.csv";
/// Name of the file of remarks: what is said beside the words, in both languages, and how it is shown.
pub const REMARKS: &str = "remarks.csv";
/// The columns of both.
pub const COLUMNS: &[&str] = &["written", "vi", "en"];

/// What each written word counts as.
#[derive(Default)]
pub struct Glossary(HashMap<String, Vec<Text<String>>>);

impl Glossary {
    /// From the rows of `terms.csv`.
    pub fn new(rows: &[Row], faults: &mut Faults) -> Glossary {
        let mut all = HashMap::new();
        for row in rows {
            let (vi, en) = (split(row.get("vi"), ';'), split(row.get("en"), ';'));
            if vi.len() != en.len() {
                faults.add(row.error(
                    "en",
                    (
                        format!("{} từ cách nhau bằng ';', như ở cột vi", vi.len()),
                        format!("{} words separated by ';', as in column vi", vi.len()),
                    ),
                ));
            }
            let words = vi.into_iter().zip(en).map(|(vi, en)| Text { vi: vi.to_owned(), en: en.to_owned() });
            if all.insert(exact(row.get("written")), words.collect()).is_some() {
                faults.add(row.error("written", ("mỗi từ một lần", "each word once")));
            }
        }
        Glossary(all)
    }

    fn look_up(&self, word: &str) -> Option<&[Text<String>]> {
        self.0.get(&exact(word)).map(Vec::as_slice)
    }
}

/// What the catalogue shows of each written remark.
#[derive(Default)]
pub struct Remarks(HashMap<String, Text<String>>);

impl Remarks {
    /// From the rows of `remarks.csv`.
    pub fn new(rows: &[Row], faults: &mut Faults) -> Remarks {
        let mut all = HashMap::new();
        for row in rows {
            let text = Text { vi: row.get("vi").to_owned(), en: row.get("en").to_owned() };
            if all.insert(exact(row.get("written")), text).is_some() {
                faults.add(row.error("written", ("mỗi ghi chú một lần", "each remark once")));
            }
        }
        Remarks(all)
    }

    /// The remark in both languages.
    pub fn look_up(&self, written: &str) -> Option<Text<String>> {
        self.0.get(&exact(written)).cloned()
    }
}

/// The words of one vocabulary met so far, in the order met.
#[derive(Default)]
pub struct Vocabulary {
    /// Slug, Vietnamese, English.
    pub terms: Vec<Term>,
    ids: HashMap<String, TermId>,
    slugs: HashSet<String>,
}

impl Vocabulary {
    /// The id of that word, entered if it is new; upper and lower case are one word. None when 65,536 are in already.
    pub fn enter(&mut self, name: Text<String>) -> Option<TermId> {
        let key = exact(&name.vi);
        if let Some(id) = self.ids.get(&key) {
            return Some(*id);
        }
        let id = TermId(u16::try_from(self.terms.len()).ok()?);
        let name = Text { vi: capital(&name.vi), en: capital(&name.en) };
        let plain = slug(&name.vi);
        let slug = if self.slugs.contains(&plain) { tag(&plain, &key) } else { plain };
        self.slugs.insert(slug.clone());
        self.terms.push(Term { slug, name });
        self.ids.insert(key, id);
        Some(id)
    }
}

/// Words and remarks of one cell.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct Words {
    /// Each once, in the order written.
    pub ids: Vec<TermId>,
    /// What the cell says beside them.
    pub note: Option<String>,
}

/// Read the words among those parts of a cell; `missing` says what to report of a word the glossary lacks.
pub fn words(
    parts: &[&str],
    missing: impl Fn(&str) -> Option<Fault>,
    glossary: &Glossary,
    vocabulary: &mut Vocabulary,
    faults: &mut Faults,
) -> Words {
    let mut ids: Vec<TermId> = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    for part in parts {
        let (word, aside) = remarks(part);
        let known = glossary.look_up(word);
        let same = known.is_none_or(|names| names.iter().any(|n| exact(&n.vi) == exact(word)));
        match same {
            true => notes.extend(aside.into_iter().map(capital)),
            false => notes.push(capital(part)),
        }
        let names = match known {
            Some(names) => names.to_vec(),
            None => {
                missing(word).into_iter().for_each(|f| faults.add(f));
                vec![Text { vi: word.to_owned(), en: word.to_owned() }]
            }
        };
        for id in names.into_iter().filter_map(|name| vocabulary.enter(name)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    Words { ids, note: (!notes.is_empty()).then(|| notes.join("; ")) }
}
