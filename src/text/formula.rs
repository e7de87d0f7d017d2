//! Cells of tables that others open in a spreadsheet.

/// A text that no spreadsheet takes for a formula: the apostrophe is what a person would type before it to have it as text.
pub fn harmless(text: &str) -> String {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula || text.starts_with(['\t', '\r', '\n']) { ["'", text].concat() } else { text.into() }
}
