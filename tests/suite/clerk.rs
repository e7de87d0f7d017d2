//! What people of an office typed, and what they are told of it: guesses, prices, numbers, settings, folders, reports.

use crate::command::{Desk, SOUND};
use crate::office::{read, told};
use ocop::route::Lang;

fn of_place(commune: &str, district: &str) -> String {
    let sheet = format!("Tên sản phẩm,Xã phường,Huyện cũ\nMắm bịa,{commune},{district}\n");
    told("products.csv", sheet.as_bytes(), Lang::Vi).join("\n")
}

#[test]
fn a_commune_is_guessed_in_the_district_that_the_row_names() {
    // "xã Quảng Ninh" is nearer, but lies in Quảng Xương.
    assert!(of_place("xã Quảng Nịnh", "Sầm Sơn").contains("(ý bạn là 'xã Quảng Minh'?)"));
    let other = of_place("xã Hoằng Giang", "Mường Lát");
    assert!(
        other.contains("('xã Hoằng Giang' thuộc huyện Hoằng Hóa, không phải Mường Lát: xem lại hai ô này)"),
        "{other}"
    );
    // Nông Cống has a commune nearly of that name: that one is meant first.
    assert!(of_place("xã Hoằng Giang", "Nông Cống").contains("(ý bạn là 'xã Hoàng Giang'?)"));
    let slip = of_place("xã Hoằng Giangg", "Mường Lát");
    assert!(slip.contains("('xã Hoằng Giang' thuộc huyện Hoằng Hóa, không phải Mường Lát"), "{slip}");
    let two = of_place("xã Minh Sơn", "Nga Sơn");
    assert!(two.contains("thuộc huyện Ngọc Lặc, Triệu Sơn, không phải Nga Sơn"), "{two}");
    assert!(of_place("xã Hoằng Giangg", "").contains("ý bạn là 'xã Hoằng Giang'?"));
}

#[test]
fn prices_in_thousands_and_millions_are_read_where_they_are_clear() {
    let sheet = |price: &str| format!("Tên sản phẩm,Giá\nMắm bịa,\"{price}\"\n");
    for (price, dong) in [
        ("40k", 40_000),
        ("40 K", 40_000),
        ("40 nghìn", 40_000),
        ("40 ngàn đồng", 40_000),
        ("40 nghin", 40_000),
        ("40.000 đồng", 40_000),
        ("12,5k", 12_500),
        ("1,2 triệu", 1_200_000),
        ("1.25 triệu đồng", 1_250_000),
        ("2tr", 2_000_000),
    ] {
        let read = read("products.csv", sheet(price).as_bytes()).map(|s| s.details[0].price);
        assert_eq!(read.ok().flatten(), Some(dong), "{price}");
    }
    for price in ["1.200k", "1,250 triệu", "1tr2", "40-50k", "40k/hộp", "0,5k", "k", "triệu", "40 k 50", "9999 triệu"]
    {
        let told = told("products.csv", sheet(price).as_bytes(), Lang::Vi).join("\n");
        assert!(told.contains(&format!("cột 'Giá': '{price}' — cần số đồng một gói")), "{price}: {told}");
        assert!(told.contains("như 150.000, 150k hoặc 1,2 triệu"), "{told}");
    }
}

#[test]
fn a_price_that_cannot_be_read_keeps_no_product_from_being_published() {
    for price in ["50.000đ/chục", "120k/kg", "35.000 đồng/hộp 500g"] {
        let sheet = format!("Tên sản phẩm,Giá\nMắm bịa,{price}\n");
        let Ok(sheets) = read("products.csv", sheet.as_bytes()) else { unreachable!("{price} blocks") };
        assert_eq!(sheets.details[0].price, None, "{price}");
        let told: Vec<String> = sheets.warnings.iter().map(|f| f.told(Lang::Vi)).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains(&format!("dòng 2, cột 'Giá': '{price}'")), "{told:?}");
        assert!(told[0].contains("sản phẩm hiện không có giá"), "{told:?}");
    }
}

