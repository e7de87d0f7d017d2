//! Which file of a folder is the products' sheet, and what lies beside it that somebody may take for it.
//!
//! In: the folder and its settings. Out: the file's name, or what is to be done so that there is one; notes about other
//! workbooks, which are not read, and about a sheet that is open in another program. No file is opened.

use super::faults::{Fault, Faults, Said};
use super::settings::{FILE as ABOUT, Settings};
use super::table::is_workbook;
use super::{recognition, register, term};
use crate::text::fold;
use std::path::Path;

/// Name of the products' sheet where `catalog.toml` gives none, and how it may end.
const PRODUCTS: &str = "products";
const ENDINGS: [&str; 4] = ["xlsx", "xls", "ods", "csv"];

/// The products' sheet: the one named, or the only one there.
pub fn products(folder: &Path, settings: &Settings, faults: &mut Faults) -> Option<String> {
    let file = find(folder, settings, faults)?;
    strays(folder, &file, settings).iter().for_each(|name| faults.add(stray(name, &file)));
    open_elsewhere(folder, &file).into_iter().for_each(|fault| faults.add(fault));
    Some(file)
}

fn find(folder: &Path, settings: &Settings, faults: &mut Faults) -> Option<String> {
    if let Some(name) = &settings.products {
        return Some(name.clone());
    }
    let all: Vec<String> = ENDINGS.iter().map(|end| format!("{PRODUCTS}.{end}")).collect();
    let there: Vec<&String> = all.iter().filter(|name| folder.join(name).is_file()).collect();
    match there[..] {
        [one] => return Some(one.clone()),
        [] => {
            let names = all.join(", ");
            let expected = (format!("tệp sản phẩm: một trong {names}"), format!("the products' sheet: one of {names}"));
            let fault = Fault::error(&format!("{PRODUCTS}.xlsx"), "", expected);
            faults.add(match candidates(&tables(folder, settings)) {
                Some(hint) => fault.hint(hint),
                None => fault,
            });
        }
        _ => {
            let names = there.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(", ");
            let fault = Fault::error(ABOUT, names, ("một tệp sản phẩm", "one products' sheet"));
            faults.add(fault.hint((
                "xóa tệp thừa, hoặc ghi [files] products = \"…\"",
                "remove the others, or write [files] products = \"…\"",
            )));
        }
    }
    None
}

/// Spreadsheets of the folder that it has no other use for, by name.
fn tables(folder: &Path, settings: &Settings) -> Vec<String> {
    let own = [term::FILE, term::REMARKS, recognition::FILE, register::FILE].map(Some);
    let own = own.into_iter().chain([settings.communes.as_deref(), settings.commune_of_product.as_deref()]);
    let own: Vec<&str> = own.flatten().collect();
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let names = files.filter_map(|entry| entry.file_name().into_string().ok());
    let is_table = |name: &String| {
        let shown = !name.starts_with(['.', '~']) && !own.contains(&name.as_str());
        shown && (is_workbook(name) || name.to_ascii_lowercase().ends_with(".csv"))
    };
    let mut names: Vec<String> = names.filter(is_table).collect();
    names.sort();
    names
}

/// What to do with the spreadsheets that are there where none is called as it must be.
fn candidates(names: &[String]) -> Option<Said> {
    let [one] = names else {
        let all = names.join(", ");
        let hint = (
            format!(
                "trong thư mục có {all}: đổi tên tệp cần đọc thành products.xlsx, hoặc ghi tên của nó vào {ABOUT}: [files] products = \"…\""
            ),
            format!(
                "the folder has {all}: rename the right one to products.xlsx, or write its name into {ABOUT}: [files] products = \"…\""
            ),
        );
        return (!names.is_empty()).then(|| hint.into());
    };
    let end = one.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    let setting = format!("{ABOUT}: [files] products = \"{one}\"");
    // Excel opens no XLSM that is called XLSX.
    Some(
        match ENDINGS.contains(&end.as_str()) {
            true => (
                format!("trong thư mục có '{one}': đổi tên tệp này thành {PRODUCTS}.{end}, hoặc ghi vào {setting}"),
                format!("the folder has '{one}': rename it to {PRODUCTS}.{end}, or write into {setting}"),
            ),
            false => (
                format!("trong thư mục có '{one}': ghi vào {setting}"),
                format!("the folder has '{one}': write into {setting}"),
            ),
        }
        .into(),
    )
}

/// Other workbooks, and CSV files called like the products' sheet.
fn strays(folder: &Path, file: &str, settings: &Settings) -> Vec<String> {
    let stem = |name: &str| fold(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    let own = stem(file);
    let alike = |name: &String| is_workbook(name) || stem(name).starts_with(&own);
    tables(folder, settings).into_iter().filter(|name| name != file && alike(name)).collect()
}

fn stray(name: &str, file: &str) -> Fault {
    let expected = (
        format!("một bảng sản phẩm; bảng được đọc là {file}"),
        format!("one products' sheet; the one that is read is {file}"),
    );
    Fault::error(name, "", expected).note().hint((
        format!("tệp này không được đọc; nếu đây mới là bản đúng, ghi vào {ABOUT}: [files] products = \"{name}\""),
        format!("this file is not read; if it is the right one, write into {ABOUT}: [files] products = \"{name}\""),
    ))
}

/// The note about the mark that Excel or LibreOffice leaves beside a file while it is open.
fn open_elsewhere(folder: &Path, file: &str) -> Option<Fault> {
    let marks = [format!("~${file}"), format!(".~lock.{file}#")];
    let mark = marks.into_iter().find(|mark| folder.join(mark).exists())?;
    let fault = Fault::error(file, "", ("bảng đã lưu và đóng lại", "a sheet that is saved and closed")).note();
    Some(fault.hint((
        format!(
            "bảng đang mở ở một chương trình khác; phần chưa lưu thì chưa được đọc. Nếu không ai mở, xóa tệp '{mark}'"
        ),
        format!(
            "it is open in another program; what is not saved there is not read. If nobody has it open, delete '{mark}'"
        ),
    )))
}
