//! Prices as people write them, and why a text is none.
//!
//! In: the text of a cell. Out: dong, or nothing; then a hint that fits what stands there. What can be read in two ways is
//! not guessed.

use super::faults::Said;

/// The least price, in dong: no coin is smaller, and `150` is what a spreadsheet makes of `150.000` elsewhere.
const LEAST: u32 = 1000;

/// Thousands and millions, as people write them behind a number.
const MANY: [(&str, u32); 8] = [
    ("nghìn", 1_000),
    ("nghin", 1_000),
    ("ngàn", 1_000),
    ("ngan", 1_000),
    ("k", 1_000),
    ("triệu", 1_000_000),
    ("trieu", 1_000_000),
    ("tr", 1_000_000),
];

/// Dong: `150000`, `150.000 đ`, `150,000 VND`, `150 000đ`, `150k`, `150 nghìn`, `1,2 triệu`. Nothing for what could mean
/// something else: `1.5`, `1.200k`, `1tr2`, `100-150.000`.
pub fn price(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let unit = ["vnđ", "vnd", "đồng", "dong", "đ", "₫"].into_iter().find_map(|unit| lower.trim().strip_suffix(unit));
    let number = unit.unwrap_or(lower.trim()).trim();
    if let Some((few, times)) = MANY.iter().find_map(|(word, times)| Some((number.strip_suffix(word)?, *times))) {
        return many(few.trim_end(), times);
    }
    let mark = number.chars().find(|c| !c.is_ascii_digit());
    let digits = match mark {
        None => number.to_owned(),
        Some(mark @ ('.' | ',' | ' ' | '\u{a0}')) => {
            let groups: Vec<&str> = number.split(mark).collect();
            let (first, rest) = groups.split_first()?;
            let sound = (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
            let plain = groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()));
            (sound && plain).then(|| groups.concat())?
        }
        Some(_) => return None,
    };
    digits.parse().ok().filter(|price| *price >= LEAST)
}

/// So many thousands or millions: a whole number, or one with one or two digits behind its comma; with three the comma
/// could part thousands.
fn many(few: &str, times: u32) -> Option<u32> {
    let (whole, part) = few.split_once([',', '.']).unwrap_or((few, "0"));
    let digits = |text: &str, most| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole, 4) || !digits(part, 2) {
        return None;
    }
    let hundredth = times / if part.len() == 2 { 100 } else { 10 };
    let dong = whole.parse::<u32>().ok()?.checked_mul(times)?.checked_add(part.parse::<u32>().ok()? * hundredth)?;
    Some(dong).filter(|dong| *dong >= LEAST)
}

/// What to do about a text that [`price`] cannot read, and what becomes of it.
pub fn hint(text: &str) -> Said {
    let lower = text.to_lowercase();
    let said = [asked, range, least, unit, mixed, short].into_iter().find_map(|case| case(lower.trim()));
    let Said { vi, en } = said.unwrap_or_else(|| {
        let vi = "ghi đủ các số 0, một giá, đơn vị ghi ở cột quy cách";
        (vi, "all noughts, one price, its unit in the column of the pack").into()
    });
    let mark = if vi.ends_with('?') { "" } else { "." };
    let (left_vi, left_en) = ("Để vậy thì sản phẩm hiện không có giá", "Left so the product is shown without a price");
    (format!("{vi}{mark} {left_vi}"), format!("{en}{mark} {left_en}")).into()
}

/// No number at all: "liên hệ".
fn asked(text: &str) -> Option<Said> {
    let said =
        ("chỉ ghi số; giá phải hỏi thì để trống ô này", "a number only; leave the cell empty where one has to ask");
    (!text.contains(|c: char| c.is_ascii_digit())).then(|| said.into())
}

/// From one price to another: "30-50 nghìn", "30.000 đến 50.000".
fn range(text: &str) -> Option<Said> {
    let money = text.split_once('/').map_or(text, |(money, _)| money);
    let parts = ["-", "–", "—", "~", "đến", "tới"].iter().find_map(|mark| money.split_once(mark));
    let number = |part: &str| part.contains(|c: char| c.is_ascii_digit());
    let said = ("ghi một giá: giá của gói ghi ở cột quy cách", "one price: of the pack that stands in its own column");
    parts.filter(|(low, high)| number(low) && number(high)).map(|_| said.into())
}