#[test]
fn a_day_to_come_is_the_fault_of_its_row_alone() {
    let desk = Desk::new();
    desk.write("c/catalog.toml", "title = \"Hàng thử\"\nas_of = \"23/11/2026\"\n");
    for (columns, cell, title) in [
        ("Hạng sao,Số quyết định,Ngày quyết định", "4,12/QĐ-UBND,1/5/2027", "Ngày quyết định"),
        ("Hạng sao,Chứng nhận", "4,QĐ 12/QĐ-UBND (1/5/2027)", "Chứng nhận"),
    ] {
        let blank = if title == "Chứng nhận" { "6," } else { "6,," };
        desk.write("c/products.csv", &format!("Tên sản phẩm,{columns}\nMắm bịa,{cell}\nTrà bịa,{blank}\n"));
        let other = "dòng 3, cột 'Hạng sao': '6'";
        let late = format!("cột '{title}': '1/5/2027' — cần ngày không sau 23/11/2026");
        desk.ocop(&["check", "c"]).is(1, &["2 sản phẩm", other, "dòng 2", &late]);
    }
    desk.write("c/products.csv", "Tên sản phẩm,Hạng sao,Chứng nhận\nMắm bịa,4,QĐ 12/QĐ-UBND\nTrà bịa,6,\n");
    let columns = "product,producer,stars,step,when,decision,authority,note_vi,note_en,words";
    desk.write("c/recognitions.csv", &format!("{columns}\nMắm bịa,,4,awarded,2027,12/QĐ-UBND,,,,QĐ 12/QĐ-UBND\n"));
    let late = "cột 'when': '2027' — cần ngày không sau 23/11/2026";
    desk.ocop(&["check", "c"]).is(1, &["recognitions.csv", "dòng 3, cột 'Hạng sao': '6'", late]);
}

#[test]
fn a_bar_code_of_two_products_is_told_with_both_rows() {
    let sheet = "Tên sản phẩm,Mã vạch\nMắm bịa,4006381333931\nTrà bịa,96385074\nNem bịa,4006381333931\n";
    let Ok(sheets) = read("products.csv", sheet.as_bytes()) else { unreachable!("a warning only") };
    let told: Vec<String> = sheets.warnings.iter().map(|f| f.told(Lang::Vi)).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    let place = "dòng 4, cột 'Mã vạch': '4006381333931' — cần mỗi sản phẩm một mã; dòng 2 đã có mã này";
    assert!(told[0].contains(place), "{told:?}");
}

#[test]
fn more_telephone_numbers_of_a_producer_are_no_contradiction() {
    let sheet = |numbers: [&str; 3]| {
        let [a, b, c] = numbers;
        format!("Tên sản phẩm,Chủ thể,Điện thoại\nMắm bịa,HTX Bịa,{a}\nTrà bịa,HTX Bịa,{b}\nNem bịa,HTX Bịa,{c}\n")
    };
    let all = sheet(["0912 345 678", "0237.3123.456; 0912345678", "+84 912 345 678"]);
    let Ok(sheets) = read("products.csv", all.as_bytes()) else { unreachable!("a sound sheet") };
    assert_eq!(sheets.warnings, []);
    assert_eq!(sheets.catalog.producers[0].contact.phone, "0237.3123.456; 0912345678");
    let other = told("products.csv", sheet(["0912345678", "", "0237 3123 456"]).as_bytes(), Lang::Vi);
    assert_eq!(other.len(), 1, "{other:?}");
    assert!(other[0].contains("dòng 4, cột 'Điện thoại': '0237 3123 456' — cần '0912345678'"), "{other:?}");
}

