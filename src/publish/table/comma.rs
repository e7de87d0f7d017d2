//! CSV into a table.
//!
//! In: bytes, saved in whatever code, parted by commas, semicolons or tabs. Out: a table. A quoted cell may hold line
//! breaks; rows are counted as a spreadsheet counts them, blank ones too.

use super::super::faults::Fault;
use super::fill::{Filling, Table};
use super::{Broken, decode};
use csv::ReaderBuilder;

/// The one table of the file.
pub fn tables(bytes: &[u8], name: &str) -> Result<Table, Broken> {
    let (text, guessed) = decode::text(bytes);
    let (mark, text) = separator(&text);
    let text = keep_blank_rows(text);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(mark).from_reader(text.as_bytes());
    let mut filling = Filling::new(name, None, false);
    for (index, record) in reader.records().enumerate() {
        let record = record.map_err(|e| {
            Fault::error(name, "", ("một dòng CSV", "a row of CSV"))
                .at(index + 1, "")
                .hint((format!("nguyên văn: {e}"), format!("the reader says: {e}")))
        })?;
        for (column, cell) in record.iter().enumerate() {
            filling.put(index + 1, column, cell)?;
        }
    }
    Ok(Table { guessed, ..filling.done() })
}

/// Lines that tell the separator: titles may stand above the header.
const FIRST: usize = 20;
/// What can part cells; of equals the first.
const MARKS: [u8; 3] = [b',', b';', b'\t'];

/// The mark that parts the cells, which stands equally often in most lines; and the text without Excel's own line about it (`sep=;`).
fn separator(text: &str) -> (u8, &str) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let (Some(mark @ (b',' | b';' | b'\t')), Some((_, after))) = (rest.bytes().next(), rest.split_once('\n'))
    {
        return (mark, after);
    }
    let lines = marks_of_lines(text);
    let score = |at: usize| {
        let mut counts: Vec<usize> = lines.iter().filter_map(|l| l.get(at).copied()).filter(|n| *n > 0).collect();
        counts.sort_unstable();
        counts
            .chunk_by(|a, b| a == b)
            .map(|same| same.len() * same.len() * same.first().copied().unwrap_or_default())
            .max()
    };
    let best = (0..MARKS.len()).rev().max_by_key(|at| score(*at));
    (best.and_then(|at| MARKS.get(at)).copied().unwrap_or(b','), text)
}

/// How often each mark stands outside quotation marks in each of the first lines.
fn marks_of_lines(text: &str) -> Vec<[usize; 3]> {
    let mut lines = vec![[0; 3]];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted && lines.len() == FIRST => break,
            b'\n' if !quoted => lines.push([0; 3]),
            _ if quoted => {}
            _ => {
                let at = MARKS.iter().position(|m| *m == byte);
                if let Some(count) = at.and_then(|at| lines.last_mut()?.get_mut(at)) {
                    *count += 1;
                }
            }
        }
    }
    lines
}

/// The CSV reader skips empty lines, a spreadsheet counts them: give each an empty cell.
fn keep_blank_rows(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quoted, mut fresh) = (false, true);
    for c in text.replace("\r\n", "\n").chars().map(|c| if c == '\r' { '\n' } else { c }) {
        quoted ^= c == '"';
        if c == '\n' && !quoted {
            if fresh {
                out.push_str("\"\"");
            }
            fresh = true;
        } else {
            fresh = false;
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        let table = tables(text.as_bytes(), "a.csv").map(|t| t.lines).unwrap_or_default();
        table.into_iter().map(|l| (l.number, l.cells.into_iter().map(|c| c.text).collect())).collect()
    }

    #[test]
    fn every_separator_is_read_and_blank_rows_count() {
        for mark in [",", ";", "\t"] {
            let text = format!("Danh sách\n\na{mark}b\r\n1{mark}\"x\ny{mark}\"\n");
            let expected = vec![
                (1, vec!["Danh sách".to_owned()]),
                (3, vec!["a".to_owned(), "b".to_owned()]),
                (4, vec!["1".to_owned(), format!("x\ny{mark}")]),
            ];
            assert_eq!(cells(&text), expected);
        }
        let prose = cells("a;b\nmắm, muối, tôm, ruốc;2\ncá, mực;3\n");
        assert_eq!(prose.get(1).map(|row| row.1.len()), Some(2));
        assert_eq!(cells("sep=;\na;b\n"), [(1, vec!["a".to_owned(), "b".to_owned()])]);
    }
}
