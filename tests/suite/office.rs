//! Spreadsheets as offices keep them: every kind of file, titles above the header, lists in a cell, days as numbers, old
//! fonts. All products and producers here are invented.

use ocop::catalog::Date;
use ocop::publish::{Fault, Severity, Sheets, read_folder};
use ocop::route::Lang;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};
use std::fs;
use std::path::Path;

const TODAY: Date = Date { year: 2026, month: 11, day: 25 };

/// A folder with a title and that products' sheet, read.
pub fn read(name: &str, bytes: &[u8]) -> Result<Sheets, Vec<Fault>> {
    let Ok(folder) = tempfile::tempdir() else { unreachable!("no folder for temporary files") };
    let about = "title = \"Danh mục bịa\"\n";
    assert!(fs::write(folder.path().join("catalog.toml"), about).is_ok());
    assert!(fs::write(folder.path().join(name), bytes).is_ok());
    read_folder(folder.path(), TODAY)
}

/// What is told of it in that language, notes too.
pub fn told(name: &str, bytes: &[u8], lang: Lang) -> Vec<String> {
    read(name, bytes).map_or_else(|f| f, |s| s.warnings).iter().map(|f| f.told(lang)).collect()
}

pub fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap_or_default()
}

/// A workbook filled by that function.
pub fn xlsx(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    let filled = fill(book.add_worksheet());
    assert!(filled.is_ok(), "{filled:?}");
    book.save_to_buffer().unwrap_or_default()
}

const HEAD: [&str; 12] = [
    "STT",
    "Hạng sao",
    "Tên sản phẩm",
    "Chủ thể",
    "Xã",
    "Huyện cũ",
    "Số quyết định",
    "Ngày quyết định",
    "Chứng nhận",
    "Giá bán (đồng)",
    "Mã vạch",
    "Quy cách",
];

/// The same products as in the fixtures.
fn as_xlsx() -> Vec<u8> {
    let mut book = Workbook::new();
    let fill = |sheet: &mut Worksheet| -> Result<(), XlsxError> {
        sheet.set_name("Sản phẩm")?;
        sheet.merge_range(0, 0, 0, 11, "DANH SÁCH SẢN PHẨM BỊA ĐỂ THỬ", &Format::new().set_bold())?;
        sheet.write_row(2, 0, HEAD)?;
        sheet.set_column_hidden(11)?;
        sheet.write(3, 0, 1)?;
        sheet.write_formula(3, 1, Formula::new("=2+2").set_result("4"))?;
        sheet.write_row(3, 2, ["Mắm bịa Một", "HTX Bịa", "xã Hoằng Phụ", "Hoằng Hóa", "12/QĐ-UBND"])?;
        let day = Format::new().set_num_format("dd/mm/yyyy");
        sheet.write_with_format(3, 7, &ExcelDateTime::from_ymd(2024, 5, 1)?, &day)?;
        sheet.write(3, 8, "- HACCP\n- ISO 22000")?;
        sheet.write(3, 9, 150_000)?;
        sheet.write(3, 10, 4_006_381_333_931_i64)?;
        sheet.write(3, 11, "hũ 200 g")?;
        let second = [
            "bốn sao",
            "Trà bịa Hai",
            "HTX Bịa",
            "xã Hoằng Thanh",
            "",
            "13/QĐ-UBND",
            "2/5/2024",
            "VietGAP; HACCP",
            "150.000 đ",
            "96385074",
            "gói 100 g",
        ];
        sheet.write_row(5, 1, second)?;
        Ok(())
    };
    assert!(fill(book.add_worksheet()).is_ok());
    assert!(
        book.add_worksheet()
            .set_name("Ghi chú riêng")
            .and_then(|s| s.write(0, 0, "không phải bảng").map(|_| ()))
            .is_ok()
    );
    book.save_to_buffer().unwrap_or_default()
}

fn as_csv() -> String {
    let row = |cells: &[&str]| cells.iter().map(|c| format!("\"{c}\"")).collect::<Vec<_>>().join(";") + "\r\n";
    let first = [
        "1",
        "★★★★",
        "Mắm bịa Một",
        "HTX Bịa",
        "xã Hoằng Phụ",
        "Hoằng Hóa",
        "12/QĐ-UBND",
        "01-05-2024",
        "HACCP; ISO 22000",
        "150,000 VND",
        "4006381333931",
        "hũ 200 g",
    ];
    let second = [
        "2",
        "OCOP 4 sao",
        "Trà bịa Hai",
        "HTX Bịa",
        "Hoằng Thanh",
        "",
        "QĐ 13/QĐ-UBND",
        "45414",
        "VietGAP\nHACCP",
        "150.000",
        "9638 5074",
        "gói 100 g",
    ];
    let numbers: Vec<String> = (1..=12).map(|n| format!("({n})")).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    ["\u{feff}Danh sách\r\n\r\n".to_owned(), row(&HEAD), row(&numbers), row(&first), "\r\n".into(), row(&second)]
        .concat()
}

