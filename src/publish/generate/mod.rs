//! Invented catalogues for work at scale: `generate(17_000, 1)` is the same on every machine and for ever.
//!
//! In: how many products, and a seed. Out: a catalogue marked as invented, as varied as real ones, with empty fields in
//! the proportions of the real sample. Time and memory grow with the number of products and no faster.
//! It reads no files; nothing it says of anybody is true.

mod dice;
mod house;
mod tale;
mod wares;

use super::cell::clean;
use super::holder::{Holder, Kind};
use super::picture::Motifs;
use super::producer::Roll;
use super::register::Register;
use super::term::Vocabulary;
use crate::catalog::*;
use dice::Dice;
use house::{House, Houses};
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

const QUALITIES: &[(&str, &str)] = &[
    ("VietGAP", "VietGAP"),
    ("GlobalGAP", "GlobalGAP"),
    ("HACCP", "HACCP"),
    ("ISO 22000", "ISO 22000"),
    ("FDA", "FDA"),
    ("Hữu cơ", "Organic"),
    ("Halal", "Halal"),
];
const CHANNELS: &[(&str, &str)] = &[
    ("Hội chợ", "Fairs"),
    ("Đại lý", "Agents"),
    ("Siêu thị", "Supermarkets"),
    ("Shopee", "Shopee"),
    ("Lazada", "Lazada"),
    ("TikTok", "TikTok"),
    ("Zalo", "Zalo"),
    ("Facebook", "Facebook"),
    ("Postmart", "Postmart"),
    ("Voso", "Voso"),
    ("Cửa hàng ký gửi", "Consignment shops"),
];
const MARKETS: &[(&str, &str)] = &[
    ("Nga", "Russia"),
    ("Hàn Quốc", "South Korea"),
    ("Đài Loan", "Taiwan"),
    ("Nhật Bản", "Japan"),
    ("EU", "EU"),
    ("Mỹ", "United States"),
    ("Canada", "Canada"),
    ("Thụy Sĩ", "Switzerland"),
    ("Thụy Điển", "Sweden"),
    ("Lào", "Laos"),
    ("Australia", "Australia"),
];

/// The day of every invented catalogue.
const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

/// The works in progress.
struct Shop {
    dice: Dice,
    roll: Roll,
    districts: Vec<District>,
    district_ids: HashMap<String, DistrictId>,
    qualities: Vocabulary,
    channels: Vocabulary,
    markets: Vocabulary,
    motifs: Motifs,
    holders: Vec<Holder>,
    taken: HashSet<Holder>,
}

/// So many invented products, and their details.
pub fn generate(products: usize, seed: u64) -> (Catalog, Vec<Detail>) {
    let mut houses = Houses::new();
    let mut shop = Shop {
        dice: Dice::new(seed),
        roll: Roll::default(),
        districts: Vec::new(),
        district_ids: HashMap::new(),
        qualities: Vocabulary::default(),
        channels: Vocabulary::default(),
        markets: Vocabulary::default(),
        motifs: Motifs::default(),
        holders: Vec::new(),
        taken: HashSet::new(),
    };
    let (mut all, mut details) = (Vec::with_capacity(products), Vec::with_capacity(products));
    while all.len() < products {
        let house = houses.build(&mut shop.dice);
        let wares = *shop.dice.pick(&[1, 1, 1, 2, 2, 3, 3, 4, 5, 6]);
        let mut before = None;
        for _ in 0..wares.min(products - all.len()) {
            let product = shop.product(&house, &houses, before.as_ref());
            details.push(tale::detail(&mut shop.dice));
            before = Some((product.name.clone(), product.group));
            all.push(product);
        }
    }
    let mut register = Register::default();
    all.iter_mut().zip(register.name(Kind::Product, &shop.holders)).for_each(|(p, slug)| p.slug = slug);
    let makers: Vec<Holder> =
        shop.roll.all.iter().map(|p| Holder { name: p.name.clone(), ..Holder::default() }).collect();
    shop.roll.all.iter_mut().zip(register.name(Kind::Producer, &makers)).for_each(|(p, slug)| p.slug = slug);
    let named: HashSet<CommuneCode> = all.iter().flat_map(|p| p.site.today.iter().copied()).collect();
    let catalog = Catalog {
        about: About {
            title: "Hàng tự tạo".into(),
            province: Text { vi: "Thanh Hóa".into(), en: "Thanh Hoá".into() },
            invented: true,
            ..About::of(TODAY)
        },
        products: all,
        producers: shop.roll.all,
        communes: houses.places.communes.into_values().filter(|c| named.contains(&c.code)).collect(),
        districts: shop.districts,
        qualities: shop.qualities.terms,
        channels: shop.channels.terms,
        markets: shop.markets.terms,
        motifs: shop.motifs.terms,
    };
    (catalog, details)
}

