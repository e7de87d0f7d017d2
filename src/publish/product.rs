//! One row of the products' sheet becomes a product and its details.
//!
//! In: a row, and what all rows share ([`Desk`]). Out: a [`Product`] without its slug, which depends on all rows, and
//! its [`Detail`]. What the row leaves empty stays empty.

use super::cell::capital;
use super::decision::decisions;
use super::faults::{Faults, Said};
use super::group::group;
use super::holder::Holder;
use super::offer::{contact, offer};
use super::picture::Motifs;
use super::place::{Gazetteer, Spot};
use super::producer::Roll;
use super::recognition::{Readings, of_columns};
use super::sheet::Row;
use super::term::{Glossary, Remarks, Vocabulary, Words, words};
use super::value::yes;
use crate::catalog::*;
use crate::text::exact;
use std::collections::{BTreeMap, HashMap};

/// What the rows share: what is known beforehand, and what they add to the catalogue.
pub struct Desk {
    /// Name of the province, as column `province` has it.
    pub province: String,
    /// The catalogue's day, the last a recognition can have.
    pub as_of: Date,
    /// Places.
    pub places: Gazetteer,
    /// Words of the vocabularies.
    pub glossary: Glossary,
    /// The folder has a glossary of its own, which is meant to hold every word; without one nobody is asked for any.
    pub own_glossary: bool,
    /// Remarks on the words, in both languages.
    pub remarks: Remarks,
    /// Our readings of remarks.
    pub readings: Readings,
    /// Producers met.
    pub roll: Roll,
    /// Communes of today met.
    pub communes: BTreeMap<CommuneCode, Commune>,
    /// Former districts met.
    pub districts: Vec<District>,
    /// Quality systems met.
    pub qualities: Vocabulary,
    /// Channels met.
    pub channels: Vocabulary,
    /// Markets met.
    pub markets: Vocabulary,
    /// Motifs met.
    pub motifs: Motifs,
    /// First row of each holder of a name.
    pub seen: HashMap<Holder, Said>,
    /// First row of each bar code.
    pub codes: HashMap<String, Said>,
}