#[test]
fn every_kind_of_file_reads_to_the_same_catalogue() {
    let csv = as_csv();
    let wide = |bytes: fn(u16) -> [u8; 2]| csv.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let files = [
        ("products.xlsx", as_xlsx()),
        ("products.xls", fixture("invented.xls")),
        ("products.ods", fixture("invented.ods")),
        ("products.csv", csv.clone().into_bytes()),
        ("products.csv", wide(u16::to_le_bytes)),
        ("products.csv", wide(u16::to_be_bytes)),
        // The name of a file is not believed.
        ("products.csv", as_xlsx()),
    ];
    let mut first: Option<Sheets> = None;
    for (name, bytes) in files {
        let sheets = match read(name, &bytes) {
            Ok(sheets) => sheets,
            Err(faults) => unreachable!("{name}: {faults:#?}"),
        };
        let notes: Vec<&Fault> = sheets.warnings.iter().filter(|f| f.severity != Severity::Note).collect();
        assert!(notes.is_empty(), "{name}: {notes:#?}");
        let first = first.get_or_insert_with(|| sheets.clone());
        assert_eq!((&sheets.catalog, &sheets.details), (&first.catalog, &first.details), "{name}");
    }
    let Some(sheets) = first else { return };
    let (c, d) = (&sheets.catalog, &sheets.details);
    assert_eq!(c.products.iter().map(|p| p.slug.as_str()).collect::<Vec<_>>(), ["mam-bia-mot", "tra-bia-hai"]);
    let held = &c.products[0].recognitions[0];
    assert_eq!((held.stars.map(|s| s.count()), held.when.write()), (Some(4), "1/5/2024".to_owned()));
    assert_eq!(held.decision.as_deref(), Some("12/QĐ-UBND"));
    assert_eq!(c.products[1].recognitions[0].when.write(), "2/5/2024");
    assert_eq!((c.products[0].quality.len(), c.products[1].quality.len()), (2, 2));
    assert_eq!(c.products[0].site.commune.as_deref(), Some("xã Hoằng Phụ"));
    assert_eq!((c.products[1].site.commune.as_deref(), c.products[1].site.today.len()), (None, 1));
    assert_eq!((d[0].price, d[0].gtin.as_str(), d[0].pack.as_str()), (Some(150_000), "4006381333931", "hũ 200 g"));
    assert_eq!((d[1].price, d[1].gtin.as_str()), (Some(150_000), "96385074"));
}

#[test]
fn a_sheet_that_is_not_read_is_noted_and_several_with_headers_are_read() {
    assert_eq!(
        told("products.xlsx", &as_xlsx(), Lang::Vi),
        ["tệp products.xlsx, trang 'Ghi chú riêng': cần trang có dòng tiêu đề nếu cần đọc (trang này không được đọc)"]
    );
    let mut book = Workbook::new();
    for (sheet, name) in [("Đợt 1", "Mắm bịa"), ("Đợt 2", "Trà bịa"), ("Đợt 3", "Mắm bịa")] {
        let fill = |s: &mut Worksheet| {
            s.set_name(sheet)?.write_row(0, 0, ["Sản phẩm", "Sao"])?.write_row(1, 0, [name, "3"]).map(|_| ())
        };
        assert!(fill(book.add_worksheet()).is_ok());
    }
    assert_eq!(
        told("products.xlsx", &book.save_to_buffer().unwrap_or_default(), Lang::Vi),
        [
            "tệp products.xlsx, trang 'Đợt 3', dòng 2, cột 'Sản phẩm': 'Mắm bịa' — cần mỗi sản phẩm một lần; dòng 2 trang 'Đợt 1' trùng tên, chủ thể và nơi làm"
        ]
    );
}

#[test]
fn texts_of_old_fonts_are_read_and_told() {
    let sheet = "Tªn s¶n phÈm,Chñ thÓ,X·,H¹ng sao\nM¾m t«m bÞa,C«ng ty bÞa §«ng S¬n,x· Ho»ng Phô,4\nMuèi bÞa,HTX Café Noël,,3\n";
    let bytes: Vec<u8> = sheet.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    for bytes in [bytes, sheet.as_bytes().to_vec()] {
        let sheets = match read("products.csv", &bytes) {
            Ok(sheets) => sheets,
            Err(faults) => unreachable!("{faults:#?}"),
        };
        let names: Vec<&str> = sheets.catalog.products.iter().map(|p| p.name.vi.as_str()).collect();
        assert_eq!(names, ["Mắm tôm bịa", "Muối bịa"]);
        let makers: Vec<&str> = sheets.catalog.producers.iter().map(|p| p.name.as_str()).collect();
        assert_eq!(makers, ["Công ty bịa Đông Sơn", "HTX Café Noël"]);
        let all: Vec<String> = sheets.warnings.iter().map(|f| f.told(Lang::Vi)).collect();
        let cell = "tệp products.csv, dòng 2, cột 'Tên sản phẩm (A)': 'M¾m t«m bÞa' — cần chữ Unicode, không phải TCVN3 (ABC) (đã đọc là 'Mắm tôm bịa')";
        assert!(all.iter().any(|f| f == cell), "{all:#?}");
    }
}