impl Shop {
    fn product(&mut self, house: &House, houses: &Houses, before: Option<&(Text<String>, Option<GroupId>)>) -> Product {
        let (name, group) = self.name(&house.brand, before);
        let site = self.site(house, houses);
        let holder = self.holder(name.vi, house, &site);
        let literal = self.dice.chance(960);
        let en = if self.dice.chance(30) { String::new() } else { name.en };
        Product {
            slug: String::new(),
            motif: self.motifs.enter(&holder.name, group),
            photo: None,
            name: Text { vi: holder.name, en },
            literal,
            makers: house.name.as_deref().map(|name| self.roll.enter(name)).unwrap_or_default(),
            site,
            group,
            recognitions: tale::recognitions(&mut self.dice, TODAY),
            quality: some(&mut self.dice, 80, QUALITIES, &mut self.qualities),
            channels: some(&mut self.dice, 100, CHANNELS, &mut self.channels),
            markets: some(&mut self.dice, 90, MARKETS, &mut self.markets),
        }
    }

    /// A new name, or now and then that of the product before with another tone; a tenth typed as NFD.
    fn name(
        &mut self,
        brand: &str,
        before: Option<&(Text<String>, Option<GroupId>)>,
    ) -> (Text<String>, Option<GroupId>) {
        let twin = before.filter(|_| self.dice.chance(50));
        if let Some((vi, (name, group))) =
            twin.and_then(|b| Some((wares::retone(&b.0.vi.nfd().collect::<String>())?, b)))
        {
            return (Text { vi: clean(&vi), en: name.en.clone() }, *group);
        }
        let (ware, group) = wares::ware(&mut self.dice);
        let name = wares::name(&mut self.dice, ware, brand);
        let typed: String = if self.dice.chance(100) { name.vi.nfd().collect() } else { name.vi };
        let group = if self.dice.chance(45) { None } else { group };
        (Text { vi: clean(&typed), en: name.en }, group)
    }

    fn site(&mut self, house: &House, houses: &Houses) -> Site {
        let (empty, of_today, divided) = (self.dice.chance(400), self.dice.chance(80), self.dice.chance(10));
        let nowhere = empty && self.dice.chance(140);
        let district = houses.places.districts.get(&house.district).filter(|_| !nowhere).map(|district| {
            *self.district_ids.entry(district.slug.clone()).or_insert_with(|| {
                self.districts.push(district.clone());
                DistrictId(self.districts.len() as u16 - 1)
            })
        });
        let beside = houses.places.communes.range(..house.code).next_back().filter(|_| divided).map(|(code, _)| *code);
        let today = beside.into_iter().chain([house.code]).filter(|_| !empty).collect();
        Site { today, commune: (!empty && !of_today).then(|| house.commune.clone()), district }
    }

    /// The bearer of the name; a number is added if there is the same product already.
    fn holder(&mut self, name: String, house: &House, site: &Site) -> Holder {
        let producer = house.name.clone().unwrap_or_default();
        let district =
            site.district.and_then(|d| self.districts.get(d.0 as usize)).map(|d| d.name.clone()).unwrap_or_default();
        let commune = site.commune.clone().unwrap_or_default();
        let mut holder = Holder { name, producer, commune, district };
        let plain = holder.name.clone();
        let mut number = 2;
        while !self.taken.insert(holder.clone()) {
            holder.name = format!("{plain} số {number}");
            number += 1;
        }
        self.holders.push(holder.clone());
        holder
    }
}

/// One to four words, in so many of a thousand cases.
fn some(dice: &mut Dice, of_1000: usize, words: &[(&str, &str)], vocabulary: &mut Vocabulary) -> Vec<TermId> {
    if !dice.chance(of_1000) {
        return Vec::new();
    }
    let (start, count) = (dice.below(words.len()), dice.between(1, 4));
    let chosen = (start..start + count).map(|at| words[at % words.len()]);
    chosen.filter_map(|(vi, en)| vocabulary.enter(Text { vi: vi.to_owned(), en: en.to_owned() })).collect()
}
