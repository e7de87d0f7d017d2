//! What may stand on a print that sells: what a product is, not what is known of its sources.
//!
//! In: facts and notes as those who gathered them wrote them down. Out: those without a word about a source, a recognition or
//! an old price. What is left out is left out whole, so that nothing is said more surely than it was; stars and their state
//! stand on every print beside it.

use crate::catalog::{Date, Recognition, State, Text, When};
use crate::text::lower;

/// Of where something was read, or what was not found there.
const OF_SOURCES: [&str; 26] = [
    "theo nguồn",
    "trong nguồn",
    "mâu thuẫn nguồn",
    "nguồn ghi",
    "nguồn nêu",
    "nguồn không",
    "nguồn chỉ",
    "đoạn trích",
    "bài gốc",
    "bài về",
    "bài ghi",
    "chú thích",
    "sao chép",
    "bản dịch",
    "theo báo",
    "không nêu",
    "không ghi",
    "chỉ ghi",
    "ghi là",
    "ghi tên",
    "ghi nhầm",
    "ghi chung",
    "ghi theo",
    "chưa thấy",
    "chưa rõ",
    "suy ",
];

/// Of recognitions, which stand beside it with their state.
const OF_STARS: [&str; 10] = [
    " sao",
    "ocop",
    "công nhận",
    "giấy chứng nhận",
    "hội đồng",
    "nâng hạng",
    "đề nghị",
    "qđ ",
    "quyết định",
    "hết hiệu lực",
];

/// Whether a fact says what a product is.
pub(super) fn sells(fact: &str) -> bool {
    let low = lower(fact);
    let site =
        |word: &str| [".vn", ".com", ".net"].iter().any(|end| word.trim_matches(['(', ')', ',', ';']).ends_with(end));
    let about = |all: &[&str]| all.iter().any(|word| low.contains(word));
    // a source of a day: "Nguồn 7/2023"; a price of some day, where today's has a place of its own
    let dated = low.strip_prefix("nguồn ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let priced = low.starts_with("giá ") && low.contains(|c: char| c.is_ascii_digit());
    !(about(&OF_SOURCES) || about(&OF_STARS) || dated || priced || low.split(' ').any(site))
}

/// The parts of a note that say what a product is, in both languages; of another language those at the same places.
pub(super) fn note(whole: &Text<String>) -> Text<String> {
    let parts = |text: &str| text.split(';').map(|part| part.trim().to_string()).collect::<Vec<_>>();
    let (vi, en) = (parts(&whole.vi), parts(&whole.en));
    let kept = |all: &[String]| {
        let good = |at: usize| vi.get(at).is_some_and(|part| sells(part));
        let whole = all.len() != vi.len() && !(0..vi.len()).all(good);
        let some = all.iter().enumerate().filter(|(at, _)| !whole && (all.len() != vi.len() || good(*at)));
        some.map(|part| part.1.as_str()).collect::<Vec<_>>().join("; ")
    };
    Text { vi: kept(&vi), en: kept(&en) }
}

/// Of all recognitions with a day or a decision those that hold; all where none does.
pub(super) fn recognitions(all: &[Recognition], today: Date) -> Vec<&Recognition> {
    let holds = |r: &&Recognition| r.state(today) == State::InForce;
    let any = all.iter().any(|r| holds(&r));
    let told = |r: &&Recognition| r.decision.is_some() || r.when != When::Unknown;
    all.iter().filter(|r| told(r) && (!any || holds(r))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_product_is_sells_and_what_is_known_of_it_does_not() {
        for fact in [
            "Nguyên liệu: cá cơm tươi, muối hạt 2 năm tuổi",
            "Ủ 24 tháng trong thùng gỗ",
            "Tem có mã QR truy xuất nguồn gốc",
            "Tưới bằng nguồn nước suối",
            "Chứng nhận cấp công ty",
            "10 kg hoa tươi cho 1 kg trà",
        ] {
            assert!(sells(fact), "{fact}");
        }
        for fact in [
            "5 sao quốc gia (một nguồn ghi 2020, một nguồn ghi 2021)",
            "5/2024 Hội đồng tỉnh thông qua đề nghị nâng 4 lên 5 sao (ghi là \"Rổ cói\"), chưa thấy công nhận 5 sao",
            "Công nhận lại 7/2024",
            "Không phụ gia (theo nguồn bsaonline.vn)",
            "Nguồn 7/2023 ghi chung 4 sản phẩm của xã",
            "Giá 200.000-250.000 đ/kg",
            "Huyện suy theo địa danh",
        ] {
            assert!(!sells(fact), "{fact}");
        }
    }

    #[test]
    fn of_a_note_the_same_parts_stay_in_both_languages() {
        let set = |vi: &str, en: &str| note(&Text { vi: vi.into(), en: en.into() });
        let whole = set("Chứng nhận cấp công ty; theo một trang sao chép", "Of the company; from a copy");
        assert_eq!(whole, Text { vi: "Chứng nhận cấp công ty".into(), en: "Of the company".into() });
        assert_eq!(set("Nhiều quốc gia (nguồn không liệt kê)", "Many; not listed"), Text::default());
        assert_eq!(
            set("Bán theo đơn", "To order; only"),
            Text { vi: "Bán theo đơn".into(), en: "To order; only".into() }
        );
    }
}
