//! Which province a catalogue is of, and what follows where it is another than this program knows.

use crate::command::Desk;

#[test]
fn a_new_folder_names_the_province_in_english_letters() {
    let desk = Desk::new();
    desk.ocop(&["new", "my"]).is(0, &[]);
    assert!(desk.read("my/catalog.toml").contains("province_vi = \"Thanh Hóa\"\nprovince_en = \"Thanh Hoa\"\n"));
    for (about, english) in [("", "Thanh Hoa"), ("province_vi = \"Đắk Lắk\"\n", "Dak Lak")] {
        desk.write("c/catalog.toml", &format!("title = \"Hàng thử\"\n{about}"));
        desk.write("c/products.csv", "Tên sản phẩm\nMắm Ví Dụ\n");
        let sheets = ocop::publish::read_folder(&desk.path("c"), crate::sample::TODAY);
        assert_eq!(sheets.map(|s| s.catalog.about.province.en).ok().as_deref(), Some(english));
    }
}

#[test]
fn products_of_another_province_are_no_list_of_slips() {
    let desk = Desk::new();
    let rows = "Tên sản phẩm,Xã\nCà phê bịa,xã Ea Drông\nTiêu bịa,xã Krông Pắc\nMật bịa,xã Ea Súp\n";
    desk.write("c/catalog.toml", "title = \"Hàng thử\"\n");
    desk.write("c/products.csv", rows);
    let asked =
        "'Thanh Hóa' — cần province_vi, tỉnh của danh mục: 3 trong 3 nơi làm không có trong bảng xã của Thanh Hóa";
    desk.ocop(&["check", "c"]).is(1, &["3 lỗi", asked, "sửa province_vi và province_en"]);
    desk.write("c/catalog.toml", "title = \"Hàng thử\"\nprovince_vi = \"Đắk Lắk\"\n");
    desk.ocop(&["check", "c"])
        .is(0, &["bảng có các cột nso_code, name_vi, name_en, type, former_districts, former_communes"]);
    // Two slips are slips, and a province that has most of the places is the right one.
    desk.write("c/catalog.toml", "title = \"Hàng thử\"\n");
    for more in ["", "Chiếu bịa,Phường Hạc Thành\nNem bịa,Phường Hạc Thành\nMắm bịa,Phường Hạc Thành\n"]
    {
        let rows = if more.is_empty() { rows.replace("Mật bịa,xã Ea Súp\n", "") } else { rows.to_owned() + more };
        desk.write("c/products.csv", &rows);
        let told = desk.ocop(&["check", "c"]);
        let all = told.out + &told.err;
        assert!(!all.contains("province_vi"), "{all}");
    }
}
