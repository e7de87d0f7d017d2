//! The workbook of a new catalogue.
//!
//! In: the table of columns, the groups of the scheme, the communes that are part of this program. Out: an XLSX file
//! with a sheet to fill in, one with the lists to choose from and one that explains. Bar codes and telephone numbers
//! are formatted as text, since Excel takes noughts and digits from them otherwise.

use super::super::column::{COLUMNS, Column};
use super::super::territory::{communes, districts};
use crate::catalog::{Date, GroupId};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Note, Workbook, Worksheet, XlsxError,
};

/// The sheet to fill in.
const PRODUCTS: &str = "Sản phẩm";
/// The sheets that explain, which are not read.
pub const OWN_SHEETS: [&str; 2] = [LISTS, GUIDE];
const LISTS: &str = "Danh sách chọn";
const GUIDE: &str = "Hướng dẫn - Guide";
/// Rows that are ready to be filled in.
const ROWS: u32 = 2000;
const LAST: u32 = ROWS + 1;

/// A list to choose from: the column it belongs to, its title, its values.
type Choice = (&'static str, &'static str, Vec<String>);

/// The file, with that day as its date so that the same day gives the same bytes.
pub fn workbook(day: Date) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let date = ExcelDateTime::from_ymd(day.year, day.month, day.day)?;
    book.set_properties(&DocProperties::new().set_title("OCOP").set_creation_datetime(&date));
    let choices = choices();
    products(book.add_worksheet().set_name(PRODUCTS)?, &choices)?;
    lists(book.add_worksheet().set_name(LISTS)?, &choices)?;
    guide(book.add_worksheet().set_name(GUIDE)?)?;
    book.save_to_buffer()
}

fn choices() -> [Choice; 6] {
    let groups = GroupId::all().filter(|g| g.parent().is_none()).map(|g| g.get().name.vi.to_owned());
    let below = GroupId::all().filter(|g| g.parent().is_some()).map(path);
    let fixed = |all: &[&str]| all.iter().map(|text| text.to_string()).collect();
    [
        ("stars", "Các hạng sao", fixed(&["3", "4", "5"])),
        ("group", "Các nhóm sản phẩm", groups.collect()),
        ("subgroup", "Các phân nhóm", below.collect()),
        ("commune", "Các xã, phường hiện nay", communes()),
        ("district", "Các huyện cũ", districts()),
        ("name_en_is_literal_translation", "Bản dịch?", fixed(&["có", "không"])),
    ]
}

/// The levels of a group below the first: "Gia vị / Gia vị khác".
fn path(group: GroupId) -> String {
    let name = group.get().name.vi;
    match group.parent() {
        Some(above) if above.parent().is_some() => format!("{} / {name}", path(above)),
        _ => name.to_owned(),
    }
}

fn head() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0xF3_EC_DF))
        .set_border(FormatBorder::Thin)
}

fn products(sheet: &mut Worksheet, choices: &[Choice]) -> Result<(), XlsxError> {
    let (head, text, wrapped) = (head(), Format::new().set_num_format("@"), Format::new().set_text_wrap());
    for (at, column) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, at, column.title.vi, &head)?;
        let note = format!("{}\n\n{}: {}", column.about.vi, column.title.en, column.about.en);
        sheet.insert_note(0, at, &Note::new(note).set_width(300).set_height(140).set_author("ocop"))?;
        sheet.set_column_width(at, width(column.key))?;
        match column.key {
            "gtin" | "phone" | "decision" | "decision_date" => sheet.set_column_format(at, &text)?,
            _ => sheet.set_column_format(at, &wrapped)?,
        };
        for (list, choice) in (0_u16..).zip(choices).filter(|(_, choice)| choice.0 == column.key) {
            sheet.add_data_validation(1, at, LAST, at, &validation(column, list, choice.2.len())?)?;
        }
    }
    sheet.set_row_height(0, 34)?;
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// Choose from a column of the sheet of lists; something else may be typed after a question, since it may be right.
fn validation(column: &Column, list: u16, count: usize) -> Result<DataValidation, XlsxError> {
    let letter = char::from(b'A' + list as u8);
    let source = format!("='{LISTS}'!${letter}$2:${letter}${}", count + 1);
    DataValidation::new()
        .allow_list_formula(source.as_str().into())
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title(cut(column.title.vi, 32))?
        .set_error_message("Không có trong danh sách. Vẫn giữ? / Not in the list. Keep it?")
}