/// A price and more: "từ 30.000đ".
fn least(text: &str) -> Option<Said> {
    let words = ["từ", "tu ", "from", "khoảng", "trên", "dưới", "chỉ từ", "giá", "~"];
    let (word, rest) = words.iter().find_map(|word| Some((word.trim(), text.strip_prefix(word)?.trim())))?;
    price(rest)?;
    Some((format!("bỏ chữ '{word}', chỉ ghi {rest}"), format!("leave '{word}' out, write {rest} only")).into())
}

/// A price of so much: "120.000đ/lít".
fn unit(text: &str) -> Option<Said> {
    let (money, unit) = text.split_once('/').map(|(money, unit)| (money.trim(), unit.trim()))?;
    price(money)?;
    let vi = format!("ở đây chỉ ghi {money}, còn '{unit}' ghi vào cột quy cách");
    Some((vi, format!("write {money} only here, and '{unit}' into the column of the pack")).into())
}

/// As it is spoken: "1tr2".
fn mixed(text: &str) -> Option<Said> {
    let (whole, rest) = text.split_at_checked(text.find(|c: char| !c.is_ascii_digit())?)?;
    let rest = rest.trim_start();
    let (part, times) = MANY.iter().find_map(|(word, times)| Some((rest.strip_prefix(word)?.trim_start(), *times)))?;
    let word = if times == 1_000 { "nghìn" } else { "triệu" };
    let meant = format!("{whole},{part} {word}");
    price(&meant)?;
    Some((format!("ý bạn là {meant}?"), format!("did you mean {meant}?")).into())
}

/// Too little: "150".
fn short(text: &str) -> Option<Said> {
    let few: u32 = text.parse().ok().filter(|few| (1..LEAST).contains(few))?;
    Some((format!("ghi đủ các số 0: {few}.000?"), format!("write all noughts: {few}.000?")).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_read_only_when_clear() {
        for text in
            ["150000", "150.000 đ", "150,000", "150000 VND", "150.000đ", "150 000 đồng", "150.000 VNĐ", "150000 ₫"]
        {
            assert_eq!(price(text), Some(150_000), "{text}");
        }
        assert_eq!(price("1.250.000"), Some(1_250_000));
        assert_eq!((price("150k"), price("1,5 triệu đồng")), (Some(150_000), Some(1_500_000)));
        [
            "1.5",
            "1.500k",
            "1tr5",
            "5000 triệu",
            "100-150.000",
            "liên hệ",
            "",
            "0",
            "150",
            "150.0000",
            "1.000,50",
            "99999999999",
        ]
        .iter()
        .for_each(|text| assert_eq!(price(text), None, "{text}"));
    }

    #[test]
    fn each_slip_has_its_own_hint() {
        let several = "ghi một giá: giá của gói ghi ở cột quy cách";
        for (text, hinted) in [
            ("1tr2", "ý bạn là 1,2 triệu?"),
            ("1 triệu 25", "ý bạn là 1,25 triệu?"),
            ("2k5", "ý bạn là 2,5 nghìn?"),
            ("30-50 nghìn", several),
            ("30.000đ – 50.000đ/hộp", several),
            ("30.000 đến 50.000", several),
            ("120.000đ/lít", "ở đây chỉ ghi 120.000đ, còn 'lít' ghi vào cột quy cách"),
            ("120k/hộp 500g", "ở đây chỉ ghi 120k, còn 'hộp 500g' ghi vào cột quy cách"),
            ("Từ 30.000đ", "bỏ chữ 'từ', chỉ ghi 30.000đ"),
            ("liên hệ", "chỉ ghi số; giá phải hỏi thì để trống ô này"),
            ("150", "ghi đủ các số 0: 150.000?"),
            ("1.200k", "ghi đủ các số 0, một giá, đơn vị ghi ở cột quy cách"),
            ("35.000 một hộp", "ghi đủ các số 0, một giá, đơn vị ghi ở cột quy cách"),
        ] {
            assert_eq!(price(text), None, "{text}");
            let told = hint(text).vi;
            let rest = told.strip_prefix(hinted).map(|rest| rest.trim_start_matches('.'));
            assert_eq!(rest, Some(" Để vậy thì sản phẩm hiện không có giá"), "{text}: {told}");
        }
    }
}
