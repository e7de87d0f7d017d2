//! Hidden rows, in every kind of workbook: they are read all the same, and told.

use super::office::{fixture, read, told, xlsx};
use super::spoilt::ods;
use ocop::publish::Severity;
use ocop::route::Lang;
use rust_xlsxwriter::{Worksheet, XlsxError};

#[test]
fn rows_hidden_in_a_workbook_are_read_and_named() {
    let fill = |s: &mut Worksheet| -> Result<(), XlsxError> {
        s.write(0, 0, "Tên sản phẩm")?;
        for row in 1..=8 {
            s.write(row, 0, format!("Mắm bịa {row}"))?;
        }
        for row in [2, 5, 6, 20] {
            s.set_row_hidden(row)?;
        }
        Ok(())
    };
    let sheet = xlsx(fill);
    assert_eq!(read("products.xlsx", &sheet).map(|s| s.catalog.products.len()).ok(), Some(8));
    let all = told("products.xlsx", &sheet, Lang::Vi);
    let warned = "tệp products.xlsx, trang 'Sheet1': cần các dòng 3, 6–7 không bị ẩn (dòng ẩn vẫn được đọc và đăng; \
                  nếu không muốn đăng, hãy xóa hẳn dòng đó)";
    assert_eq!(all, [warned]);
    let severity = read("products.xlsx", &sheet).map(|s| s.warnings[0].severity);
    assert_eq!(severity.ok(), Some(Severity::Warning));
}

#[test]
fn so_are_those_of_an_old_workbook() {
    let mut bytes = fixture("invented.xls");
    // The record of row 6 ([MS-XLS] 2.4.221), and in its flags the bit that hides it.
    let record = b"\x08\x02\x10\x00\x05\x00";
    let at = bytes.windows(record.len()).position(|bytes| bytes == record).map_or(usize::MAX, |at| at + 4 + 12);
    bytes.get_mut(at).into_iter().for_each(|flags| *flags |= 0x20);
    let told = told("products.xls", &bytes, Lang::Vi);
    assert!(told.iter().any(|fault| fault.contains("cần các dòng 6 không bị ẩn")), "{told:#?}");
}

#[test]
fn so_are_those_of_an_opendocument_sheet() {
    let row = |name: &str, more: &str| {
        let cell = format!("<table:table-cell office:value-type=\"string\"><text:p>{name}</text:p></table:table-cell>");
        format!("<table:table-row {more}>{cell}</table:table-row>")
    };
    let rows = [
        row("Tên sản phẩm", ""),
        row("Mắm bịa", ""),
        row("Trà bịa", "table:visibility=\"collapse\""),
        row("Nem bịa", "table:visibility=\"filter\""),
        row("Chè bịa", "table:visibility=\"visible\""),
    ];
    let told = told("products.ods", &ods(&rows.concat()), Lang::En);
    assert!(told.len() == 1 && told[0].contains("rows that are not hidden: 3–4 (hidden rows are read"), "{told:#?}");
}
