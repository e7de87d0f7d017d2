//! `catalog.toml`: what a catalogue says of itself, and which files it is read from.
//!
//! In: the file's text, and today's day. Out: [`Settings`], or a fault for every key that is missing, unknown or no good.
//! Only the title must be there.

use super::cell::{clean, plain};
use super::faults::{Fault, Faults, Said, reason};
use super::offer::is_email;
use super::site::Home;
use super::territory::PROVINCE;
use super::{typo, value};
use crate::catalog::{About, Contact, Date, Text, When};
use crate::route::Lang;
use std::io::ErrorKind;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Name of the file.
pub const FILE: &str = "catalog.toml";

/// What it says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// What the catalogue says of itself.
    pub about: About,
    /// Languages of the site, the first one first.
    pub languages: Vec<Lang>,
    /// Former districts that were dissolved before the communes file begins, with their kind.
    pub earlier_districts: Vec<String>,
    /// The products' sheet; none where the folder holds but one.
    pub products: Option<String>,
    /// The communes of the province; none for the table of Thanh Hóa that is part of this program.
    pub communes: Option<String>,
    /// A map from communes as products name them.
    pub commune_of_product: Option<String>,
    /// The makers of the catalogue gathered its facts from public sources, and say so.
    pub gathered: bool,
}

/// Keys of the file, and of its tables.
const KEYS: &[&str] = &[
    "title",
    "province_vi",
    "province_en",
    "as_of",
    "publisher",
    "event",
    "home",
    "address",
    "languages",
    "earlier_districts",
    "gathered",
    "contact",
    "files",
];
const CONTACT: &[&str] = &["person", "phone", "email", "web", "address"];
const FILES: &[&str] = &["products", "communes", "commune_of_product"];

/// Read the file of that folder.
pub fn read(folder: &Path, today: Date, faults: &mut Faults) -> Option<Settings> {
    match std::fs::read_to_string(folder.join(FILE)) {
        Ok(text) => parse(&text, today, faults),
        Err(e) => {
            let fault = Fault::error(FILE, "", ("tệp mô tả danh mục, đọc được", "a readable file"));
            faults.add(fault.hint(match e.kind() {
                ErrorKind::NotFound => Said::from((
                    "chưa có: tạo tệp này với một dòng title = \"…\", hoặc ocop new để có thư mục mẫu",
                    "it is not there: make it with one line title = \"…\", or ocop new makes a folder to fill in",
                )),
                _ => reason(&e),
            }));
            None
        }
    }
}

fn parse(text: &str, today: Date, faults: &mut Faults) -> Option<Settings> {
    let text = text.trim_start_matches('\u{feff}');
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(e) => {
            faults.add(typo::fault(FILE, text, &e));
            return None;
        }
    };
    let mut page = Page { text, faults };
    page.unknown(&table, KEYS);
    let title = page.text(&table, "title");
    if title.is_empty() {
        page.faults.add(Fault::error(FILE, "", ("tên danh mục: title = \"…\"", "the catalogue's name: title = \"…\"")));
    }
    let as_of = page.text(&table, "as_of");
    let day = match value::when(&as_of) {
        Some(When::Unknown) => today,
        Some(When::Day(day)) => day,
        _ => {
            page.fault(&table, "as_of", &as_of, ("ngày dạng ngày/tháng/năm", "a day as D/M/YYYY").into());
            today
        }
    };
    if day > today {
        page.faults
            .add(page.at(&table, "as_of", &as_of, ("ngày không sau hôm nay", "a day not after today").into()).mild());
    }
    let or = |text: String, other: &str| if text.is_empty() { other.to_owned() } else { text };
    let vi = or(page.text(&table, "province_vi"), PROVINCE);
    let en = or(page.text(&table, "province_en"), &plain(&vi));
    let about = About {
        title,
        province: Text { vi, en },
        publisher: page.text(&table, "publisher"),
        event: page.text(&table, "event"),
        home: page.home(&table),
        contact: page.contact(&table),
        ..About::of(day)
    };
    let languages = page.languages(&table);
    let earlier_districts = page.list(&table, "earlier_districts").into_iter().map(|(_, text)| text).collect();
    let files = page.table(&table, "files", FILES).cloned().unwrap_or_default();
    let file = |page: &mut Page, key: &str| Some(page.text(&files, key)).filter(|name| !name.is_empty());
    let [products, communes, commune_of_product] =
        ["products", "communes", "commune_of_product"].map(|key| file(&mut page, key));
    let gathered = page.flag(&table, "gathered");
    Some(Settings { about, languages, earlier_districts, products, communes, commune_of_product, gathered })
}