#[test]
fn a_word_without_its_english_is_no_matter_of_a_glossary_that_is_not_there() {
    let sheet = "Tên sản phẩm,Kênh bán,Chứng nhận\nMắm bịa,Chợ phiên bịa,Chứng nhận bịa\n";
    assert_eq!(told("products.csv", sheet.as_bytes(), Lang::Vi), [] as [&str; 0]);
    let desk = Desk::new();
    desk.write("c/catalog.toml", "title = \"Hàng thử\"\n");
    desk.write("c/products.csv", sheet);
    desk.write("c/terms.csv", "written,vi,en\nNga,Nga,Russia\n");
    desk.ocop(&["check", "c"]).is(0, &["CẢNH BÁO (2)", "'Chợ phiên bịa' — cần một từ có trong terms.csv"]);
}

#[test]
fn a_column_in_an_old_font_is_named_by_its_title_too() {
    let sheet = "Tên sản phẩm,Chủ thể\nM¾m t«m bÞa,C«ng ty bÞa §«ng S¬n\n";
    let all = told("products.csv", sheet.as_bytes(), Lang::Vi);
    assert!(all.iter().any(|f| f.contains("dòng 2, cột 'Chủ thể (B)': 'C«ng ty")), "{all:#?}");
}

#[test]
fn settings_that_cannot_be_read_are_told_in_vietnamese_with_their_place() {
    let desk = Desk::new();
    desk.catalog("c", &SOUND);
    for (text, line, value, expected) in [
        ("title = \"Hàng thử\npublisher = \"A\"\n", 1, "title = \"Hàng thử", "dấu ngoặc kép đóng ở cuối dòng"),
        ("title = \"A\"\ntitle = \"B\"\n", 2, "title = \"B\"", "mỗi khóa một lần"),
        ("title = Hàng thử\n", 1, "title = Hàng thử", "giá trị là chữ trong ngoặc kép"),
        ("title = \"A\"\nHàng thử\n", 2, "Hàng thử", "dòng dạng: khóa = \"giá trị\""),
    ] {
        desk.write("c/catalog.toml", text);
        let said = desk.ocop(&["check", "c"]);
        let told = said.out.lines().find(|l| l.contains("dòng ")).unwrap_or_default().trim().to_owned();
        assert!(told.starts_with(&format!("dòng {line}: '{value}' — cần {expected}")), "{}", said.out);
        assert!(told.contains("chữ thứ "), "{told}");
    }
}

#[test]
fn one_rule_says_what_the_address_of_a_site_may_be() {
    for (home, good) in [
        ("https://vi-du.example/ocop", true),
        ("https://vi-du.example/a(b)/", false),
        ("https://vi-du.example/../a/", false),
        ("https:///ocop/", false),
        ("https://vi-du.example/?a=1", false),
        ("HTTPS://vi-du.example/", true),
    ] {
        let desk = Desk::new();
        let shell = desk.shell();
        desk.write("c/catalog.toml", &format!("title = \"Hàng thử\"\nas_of = \"23/11/2026\"\nhome = \"{home}\"\n"));
        desk.write("c/products.csv", "Tên sản phẩm\nMắm Ví Dụ\n");
        let args = ["build", "c", "--out", "site", "--shell", crate::command::shown(&shell), "--json"];
        let json = desk.ocop(&args).json();
        assert_eq!(json["ok"].as_bool(), Some(good), "{home}: {json}");
        if good {
            assert_eq!(json["lacks"].as_array().map(Vec::len), Some(0), "{home}: {json}");
            assert!(desk.read("site/index.html").contains("rel=\"canonical\" href=\"https://vi-du.example/"), "{home}");
        }
    }
}

#[test]
fn what_is_no_catalogue_is_told_what_to_do() {
    let desk = Desk::new();
    desk.write("bang/san-pham.xlsx", "no matter");
    assert!(std::fs::create_dir(desk.path("trong")).is_ok());
    desk.ocop(&["check", "bang/san-pham.xlsx"])
        .is(2, &["bang/san-pham.xlsx là một tệp", "ocop new THƯ-MỤC", "products.xlsx"]);
    desk.ocop(&["check", "trong"]).is(2, &["thư mục trong còn trống", "ocop new trong"]);
    desk.ocop(&["build", "trong", "--out", "site"]).is(2, &["ocop new trong"]);
    desk.ocop(&["check", "bang"]).is(1, &["catalog.toml", "title = \"…\"", "ocop new"]);
    desk.ocop(&["check", "bang", "--lang", "en"]).is(1, &["catalog.toml", "ocop new"]);
}

