//! What is said of invented products: their stars, and thirty to sixty words of facts.
//!
//! In: dice. Out: recognitions in the proportions of real sheets (a fifth without a star, a third without a year, some
//! renewed, some proposed), and sentences with numbers of their own. Nothing in them is true.

use super::dice::Dice;
use crate::catalog::{Authority, Date, Detail, Recognition, Source, Stars, Step, Text, When};
use crate::publish::decision::authority;

/// Sentences; `#` becomes a number.
const FACTS: &[&str] = &[
    "Nguyên liệu: cá cơm tươi, muối hạt # năm tuổi, ủ chượp trong thùng gỗ",
    "Sản lượng khoảng # tấn một năm, bán nhiều nhất vào dịp Tết",
    "Làng nghề có từ năm 19#, truyền qua ba đời trong gia đình",
    "Không dùng chất bảo quản, không phẩm màu, không hương liệu tổng hợp",
    "Vùng nguyên liệu # ha trồng theo hướng hữu cơ ở chân núi",
    "Tem có mã QR truy xuất nguồn gốc đến từng hộ trồng",
    "Sấy lạnh trong # giờ để giữ màu và mùi thơm tự nhiên",
    "Cơ sở có # lao động, phần lớn là phụ nữ trong thôn",
    "Dùng nước suối đầu nguồn, nấu bằng củi và ủ men lá truyền thống",
    "Bảo quản nơi khô ráo, thoáng mát, tránh ánh nắng trực tiếp; dùng trong # tháng",
    "Đóng gói thủ công bằng lá dong và lạt giang như cách người xưa vẫn làm",
    "Được giới thiệu ở # hội chợ trong và ngoài tỉnh từ đầu năm",
    "Mỗi mẻ cần # kg nguyên liệu tươi và hai ngày làm liên tục",
    "Nguồn ghi \"đặc sản vùng ven biển\"; chưa thấy tài liệu khác nói rõ hơn",
];

/// The facts of one product and the source that never was.
pub fn detail(dice: &mut Dice) -> Detail {
    let mut facts: Vec<String> = Vec::new();
    let mut next = dice.below(FACTS.len());
    let step = *dice.pick(&[1, 3, 5]);
    while facts.iter().map(|f| f.split_whitespace().count()).sum::<usize>() < 30 {
        facts.push(FACTS[next % FACTS.len()].replace('#', &dice.between(12, 98).to_string()));
        next += step;
    }
    let source =
        Source { title: "Dữ liệu tự tạo để thử nghiệm".into(), url: "https://example.org/".into() };
    Detail { facts, sources: vec![source], ..Detail::default() }
}

/// The recognitions of one product, newest first.
pub fn recognitions(dice: &mut Dice, today: Date) -> Vec<Recognition> {
    let stars = Stars::new(match dice.below(1000) {
        0..190 => 0,
        190..840 => 3,
        840..988 => 4,
        _ => 5,
    });
    let when = if dice.chance(325) { When::Unknown } else { when(dice, today) };
    let first = award(dice, stars, when);
    let mut all = Vec::new();
    if let (Some((day, _)), true) = (when.span(), dice.chance(120)) {
        let again = When::Year(day.year + 3);
        let step = stars.map(|s| s.count() + dice.below(2) as u8).and_then(Stars::new);
        if day.year + 3 <= today.year {
            let note = Text { vi: "Công nhận lại".into(), en: "Renewed".into() };
            all.push(Recognition { note: Some(note), ..award(dice, step.or(stars), again) });
        }
    }
    all.push(first);
    if stars.is_some_and(|s| s.count() == 4) && dice.chance(100) {
        let when = When::Month(today.year - 1, dice.between(1, 12) as u8);
        all.insert(
            0,
            Recognition {
                stars: Stars::new(5),
                step: Step::Proposed,
                when,
                decision: None,
                authority: None,
                note: None,
            },
        );
    }
    all
}

fn award(dice: &mut Dice, stars: Option<Stars>, when: When) -> Recognition {
    let office = if stars.is_some_and(|s| s.count() == 5) { "QĐ-BNN-VPĐP" } else { "QĐ-UBND" };
    let known = when != When::Unknown && !matches!(when, When::Either(..)) && dice.chance(650);
    let decision = known.then(|| format!("{}/{office}", dice.between(100, 5999)));
    let by = decision.as_deref().and_then(|number| authority(number, stars, when));
    let by = by.or_else(|| (known && dice.chance(500)).then_some(Authority::District));
    Recognition { stars, step: Step::Awarded, when, decision, authority: by, note: None }
}

fn when(dice: &mut Dice, today: Date) -> When {
    let year = *dice.pick(&[2019, 2019, 2020, 2020, 2021, 2021, 2021, 2022, 2023, 2024, 2024, 2025, 2026]);
    let last = if year == today.year { usize::from(today.month).max(2) - 1 } else { 12 };
    let month = dice.between(1, last) as u8;
    match dice.below(100) {
        0..45 => When::Year(year),
        45..60 => When::Month(year, month),
        60..62 => When::Either(year - 1, year),
        _ => Date::new(year, month, dice.between(1, 28) as u8).map_or(When::Year(year), When::Day),
    }
}
