//! Spoilt files: each is one clear fault in both languages, read within bounded memory, and nothing panics.

use super::office::{fixture, read, told, xlsx};
use ocop::publish::Severity;
use ocop::route::Lang;
use rust_xlsxwriter::Formula;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_level(Some(1));
    for (name, bytes) in files {
        assert!(writer.start_file(*name, options).is_ok() && writer.write_all(bytes).is_ok());
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn sound() -> Vec<u8> {
    xlsx(|s| s.write(0, 0, "Tên sản phẩm")?.write(1, 0, "Mắm bịa").map(|_| ()))
}

/// An ODS file with that inside its first sheet.
pub fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"S\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

#[test]
fn each_wrong_file_is_one_fault_in_both_languages() {
    let cut = sound();
    let cut = &cut[..cut.len() / 2];
    let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let files: [(&[u8], &str, &str); 12] = [
        (b"", "tệp trống", "the file is empty"),
        (b"\xEF\xBB\xBF \n", "tệp trống", "the file is empty"),
        (b"\xFF\xD8\xFF\xE0..JFIF", "'JPEG' — cần bảng tính", "'JPEG' — expected a spreadsheet"),
        (b"%PDF-1.7", "mở bằng Excel", "save it from Excel"),
        (
            b"<html><table><tr><td>a</td></tr></table></html>",
            "trang web mang tên bảng tính",
            "a web page named as a spreadsheet",
        ),
        (b"\x00\x01\x02\x03\x00\x05\x06\x07binary", "'?' — cần", "'?' — expected"),
        (cut, "tệp hỏng", "damaged or cut off"),
        (&fixture("invented-password.xlsx"), "không có mật khẩu", "without a password"),
        (
            &zipped(&[("content.xml", b"?"), ("META-INF/manifest.xml", manifest)]),
            "không có mật khẩu",
            "without a password",
        ),
        (&zipped(&[("readme.txt", b"hello")]), "'ZIP' — cần", "'ZIP' — expected"),
        (&fixture("invented.xls")[..3000], "tệp hỏng", "damaged or cut off"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "tệp hỏng", "damaged or cut off"),
    ];
    for (bytes, vi, en) in files {
        for (lang, part) in [(Lang::Vi, vi), (Lang::En, en)] {
            let all = told("products.xlsx", bytes, lang);
            assert!(all.len() == 1 && all[0].contains(part), "{part}: {all:#?}");
        }
        assert!(read("products.xlsx", bytes).is_err());
    }
}

#[test]
fn a_sheet_without_a_header_says_which_titles_are_known() {
    let all = told("products.csv", "Mắm bịa,4\nTrà bịa,3\n".as_bytes(), Lang::Vi);
    assert_eq!(
        all,
        ["tệp products.csv, dòng 1: 'Mắm bịa' — cần dòng tiêu đề có Tên sản phẩm, Chủ thể, Xã, phường, Hạng sao"]
    );
}

#[test]
fn a_zip_bomb_is_measured_by_what_comes_out() {
    let bomb = zipped(&[("[Content_Types].xml", b""), ("xl/worksheets/sheet1.xml", &vec![b' '; 257_000_000])]);
    assert!(bomb.len() < 5_000_000);
    let all = told("products.xlsx", &bomb, Lang::En);
    assert!(all.len() == 1 && all[0].contains("at most 256 MB when unpacked"), "{all:#?}");
}

#[test]
fn far_and_repeated_cells_make_no_grid() {
    let far =
        xlsx(|s| s.write(0, 0, "Tên sản phẩm")?.write(1, 0, "Mắm bịa")?.write(1_048_575, 16_383, "x").map(|_| ()));
    let all = told("products.xlsx", &far, Lang::En);
    assert!(
        all.len() == 1 && all[0].contains("row 1048576, column 'XFD': 'x' — expected at most 256 columns"),
        "{all:#?}"
    );
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: &str, repeats: &str| format!("<table:table-row {repeats}>{cells}</table:table-row>");
    let head = row(&cell("Tên sản phẩm"), "");
    let blank = row(
        "<table:table-cell table:number-columns-repeated=\"999999999\"/>",
        "table:number-rows-repeated=\"1048000\"",
    );
    let good = ods(&[head.clone(), row(&cell("Mắm bịa"), ""), blank].concat());
    assert_eq!(told("products.ods", &good, Lang::En), [] as [&str; 0]);
    let many = ods(&[head.clone(), row(&cell("x"), "table:number-rows-repeated=\"1048000\"")].concat());
    let all = told("products.ods", &many, Lang::En);
    assert!(all.len() == 1 && all[0].contains("at most 100,000 rows"), "{all:#?}");
    let wide = cell("x").replacen("cell ", "cell table:number-columns-repeated=\"16384\" ", 1);
    let all = told("products.ods", &ods(&[head, row(&wide, "")].concat()), Lang::En);
    assert!(all.len() == 1 && all[0].contains("at most 256 columns"), "{all:#?}");
}

#[test]
fn failed_formulas_name_their_cell() {
    let sheet = xlsx(|s| {
        s.write_row(0, 0, ["Tên sản phẩm", "Hạng sao", "Giá bán"])?.write(1, 0, "Mắm bịa")?;
        s.write_formula(1, 1, Formula::new("=1/0").set_result("#DIV/0!"))?;
        s.write_formula(1, 2, Formula::new("=Gia!A1").set_result("#REF!"))?;
        s.write(2, 0, "#N/A").map(|_| ())
    });
    let all = told("products.xlsx", &sheet, Lang::En);
    let cells = [
        "row 2, column 'Hạng sao': '#DIV/0!'",
        "row 2, column 'Giá bán': '#REF!'",
        "row 3, column 'Tên sản phẩm': '#N/A'",
    ];
    for (told, cell) in all.iter().zip(cells) {
        assert!(told.contains(&format!("{cell} — expected a value, not a formula's error")), "{all:#?}");
    }
}

#[test]
fn a_formula_without_a_result_is_not_taken_for_an_empty_cell() {
    let related = |target: &str, kind: &str| {
        let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        format!("<Relationships><Relationship Id=\"r1\" Type=\"{base}/{kind}\" Target=\"{target}\"/></Relationships>")
    };
    let cell = |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let head = [cell("A1", "Tên sản phẩm"), cell("B1", "Quy cách")].concat();
    let row = [cell("A2", "Mắm bịa"), "<c r=\"B2\"><f>A1</f></c>".to_owned()].concat();
    let sheet =
        format!("<worksheet><sheetData><row r=\"1\">{head}</row><row r=\"2\">{row}</row></sheetData></worksheet>");
    let book = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
        <sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
    let bytes = zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", related("xl/workbook.xml", "officeDocument").as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", related("worksheets/sheet1.xml", "worksheet").as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ]);
    let all = told("products.xlsx", &bytes, Lang::En);
    let expected =
        "row 2, column 'Quy cách': empty — expected a value, not a formula's error (the formula has no result";
    assert!(all.len() == 1 && all[0].contains(expected), "{all:#?}");
}

