//! What a row says beyond the product itself: its story, price, pack and bar code, who is to be asked, its pictures.
//!
//! In: a row. Out: the values, or a fault for each that cannot be read. Pictures are named only; whether they are there
//! and what they show is for whoever opens them, who can blame the row by its [`Named`].

use super::faults::{Fault, Faults, Said};
use super::photo::Blame;
use super::sheet::Row;
use super::{price, value};
use crate::catalog::{Contact, Detail, Text};

/// A picture's file as a row names it.
#[derive(Clone, Debug)]
pub struct Named {
    /// Name of the file, as written.
    pub name: String,
    row: Row,
}

impl Named {
    /// The cell that names it.
    pub fn blame(&self) -> Blame {
        let fault = self.error(("", ""));
        Blame { file: fault.file, sheet: fault.sheet, row: fault.row, column: fault.column }
    }

    /// An error about that picture, in its row.
    pub fn error(&self, expected: impl Into<Said>) -> Fault {
        self.row.error("photos", expected).of(&self.name)
    }
}

/// Story, price, pack and bar code.
pub fn offer(row: &Row, faults: &mut Faults) -> Detail {
    let price = price::price(row.get("price"));
    if price.is_none() && !row.get("price").is_empty() {
        let expected = (
            "số đồng một gói, từ 1.000, như 150.000, 150k hoặc 1,2 triệu",
            "dong for a pack, from 1,000, such as 150,000, 150k or 1,2 triệu",
        );
        faults.add(row.error("price", expected).mild().hint(price::hint(row.get("price"))));
    }
    let gtin = value::gtin(row.get("gtin"));
    if gtin.is_none() && !row.get("gtin").is_empty() {
        let fault = row.error(
            "gtin",
            ("8, 12, 13 hoặc 14 chữ số, chữ số cuối kiểm tra đúng", "8, 12, 13 or 14 digits, the last of which checks"),
        );
        let rounded = row.get("gtin").contains(['E', 'e']);
        let typed = (
            "đặt định dạng cột là văn bản (Text) rồi gõ lại mã",
            "format the column as text, then type the code again",
        );
        faults.add(if rounded {
            fault.hint(typed)
        } else {
            fault.hint(("đọc lại mã trên nhãn", "read the code on the label again"))
        });
    }
    Detail {
        story: Text { vi: row.lines("story").to_owned(), en: row.lines("story_en").to_owned() },
        price,
        pack: row.get("pack").to_owned(),
        gtin: gtin.unwrap_or_default(),
        ..Detail::default()
    }
}

/// How the producer of that row is reached.
pub fn contact(row: &Row, faults: &mut Faults) -> Contact {
    let phone = value::phone(&row.lines("phone").replace('\n', ";"));
    if phone.is_none() {
        let expected = ("số điện thoại, nhiều số cách nhau bằng ;", "telephone numbers, several parted by ;");
        faults.add(row.error("phone", expected));
    }
    let email = row.get("email");
    if !email.is_empty() && !is_email(email) {
        faults.add(
            row.error("email", ("địa chỉ thư điện tử như ten@example.vn", "an e-mail address such as name@example.vn")),
        );
    }
    let web = value::web(row.get("website"));
    if row.get("website").contains("://") && !web.starts_with("http") {
        let expected = ("một địa chỉ trang, như www.htx.vn", "one address of a page, such as www.htx.vn");
        faults.add(
            row.error("website", expected)
                .mild()
                .hint(("để vậy thì chỉ hiện chữ, không bấm vào được", "left so it is shown as text and leads nowhere")),
        );
    }
    Contact {
        person: row.get("person").to_owned(),
        phone: phone.unwrap_or_default(),
        email: if is_email(email) { email.to_owned() } else { String::new() },
        web,
        address: row.get("address").to_owned(),
    }
}

/// One sign @ between two parts without white space, the second with a point.
pub fn is_email(text: &str) -> bool {
    let parts = text.split_once('@');
    let point = |host: &str| host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
    parts.is_some_and(|(name, host)| {
        !name.is_empty() && point(host) && !text.contains([' ', ',', ';']) && !host.contains('@')
    })
}

/// The pictures that a row names, in order.
pub fn pictures(row: &Row) -> Vec<Named> {
    row.list("photos").into_iter().map(|name| Named { name: name.to_owned(), row: row.clone() }).collect()
}
