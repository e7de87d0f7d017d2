//! Broken sheets: each fault is told with its file, row, column, value and what was expected; all at once.

use ocop::catalog::Date;
use ocop::publish::{Fault, Severity, Sheets, read_folder};
use ocop::route::Lang;
use std::fs;
use std::path::Path;

const TODAY: Date = Date { year: 2026, month: 11, day: 25 };
const ABOUT: &str = r#"
title = "Hàng thử"
province_vi = "Thanh Hóa"
province_en = "Thanh Hoá"
as_of = "23/11/2026"
[files]
products = "p.csv"
communes = "c.csv"
commune_of_product = "m.csv"
"#;
const COMMUNES: &str = "nso_code,name_vi,name_en,type,former_districts,former_communes
16000,Xã Hoằng Thanh,Hoang Thanh Commune,Xã,Huyện Hoằng Hóa,Xã Hoằng Phụ (Huyện Hoằng Hóa)
";
const MAP: &str = "commune_in_products,former_district,new_unit_2025,nso_code,how
xã Hoằng Phụ,Hoằng Hóa,Xã Hoằng Thanh,16000,old commune -> new
";
const COLUMNS: &str = "name_vi,name_en,name_en_is_literal_translation,producer,commune,district,province,stars,\
    year,group,subgroup,certificates,channels,export_markets,attributes,source_title,source_url";

/// A row with these cells, and what every row needs.
fn row(cells: &[(&str, &str)]) -> String {
    let sound = [("name_vi", "Mắm tôm"), ("source_title", "Báo"), ("source_url", "https://example.org/")];
    let cell = |column: &str| {
        let all = cells.iter().chain(&sound).find(|(name, _)| *name == column);
        format!("\"{}\"", all.map_or("", |(_, text)| text).replace('"', "\"\""))
    };
    COLUMNS.split(',').map(cell).collect::<Vec<_>>().join(",")
}

fn products(rows: &[&[(&str, &str)]]) -> String {
    let rows: Vec<String> = std::iter::once(COLUMNS.to_owned()).chain(rows.iter().map(|cells| row(cells))).collect();
    rows.join("\n") + "\n"
}

fn read(files: &[(&str, &str)]) -> Result<Sheets, Vec<Fault>> {
    let folder =
        tempfile::tempdir().map_err(|e| vec![Fault::error("tempdir", e.to_string(), ("thư mục", "a folder"))])?;
    let sound = [("catalog.toml", ABOUT), ("c.csv", COMMUNES), ("m.csv", MAP)];
    for (name, text) in sound.iter().chain(files) {
        assert!(fs::write(folder.path().join(name), text).is_ok());
    }
    read_folder(folder.path(), TODAY)
}

fn told(fault: &Fault) -> String {
    format!("{}: {}", fault.severity.told(Lang::En), fault.told(Lang::En))
}

fn faults(files: &[(&str, &str)]) -> Vec<String> {
    match read(files) {
        Ok(sheets) => sheets.warnings.iter().map(told).collect(),
        Err(faults) => faults.iter().map(told).collect(),
    }
}

#[track_caller]
fn one(cells: &[(&str, &str)], expected: &str) {
    assert_eq!(faults(&[("p.csv", &products(&[cells]))]), [expected]);
}

#[test]
fn a_sound_sheet_has_no_fault() {
    let row = [("commune", "Xã  Hoằng Phụ"), ("district", "Hoằng Hoá"), ("stars", "4"), ("year", "2024")];
    assert_eq!(faults(&[("p.csv", &products(&[&row]))]), [] as [&str; 0]);
}