#[test]
fn a_place_that_can_mean_several_is_asked_about() {
    let all = told("products.csv", "Tên sản phẩm,Xã\nMắm bịa,phường Lam Sơn\n".as_bytes(), Lang::En);
    assert_eq!(all.len(), 1, "{all:#?}");
    let start = "products.csv, row 2, column 'Xã': 'phường Lam Sơn' — expected one of these places: phường Lam Sơn (Thanh Hóa) → ";
    assert!(all[0].starts_with(start) && all[0].contains("phường Lam Sơn (Bỉm Sơn) → "), "{all:#?}");
    let clear = [
        "phường Lam Sơn,Thị xã Bỉm Sơn",
        "14758,",
        "\"xã Hoằng Phụ, huyện Hoằng Hóa, tỉnh Thanh Hóa\",",
        "Hoằng Thanh,huyện Hoằng Hóa",
    ];
    for place in clear {
        let sheet = format!("Tên sản phẩm,Xã,Huyện\nMắm bịa,{place}\n");
        assert_eq!(told("products.csv", sheet.as_bytes(), Lang::En), [] as [&str; 0], "{place}");
    }
}

#[test]
fn values_that_cannot_be_told_are_asked_about() {
    let sheet = "Tên sản phẩm,Hạng sao,Giá,Mã vạch,Ngày cấp,Điện thoại,Email,Chủ thể\n\
        Mắm bịa,sáu sao,150-200k,8.93E+12,13/25/2024,gọi anh Nam,a@b,HTX Bịa\n";
    let expected = [
        "column 'Hạng sao': 'sáu sao' — expected 3, 4, 5 or empty",
        "column 'Giá': '150-200k' — expected dong for a pack",
        "column 'Mã vạch': '8.93E+12' — expected 8, 12, 13 or 14 digits, the last of which checks (format the column as text",
        "column 'Ngày cấp': '13/25/2024' — expected D/M/YYYY, M/YYYY or YYYY (a day from 1 to 31, a month from 1 to 12, a year of four digits)",
        "column 'Điện thoại': 'gọi anh Nam' — expected telephone numbers",
        "column 'Email': 'a@b' — expected an e-mail address",
    ];
    let all = told("products.csv", sheet.as_bytes(), Lang::En);
    assert_eq!(all.len(), expected.len(), "{all:#?}");
    for part in expected {
        assert!(all.iter().any(|f| f.contains(part)), "{part}\n{all:#?}");
    }
}

#[test]
fn pictures_are_named_and_a_producer_is_reached() {
    let sheet = "Sản phẩm,Chủ thể,Ảnh,SĐT,Email,Người đại diện,Mô tả\n\
        Mắm bịa,HTX Bịa,\"mam.jpg; Mắm 2.JPG\",912345678,a@bia.vn,Bà Bịa,\"Một.\nHai.\"\n\
        Trà bịa,HTX Bịa,,0912345678,b@bia.vn,,\n";
    let Ok(sheets) = read("products.csv", sheet.as_bytes()) else { unreachable!("a sound sheet") };
    let claims = sheets.claims();
    assert_eq!(
        (claims[0].files.as_slice(), claims[1].files.len()),
        (&["mam.jpg".to_owned(), "Mắm 2.JPG".to_owned()][..], 0)
    );
    let blame = &claims[0].blame;
    assert_eq!((blame.row, blame.column.as_deref(), claims[0].slug.as_str()), (Some(2), Some("Ảnh"), "mam-bia"));
    assert_eq!(sheets.details[0].story.vi, "Một.\nHai.");
    let contact = &sheets.catalog.producers[0].contact;
    assert_eq!(
        (contact.phone.as_str(), contact.email.as_str(), contact.person.as_str()),
        ("0912345678", "a@bia.vn", "Bà Bịa")
    );
    let told: Vec<String> = sheets.warnings.iter().map(|f| f.told(Lang::En)).collect();
    assert_eq!(
        told,
        [
            "products.csv, row 3, column 'Email': 'b@bia.vn' — expected 'a@bia.vn', as in an earlier row of this producer"
        ]
    );
}

#[test]
fn text_that_looks_like_a_formula_or_a_page_stays_text() {
    let name = "=HYPERLINK(\"http://x\") <script>";
    let sheets =
        read("products.xlsx", &xlsx(|s| s.write_string(0, 0, "Tên sản phẩm")?.write_string(1, 0, name).map(|_| ())));
    assert_eq!(sheets.map(|s| s.catalog.products[0].name.vi.clone()).ok().as_deref(), Some(name));
}
