//! What is wrong with the sheets, told to the person who keeps them: where it stands, what stands there, what was expected.
//!
//! In: findings, from every reader of a sheet, each in both languages: a pair `("tiếng Việt", "English")` is a [`Said`],
//! and nothing less is. Out: all of them at once, in the order of the sheets. Nothing stops at the first one, and
//! nothing here decides what is wrong.

use super::near::nearest;
pub use super::said::{Said, in_lang};
use crate::route::Lang;
use std::fmt::Write;
use std::io;

/// How bad a fault is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// Published all the same, perhaps not as meant.
    Warning,
    /// Nothing wrong, only worth knowing ("this sheet is not read").
    Note,
}

impl Severity {
    /// All, the worst first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

    /// Its name.
    pub fn told(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => ["lỗi", "cảnh báo", "lưu ý"][self as usize],
            Lang::En => ["error", "warning", "note"][self as usize],
        }
    }
}

/// One thing wrong in one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// How bad it is.
    pub severity: Severity,
    /// Name of the file, without its folder.
    pub file: String,
    /// Name of the sheet, where the file is a workbook.
    pub sheet: Option<String>,
    /// Row as a spreadsheet numbers it (the first is row 1); none for the file as a whole.
    pub row: Option<usize>,
    /// Title of the column as the sheet has it; none for the row as a whole.
    pub column: Option<String>,
    /// What stands there, cut where it is very long.
    pub value: String,
    /// What should stand there.
    pub expected: Said,
    /// What to do about it, where that is known.
    pub hint: Option<Said>,
}

impl Fault {
    /// An error in a file as a whole.
    pub fn error(file: &str, value: impl AsRef<str>, expected: impl Into<Said>) -> Fault {
        Fault {
            severity: Severity::Error,
            file: file.into(),
            sheet: None,
            row: None,
            column: None,
            value: short(value.as_ref()),
            expected: expected.into(),
            hint: None,
        }
    }

    /// The same, in that row and column; an empty column is none.
    pub fn at(mut self, row: usize, column: &str) -> Fault {
        self.row = Some(row);
        self.column = (!column.is_empty()).then(|| short(column));
        self
    }

    /// The same, in that sheet of a workbook.
    pub fn on(mut self, sheet: Option<&str>) -> Fault {
        self.sheet = sheet.map(short);
        self
    }

    /// The same, only a warning.
    pub fn mild(mut self) -> Fault {
        self.severity = Severity::Warning;
        self
    }

    /// The same, only a note.
    pub fn note(mut self) -> Fault {
        self.severity = Severity::Note;
        self
    }

    /// The same, about another value than the whole cell.
    pub fn of(mut self, value: impl AsRef<str>) -> Fault {
        self.value = short(value.as_ref());
        self
    }

    /// The same, with advice.
    pub fn hint(mut self, hint: impl Into<Said>) -> Fault {
        self.hint = Some(hint.into());
        self
    }

    /// The same, with the name that was probably meant, if one is near enough.
    pub fn guess<'a>(self, names: impl Iterator<Item = &'a str>) -> Fault {
        match nearest(&self.value, names) {
            Some(name) => self.meant(name),
            None => self,
        }
    }

    /// The same, with that name, which was probably meant.
    pub fn meant(self, name: &str) -> Fault {
        self.hint((format!("ý bạn là '{name}'?"), format!("did you mean '{name}'?")))
    }

    /// All of it on one line, in both languages.
    pub fn said(&self) -> Said {
        (self.told(Lang::Vi), self.told(Lang::En)).into()
    }

    /// Place, value, what was expected and the hint, on one line: characters that would not show are spelt out.
    pub fn told(&self, lang: Lang) -> String {
        let (file, sheet) = [("tệp ", "trang"), ("", "sheet")][lang as usize];
        let mut out = format!("{file}{}", plain(&self.file));
        if let Some(name) = &self.sheet {
            let _ = write!(out, ", {sheet} '{}'", plain(name));
        }
        let mark = if self.row.is_some() || self.column.is_some() { "," } else { ":" };
        let _ = write!(out, "{mark} {}", self.told_here(lang));
        out
    }

    /// The same without file and sheet, for a list that stands under their names.
    pub fn told_here(&self, lang: Lang) -> String {
        let [row, column, empty, expected] = match lang {
            Lang::Vi => ["dòng", "cột", "để trống", "cần"],
            Lang::En => ["row", "column", "empty", "expected"],
        };
        let number = self.row.map(|number| format!("{row} {number}"));
        let title = self.column.as_ref().map(|title| format!("{column} '{}'", plain(title)));
        let place: Vec<String> = number.into_iter().chain(title).collect();
        let mut out = place.join(", ");
        if !place.is_empty() {
            out.push_str(": ");
        }
        match (self.value.is_empty(), &self.column) {
            (true, None) => {}
            (true, Some(_)) => drop(write!(out, "{empty} — ")),
            (false, _) => drop(write!(out, "'{}' — ", plain(&self.value))),
        }
        let _ = write!(out, "{expected} {}", in_lang(&self.expected, lang));
        if let Some(hint) = &self.hint {
            let _ = write!(out, " ({})", in_lang(hint, lang));
        }
        out
    }
}

