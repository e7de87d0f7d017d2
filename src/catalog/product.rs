//! Products: what the list needs of one ([`Product`]) and what only its own page needs ([`Detail`]).

use super::recognition::{self, Recognition, Standing};
use super::{CommuneCode, Date, DistrictId, GroupId, ProducerId, TermId, Text};

/// A product as lists, search and facets know it. What the source leaves empty is empty here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Product {
    /// Name in addresses: readable, ASCII, unique, the same when other rows are added.
    pub slug: String,
    /// Name; `en` is empty where the source has none.
    pub name: Text<String>,
    /// The English name is a literal translation, not one the producer uses.
    pub literal: bool,
    /// Who makes it; sometimes two, often nobody named.
    pub makers: Vec<ProducerId>,
    /// Where it is made.
    pub site: Site,
    /// Place in the group tree, as exact as known.
    pub group: Option<GroupId>,
    /// Every recognition the source states.
    pub recognitions: Vec<Recognition>,
    /// Quality systems.
    pub quality: Vec<TermId>,
    /// Sales channels.
    pub channels: Vec<TermId>,
    /// Export markets.
    pub markets: Vec<TermId>,
    /// What its drawn picture shows: index into the catalogue's motifs.
    pub motif: TermId,
    /// Its photograph, which then stands where the drawn picture would.
    pub photo: Option<Photo>,
}

/// A photograph, kept in several sizes under names that follow from its content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Photo {
    /// What the names of its files begin with.
    pub stem: String,
    /// Width of the largest copy, in pixels.
    pub width: u16,
    /// Height of the largest copy, in pixels.
    pub height: u16,
    /// Its mean colour, `#rrggbb`, shown until it has come.
    pub tint: String,
}

impl Photo {
    /// Widths of its copies in pixels, the smallest first, each the half of the next: 400 for a card (a phone's 124 px
    /// at 3, a desktop's 300 at 1), 800 for a page on most phones (412 px at 1.75) and a card on a dense desktop, and
    /// the largest for dense phones and for paper.
    pub fn widths(&self) -> Vec<u16> {
        let mut widths = vec![self.narrowest(), self.width.min(800), self.width];
        widths.dedup();
        widths
    }

    /// Width of the smallest copy.
    pub fn narrowest(&self) -> u16 {
        self.width.min(400)
    }

    /// Name of the copy of that width, WebP.
    pub fn file(&self, width: u16) -> String {
        format!("{}-{width}.webp", self.stem)
    }

    /// Name of the copy for whatever does not know WebP: JPEG, as large as the largest.
    pub fn fallback(&self) -> String {
        format!("{}.jpg", self.stem)
    }

    /// Names of all its files.
    pub fn files(&self) -> Vec<String> {
        let copies = self.widths().into_iter().map(|width| self.file(width));
        copies.chain([self.fallback()]).collect()
    }
}

/// Where a product is made: today's place and the former one, side by side.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Site {
    /// Commune or ward of today; two where the former one was divided and the source does not say which.
    pub today: Vec<CommuneCode>,
    /// Former commune as the label has it ("xã Hoằng Phụ").
    pub commune: Option<String>,
    /// Former district.
    pub district: Option<DistrictId>,
}

impl Product {
    /// Its name as shown: with a dash that stays with the word before it where the source types a hyphen between blanks.
    pub fn shown(&self) -> String {
        let mut parts = self.name.vi.split('-');
        let mut name = String::from(parts.next().unwrap_or_default());
        for part in parts {
            if name.ends_with(' ') && part.starts_with(' ') {
                name.pop();
                name.push_str("\u{a0}–");
            } else {
                name.push('-');
            }
            name.push_str(part);
        }
        name
    }

    /// How it stands on that day; none if nobody recognised it.
    pub fn standing(&self, today: Date) -> Option<Standing> {
        recognition::standing(&self.recognitions, today)
    }
}

/// What only a product's own page shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Detail {
    /// What its producer tells of it.
    pub story: Text<String>,
    /// Facts and remarks, each as the source writes it (Vietnamese).
    pub facts: Vec<String>,
    /// Price of a pack in dong.
    pub price: Option<u32>,
    /// What is in a pack, as written ("hũ 200 g").
    pub pack: String,
    /// Number of its bar code: 8, 12, 13 or 14 digits, the last one checked (GS1 General Specifications, 7.9).
    pub gtin: String,
    /// All its photographs; the first is the product's own.
    pub photos: Vec<Photo>,
    /// A remark on the quality systems ("cấp công ty…").
    pub quality_note: Option<Text<String>>,
    /// A remark on the channels.
    pub channel_note: Option<Text<String>>,
    /// A remark on the markets.
    pub market_note: Option<Text<String>>,
    /// Where all this comes from.
    pub sources: Vec<Source>,
}

/// A public source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Title and publisher.
    pub title: String,
    /// Address.
    pub url: String,
}
