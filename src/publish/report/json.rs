//! A report for programs.
//!
//! In: a report. Out: the members described in `ocop help check`. Texts for people are in both languages.

use super::{Report, Told};
use crate::publish::faults::{Said, Severity};
use crate::publish::ready::Rule;
use crate::route::Lang;
use serde_json::{Value, json as value};

/// The members of the object.
pub fn json(report: &Report) -> Value {
    let needs = report
        .needs
        .iter()
        .map(|need| value!({ "rule": need.rule.key(), "title": both(&need.rule.title()), "products": need.products }));
    value!({
        "folder": report.folder,
        "title": report.title,
        "products": report.products(),
        "producers": report.producers(),
        "rows": report.rows.map(|rows| rows.read),
        "rows_with_faults": report.rows.map(|rows| rows.told),
        "errors": report.errors(),
        "warnings": report.count(Severity::Warning),
        "faults": report.all().map(|(rule, told)| fault(rule, told)).collect::<Vec<_>>(),
        "needs": needs.collect::<Vec<_>>(),
    })
}

fn fault(rule: Option<Rule>, told: &Told) -> Value {
    let fault = &told.fault;
    value!({
        "severity": fault.severity.told(Lang::En),
        "rule": rule.map(Rule::key),
        "file": fault.file,
        "sheet": fault.sheet,
        "row": fault.row,
        "column": fault.column,
        "value": fault.value,
        "expected": both(&fault.expected),
        "hint": fault.hint.as_ref().map(both),
        "product": told.whose.product,
        "producer": told.whose.producer,
    })
}

/// A text in both languages.
pub fn both(said: &Said) -> Value {
    value!({ "vi": said.vi, "en": said.en })
}
