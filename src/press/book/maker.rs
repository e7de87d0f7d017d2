//! How a producer is called in an index: by its own name first, as directories have it: "Lê Gia, Công ty TNHH Thực phẩm…",
//! since nearly all whole names begin with one of five legal forms.
//!
//! In: a whole name. Out: the same with its own part first; unchanged where it has no part that is a form.

use crate::text::{exact, words};

/// What names begin with before they say whose they are: legal forms and branches of trade, as [`exact`] has them: "hộ" is a
/// form, "Hồ" a name. Words that begin small need not stand here.
const FORMS: [&str; 46] = [
    "công ty",
    "tnhh",
    "cổ phần",
    "cp",
    "mtv",
    "một thành viên",
    "hai thành viên",
    "doanh nghiệp",
    "tư nhân",
    "dntn",
    "htx",
    "hợp tác xã",
    "tổ hợp tác",
    "liên hiệp",
    "hộ",
    "sxkd",
    "kinh doanh",
    "cơ sở",
    "sản xuất",
    "sx",
    "chế biến",
    "thương mại",
    "tm",
    "dịch vụ",
    "dv",
    "nông nghiệp",
    "nông lâm nghiệp",
    "lâm nghiệp",
    "thực phẩm",
    "phát triển",
    "xây dựng",
    "đầu tư",
    "vận tải",
    "xuất nhập khẩu",
    "xuất khẩu",
    "công nghệ",
    "chăn nuôi",
    "trồng trọt",
    "nông sản",
    "thuỷ sản",
    "hải sản",
    "dược liệu",
    "nông trại",
    "trang trại",
    "gia đình",
    "và",
];

/// Kinds of places, which go with their names.
const PLACES: [&str; 4] = ["xã", "phường", "thị trấn", "huyện"];

/// Words of the longest form.
const LONGEST: usize = 3;

/// A producer's name as an index has it.
pub(super) fn listed(name: &str) -> String {
    let all: Vec<(usize, String)> = words(name).map(|word| (word.start, exact(word.text))).collect();
    let form = |at: usize| {
        let begins = |many: &usize| {
            let run = all.get(at..at + many).unwrap_or_default();
            let run: Vec<&str> = run.iter().map(|word| word.1.as_str()).collect();
            !run.is_empty() && FORMS.contains(&run.join(" ").as_str())
        };
        (1..=LONGEST).rev().find(begins)
    };
    let is_small =
        |start: usize| name.get(start..).and_then(|rest| rest.chars().next()).is_some_and(char::is_lowercase);
    let mut at = 0;
    while let Some((start, _)) = all.get(at) {
        match form(at) {
            Some(many) => at += many,
            // "bánh gai Lâm Thắm": what is made stands before whose it is
            None if at > 0 && is_small(*start) => at += 1,
            None => break,
        }
    }
    let split = all.get(at).filter(|_| at > 0).and_then(|(start, _)| name.split_at_checked(*start));
    let Some((form, own)) = split else { return name.to_string() };
    // within brackets and after a dash nothing is turned round
    if form.contains(['(', '–']) || form.contains(" - ") {
        return name.to_string();
    }
    let form = form.trim_end_matches([' ', ',']);
    // "HTX nông nghiệp xã Quảng Phúc" is that of the commune
    let of = PLACES.iter().find_map(|kind| Some((*kind, form.strip_suffix(kind)?.strip_suffix(' ')?)));
    match of {
        Some((kind, form)) => [own, " (", kind, "), ", form].concat(),
        None => [own, ", ", form].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_producer_stands_under_its_own_name() {
        for (whole, own) in [
            (
                "Công ty TNHH Thực phẩm và Thương mại dịch vụ Lê Gia",
                "Lê Gia, Công ty TNHH Thực phẩm và Thương mại dịch vụ",
            ),
            ("Hộ SXKD Nguyễn Hữu Tấn", "Nguyễn Hữu Tấn, Hộ SXKD"),
            ("Hộ kinh doanh Hồ Thị Sáu", "Hồ Thị Sáu, Hộ kinh doanh"),
            ("Hồ Thị Sáu", "Hồ Thị Sáu"),
            ("HTX Thủy sản Hải Bình", "Hải Bình, HTX Thủy sản"),
            ("HTX dịch vụ nông nghiệp Hoằng Thắng", "Hoằng Thắng, HTX dịch vụ nông nghiệp"),
            (
                "HTX Sản xuất, kinh doanh và dịch vụ nông nghiệp xã Quảng Phúc",
                "Quảng Phúc (xã), HTX Sản xuất, kinh doanh và dịch vụ nông nghiệp",
            ),
            ("Cơ sở sản xuất bánh gai Lâm Thắm", "Lâm Thắm, Cơ sở sản xuất bánh gai"),
            ("Công ty CP Nước mắm Tĩnh Gia", "Nước mắm Tĩnh Gia, Công ty CP"),
            ("HTX Hợp Thành Bình Lương", "Hợp Thành Bình Lương, HTX"),
            (
                "HTX nông nghiệp xanh Duy Linh (thu mua, phân phối)",
                "Duy Linh (thu mua, phân phối), HTX nông nghiệp xanh",
            ),
            ("Nguyễn Thị Tâm (chùa Hồi Long)", "Nguyễn Thị Tâm (chùa Hồi Long)"),
            ("HTX dịch vụ nông nghiệp", "HTX dịch vụ nông nghiệp"),
            ("Hoàng Thảo Mộc", "Hoàng Thảo Mộc"),
            ("", ""),
        ] {
            assert_eq!(listed(whole), own);
        }
        assert!(FORMS.iter().all(|form| exact(form) == *form));
    }
}