#[test]
fn a_cell_of_a_megabyte_and_control_characters_are_named() {
    let long = format!("Tên sản phẩm\n{}\n", "x".repeat(1 << 20));
    let all = told("products.csv", long.as_bytes(), Lang::En);
    assert_eq!(all.len(), 1);
    assert!(all[0].contains("row 2, column 'A': 'xxx") && all[0].contains("a cell of less than 1 MB"), "{}", all[0]);
    assert!(all[0].len() < 300, "{}", all[0].len());
    let all = read("products.csv", b"T\xC3\xAAn s\xE1\xBA\xA3n ph\xE1\xBA\xA9m\nM\x07m\x1B[31m\n");
    let Ok(sheets) = all else { unreachable!("{all:#?}") };
    assert_eq!(sheets.catalog.products[0].name.vi, "Mm[31m");
    assert_eq!(sheets.warnings[0].severity, Severity::Warning);
    assert!(sheets.warnings[0].told(Lang::En).contains("'M\\u{7}m\\u{1b}[31m' — expected text without control"));
}

#[test]
fn twenty_thousand_rows_are_read_and_as_many_faults_bounded() {
    let rows = |cell: &str| -> String {
        (0..20_000).map(|n| format!("Mắm bịa số {n},HTX Bịa {},{cell}\n", n / 3)).collect()
    };
    let sheet = format!("Tên sản phẩm,Chủ thể,Hạng sao\n{}", rows("4"));
    assert_eq!(read("products.csv", sheet.as_bytes()).map(|s| s.catalog.products.len()).ok(), Some(20_000));
    let sheet = format!("Tên sản phẩm,Chủ thể,Hạng sao\n{}", rows("9"));
    let all = read("products.csv", sheet.as_bytes()).err().unwrap_or_default();
    assert_eq!(all.len(), 10_001);
    assert!(all.last().is_some_and(|f| f.told(Lang::Vi).ends_with("còn 10000 lỗi nữa")));
}

#[test]
fn no_damage_to_a_workbook_makes_a_panic() {
    for (name, bytes) in [
        ("products.xlsx", sound()),
        ("products.xls", fixture("invented.xls")),
        ("products.ods", fixture("invented.ods")),
    ] {
        let step = bytes.len() / 20;
        for at in (0..bytes.len()).step_by(step.max(1)) {
            let mut spoilt = bytes.clone();
            spoilt.iter_mut().skip(at).take(7).for_each(|byte| *byte ^= 0xA5);
            // Whatever comes of it, it comes back.
            let _ = read(name, &spoilt);
        }
    }
}
