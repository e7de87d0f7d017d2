//! What an office's own sheet becomes on its site: ways to reach a producer, all its places, where the facts come from.

use crate::command::{Desk, shown};
use crate::crawl::Page;

const HEAD: &str = "Tên sản phẩm,Chủ thể,Xã phường,Huyện,Điện thoại,Website,Câu chuyện sản phẩm,Nguồn";

/// The site of these rows, built in `site/`.
fn site(about: &str, rows: &[&str]) -> Desk {
    let desk = Desk::new();
    let shell = desk.shell();
    desk.write("c/catalog.toml", &format!("title = \"Hàng thử\"\nas_of = \"23/11/2026\"\n{about}"));
    desk.write("c/products.csv", &format!("{HEAD}\n{}\n", rows.join("\n")));
    desk.ocop(&["build", "c", "--out", "site", "--shell", shown(&shell)]).is(0, &[]);
    desk
}

fn page(desk: &Desk, path: &str) -> (String, Page) {
    let text = desk.read(&format!("site/{path}/index.html"));
    let page = Page::read(&text).unwrap_or_else(|e| unreachable!("{path}: {e}"));
    (text, page)
}

#[test]
fn each_telephone_number_is_a_link_of_its_own() {
    let desk = site("", &["Mắm Ví Dụ,HTX Ví Dụ,,,\"0237 000 0000; 0912.345.678\",,,"]);
    let (text, page) = page(&desk, "chu-the/htx-vi-du");
    for (href, number) in [("tel:02370000000", "0237 000 0000"), ("tel:0912345678", "0912.345.678")] {
        assert!(text.contains(&format!("<a href=\"{href}\">{number}</a>")), "{href}: {text}");
    }
    let told = page.of_type("Organization").first().map(|o| o["telephone"].clone());
    assert_eq!(told, Some(serde_json::json!(["0237 000 0000", "0912.345.678"])));
}

#[test]
fn a_page_without_its_scheme_is_a_link_and_other_words_are_text() {
    let of = |web: &str| {
        let desk = site("", &[&format!("Mắm Ví Dụ,HTX Ví Dụ,,,,{web},,")]);
        page(&desk, "chu-the/htx-vi-du").0
    };
    for (web, href) in [
        ("www.vi-du.example", "https://www.vi-du.example"),
        ("WWW.vi-du.vn/mam", "https://www.vi-du.vn/mam"),
        ("vi-du.com.vn", "https://vi-du.com.vn"),
        ("HTTP://vi-du.vn", "http://vi-du.vn"),
        ("https://vi-du.vn/", "https://vi-du.vn/"),
    ] {
        assert!(of(web).contains(&format!("<a href=\"{href}\">")), "{web}");
    }
    for web in ["Gian hàng Ví Dụ trên Shopee", "javascript:alert(1)", "Tp.HCM", "www.một trang"] {
        let text = of(web);
        assert!(text.contains(&format!("<span class=\"block\" lang=\"vi\">{web}</span>")), "{web}: {text}");
    }
}

#[test]
fn several_pages_in_a_cell_are_text_and_told() {
    let desk = site("", &["Mắm Ví Dụ,HTX Ví Dụ,,,,https://vi-du.vn; http://ban.vi-du.vn,,"]);
    let text = page(&desk, "chu-the/htx-vi-du").0;
    assert!(text.contains("<span class=\"block\" lang=\"vi\">vi-du.vn; ban.vi-du.vn</span>"), "{text}");
    desk.ocop(&["check", "c"])
        .is(0, &["cột 'Website': 'https://vi-du.vn; http://ban.vi-du.vn' — cần một địa chỉ trang"]);
}

#[test]
fn a_producer_shows_every_place_it_works_in() {
    let rows = [
        "Mắm Ví Dụ,HTX Ví Dụ,Phường Hạc Thành,,,,,",
        "Trà Ví Dụ,HTX Ví Dụ,xã Hoằng Phụ,Hoằng Hóa,,,,",
        "Nem Ví Dụ,HTX Ví Dụ,xã Hoằng Phụ,Hoằng Hóa,,,,",
        "Cói Ví Dụ,HTX Ví Dụ,,Nga Sơn,,,,",
    ];
    let text = page(&site("", &rows), "chu-the/htx-vi-du").0;
    let facts =
        text.split("<dl class=\"facts\">").nth(1).and_then(|rest| rest.split("</dl>").next()).unwrap_or_default();
    assert_eq!(facts.matches("href=\"noi-lam/").count(), 2, "{facts}");
    for part in ["noi-lam/hac-thanh-", "noi-lam/hoang-thanh-", "Xã Hoằng Phụ, huyện cũ Hoằng Hóa", "Huyện cũ Nga Sơn"]
    {
        assert_eq!(facts.matches(part).count(), 1, "{part}: {facts}");
    }
}

#[test]
fn only_who_says_so_has_gathered_from_the_press() {
    let rows = [
        "Mắm Ví Dụ,,,,,,,Hồ sơ của Văn phòng",
        "Trà Ví Dụ,,,,,,,Quyết định thử",
        "Nem Ví Dụ,,,,,,,Hồ sơ của Văn phòng",
    ];
    let desk = site("", &rows);
    let told = |desk: &Desk| [page(desk, "gioi-thieu").0, desk.read("site/catalog/about-vi.json")];
    for text in told(&desk) {
        assert!(!text.contains("báo chí") && !text.contains("gom từ"), "{text}");
        assert!(text.contains("Hồ sơ của Văn phòng; Quyết định thử."), "{text}");
    }
    assert!(page(&desk, "en/about").0.contains("Hồ sơ của Văn phòng; Quyết định thử."));
    for text in told(&site("gathered = true\n", &rows)) {
        assert!(text.contains("gom từ 2 nguồn công khai (báo chí"), "{text}");
    }
}

#[test]
fn a_link_to_a_product_tells_the_beginning_of_its_story() {
    let long = "Mắm ".repeat(60);
    let rows = [
        "Mắm Ví Dụ,HTX Ví Dụ,,,,,Nấu bằng cá cơm ở làng Ví Dụ. Câu sau không cần.,".to_owned(),
        format!("Trà Ví Dụ,HTX Ví Dụ,,,,,{long},"),
        "Nem Ví Dụ,HTX Ví Dụ,,,,,,".to_owned(),
        "Cói Ví Dụ,HTX Ví Dụ,,,,,Dệt 2.5 m cói ở TP. Ví Dụ. Bền.,".to_owned(),
    ];
    let desk = site("", &rows.each_ref().map(String::as_str));
    let told = |path: &str| page(&desk, path).1.meta("description").map(String::from).unwrap_or_default();
    assert_eq!(told("san-pham/mam-vi-du"), "Nấu bằng cá cơm ở làng Ví Dụ.");
    assert_eq!(told("san-pham/coi-vi-du"), "Dệt 2.5 m cói ở TP. Ví Dụ.");
    let cut = told("san-pham/tra-vi-du");
    assert!(cut.chars().count() <= 155 && cut.chars().count() > 140 && cut.ends_with("Mắm…"), "{cut}");
    assert!(told("san-pham/nem-vi-du").starts_with("Nem Ví Dụ"), "{}", told("san-pham/nem-vi-du"));
    // The story is Vietnamese: the English page keeps what it says in English.
    assert!(told("en/product/mam-vi-du").starts_with("Mắm Ví Dụ"), "{}", told("en/product/mam-vi-du"));
}
