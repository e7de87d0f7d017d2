//! What is wrong with the words that were typed, in Vietnamese.
//!
//! In: clap's error. Out: one or two lines; what clap tells that is not among the usual slips stands in brackets as it is.

use crate::catalog::Text;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// What is wrong, and where to read more.
pub fn told(error: &Error) -> String {
    let of = |kind| error.get(kind).map(text).unwrap_or_default();
    let (arg, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => format!("không có lệnh '{}'", of(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "thiếu tên lệnh".into(),
        ErrorKind::UnknownArgument if arg.starts_with('-') => format!("không hiểu '{arg}' ở đây"),
        ErrorKind::UnknownArgument => {
            format!("không hiểu '{arg}' ở đây; nếu tên thư mục có dấu cách, đặt nó trong ngoặc kép: \"Tên thư mục\"")
        }
        ErrorKind::MissingRequiredArgument => format!("còn thiếu {arg}"),
        ErrorKind::ArgumentConflict if of(ContextKind::PriorArg) == arg => format!("{arg} chỉ ghi một lần"),
        ErrorKind::ArgumentConflict => format!("{arg} không đi cùng {}", of(ContextKind::PriorArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => format!("{arg} cần một giá trị"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("'{value}' không dùng được cho {arg}"),
        _ => format!("không đọc được lệnh ({})", error.to_string().lines().next().unwrap_or_default()),
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = near.into_iter().map(of).find(|near| !near.is_empty());
    let choices = of(ContextKind::ValidValue);
    let hint = match (near, choices.is_empty()) {
        (Some(near), _) => format!("; ý bạn là {near}?"),
        (None, false) => format!("; chọn một trong: {choices}"),
        (None, true) => String::new(),
    };
    format!("{what}{hint}\nXem cách dùng: ocop --help, ocop help LỆNH")
}

/// The same for a program, in both languages.
pub fn wrong(error: &Error) -> Text<String> {
    let english = error.to_string();
    let english = english.lines().take_while(|line| !line.trim().is_empty()).collect::<Vec<_>>().join(" ");
    let vi = told(error).lines().next().unwrap_or_default().to_owned();
    Text { vi, en: english.trim_start_matches("error: ").to_owned() }
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::None => String::new(),
        ContextValue::Strings(all) => all.join(", "),
        other => other.to_string(),
    }
}