#[test]
fn folders_of_sheets_are_compared_as_they_stand() {
    let desk = Desk::new();
    desk.catalog("old", &SOUND);
    desk.catalog("new", &[SOUND[0].replace("150.000", "180.000").as_str(), "Nem Ví Dụ,HTX Ví Dụ,,3,,,"]);
    let words = ["+ Nem Ví Dụ", "giá: 150000 đ → 180000 đ", "- Chè lam Ví Dụ"];
    desk.ocop(&["diff", "old", "new"]).is(0, &words);
    let shell = desk.shell();
    desk.ocop(&["build", "old", "--out", "site", "--shell", crate::command::shown(&shell)]).is(0, &[]);
    desk.ocop(&["diff", "site", "new"]).is(0, &words);
    desk.ocop(&["diff", "site", "old"]).is(0, &["Không có gì khác nhau"]);
    desk.catalog("new", &["Mắm tép Ví Dụ,HTX Ví Dụ,,6,,,"]);
    desk.ocop(&["diff", "old", "new"]).is(1, &["cột 'Hạng sao': '6'", "new: 1 sản phẩm: 1 lỗi"]);
    desk.ocop(&["diff", "old", "nowhere"]).is(2, &["list.json", "catalog.toml"]);
}

#[test]
fn a_site_inside_its_sheets_is_never_read_as_one() {
    let desk = Desk::new();
    let shell = desk.shell();
    let shell = crate::command::shown(&shell);
    desk.catalog("c", &SOUND);
    for out in ["c/photos/site", "c/photos", "c/.ocop/site", "c"] {
        desk.ocop(&["build", "c", "--out", out, "--shell", shell]).is(2, &[out, "chọn thư mục khác"]);
    }
    desk.ocop(&["build", "c", "--out", "c/site", "--shell", shell]).is(0, &["2 sản phẩm: không có lỗi"]);
    desk.ocop(&["check", "c"]).is(0, &["2 sản phẩm: không có lỗi"]);
}

#[test]
fn reports_to_send_name_the_product_of_each_row() {
    let desk = Desk::new();
    desk.catalog(
        "c",
        &["Mắm tép Ví Dụ,HTX Ví Dụ,Phường Hạc Thành,6,,,", "Chè lam Ví Dụ,Hộ Thử,Phường Hạc Thành,4,x,,"],
    );
    let page = desk.ocop(&["check", "c", "--format", "html", "--on", "25/11/2026"]).out;
    let errors = page.split("<section class=\"error\">").nth(1).and_then(|p| p.split("</section>").next());
    let errors = errors.unwrap_or_default();
    assert!(errors.contains("<tr><td>2</td><td>Mắm tép Ví Dụ</td><td>Hạng sao</td><td>6</td>"), "{errors}");
    assert!(errors.contains("<th scope=\"col\" class=\"number\">Dòng</th><th scope=\"col\">Sản phẩm</th>"), "{errors}");
    assert!(page.contains(".number { width:") && !page.contains("nth-child"), "{page}");
    let csv = desk.ocop(&["check", "c", "--format", "csv", "--on", "25/11/2026"]).out;
    let mut rows = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let titles = rows.headers().cloned().unwrap_or_default();
    let at = titles.iter().position(|title| title == "Sản phẩm").unwrap_or(usize::MAX);
    let first = rows.records().flatten().next().unwrap_or_default();
    assert_eq!(first.get(at), Some("Mắm tép Ví Dụ"), "{csv}");
    let json = desk.ocop(&["check", "c", "--json", "--on", "25/11/2026"]).json();
    assert_eq!(json["faults"][0]["product"], "Mắm tép Ví Dụ");
}