fn cut(text: &str, letters: usize) -> String {
    text.chars().take(letters).collect()
}

/// Width in letters.
fn width(key: &str) -> f64 {
    match key {
        "name_vi" | "producer" | "subgroup" | "story" | "story_en" | "attributes" | "address" => 40.0,
        "stars" | "year" | "name_en_is_literal_translation" => 12.0,
        _ => 24.0,
    }
}

fn lists(sheet: &mut Worksheet, choices: &[Choice]) -> Result<(), XlsxError> {
    let head = head();
    for (at, (_, title, all)) in (0..).zip(choices) {
        sheet.write_string_with_format(0, at, *title, &head)?;
        for (row, text) in (1..).zip(all) {
            match text.parse::<u8>() {
                Ok(number) => sheet.write_number(row, at, number)?,
                Err(_) => sheet.write_string(row, at, text)?,
            };
        }
        sheet.set_column_width(at, if all.len() > 6 { 44.0 } else { 20.0 })?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// What an invented product would have in each column.
const EXAMPLES: [(&str, &str); 20] = [
    ("name_vi", "Mắm tép Ví Dụ"),
    ("name_en", "Vi Du fermented tiny shrimp"),
    ("name_en_is_literal_translation", "không"),
    ("producer", "Hợp tác xã Ví Dụ"),
    ("commune", "Phường Hạc Thành"),
    ("stars", "4"),
    ("year", "2025"),
    ("decision", "1234/QĐ-UBND"),
    ("decision_date", "15/3/2025"),
    ("group", "Thực phẩm"),
    ("subgroup", "Gia vị / Gia vị khác"),
    ("certificates", "HACCP; ISO 22000"),
    ("channels", "Siêu thị; Shopee"),
    ("price", "150.000"),
    ("pack", "hũ 200 g"),
    ("gtin", "8930000000002"),
    ("photos", "mam-tep-vi-du.jpg; mam-tep-vi-du-2.jpg"),
    ("phone", "0237 000 0000"),
    ("email", "ten@example.vn"),
    ("source_title", "Hồ sơ OCOP của xã"),
];

fn guide(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let (head, body) = (head(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    let italic = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_italic();
    let lead = [
        "Điền mỗi sản phẩm một dòng vào trang \"Sản phẩm\". Chỉ tên là bắt buộc; ô nào chưa biết thì để trống. \
         Trang này và trang danh sách không được đọc.",
        "Fill in a row a product on the sheet \"Sản phẩm\". Only the name is required; leave empty what is not known. \
         This sheet and the sheet of lists are not read.",
    ];
    for (row, text) in (0..).zip(lead) {
        sheet.merge_range(row, 0, row, 4, text, &body)?;
        sheet.set_row_height(row, 34)?;
    }
    // No title here may be that of a column: the letter before it sees to that.
    let titles = ["Ô cột", "Giải thích", "In English", "Explained", "Ví dụ (bịa ra) / Example (invented)"];
    for (at, title) in (0..).zip(titles) {
        sheet.write_string_with_format(3, at, title, &head)?;
        sheet.set_column_width(at, if at % 2 == 0 { 30.0 } else { 48.0 })?;
    }
    for ((row, at), column) in (4..).zip(0_u16..).zip(COLUMNS) {
        let letter = rust_xlsxwriter::utility::column_number_to_name(at);
        let example = EXAMPLES.iter().find(|example| example.0 == column.key).map_or("", |example| example.1);
        sheet.write_string_with_format(row, 0, format!("{letter} · {}", column.title.vi), &body)?;
        sheet.write_string_with_format(row, 1, column.about.vi, &body)?;
        sheet.write_string_with_format(row, 2, format!("{letter} · {}", column.title.en), &body)?;
        sheet.write_string_with_format(row, 3, column.about.en, &body)?;
        sheet.write_string_with_format(row, 4, example, &italic)?;
    }
    sheet.set_freeze_panes(4, 0)?;
    Ok(())
}