#[test]
fn each_bad_cell_is_named_with_its_place() {
    one(&[("stars", "6")], "error: p.csv, row 2, column 'stars': '6' — expected 3, 4, 5 or empty");
    one(
        &[("year", "20211")],
        "error: p.csv, row 2, column 'year': '20211' — expected a year from 2018 to 2026 or empty",
    );
    one(&[("name_vi", "")], "error: p.csv, row 2, column 'name_vi': empty — expected a name");
    one(
        &[("commune", "xã Hoằng Phú"), ("district", "Hoằng Hóa")],
        "error: p.csv, row 2, column 'commune': 'xã Hoằng Phú' — expected a commune of today, or one of before July 2025 with its district (did you mean 'xã Hoằng Phụ'?)",
    );
    one(
        &[("commune", "xã Quảng Chính"), ("district", "Hoằng Hóa")],
        "error: p.csv, row 2, column 'commune': 'xã Quảng Chính' — expected a commune of today, or one of before July 2025 with its district",
    );
    one(
        &[("district", "Hoằng Hoa")],
        "error: p.csv, row 2, column 'district': 'Hoằng Hoa' — expected a former district of the province or empty (did you mean 'Hoằng Hóa'?)",
    );
    one(&[("province", "Nghệ An")], "error: p.csv, row 2, column 'province': 'Nghệ An' — expected Thanh Hóa or empty");
    one(
        &[("group", "Thực phẩn")],
        "error: p.csv, row 2, column 'group': 'Thực phẩn' — expected a group of Decision 148/2023 (did you mean 'Thực phẩm'?)",
    );
    one(
        &[("group", "Thực phẩm"), ("subgroup", "Gia vị / Rượu trắng")],
        "error: p.csv, row 2, column 'subgroup': 'Rượu trắng' — expected a sub-group of 'Gia vị' in Decision 148/2023 ('Rượu trắng' belongs to 'Đồ uống' / 'Đồ uống có cồn')",
    );
    one(
        &[("subgroup", "Gia vị")],
        "error: p.csv, row 2, column 'group': empty — expected the group above the sub-group",
    );
    one(
        &[("name_en_is_literal_translation", "maybe")],
        "error: p.csv, row 2, column 'name_en_is_literal_translation': 'maybe' — expected yes, no or empty",
    );
    one(
        &[("certificates", "QĐ 1/QĐ-UBND (31/2/2020)")],
        "error: p.csv, row 2, column 'certificates': '31/2/2020' — expected a date such as 23/12/2019, 8/2021 or 2021 (February 2020 has 29 days only)",
    );
    one(
        &[("certificates", "QĐ 1/QĐ-UBND (2020); QĐ 2/QĐ-UBND (2021)")],
        "error: p.csv, row 2, column 'certificates': 'QĐ 1/QĐ-UBND (2020); QĐ 2/QĐ-UBND (2021)' — expected at most one decision (list each with its stars in recognitions.csv)",
    );
    one(
        &[("source_url", "bao.vn")],
        "error: p.csv, row 2, column 'source_url': 'bao.vn' — expected an address that begins with https:// or http://",
    );
}

#[test]
fn what_can_be_published_all_the_same_is_a_warning() {
    one(
        &[("year", "2021"), ("certificates", "QĐ 1/QĐ-UBND (23/12/2019)")],
        "warning: p.csv, row 2, column 'year': '2021' — expected 2019, the year of the decision",
    );
}

#[test]
fn the_same_product_twice_is_named_with_both_rows() {
    let sheet = products(&[&[], &[("name_vi", "Mắm tép")], &[("stars", "3")]]);
    assert_eq!(
        faults(&[("p.csv", &sheet)]),
        [
            "error: p.csv, row 4, column 'name_vi': 'Mắm tôm' — expected each product once; row 2 has the same name, producer and place"
        ]
    );
}

#[test]
fn all_faults_of_all_sheets_come_at_once() {
    let sheet =
        products(&[&[("stars", "x")], &[("name_vi", ""), ("year", "19")], &[("name_vi", "Ổi"), ("group", "?")]]);
    let map = MAP.replace("16000", "99999");
    let all = faults(&[("p.csv", &sheet), ("m.csv", &map)]);
    assert_eq!(all.len(), 5, "{all:#?}");
    assert!(
        all[0].starts_with("error: m.csv, row 2, column 'nso_code': '99999' — expected a code of the communes file")
    );
}

