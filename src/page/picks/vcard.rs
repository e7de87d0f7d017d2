//! A contact as phones keep it: vCard 3.0 (RFC 2426), which every one of them reads.

use crate::catalog::Contact;

/// What a link that is such a card begins with.
pub const CARD: &str = "data:text/vcard;charset=utf-8,";

/// The card; none where there is nothing to keep. Lines end as the standard wants and are not folded: phones read them so.
pub fn vcard(name: &str, contact: &Contact) -> Option<String> {
    let c = contact;
    if [&c.phone, &c.email, &c.web, &c.address].iter().all(|text| text.trim().is_empty()) {
        return None;
    }
    let mut out = String::from("BEGIN:VCARD\r\nVERSION:3.0\r\n");
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(&[name, ":", value, "\r\n"].concat());
        }
    };
    line("N", &[escaped(name).as_str(), ";;;;"].concat());
    line("FN", &escaped(name));
    line("ORG", &escaped(name));
    let person = escaped(&c.person);
    line("NOTE", &person);
    for phone in c.phones() {
        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        line("TEL;TYPE=WORK,VOICE", &digits);
    }
    line("EMAIL;TYPE=INTERNET", &escaped(&c.email));
    line("URL", &escaped(&c.web));
    let address = escaped(&c.address);
    if !address.is_empty() {
        line("ADR;TYPE=WORK", &[";;", address.as_str(), ";;;;"].concat());
    }
    out.push_str("END:VCARD\r\n");
    Some(out)
}

/// One value: what would end it or part it is marked.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