/// Line of a place in a text, from 1.
fn line(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}

/// The file being read.
struct Page<'a> {
    text: &'a str,
    faults: &'a mut Faults,
}

impl Page<'_> {
    fn at(&self, table: &DeTable, key: &str, value: &str, expected: Said) -> Fault {
        let place = table.get_key_value(key).map_or(0, |(key, _)| key.span().start);
        Fault::error(FILE, value, expected).at(line(self.text, place), key)
    }

    fn fault(&mut self, table: &DeTable, key: &str, value: &str, expected: Said) {
        self.faults.add(self.at(table, key, value, expected));
    }

    fn unknown(&mut self, table: &DeTable, keys: &[&str]) {
        for (key, _) in table.iter().filter(|(key, _)| !keys.contains(&key.get_ref().as_ref())) {
            let all = keys.join(", ");
            let expected = (format!("một trong các khóa {all}"), format!("one of the keys {all}"));
            let fault = Fault::error(FILE, key.get_ref(), expected).at(line(self.text, key.span().start), "");
            self.faults.add(fault.guess(keys.iter().copied()));
        }
    }

    /// A text; numbers and days are taken as written.
    fn text(&mut self, table: &DeTable, key: &str) -> String {
        match table.get(key).map(Spanned::get_ref) {
            None => String::new(),
            Some(DeValue::String(text)) => clean(text),
            Some(DeValue::Datetime(day)) => day.to_string(),
            Some(DeValue::Integer(number)) => number.to_string(),
            Some(_) => {
                self.fault(table, key, "", ("chữ trong ngoặc kép", "a text in quotation marks").into());
                String::new()
            }
        }
    }

    fn flag(&mut self, table: &DeTable, key: &str) -> bool {
        match table.get(key).map(Spanned::get_ref) {
            None => false,
            Some(DeValue::Boolean(on)) => *on,
            Some(_) => {
                self.fault(table, key, "", ("true hoặc false, không có ngoặc kép", "true or false, unquoted").into());
                false
            }
        }
    }

    fn list(&mut self, table: &DeTable, key: &str) -> Vec<(usize, String)> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let place = |span: std::ops::Range<usize>| line(self.text, span.start);
        match value.get_ref() {
            DeValue::String(text) => vec![(place(value.span()), clean(text))],
            DeValue::Array(all) => {
                let texts = all.iter().filter_map(|v| Some((place(v.span()), clean(v.get_ref().as_str()?))));
                texts.collect()
            }
            _ => {
                self.fault(table, key, "", ("danh sách trong ngoặc vuông", "a list in square brackets").into());
                Vec::new()
            }
        }
    }

    fn table<'t>(&mut self, table: &'t DeTable<'t>, key: &str, keys: &[&str]) -> Option<&'t DeTable<'t>> {
        let value = table.get(key)?;
        let DeValue::Table(inner) = value.get_ref() else {
            self.fault(table, key, "", ("một bảng", "a table").into());
            return None;
        };
        self.unknown(inner, keys);
        Some(inner)
    }

    /// `home`, or `address`, as `https://…/`.
    fn home(&mut self, table: &DeTable) -> String {
        let key = if table.contains_key("home") { "home" } else { "address" };
        let home = self.text(table, key);
        if home.is_empty() {
            return home;
        }
        let whole = Home::read(&home).whole;
        if whole.is_empty() {
            let expected =
                ("địa chỉ trang, như https://ocop.example.vn/", "the site's address, such as https://ocop.example.vn/");
            self.fault(table, key, &home, expected.into());
        }
        whole
    }

    fn contact(&mut self, table: &DeTable) -> Contact {
        let Some(contact) = self.table(table, "contact", CONTACT) else { return Contact::default() };
        let [person, phone, email, web, address] =
            ["person", "phone", "email", "web", "address"].map(|key| self.text(contact, key));
        if value::phone(&phone).is_none() {
            self.fault(contact, "phone", &phone, ("số điện thoại", "a telephone number").into());
        }
        if !email.is_empty() && !is_email(&email) {
            self.fault(contact, "email", &email, ("địa chỉ thư điện tử", "an e-mail address").into());
        }
        Contact { person, phone: value::phone(&phone).unwrap_or_default(), email, web: value::web(&web), address }
    }

    fn languages(&mut self, table: &DeTable) -> Vec<Lang> {
        let mut out = Vec::new();
        for (line, text) in self.list(table, "languages") {
            match Lang::ALL.into_iter().find(|lang| lang.code() == text) {
                Some(lang) if !out.contains(&lang) => out.push(lang),
                Some(_) => {}
                None => self.faults.add(Fault::error(FILE, text, ("vi hoặc en", "vi or en")).at(line, "languages")),
            }
        }
        if out.is_empty() { Lang::ALL.to_vec() } else { out }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date { year: 2026, month: 11, day: 25 };

    fn told(text: &str) -> (Option<Settings>, Vec<String>) {
        let mut faults = Faults::default();
        let settings = parse(text, TODAY, &mut faults);
        (settings, faults.into_sorted().iter().map(|f| f.told(Lang::En)).collect())
    }

    #[test]
    fn a_title_is_enough() {
        let (settings, faults) = told("title = \"Hàng thử\"\n");
        assert_eq!(faults, [] as [&str; 0]);
        let settings = settings.map(|s| (s.about.as_of, s.about.province.vi, s.languages, s.products));
        assert_eq!(settings, Some((TODAY, "Thanh Hóa".to_owned(), Lang::ALL.to_vec(), None)));
    }

    #[test]
    fn all_keys_are_read() {
        let text = "title = \"A\"\nas_of = 2026-11-23\nhome = \"https://a.vn/x\"\nlanguages = [\"en\"]\npublisher = \"P\"\ngathered = true\n[contact]\nphone = \"0237 3123 456\"\nweb = \"a.vn\"\n[files]\nproducts = \"p.ods\"\n";
        let (settings, faults) = told(text);
        assert_eq!(faults, [] as [&str; 0]);
        let contact = settings.as_ref().map(|s| (s.about.contact.phone.as_str(), s.about.contact.web.as_str()));
        assert_eq!(contact, Some(("0237 3123 456", "https://a.vn")));
        let s = settings.map(|s| (s.about.home, s.about.as_of.day, s.gathered, s.languages, s.products));
        let expected = ("https://a.vn/x/".to_owned(), 23, true, vec![Lang::En], Some("p.ods".to_owned()));
        assert_eq!(s, Some(expected));
    }

    #[test]
    fn every_bad_key_is_named_at_once() {
        let text =
            "titl = \"A\"\nas_of = \"31/2/2026\"\nhome = \"ocop.vn\"\nlanguages = [\"fr\"]\n[contact]\nphon = \"1\"\n";
        let (_, faults) = told(text);
        let all = KEYS.join(", ");
        assert_eq!(faults, [
            "catalog.toml: expected the catalogue's name: title = \"…\"".to_owned(),
            format!("catalog.toml, row 1: 'titl' — expected one of the keys {all} (did you mean 'title'?)"),
            "catalog.toml, row 2, column 'as_of': '31/2/2026' — expected a day as D/M/YYYY".to_owned(),
            "catalog.toml, row 3, column 'home': 'ocop.vn' — expected the site's address, such as https://ocop.example.vn/".to_owned(),
            "catalog.toml, row 4, column 'languages': 'fr' — expected vi or en".to_owned(),
            "catalog.toml, row 6: 'phon' — expected one of the keys person, phone, email, web, address (did you mean 'phone'?)".to_owned(),
        ]);
        assert!(told("title = \n").1.first().is_some_and(|f| f.starts_with("catalog.toml, row 1: 'title =")));
    }
}