#[test]
fn rows_are_counted_as_a_spreadsheet_does() {
    let sheet = products(&[&[("name_vi", "Một\nhai")], &[]]).replace("\"Mắm tôm\"", "\n,,,\n\"Mắm tôm\"")
        + &row(&[("stars", "9")])
        + "\n";
    assert_eq!(
        faults(&[("p.csv", &sheet)]),
        [
            "error: p.csv, row 6, column 'name_vi': 'Mắm tôm' — expected each product once; row 5 has the same name, producer and place",
            "error: p.csv, row 6, column 'stars': '9' — expected 3, 4, 5 or empty",
        ]
    );
}

#[test]
fn missing_doubled_and_unknown_columns_are_named() {
    let sheet = products(&[&[]]).replacen("stars", "hang sai", 1);
    assert_eq!(
        faults(&[("p.csv", &sheet)]),
        [
            "warning: p.csv, row 1, column 'hang sai': 'hang sai' — expected a title that is known (its cells are not read; did you mean 'Hạng sao'?)"
        ]
    );
    let sheet = products(&[&[]]).replacen("name_vi", "stt", 1).replacen("name_en,", "Số sao,", 1);
    assert_eq!(
        faults(&[("p.csv", &sheet)])[..2],
        [
            "error: p.csv, row 1, column 'stars': 'stars' — expected each column once (the same as column 'Số sao')",
            "error: p.csv, row 1, column 'Tên sản phẩm': empty — expected a column of this name",
        ]
    );
    assert_eq!(
        faults(&[("p.csv", "")])[0],
        "error: p.csv: expected a sheet with a header row and products (the file is empty)"
    );
    let map = MAP.replacen("nso_code", "code", 1);
    let told = faults(&[("p.csv", &products(&[])), ("m.csv", &map)]);
    assert_eq!(told[1], "error: m.csv, row 1, column 'nso_code': empty — expected a column of this name");
}

#[test]
fn too_many_cells_and_bytes_that_are_not_utf_8_are_named() {
    let sheet = products(&[&[]]).trim_end().to_owned() + ",Lê Gia\n";
    assert_eq!(
        faults(&[("p.csv", &sheet)]),
        [
            "error: p.csv, row 2: 'Lê Gia' — expected 17 cells in the row (a cell that holds the separator stands in quotation marks)"
        ]
    );
    let sheet = [products(&[]).as_bytes(), b"M\xe3m,,,,,,,,,,,,,,,B,https://b.vn\n"].concat();
    let told = faults_of_bytes(&sheet);
    assert!(told[0].starts_with("p.csv: 'Windows-1258' — expected Unicode text (UTF-8)"), "{told:?}");
}

/// What is told of products in those bytes.
fn faults_of_bytes(products: &[u8]) -> Vec<String> {
    let Ok(folder) = tempfile::tempdir() else { return Vec::new() };
    let sound = [("catalog.toml", ABOUT), ("c.csv", COMMUNES), ("m.csv", MAP)];
    for (name, bytes) in sound.map(|f| (f.0, f.1.as_bytes())).into_iter().chain([("p.csv", products)]) {
        assert!(fs::write(folder.path().join(name), bytes).is_ok());
    }
    read_folder(folder.path(), TODAY).map_or_else(|f| f, |s| s.warnings).iter().map(|f| f.told(Lang::En)).collect()
}

#[test]
fn spreadsheets_of_other_countries_are_read() {
    let sheet =
        format!("\u{feff}{}", products(&[&[("stars", "4")]]).replace("\",\"", "\";\"").replace("name_vi,", "name_vi;"));
    let header = COLUMNS.replace(',', ";");
    let sheet = format!("{header}\r\n{}", sheet.lines().nth(1).unwrap_or_default());
    assert_eq!(faults(&[("p.csv", &sheet)]), [] as [&str; 0]);
}

