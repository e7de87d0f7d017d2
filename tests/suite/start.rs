//! `ocop new`: what it writes, that it overwrites nothing, and that its workbook is read as it is filled in.

use crate::command::Desk;
use ocop::catalog::Date;
use ocop::publish::column::COLUMNS;
use ocop::publish::{Sheets, read_folder};
use rust_xlsxwriter::Workbook;
use std::collections::BTreeMap;
use std::io::Cursor;

const TODAY: Date = Date { year: 2026, month: 11, day: 25 };

#[test]
fn a_new_folder_is_whole_and_checks_clean() {
    let desk = Desk::new();
    let said = desk.ocop(&["new", "my"]);
    said.is(0, &["my/products.xlsx", "ocop check my"]);
    for name in ["catalog.toml", "photos/CACH-DAT-TEN.txt", "HUONG-DAN.md", "README.md"] {
        assert!(!desk.read(&format!("my/{name}")).is_empty());
    }
    let check = desk.ocop(&["check", "my"]);
    assert_eq!(check.code, Some(0), "{}{}", check.out, check.err);
    assert_eq!(check.out.trim(), "Chưa có sản phẩm nào: hãy mở products.xlsx và điền mỗi sản phẩm một dòng.");
    desk.ocop(&["check", "my", "--lang", "en"]).is(0, &["No products yet"]);
    let json = desk.ocop(&["new", "other", "--json"]).json();
    assert_eq!(json["files"].as_array().map(Vec::len), Some(5));
}

#[test]
fn nothing_is_overwritten() {
    let desk = Desk::new();
    desk.write("my/mine.txt", "mine");
    desk.ocop(&["new", "my"]).is(2, &["không trống", "mine.txt"]);
    desk.ocop(&["new", "my", "--lang", "en"]).is(2, &["is not empty"]);
    assert!(!desk.path("my/catalog.toml").exists());
    desk.write("file", "a file");
    assert_eq!(desk.ocop(&["new", "file"]).code, Some(2));
    assert_eq!(desk.ocop(&["new", "empty/below"]).code, Some(0));
    assert_eq!(desk.ocop(&["new", "empty/below"]).code, Some(2));
}

/// The new workbook, each of its sheets' cells by row and column.
fn sheets(desk: &Desk) -> BTreeMap<String, Vec<Vec<String>>> {
    use calamine::{Reader, Xlsx};
    let bytes = std::fs::read(desk.path("my/products.xlsx")).unwrap_or_default();
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap_or_else(|e| unreachable!("{e}"));
    let names = book.sheet_names();
    let mut all = BTreeMap::new();
    for name in names {
        let range = book.worksheet_range(&name).unwrap_or_else(|e| unreachable!("{e}"));
        all.insert(name, range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect());
    }
    all
}

#[test]
fn the_workbook_has_every_column_lists_to_choose_from_and_a_guide() {
    let desk = Desk::new();
    desk.ocop(&["new", "my"]).is(0, &[]);
    let sheets = sheets(&desk);
    let titles: Vec<&str> = COLUMNS.iter().map(|column| column.title.vi).collect();
    assert_eq!(sheets["Sản phẩm"].len(), 1);
    assert_eq!(sheets["Sản phẩm"][0], titles);
    let lists = &sheets["Danh sách chọn"];
    let list = |at: usize| lists.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty()).count() - 1;
    assert_eq!((list(0), list(1), list(3)), (3, 6, 166));
    let guide = sheets["Hướng dẫn - Guide"].concat().join("\n");
    for column in COLUMNS {
        assert!(guide.contains(column.about.vi) && guide.contains(column.about.en), "{}", column.key);
    }
    let bytes = std::fs::read(desk.path("my/products.xlsx")).unwrap_or_default();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap_or_else(|e| unreachable!("{e}"));
    let mut xml = String::new();
    let read = zip.by_name("xl/worksheets/sheet1.xml").map(|mut f| std::io::Read::read_to_string(&mut f, &mut xml));
    assert!(read.is_ok());
    assert_eq!(xml.matches("<dataValidation ").count(), 6);
    assert!(xml.contains("Danh sách chọn'!$D$2:$D$167") && xml.contains("state=\"frozen\""), "{xml}");
}

/// The workbook filled in with these rows: the titles that `new` wrote, and its other sheets beside.
fn filled(desk: &Desk, rows: &[&[(&str, &str)]]) -> Sheets {
    let mut book = Workbook::new();
    for (name, cells) in sheets(desk) {
        let sheet = book.add_worksheet();
        let mut write = || -> Result<(), rust_xlsxwriter::XlsxError> {
            sheet.set_name(&name)?;
            for (row, line) in (0..).zip(&cells) {
                for (column, text) in (0..).zip(line).filter(|(_, text)| !text.is_empty()) {
                    sheet.write_string(row, column, text)?;
                }
            }
            if name == "Sản phẩm" {
                for (row, cells) in (1..).zip(rows) {
                    for (key, text) in *cells {
                        let at = COLUMNS.iter().position(|column| column.key == *key).unwrap_or_default();
                        sheet.write_string(row, at as u16, *text)?;
                    }
                }
            }
            Ok(())
        };
        write().unwrap_or_else(|e| unreachable!("{e}"));
    }
    let bytes = book.save_to_buffer().unwrap_or_default();
    assert!(std::fs::write(desk.path("my/products.xlsx"), bytes).is_ok());
    read_folder(&desk.path("my"), TODAY).unwrap_or_else(|faults| unreachable!("{faults:?}"))
}

#[test]
fn rows_filled_in_are_the_products_and_the_guide_is_not() {
    let desk = Desk::new();
    desk.ocop(&["new", "my"]).is(0, &[]);
    // What the lists offer is what the reader takes.
    let lists = &sheets(&desk)["Danh sách chọn"];
    let pick = |at: usize, row: usize| lists[row][at].clone();
    let mut names = Vec::new();
    let mut rows: Vec<Vec<(&str, String)>> = Vec::new();
    for row in 1..lists.len() {
        let mut cells = vec![("name_vi", format!("Hàng Thử {row}")), ("commune", pick(3, row))];
        if row == 1 {
            cells.push(("name_en_is_literal_translation", pick(5, row)));
            cells.push(("gtin", "8930000000002".to_owned()));
        }
        if row <= 3 {
            cells.push(("stars", pick(0, row)));
        }
        if row <= 6 {
            cells.push(("group", pick(1, row)));
        }
        names.push(format!("Hàng Thử {row}"));
        rows.push(cells);
    }
    let rows: Vec<Vec<(&str, &str)>> =
        rows.iter().map(|cells| cells.iter().map(|(key, text)| (*key, text.as_str())).collect()).collect();
    let rows: Vec<&[(&str, &str)]> = rows.iter().map(Vec::as_slice).collect();
    let sheets = filled(&desk, &rows);
    let read: Vec<&str> = sheets.catalog.products.iter().map(|p| p.name.vi.as_str()).collect();
    assert_eq!(read, names);
    assert!(sheets.catalog.products.iter().all(|p| p.site.today.len() == 1));
    assert!(sheets.catalog.products[..6].iter().all(|p| p.group.is_some()));
    assert_eq!((sheets.catalog.products[0].literal, sheets.details[0].gtin.as_str()), (true, "8930000000002"));
    let told: Vec<_> = sheets.warnings.iter().map(|f| f.told(ocop::route::Lang::En)).collect();
    assert_eq!(told, [] as [&str; 0]);
}
