//! The motifs: drawings of goods in the ten inks, embedded from `data/motifs`.
//! In: a product's name and kind of goods. Out: the key of a motif, its words for people, its drawing.
//! The rules are data (`data/motif-of-name.tsv`, first match wins); nothing here draws.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use super::ink::Goods;

static DRAWINGS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data/motifs");
const RULES: &str = include_str!("../../../data/motif-of-name.tsv");
const LABELS: &str = include_str!("../../../data/motifs.tsv");

/// The motif that says no more than "goods", for a key nobody has drawn.
pub(super) const ANY: &str = "pole";

static PATTERNS: LazyLock<Vec<(&'static str, Regex)>> = LazyLock::new(|| {
    // A rule that is no pattern is left out here and caught by the tests below.
    RULES
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(key, pattern)| Some((key, Regex::new(pattern).ok()?)))
        .collect()
});

/// The key of the motif for a Vietnamese product name; a plain one for the kind of goods if no rule fits.
pub fn motif_of(name_vi: &str, goods: Goods) -> &'static str {
    let name: String = name_vi.nfc().collect::<String>().to_lowercase();
    let ruled = PATTERNS.iter().find(|(_, pattern)| pattern.is_match(name.trim()));
    ruled.map_or_else(|| plain(goods), |(key, _)| *key)
}

/// The motif that stands for a kind of goods.
fn plain(goods: Goods) -> &'static str {
    match goods {
        Goods::Fresh => "crate",
        Goods::Raw => "sack",
        Goods::Processed => "box",
        Goods::Condiment => "mortar",
        Goods::Tea => "tea",
        Goods::Drink => "teapot",
        Goods::Herb => "herb",
        Goods::Craft => "basket",
        Goods::Ornamental => "bonsai",
        Goods::Tourism => "gate",
        Goods::Unknown => ANY,
    }
}

/// What a motif shows, as a noun in Vietnamese and in English, for the text beside the picture.
pub fn motif_label(key: &str) -> (&'static str, &'static str) {
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        (cells.next()? == key).then_some((cells.next()?, cells.next()?))
    };
    LABELS.lines().skip(1).find_map(row).unwrap_or(("gánh hàng", "two baskets on a shoulder pole"))
}

/// A drawing in two parts: what it defines (the silhouette is `#h`) and what it shows.
pub(super) fn drawing(key: &str) -> (&'static str, &'static str) {
    let text = |key: &str| DRAWINGS.get_file(format!("{key}.svg")).and_then(|file| file.contents_utf8());
    let parts = |svg: &'static str| {
        let (defined, shown) = svg.split_once("<defs>")?.1.split_once("</defs>")?;
        Some((defined, shown.split_once("</svg>")?.0.trim()))
    };
    text(key).or_else(|| text(ANY)).and_then(parts).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_a_pattern_for_a_motif_that_is_drawn() {
        assert_eq!(PATTERNS.len(), RULES.lines().count() - 1);
        for (key, _) in PATTERNS.iter() {
            assert!(DRAWINGS.get_file(format!("{key}.svg")).is_some(), "{key} is not drawn");
        }
    }

    #[test]
    fn every_drawing_has_a_silhouette_and_words() {
        assert_eq!(DRAWINGS.files().count(), LABELS.lines().count() - 1);
        for file in DRAWINGS.files() {
            let key = file.path().file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            assert!(LABELS.lines().any(|line| line.starts_with(&format!("{key}\t"))), "{key} has no words");
            assert!(drawing(key).0.contains("id=\"h\""), "{key} has no silhouette");
            assert!(!drawing(key).1.is_empty(), "{key} shows nothing");
        }
    }

    #[test]
    fn every_kind_of_goods_has_a_plain_motif() {
        for goods in Goods::ALL {
            let key = motif_of("Xyz", goods);
            assert!(DRAWINGS.get_file(format!("{key}.svg")).is_some(), "{goods:?}: {key}");
        }
    }

    #[test]
    fn every_product_of_the_sample_has_a_motif_of_its_own_trade() {
        let table = include_str!("../../../data/thanh-hoa-products.csv");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let names: Vec<String> = reader.records().flatten().filter_map(|row| row.get(0).map(str::to_owned)).collect();
        assert_eq!(names.len(), 160);
        for name in names {
            assert_ne!(motif_of(&name, Goods::Unknown), ANY, "{name}");
        }
    }

    #[test]
    fn names_choose_as_people_would() {
        let cases = [
            ("Mắm tôm Lê Gia", "jar"),
            ("Mắm tép Vị Thanh", "tep"),
            ("Nước mắm cốt cá cơm Vị Thanh", "bottle"),
            ("Ruốc tôm sú Lê Gia", "shrimp"),
            ("Rượu đông trùng hạ thảo Lạch Trường", "wine"),
            ("Rượu sim rừng Bảo An", "berry"),
            ("Mật ong đông trùng hạ thảo Đăng Khoa", "honey"),
            ("Viên nang sâm báo Triso", "capsule"),
            ("Chè linh chi túi lọc Ngọc Việt", "tea"),
            ("Chè lam Phủ Quảng", "cake"),
            ("Cam Vân Du", "citrus"),
            ("Kẹo gạo lức Đức Giang", "candy"),
            ("Khay đựng rau, quả Việt Anh", "basket"),
            ("Tinh dầu quế Thường Xuân", "oil"),
            ("Nôi tre đặt võng Huyền Anh", "swing"),
            // the same letters, decomposed
            ("Ma\u{306}\u{301}m to\u{302}m", "jar"),
        ];
        for (name, key) in cases {
            assert_eq!(motif_of(name, Goods::Unknown), key, "{name}");
        }
    }
}
