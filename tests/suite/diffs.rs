//! `ocop diff`: two editions of an invented catalogue, as sites, folders of data and lists.

use crate::command::{Desk, SOUND, shown};

const LATER: [&str; 2] = [
    "Mắm tép Ví Dụ,HTX Ví Dụ,Phường Hạc Thành,5,20/10/2026,180.000,0237 000 0000",
    "Nem Ví Dụ,Hộ Trần Thị Thử,Phường Hạc Thành,3,1/10/2026,,",
];

fn editions() -> Desk {
    let desk = Desk::new();
    let shell = desk.shell();
    for (name, rows) in [("old", SOUND), ("new", LATER)] {
        desk.catalog(name, &rows);
        let site = format!("{name}-site");
        desk.ocop(&["build", name, "--out", &site, "--shell", shown(&shell)]).is(0, &[]);
    }
    desk
}

#[test]
fn new_changed_and_withdrawn_products_are_told() {
    let desk = editions();
    desk.ocop(&["diff", "old-site", "new-site"]).is(
        0,
        &[
            "Sản phẩm mới (1)\n  + Nem Ví Dụ · Hộ Trần Thị Thử (nem-vi-du)",
            "Có thay đổi (1)\n  ~ Mắm tép Ví Dụ",
            "số sao: 4 → 5",
            "giá: 150000 đ → 180000 đ",
            "Đã rút (1)\n  - Chè lam Ví Dụ",
        ],
    );
    let said = desk.ocop(&["diff", "old-site", "new-site", "--lang", "en"]);
    said.is(0, &["New products (1)", "stars: 4 → 5", "price: 150000 đ → 180000 đ", "Withdrawn (1)"]);
    assert!(!said.out.contains("name:") && !said.out.contains("producer:"), "{}", said.out);
}

#[test]
fn json_names_the_fields() {
    let json = editions().ocop(&["diff", "old-site/catalog", "new-site", "--json"]).json();
    assert_eq!(json["added"][0]["slug"], "nem-vi-du");
    assert_eq!(json["withdrawn"][0]["slug"], "che-lam-vi-du");
    let fields = json["changed"][0]["fields"].as_array().cloned().unwrap_or_default();
    let keys: Vec<&str> = fields.iter().filter_map(|f| f["field"].as_str()).collect();
    assert_eq!(keys, ["stars", "state", "recognitions", "price"]);
    assert_eq!((&fields[0]["old"]["vi"], &fields[0]["new"]["en"]), (&"4".into(), &"5".into()));
}

#[test]
fn the_same_differs_in_nothing_and_a_list_alone_is_compared_as_far_as_it_goes() {
    let desk = editions();
    let same = desk.ocop(&["diff", "old-site", "old-site/catalog"]);
    assert_eq!((same.code, same.out.as_str(), same.err.as_str()), (Some(0), "Không có gì khác nhau.\n", ""));
    let list = desk.read("old-site/catalog/list.json");
    desk.write("alone/list.json", &list);
    let said = desk.ocop(&["diff", "alone/list.json", "new-site"]);
    said.is(0, &["số sao: 4 → 5", "không so giá"]);
    assert!(!said.out.contains("giá:"), "{}", said.out);
    desk.write("broken/list.json", "[[[\"99\"]]]");
    desk.ocop(&["diff", "broken", "new-site"]).is(2, &["list.json", "version 99"]);
}
