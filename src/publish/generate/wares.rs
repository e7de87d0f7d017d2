//! Names for invented products: what they are, what sets them apart, in both languages.
//!
//! In: dice and a brand. Out: names as varied as real ones: long, short, quoted, with numbers and units, gift sets.

use super::dice::Dice;
use crate::catalog::{GroupId, Text};
use crate::publish::cell::capital;
use crate::text::fold;

/// Vietnamese, English, group slug.
type Ware = (&'static str, &'static str, &'static str);

const WARES: &[Ware] = &[
    ("Nước mắm", "fish sauce", "nuoc-mam"),
    ("Mắm tôm", "shrimp paste", "nuoc-mam"),
    ("Mắm tép", "tiny-shrimp paste", "nuoc-mam"),
    ("Mắm cáy", "crab paste", "nuoc-mam"),
    ("Tương ớt", "chilli sauce", "nuoc-mam"),
    ("Tương", "soybean sauce", "nuoc-mam"),
    ("Muối mắc khén", "mắc khén salt", "gia-vi-khac"),
    ("Bột nghệ", "turmeric powder", "gia-vi-khac"),
    ("Chả cá", "fish cake", "tu-thit-ca"),
    ("Cá thu nướng", "grilled mackerel", "tu-thit-ca"),
    ("Nem chua", "fermented pork roll", "tu-thit-ca"),
    ("Giò lụa", "pork sausage", "tu-thit-ca"),
    ("Thịt trâu gác bếp", "smoked buffalo", "tu-thit-ca"),
    ("Lạp sườn", "Chinese-style sausage", "tu-thit-ca"),
    ("Yến chưng", "bird's nest drink", "tu-thit-ca"),
    ("Ruốc tôm", "shrimp floss", "tu-thit-ca"),
    ("Bánh gai", "ramie-leaf cake", "tu-gao"),
    ("Bánh lá", "leaf cake", "tu-gao"),
    ("Bánh đa nem", "rice paper", "tu-gao"),
    ("Miến gạo", "rice vermicelli", "tu-gao"),
    ("Chè lam", "ginger candy", "tu-gao"),
    ("Kẹo lạc", "peanut candy", "tu-rau-qua"),
    ("Dầu lạc", "peanut oil", "tu-rau-qua"),
    ("Măng khô", "dried bamboo shoots", "tu-rau-qua"),
    ("Bột sắn dây", "kudzu powder", "tu-rau-qua"),
    ("Miến dong", "arrowroot vermicelli", "tu-rau-qua"),
    ("Sữa hạt", "nut milk", "tu-rau-qua"),
    ("Mật ong", "honey", "mat-ong"),
    ("Gạo nếp", "glutinous rice", "gao-ngu-coc"),
    ("Gạo", "rice", "gao-ngu-coc"),
    ("Hạt sachi", "sachi nuts", "gao-ngu-coc"),
    ("Dưa vàng", "golden melon", "rau-cu-qua"),
    ("Dưa lưới", "netted melon", "rau-cu-qua"),
    ("Cam", "oranges", "rau-cu-qua"),
    ("Ổi", "guavas", "rau-cu-qua"),
    ("Nấm mộc nhĩ", "wood ear mushrooms", "rau-cu-qua"),
    ("Trứng sạch", "eggs", "thit-ca-trung-sua"),
    ("Chè xanh", "green tea", "che-tuoi"),
    ("Trà túi lọc", "tea bags", "che-thao-moc"),
    ("Trà cà gai leo", "herbal tea", "che-thao-moc"),
    ("Cà phê", "coffee", "ca-phe"),
    ("Rượu trắng", "rice liquor", "ruou-trang"),
    ("Rượu sim", "rose-myrtle wine", "co-con-khac"),
    ("Nước uống đóng chai", "bottled water", "nuoc-khoang"),
    ("Nước cốt hoa quả", "fruit cordial", "nuoc-uong"),
    ("Đông trùng hạ thảo", "cordyceps", "thuc-pham-chuc-nang"),
    ("Viên nang sâm báo", "Sâm Báo capsules", "thuc-pham-chuc-nang"),
    ("Dầu gội thảo dược", "herbal shampoo", "my-pham"),
    ("Tinh dầu sả", "lemongrass oil", "tinh-dau"),
    ("Quế thanh", "cinnamon bark", "tinh-dau"),
    ("Chiếu cói", "sedge mat", "gia-dung"),
    ("Giỏ cói", "sedge basket", "gia-dung"),
    ("Xích đu tre", "bamboo swing", "gia-dung"),
    ("Ống hút tre", "bamboo straws", "gia-dung"),
    ("Khăn thổ cẩm", "brocade scarf", "vai"),
    ("Hoa bất tử", "everlasting flowers", "hoa"),
    ("Cây đào thế", "trained peach tree", "cay-canh"),
    ("Chim cảnh", "songbirds", "dong-vat-canh"),
    ("Khu nghỉ cộng đồng", "community stay", "du-lich"),
];

/// What sets a product apart from its neighbour on the shelf.
const KINDS: &[(&str, &str)] = &[
    ("đặc biệt", "special"),
    ("truyền thống", "traditional"),
    ("hữu cơ", "organic"),
    ("- Cốt đặc biệt 40N", "- special first extract 40N"),
    ("- Cốt cá cơm 25N", "- anchovy extract 25N"),
    ("500 ml", "500 ml"),
    ("chai 1,5 lít", "1.5-litre bottle"),
    ("hộp 250 g", "250 g box"),
    ("túi 5 kg", "5 kg bag"),
    ("OMEGA 3-6-9", "OMEGA 3-6-9"),
    ("nguyên vị", "plain"),
    ("ngũ vị", "five flavours"),
    ("sấy lạnh", "freeze-dried"),
    ("dành cho người tiểu đường", "for people with diabetes"),
    ("không chất bảo quản", "without preservatives"),
    ("loại 1", "grade 1"),
    ("36 tháng", "36 months"),
    ("(bản giới hạn \"Xuân 2026\")", "(limited edition \"Spring 2026\")"),
];

const SUB_BRANDS: &[&str] =
    &["Hồng Ecofarm", "Spico", "Queen", "Happy Life", "Sơn Mộc Trà", "Nhung Farm", "Xứ Thanh", "369", "Làng Nghề Xưa"];

/// A ware at random and the group it belongs to.
pub fn ware(dice: &mut Dice) -> (Ware, Option<GroupId>) {
    let ware = *dice.pick(WARES);
    (ware, GroupId::of_slug(ware.2))
}

/// A name for such a ware of that brand.
pub fn name(dice: &mut Dice, (vi, en, _): Ware, brand: &str) -> Text<String> {
    let ascii = ascii(brand);
    let (kind_vi, kind_en) = *dice.pick(KINDS);
    let sub = *dice.pick(SUB_BRANDS);
    match dice.below(100) {
        0..45 => Text { vi: format!("{vi} {brand}"), en: format!("{ascii} {en}") },
        45..75 => Text { vi: format!("{vi} {brand} {kind_vi}"), en: format!("{ascii} {en} {kind_en}") },
        75..80 => Text { vi: format!("{vi} “{brand}”"), en: format!("“{ascii}” {en}") },
        80..84 => Text { vi: format!("{vi} \"{brand}\" {kind_vi}"), en: format!("\"{ascii}\" {en} {kind_en}") },
        84..90 => Text { vi: format!("{vi} {brand} ({sub})"), en: format!("{ascii} {en} ({})", self::ascii(sub)) },
        90..93 => {
            let lower = vi.to_lowercase();
            Text { vi: format!("Bộ quà tặng {lower} {brand}"), en: format!("{ascii} gift set of {en}") }
        }
        93..97 => {
            let (more_vi, more_en) = *dice.pick(KINDS);
            let vi = format!(
                "{vi} {kind_vi} {brand} - {sub} {more_vi}, sản phẩm làng nghề truyền thống vùng ven biển xứ Thanh"
            );
            Text {
                vi,
                en: format!(
                    "{ascii} {en} {kind_en} - {} {more_en}, from the craft villages of the coast",
                    self::ascii(sub)
                ),
            }
        }
        _ => Text { vi: format!("{vi} {kind_vi}"), en: capital(&format!("{en} {kind_en}")) },
    }
}

/// The same name with one tone changed (mắm tép, mắm tẹp): another word, the same when folded. `decomposed` is NFD.
pub fn retone(decomposed: &str) -> Option<String> {
    let at = decomposed.rfind('\u{301}')?;
    let (before, after) = decomposed.split_at(at);
    Some(format!("{before}\u{323}{}", after.trim_start_matches('\u{301}')))
}

fn ascii(name: &str) -> String {
    fold(name).split(' ').map(capital).collect::<Vec<_>>().join(" ")
}
