//! Packed workbooks: how large they are when unpacked, and which they are.
//!
//! In: the bytes of a zip. Out: tables, by way of [`workbook`](super::workbook) or [`ods`](super::ods). Before either
//! reads a byte, everything in the zip is unpacked once into nothing and counted: what a zip says of its own size is not
//! believed.

use super::super::faults::Fault;
use super::fill::Table;
use super::{Broken, damaged, guarded, hidden, locked, ods, workbook};
use std::io::{self, Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Bytes of a workbook when unpacked: 100,000 rows of 40 cells are 160 MB of XML.
const LARGEST: u64 = 256_000_000;

/// A zip in memory.
pub type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The sheets of a packed workbook.
pub fn tables(bytes: &[u8], name: &str) -> Result<Vec<Table>, Broken> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(name, &e))?;
    measure(&mut archive, name, LARGEST)?;
    let holds = |file: &str| archive.index_for_name(file).is_some();
    if holds("encrypted-package") {
        Err(locked(name))
    } else if holds("content.xml") {
        guarded(name, || ods::tables(archive, name))
    } else if holds("[Content_Types].xml") && !holds("xl/workbook.bin") && !holds("word/document.xml") {
        guarded(name, || {
            let mut tables = workbook::xlsx(bytes, name)?;
            let mut hidden = hidden::rows(&mut archive);
            for table in &mut tables {
                table.hidden_rows = table.sheet.as_ref().and_then(|sheet| hidden.remove(sheet)).unwrap_or_default();
            }
            Ok(tables)
        })
    } else {
        let what = if holds("xl/workbook.bin") { "XLSB" } else { "ZIP" };
        let fault =
            Fault::error(name, what, ("bảng tính XLSX, XLS, ODS hoặc CSV", "a spreadsheet: XLSX, XLS, ODS or CSV"));
        Err(fault.hint(super::kind::advice(what)).into())
    }
}

/// Unpack everything into nothing; a fault if that is more than so many bytes.
fn measure(archive: &mut Archive, name: &str, largest: u64) -> Result<(), Broken> {
    let mut left = largest;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|e| broken(name, &e))?;
        let size = io::copy(&mut entry.take(left + 1), &mut io::sink()).map_err(|e| damaged(name, &e.to_string()))?;
        left = left.checked_sub(size).ok_or_else(|| {
            let expected = ("bảng tính giải nén không quá 256 MB", "a workbook of at most 256 MB when unpacked");
            Fault::error(name, "", expected).hint((
                "bỏ ảnh và các trang không cần rồi lưu lại",
                "take out pictures and sheets that are not needed, and save again",
            ))
        })?;
    }
    Ok(())
}

/// What an error of the zip means.
pub fn broken(name: &str, error: &ZipError) -> Broken {
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => locked(name),
        ZipError::InvalidPassword => locked(name),
        other => damaged(name, &other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn packed(size: usize) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let whole = writer.start_file("xl/a.xml", SimpleFileOptions::default()).is_ok()
            && writer.write_all(&vec![b' '; size]).is_ok();
        assert!(whole);
        writer.finish().map(Cursor::into_inner).unwrap_or_default()
    }

    #[test]
    fn unpacked_bytes_are_counted() {
        let bytes = packed(100_000);
        assert!(bytes.len() < 1_000, "{}", bytes.len());
        let told = |largest| {
            let mut archive = ZipArchive::new(Cursor::new(&bytes[..])).map_err(|e| broken("a", &e))?;
            measure(&mut archive, "a", largest)
        };
        assert!(told(100_000).is_ok());
        assert!(told(99_999).is_err_and(|f| f.expected.en.contains("when unpacked")));
    }
}
