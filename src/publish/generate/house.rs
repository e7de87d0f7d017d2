//! Invented producers, and where they work: every commune of the province in turn.
//!
//! In: dice, and the province's own places from `data/`. Out: a [`House`]: brand, name, place. People and brands are
//! put together from syllables; places are real, since filters by place must be tried on all of them.

use super::dice::Dice;
use crate::catalog::CommuneCode;
use crate::publish::cell::clean;
use crate::publish::faults::Faults;
use crate::publish::place::{COMMUNES, Gazetteer, MAP};
use crate::publish::sheet::{Layout, parse};
use crate::text::exact;
use std::collections::{BTreeMap, HashSet};

const COMMUNES_CSV: &str = include_str!("../../../data/thanh-hoa-communes-2025.csv");
const MAP_CSV: &str = include_str!("../../../data/commune-of-product.csv");
/// The one district that was gone before the communes file begins.
const EARLIER: &str = "Huyện Đông Sơn";

const SYLLABLES: &[&str] = &[
    "An",
    "Ba",
    "Bình",
    "Bảo",
    "Châu",
    "Chi",
    "Chí",
    "Cúc",
    "Dũng",
    "Đăng",
    "Đức",
    "Gia",
    "Giang",
    "Hà",
    "Hạ",
    "Hải",
    "Hảo",
    "Hằng",
    "Hiền",
    "Hoa",
    "Hoà",
    "Hòa",
    "Hoàn",
    "Hồng",
    "Huệ",
    "Huy",
    "Hương",
    "Hường",
    "Khánh",
    "Khoa",
    "Khuê",
    "Lan",
    "Lâm",
    "Lê",
    "Linh",
    "Lộc",
    "Lý",
    "Mai",
    "Minh",
    "Mỹ",
    "Nga",
    "Ngân",
    "Ngọc",
    "Nhàn",
    "Nhung",
    "Phúc",
    "Phượng",
    "Quang",
    "Quý",
    "Sâm",
    "Sơn",
    "Tâm",
    "Thanh",
    "Thành",
    "Thảo",
    "Thắm",
    "Thúy",
    "Thuý",
    "Thủy",
    "Trà",
    "Trúc",
    "Tú",
    "Tùng",
    "Uyên",
    "Vân",
    "Việt",
    "Vinh",
    "Xuân",
    "Yến",
];
const FAMILIES: &[&str] = &[
    "Nguyễn", "Lê", "Trần", "Phạm", "Hoàng", "Đỗ", "Bùi", "Đồng", "Hồ", "Cao", "Trịnh", "Mai", "Hà", "Lương", "Quách",
];
const MIDDLES: &[&str] = &["Thị", "Văn", "Hữu", "Đình", "Thị Thùy", "Xuân", "Ngọc", "Thị Lan", "Phú", "Minh"];
const TRADES: &[&str] = &[
    "sản xuất",
    "chế biến thủy sản",
    "thực phẩm",
    "thương mại và dịch vụ",
    "xuất nhập khẩu",
    "nông nghiệp công nghệ cao",
];

/// A producer, named or not, and where it works.
pub struct House {
    /// What its goods are called.
    pub brand: String,
    /// Its name; none for a third of them, as in real sheets.
    pub name: Option<String>,
    /// Commune of today.
    pub code: CommuneCode,
    /// Former commune.
    pub commune: String,
    /// Key of the former district.
    pub district: String,
}

/// Makes houses, no two of one name.
pub struct Houses {
    /// The province's places.
    pub places: Gazetteer,
    sites: Vec<(CommuneCode, Vec<(String, String)>)>,
    names: HashSet<String>,
    built: usize,
}

impl Houses {
    /// None built yet.
    pub fn new() -> Houses {
        // Both files are compiled in and read without faults, which a test of the sample's folder checks.
        let mut faults = Faults::default();
        let communes = parse(COMMUNES_CSV, "communes", Layout::Exact(COMMUNES), &mut faults);
        let map = parse(MAP_CSV, "map", Layout::Exact(MAP), &mut faults);
        let places = Gazetteer::new(&communes, &map, &[EARLIER.to_owned()], &mut faults);
        let mut sites: BTreeMap<CommuneCode, Vec<(String, String)>> = BTreeMap::new();
        for row in &map {
            let (name, district) = (row.get("commune_in_products"), exact(row.get("former_district")));
            let code =
                row.get("nso_code").parse().ok().map(CommuneCode).filter(|_| places.districts.contains_key(&district));
            code.into_iter().for_each(|code| sites.entry(code).or_default().push((name.to_owned(), district.clone())));
        }
        for (code, former) in &places.former {
            sites.entry(*code).or_default().extend(former.iter().cloned());
        }
        Houses { places, sites: sites.into_iter().collect(), names: HashSet::new(), built: 0 }
    }

    /// The next one.
    pub fn build(&mut self, dice: &mut Dice) -> House {
        let (code, former) = &self.sites[self.built % self.sites.len()];
        let (commune, district) = former[self.built / self.sites.len() % former.len()].clone();
        self.built += 1;
        let brand = match dice.below(10) {
            0 => format!("bà {}", dice.pick(SYLLABLES)),
            1 => commune.split_once(' ').map_or(commune.as_str(), |(_, bare)| bare).to_owned(),
            2 => format!("{} {} {}", dice.pick(SYLLABLES), dice.pick(SYLLABLES), dice.between(1, 99)),
            _ => format!("{} {}", dice.pick(SYLLABLES), dice.pick(SYLLABLES)),
        };
        let name = (!dice.chance(325)).then(|| {
            loop {
                let name = name(dice, &brand, &commune);
                if self.names.insert(exact(&name)) {
                    break name;
                }
            }
        });
        House { brand, name, code: *code, commune, district }
    }
}

fn name(dice: &mut Dice, brand: &str, commune: &str) -> String {
    let person = format!("{} {} {}", dice.pick(FAMILIES), dice.pick(MIDDLES), dice.pick(SYLLABLES));
    let trade = dice.pick(TRADES);
    clean(&match dice.below(20) {
        0..6 => format!("Công ty TNHH {trade} {brand}"),
        6..8 => format!("Công ty CP {trade} {brand} - Chi nhánh {}", dice.pick(SYLLABLES)),
        8..12 => format!("HTX dịch vụ nông nghiệp {commune} {}", dice.pick(SYLLABLES)),
        12..13 => format!("Tổ hợp tác {trade} {brand}"),
        13..17 => format!("Hộ SXKD {person}"),
        17..18 => format!("{person} (cơ sở {brand})"),
        _ => format!("Cơ sở {trade} {brand} {}", dice.pick(SYLLABLES)),
    })
}
