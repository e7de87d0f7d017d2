//! Numbers and days of a spreadsheet as text.
//!
//! In: values. Out: what a person would have typed: `4`, `8930000000001`, `0.3`, `23/12/2019`.

/// A number: whole ones without a point, others as Excel shows them, to 15 digits, never with an exponent.
pub fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    format!("{rounded}")
}

/// A day as D/M/YYYY.
pub fn day(year: u16, month: u8, day: u8) -> String {
    format!("{day}/{month}/{year}")
}

/// `2024-05-01T00:00:00` as 1/5/2024; what is no such day as it is.
pub fn iso_day(text: &str) -> String {
    let date = text.split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = date.split('-').collect();
    match parts[..] {
        [y, m, d] => match (y.parse(), m.parse(), d.parse()) {
            (Ok(y), Ok(m), Ok(d)) => day(y, m, d),
            _ => text.to_owned(),
        },
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_typed() {
        let texts = [4.0, 8_930_000_000_001.0, 0.1 + 0.2, 150_000.0, -2.5, 1e20].map(number);
        assert_eq!(texts, ["4", "8930000000001", "0.3", "150000", "-2.5", "100000000000000000000"]);
        assert_eq!(iso_day("2024-05-01T00:00:00"), "1/5/2024");
        assert_eq!(iso_day("PT05H"), "PT05H");
    }
}