/// Characters of a value that a fault keeps: enough to find the cell by, little enough for a line of a list.
const LONGEST: usize = 80;

/// A value, cut where it is too long to be read in a list.
fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A text with its control characters and marks of direction spelt out, so that a list of faults stays one.
fn plain(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match hidden(c) {
            true => out.extend(c.escape_default()),
            false => out.push(c),
        }
    }
    out
}

/// Why a file could not be read or written, for people.
pub fn reason(error: &io::Error) -> Said {
    match error.kind() {
        io::ErrorKind::NotFound => ("không có tệp này", "there is no such file").into(),
        io::ErrorKind::PermissionDenied => {
            ("không có quyền đọc hoặc ghi", "reading or writing is not permitted").into()
        }
        io::ErrorKind::InvalidData => ("tệp không phải là văn bản UTF-8", "the file is not UTF-8 text").into(),
        io::ErrorKind::StorageFull => ("hết chỗ trên đĩa", "the disk is full").into(),
        io::ErrorKind::IsADirectory => ("đây là thư mục", "this is a folder").into(),
        _ => (format!("máy báo: {error}"), format!("the machine says: {error}")).into(),
    }
}

/// Faults of each severity that are kept one by one; more nobody reads, and they would fill the memory.
const MOST: usize = 10_000;

/// By file, sheet and row.
pub fn sort(faults: &mut [Fault]) {
    faults.sort_by(|a, b| (&a.file, &a.sheet, a.row).cmp(&(&b.file, &b.sheet, b.row)));
}

/// All faults found so far.
#[derive(Default, Debug)]
pub struct Faults {
    all: Vec<Fault>,
    counts: [usize; Severity::ALL.len()],
}

impl Faults {
    /// Add one.
    pub fn add(&mut self, fault: Fault) {
        let count = self.counts.get_mut(fault.severity as usize);
        if count.is_none_or(|count| std::mem::replace(count, *count + 1) < MOST) {
            self.all.push(fault);
        }
    }

    /// True if one of them forbids publishing.
    pub fn fatal(&self) -> bool {
        self.counts.first().is_some_and(|errors| *errors > 0)
    }

    /// All of them, by file and row; how many more there are comes last.
    pub fn into_sorted(mut self) -> Vec<Fault> {
        sort(&mut self.all);
        let more = self.counts.iter().sum::<usize>() - self.all.len();
        if let (Some(file), true) = (self.all.last().map(|f| f.file.clone()), more > 0) {
            let expected = (
                format!("sửa các lỗi trên trước; còn {more} lỗi nữa"),
                format!("those above mended first; there are {more} more"),
            );
            self.all.push(Fault::error(&file, "", expected).note());
        }
        self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault() -> Fault {
        let expected = ("3, 4, 5 hoặc để trống", "3, 4, 5 or empty");
        Fault::error("products.xlsx", "sáu sao", expected).on(Some("Sản phẩm")).at(12, "Hạng sao")
    }

    #[test]
    fn a_fault_is_told_in_both_languages() {
        let told = fault().hint(("chỉ ghi số", "the number only"));
        assert_eq!(
            told.told(Lang::Vi),
            "tệp products.xlsx, trang 'Sản phẩm', dòng 12, cột 'Hạng sao': 'sáu sao' — cần 3, 4, 5 hoặc để trống (chỉ ghi số)"
        );
        assert_eq!(
            told.told(Lang::En),
            "products.xlsx, sheet 'Sản phẩm', row 12, column 'Hạng sao': 'sáu sao' — expected 3, 4, 5 or empty (the number only)"
        );
        assert_eq!(
            Fault::error("a.csv", "", ("tệp đọc được", "a readable file")).told(Lang::En),
            "a.csv: expected a readable file"
        );
        assert_eq!(fault().of("").told(Lang::Vi).split(": ").nth(1), Some("để trống — cần 3, 4, 5 hoặc để trống"));
    }

    #[test]
    fn long_values_are_cut_and_hidden_characters_spelt_out() {
        let told = fault().of("a\u{7}b\nc\u{202e}d").told(Lang::En);
        assert!(told.contains("'a\\u{7}b\\nc\\u{202e}d'"), "{told}");
        let long = fault().of("ổ".repeat(1_000_000));
        assert_eq!(long.value.chars().count(), LONGEST + 1);
    }

    #[test]
    fn a_flood_of_faults_is_counted_and_stays_fatal() {
        let mut all = Faults::default();
        (0..MOST + 5).for_each(|_| all.add(fault().mild()));
        assert!(!all.fatal());
        all.add(fault());
        assert!(all.fatal());
        let all = all.into_sorted();
        assert_eq!(all.len(), MOST + 2);
        assert!(all.iter().any(|f| f.severity == Severity::Error));
        assert!(all.last().is_some_and(|f| f.expected.en.contains("5 more")));
    }
}