impl Desk {
    /// Read one row.
    pub fn product(&mut self, row: &Row, faults: &mut Faults) -> (Holder, Product, Detail) {
        let cell = |column: &str| row.get(column).to_owned();
        let holder = Holder {
            name: cell("name_vi"),
            producer: cell("producer"),
            commune: cell("commune"),
            district: cell("district"),
        };
        self.check(row, &holder, faults);
        let spot = self.places.spot(row, faults);
        let (decisions, systems) = decisions(row, self.as_of, faults);
        let recognitions = match self.readings.take(row, self.as_of, faults) {
            Some(read) => read,
            None => of_columns(row, decisions, self.as_of, faults),
        };
        let own = self.own_glossary;
        let need = |column: &'static str, all: bool| {
            move |word: &str| {
                let expected =
                    ("một từ có trong terms.csv, để có tiếng Anh", "a word of the glossary terms.csv, for its English");
                (own && (all || !word.is_ascii())).then(|| row.error(column, expected).of(word).mild())
            }
        };
        let quality = words(&systems, need("certificates", false), &self.glossary, &mut self.qualities, faults);
        let (channels, markets) = (row.names("channels"), row.names("export_markets"));
        let channels = words(&channels, need("channels", true), &self.glossary, &mut self.channels, faults);
        let markets = words(&markets, need("export_markets", true), &self.glossary, &mut self.markets, faults);
        let group = group(row, faults);
        let makers = self.roll.enter(row.get("producer"));
        self.roll.reach(&makers, row, contact(row, faults), faults);
        let detail = self.detail(row, [&quality, &channels, &markets], faults);
        self.code(row, &detail.gtin, faults);
        let product = Product {
            slug: String::new(),
            name: Text { vi: cell("name_vi"), en: cell("name_en") },
            literal: yes(row.get("name_en_is_literal_translation")) == Some(true),
            makers,
            site: self.site(spot),
            group,
            recognitions,
            quality: quality.ids,
            channels: channels.ids,
            markets: markets.ids,
            motif: self.motifs.enter(row.get("name_vi"), group),
            photo: None,
        };
        (holder, product, detail)
    }

    fn check(&mut self, row: &Row, holder: &Holder, faults: &mut Faults) {
        if holder.name.is_empty() {
            faults.add(row.error("name_vi", ("tên sản phẩm", "a name")));
        } else if let Some(first) = self.seen.get(holder) {
            faults.add(row.error(
                "name_vi",
                (
                    format!("mỗi sản phẩm một lần; {} trùng tên, chủ thể và nơi làm", first.vi),
                    format!("each product once; {} has the same name, producer and place", first.en),
                ),
            ));
        } else {
            self.seen.insert(holder.clone(), row.place());
        }
        if yes(row.get("name_en_is_literal_translation")).is_none() {
            faults.add(row.error("name_en_is_literal_translation", ("có, không hoặc để trống", "yes, no or empty")));
        }
        if !row.get("province").is_empty() && exact(row.get("province")) != exact(&self.province) {
            faults.add(row.error(
                "province",
                (format!("{} hoặc để trống", self.province), format!("{} or empty", self.province)),
            ));
        }
    }

    /// A bar code is one product's: who has it, too, is named.
    fn code(&mut self, row: &Row, gtin: &str, faults: &mut Faults) {
        if gtin.is_empty() {
            return;
        }
        let Some(first) = self.codes.get(gtin) else {
            self.codes.insert(gtin.to_owned(), row.place());
            return;
        };
        let expected = (
            format!("mỗi sản phẩm một mã; {} đã có mã này", first.vi),
            format!("a code of its own for each product; {} has this one, too", first.en),
        );
        faults.add(
            row.error("gtin", expected).mild().hint((
                "đọc lại mã trên nhãn của cả hai sản phẩm",
                "read the codes on the labels of both products again",
            )),
        );
    }

    fn site(&mut self, spot: Spot) -> Site {
        for code in &spot.today {
            if let Some(commune) = self.places.communes.get(code) {
                self.communes.entry(*code).or_insert_with(|| commune.clone());
            }
        }
        let district = spot.district.map(|district| {
            let at = self.districts.iter().position(|d| d.slug == district.slug).unwrap_or_else(|| {
                self.districts.push(district);
                self.districts.len() - 1
            });
            DistrictId(at as u16)
        });
        Site { today: spot.today, commune: spot.commune, district }
    }

    fn detail(&self, row: &Row, [quality, channels, markets]: [&Words; 3], faults: &mut Faults) -> Detail {
        let source = Source { title: row.get("source_title").to_owned(), url: row.get("source_url").to_owned() };
        if !source.url.is_empty() && !source.url.starts_with("https://") && !source.url.starts_with("http://") {
            faults.add(row.error(
                "source_url",
                ("địa chỉ bắt đầu bằng https:// hoặc http://", "an address that begins with https:// or http://"),
            ));
        }
        let stated = !(source.title.is_empty() && source.url.is_empty());
        let mut note = |words: &Words, column: &str| {
            let note = words.note.as_ref()?;
            let known = self.remarks.look_up(note);
            if known.is_none() {
                faults.add(
                    row.error(
                        column,
                        ("một dòng trong remarks.csv, để có tiếng Anh", "a line of remarks.csv, for its English"),
                    )
                    .of(note)
                    .mild(),
                );
            }
            Some(known.unwrap_or_else(|| Text { vi: note.clone(), en: String::new() }))
        };
        let (quality_note, channel_note, market_note) =
            (note(quality, "certificates"), note(channels, "channels"), note(markets, "export_markets"));
        Detail {
            facts: row.list("attributes").into_iter().map(capital).collect(),
            quality_note,
            channel_note,
            market_note,
            sources: stated.then_some(source).into_iter().collect(),
            ..offer(row, faults)
        }
    }
}
