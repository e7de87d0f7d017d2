//! What left the catalogue: its printed codes and old links still lead to a page that says so.

use crate::command::{Desk, SOUND};
use crate::crawl::Page;

#[test]
fn an_old_address_says_that_its_product_is_no_longer_in_the_catalogue() {
    let desk = Desk::new();
    let other = SOUND[1].replace("HTX Ví Dụ", "HTX Khác");
    let build = |rows: &[&str]| {
        desk.catalog("c", rows);
        let about = desk.read("c/catalog.toml") + "home = \"https://ocop.example.vn/\"\n";
        desk.write("c/catalog.toml", &about);
        desk.build().is(0, &[]);
    };
    build(&[SOUND[0], &other]);
    let kept = desk.read("site/san-pham/che-lam-vi-du/index.html");
    assert!(desk.read("site/sitemap.xml").contains("/san-pham/mam-tep-vi-du/"));
    build(&[&other]);
    for (path, name, said) in [
        ("san-pham/mam-tep-vi-du", "Mắm tép Ví Dụ", "Sản phẩm này không còn trong danh mục."),
        ("en/product/mam-tep-vi-du", "Mắm tép Ví Dụ", "This product is no longer in the catalogue."),
        ("chu-the/htx-vi-du", "HTX Ví Dụ", "Chủ thể này không còn trong danh mục."),
        ("en/producer/htx-vi-du", "HTX Ví Dụ", "This producer is no longer in the catalogue."),
    ] {
        let html = desk.read(&format!("site/{path}/index.html"));
        let page = Page::read(&html).unwrap_or_else(|e| unreachable!("{path}: {e}"));
        assert!(html.contains(&format!(">{name}</h1><p>{said}")), "{path}: {html}");
        assert!(html.contains(&format!("<title>{name} · Hàng thử</title>")), "{path}");
        assert_eq!(page.meta("robots"), Some("noindex"), "{path}");
        assert!(!html.contains("canonical") && page.data.is_empty(), "{path}");
    }
    assert!(!desk.read("site/sitemap.xml").contains("mam-tep-vi-du"));
    assert_eq!(desk.read("site/catalog/gone.json"), "[[\"mam-tep-vi-du\",\"Mắm tép Ví Dụ\"]]");
    // Back in the catalogue it has its page again.
    build(&[SOUND[0], &other]);
    let back = desk.read("site/san-pham/mam-tep-vi-du/index.html");
    assert!(!back.contains("noindex") && back.contains("canonical"));
    assert_eq!(desk.read("site/catalog/gone.json"), "[]");
    assert_eq!(desk.read("site/san-pham/che-lam-vi-du/index.html"), kept);
}

#[test]
fn an_old_address_leads_on_once_its_row_has_the_corrected_name() {
    let desk = Desk::new();
    let build = |name: &str| {
        desk.catalog("c", &[&SOUND[0].replace("Mắm tép Ví Dụ", name)]);
        desk.build()
    };
    build("Mắm tép Ví Dụ").is(0, &[]);
    // The office builds before it reads, and mends the register afterwards.
    build("Mắm tép đặc biệt").is(0, &["hay 'Mắm tép Ví Dụ' được sửa tên", "dòng 'mam-tep-vi-du' trong slugs.csv"]);
    desk.write("c/slugs.csv", &desk.read("c/slugs.csv").replace("product,Mắm tép Ví Dụ", "product,Mắm tép đặc biệt"));
    build("Mắm tép đặc biệt").is(0, &[]);
    assert!(desk.read("site/san-pham/mam-tep-vi-du/index.html").contains("Mắm tép đặc biệt</h1>"));
    let moved = desk.read("site/en/product/mam-tep-dac-biet/index.html");
    let page = Page::read(&moved).unwrap_or_else(|e| unreachable!("{e}"));
    assert!(moved.contains("content=\"0; url=en/product/mam-tep-vi-du/\""), "{moved}");
    assert!(
        page.all
            .iter()
            .any(|e| e.tag == "a" && e.attr("href").is_some_and(|to| to.ends_with("product/mam-tep-vi-du/")))
    );
}

#[test]
fn a_producer_under_another_name_keeps_its_address_and_that_is_told() {
    let desk = Desk::new();
    let build = |producer: &str| {
        desk.catalog("c", &[&SOUND[0].replace("HTX Ví Dụ", producer), &SOUND[1].replace("HTX Ví Dụ", producer)]);
        desk.build()
    };
    build("HTX Ví Dụ").is(0, &[]);
    build("HTX Nông nghiệp Xanh").is(0, &["được coi là 'HTX Ví Dụ' đã sửa tên, nên giữ địa chỉ cũ"]);
    assert!(desk.read("site/chu-the/htx-vi-du/index.html").contains("HTX Nông nghiệp Xanh</h1>"));
    assert!(!desk.path("site/chu-the/htx-nong-nghiep-xanh").exists());
}
