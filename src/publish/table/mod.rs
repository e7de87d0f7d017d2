//! Any spreadsheet as tables of text: XLSX, XLS, ODS, and CSV in whatever way it was saved.
//!
//! In: a file. Out: a [`Table`] for each of its sheets, rows and columns counted as the spreadsheet counts them; or one
//! fault that says why it cannot be read. What a file is, its first bytes tell, not its name. Values come as text: whole
//! numbers without a point, dates as D/M/YYYY, results instead of formulas, errors as written (`#REF!`). Time and memory
//! are bounded for any file, also one made to harm: see the limits below and in [`zip`].

mod biff;
mod comma;
mod decode;
mod fill;
mod hidden;
mod kind;
mod number;
mod ods;
mod workbook;
mod zip;

pub use fill::{Cell, Line, Table, letters};
pub use kind::is_workbook;

use super::faults::{Fault, reason};
use kind::Kind;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Why a file is not read. Boxed: it is rare, and large.
pub type Broken = Box<Fault>;

/// Bytes of a file that are read into memory: a sheet of 100,000 products is 20 MB, packed.
const LARGEST: u64 = 256_000_000;

/// All sheets of a file, `name` being how faults call it.
pub fn read(path: &Path, name: &str) -> Result<Vec<Table>, Broken> {
    let unreadable = |e| Fault::error(name, "", ("tệp bảng tính đọc được", "a readable spreadsheet")).hint(reason(&e));
    let mut bytes = Vec::new();
    let open = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    open.map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        let expected = ("tệp không quá 256 MB", "a file of at most 256 MB");
        return Err(Fault::error(name, "", expected)
            .hint((
                "bỏ ảnh khỏi bảng, đặt ảnh vào thư mục photos",
                "take pictures out of the sheet, put them into the folder photos",
            ))
            .into());
    }
    parse(&bytes, name)
}

/// The same, of bytes.
pub fn parse(bytes: &[u8], name: &str) -> Result<Vec<Table>, Broken> {
    match kind::of(bytes) {
        Kind::Text => comma::tables(bytes, name).map(|table| vec![table]),
        Kind::Packed => zip::tables(bytes, name),
        Kind::Compound => biff::tables(bytes, name),
        Kind::Empty => {
            let expected = ("bảng có dòng tiêu đề và sản phẩm", "a sheet with a header row and products");
            let hint = match kind::is_workbook(name) {
                true => (
                    "tệp trống, không phải bảng tính; có thể chép dở dang: chép lại, hoặc lưu lại từ Excel",
                    "the file is empty, it is no workbook; perhaps it was not copied whole: copy or save it again",
                ),
                false => ("tệp trống", "the file is empty"),
            };
            Err(Fault::error(name, "", expected).hint(hint).into())
        }
        Kind::Other(what) => {
            let expected = ("bảng tính XLSX, XLS, ODS hoặc CSV", "a spreadsheet: XLSX, XLS, ODS or CSV");
            Err(Fault::error(name, what, expected).hint(kind::advice(what)).into())
        }
    }
}

/// Run a reader of foreign bytes; should it panic, the file is damaged and nothing else stops.
fn guarded<T>(name: &str, read: impl FnOnce() -> Result<T, Broken>) -> Result<T, Broken> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).unwrap_or_else(|_| Err(damaged(name, "")))
}

/// A file that begins as a workbook and goes on as something else.
fn damaged(name: &str, why: &str) -> Broken {
    let fault = Fault::error(name, "", ("bảng tính nguyên vẹn", "a whole workbook"));
    let (vi, en) = (
        "tệp hỏng hoặc tải về dở dang; mở bằng Excel và lưu lại",
        "the file is damaged or cut off; open it in Excel and save it again",
    );
    let hint = match why.is_empty() {
        true => (vi.to_owned(), en.to_owned()),
        false => (format!("{vi}; nguyên văn: {why}"), format!("{en}; the reader says: {why}")),
    };
    fault.hint(hint).into()
}

/// A file that only its password opens.
fn locked(name: &str) -> Broken {
    let fault = Fault::error(name, "", ("bảng tính không có mật khẩu", "a workbook without a password"));
    fault
        .hint((
            "trong Excel: Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu rồi lưu",
            "in Excel: File > Info > Protect Workbook > Encrypt with Password, clear it and save",
        ))
        .into()
}