#[test]
fn the_sum_for_a_producer_counts_its_products_only() {
    let desk = Desk::new();
    desk.catalog("c", &[SOUND[0], SOUND[1], "Nem Ví Dụ,Hộ Trần Thị Thử,Phường Hạc Thành,3,1/10/2026,,"]);
    desk.ocop(&["check", "c", "--producer", "tran thi thu"]).is(0, &["\n1 sản phẩm: không có lỗi"]);
    let json = desk.ocop(&["check", "c", "--producer", "htx", "--json"]).json();
    assert_eq!((json["products"].as_u64(), json["producers"].as_u64()), (Some(2), Some(1)));
    desk.ocop(&["check", "c", "--producer", "không ai"]).is(0, &["Không có chủ thể nào tên có các chữ 'không ai'."]);
}

#[test]
fn a_corrected_name_keeps_its_address_or_is_asked_about() {
    let desk = Desk::new();
    let folder = |name: &str| desk.catalog("c", &[&SOUND[0].replace("Mắm tép Ví Dụ", name), SOUND[1]]);
    folder("Mắm tép Ví Dụ");
    desk.build().is(0, &[]);
    folder("Mắm tép Vi Dụu");
    desk.build().is(0, &[]);
    assert!(desk.path("site/san-pham/mam-tep-vi-du/index.html").exists());
    folder("Mắm tép đặc biệt");
    let asked = ["cột 'Tên sản phẩm': 'Mắm tép đặc biệt'", "dòng 'mam-tep-vi-du' trong slugs.csv"];
    desk.ocop(&["check", "c"]).is(0, &asked);
    // As the message says: the new name into the row of the old one.
    desk.write("c/slugs.csv", &desk.read("c/slugs.csv").replace("Mắm tép Vi Dụu", "Mắm tép đặc biệt"));
    desk.build().is(0, &[]);
    assert!(desk.path("site/san-pham/mam-tep-vi-du/index.html").exists());
    assert!(!desk.path("site/san-pham/mam-tep-dac-biet").exists());
}

#[test]
fn lists_parted_by_commas_are_lists_where_that_is_clear() {
    let sheet = "Tên sản phẩm,Chứng nhận,Kênh bán,Xuất khẩu\nMắm bịa,\"HACCP, ISO 22000\",\"Hội chợ, triển lãm trong tỉnh\",\"Hoa Kỳ, Nhật Bản\"\n";
    let Ok(sheets) = read("products.csv", sheet.as_bytes()) else { unreachable!("it blocks") };
    let words = |terms: &[ocop::catalog::Term]| terms.iter().map(|t| t.name.vi.clone()).collect::<Vec<_>>();
    assert_eq!(words(&sheets.catalog.qualities), ["HACCP", "ISO 22000"]);
    assert_eq!(words(&sheets.catalog.channels), ["Hội chợ, triển lãm trong tỉnh"]);
    assert_eq!(words(&sheets.catalog.markets), ["Hoa Kỳ", "Nhật Bản"]);
}

#[test]
fn a_group_is_understood_without_accents_and_in_the_wrong_place_is_told_its_own() {
    let of = |group: &str, below: &str| format!("Tên sản phẩm,Nhóm,Phân nhóm\nMắm bịa,{group},{below}\n");
    let all = |sheet: String| told("products.csv", sheet.as_bytes(), Lang::Vi).join("\n");
    let there =
        |sheet: String| read("products.csv", sheet.as_bytes()).is_ok_and(|s| s.catalog.products[0].group.is_some());
    assert!(there(of("thuc pham", "")), "{}", all(of("thuc pham", "")));
    assert!(there(of("Do uong", "")));
    let wrong = all(of("Đồ uống", "Gia vị"));
    assert!(wrong.contains("'Gia vị' thuộc 'Thực phẩm'"), "{wrong}");
}