#[test]
fn a_missing_file_and_a_broken_description_are_named() {
    let missing = faults(&[]);
    assert!(missing[0].starts_with("error: p.csv: expected a readable spreadsheet ("), "{missing:?}");
    let broken = faults(&[("catalog.toml", "title = \"A\"\nprovince = \"B\"\n")]);
    assert!(
        broken[0].starts_with("error: catalog.toml, row 2: 'province' — expected one of the keys title,"),
        "{broken:?}"
    );
    let day = faults(&[("catalog.toml", &ABOUT.replace("23/11/2026", "31/2/2026"))]);
    assert_eq!(day[0], "error: catalog.toml, row 5, column 'as_of': '31/2/2026' — expected a day as D/M/YYYY");
    let empty = read_folder(Path::new("/nowhere/at/all"), TODAY).err().unwrap_or_default();
    assert_eq!(empty.first().map(|f| (f.severity, f.file.as_str())), Some((Severity::Error, "catalog.toml")));
}

#[test]
fn a_reading_must_stand_in_the_product_s_own_words() {
    let head = "product,producer,stars,step,when,decision,authority,note_vi,note_en,words\n";
    let sheet = products(&[&[("stars", "4"), ("attributes", "4 sao năm 2019 (QĐ 5445); công nhận lại 7/2024")]]);
    let check = |line: &str| faults(&[("p.csv", &sheet), ("recognitions.csv", &format!("{head}{line}\n"))]);
    assert_eq!(check("Mắm tôm,,4,awarded,7/2024,,,,,công nhận lại 7/2024"), [] as [&str; 0]);
    let told = [
        (
            "Mắm tôm,,4,awarded,2024,,,,,công nhận lại 8/2024",
            "'words': 'công nhận lại 8/2024' — expected words of the attributes or certificates of 'Mắm tôm' (row 2)",
        ),
        (
            "Mắm tôm,,4,awarded,2023,,,,,công nhận lại 7/2024",
            "'when': '2023' — expected a year that stands in the words or in the product's row",
        ),
        (
            "Mắm tôm,,4,awarded,31/2/2024,,,,,công nhận lại 7/2024",
            "'when': '31/2/2024' — expected D/M/YYYY, M/YYYY, YYYY, YYYY|YYYY or empty (February 2024 has 29 days only)",
        ),
        (
            "Mắm tôm,,4,awarded,2019,5446/QĐ-UBND,,,,4 sao năm 2019 (QĐ 5445)",
            "'decision': '5446/QĐ-UBND' — expected a number that stands in the words",
        ),
        ("Mắm tôm,,4,given,2019,,,,,4 sao năm 2019", "'step': 'given' — expected awarded or proposed"),
        (
            "Mắm tôm,,4,awarded,2019,,mayor,,,4 sao năm 2019",
            "'authority': 'mayor' — expected district, province, ministry or empty",
        ),
        (
            "Mắm tôm,,4,awarded,2019,,,Đợt 1,,4 sao năm 2019",
            "'note_en': empty — expected the note in this language too",
        ),
        (
            "Mắm tép,,4,awarded,2019,,,,,4 sao năm 2019",
            "'product': 'Mắm tép' — expected a product of this producer in the products' sheet (did you mean 'Mắm tôm'?)",
        ),
    ];
    for (line, expected) in told {
        let expected = format!("error: recognitions.csv, row 2, column {expected}");
        assert!(check(line).contains(&expected), "{:#?}", check(line));
    }
    assert!(
        check("Mắm tôm,,3,awarded,2019,,,,,4 sao năm 2019")[0]
            .contains("column 'stars': '4' — expected the stars of a recognition listed")
    );
}
