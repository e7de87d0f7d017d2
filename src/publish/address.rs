//! An address for every product and producer of a sheet, and what is to be asked about them.
//!
//! In: rows, what was read of them, the register of addresses. Out: slugs in products and producers, new ones in the
//! register; a warning where a name may be another's, corrected: printed codes would lead to a product that is gone.

use super::faults::Faults;
use super::register::{FILE, Holder, Kind, Register};
use super::sheet::Row;
use crate::catalog::{Producer, ProducerId, Product};

/// Name them. Rows, holders and products stand in the same order.
pub fn give(
    register: &mut Register,
    (rows, holders): (&[Row], &[Holder]),
    products: &mut [Product],
    makers: &mut [Producer],
    faults: &mut Faults,
) {
    let own: Vec<Holder> = makers.iter().map(|p| Holder { name: p.name.clone(), ..Holder::default() }).collect();
    for (at, slug, name) in register.doubts(Kind::Product, holders) {
        rows.get(at).into_iter().for_each(|row| doubt(row, "name_vi", slug, name, faults));
    }
    for (at, slug, name) in register.doubts(Kind::Producer, &own) {
        let row = products.iter().position(|p| p.makers.contains(&ProducerId(at as u32))).and_then(|at| rows.get(at));
        row.into_iter().for_each(|row| doubt(row, "producer", slug, name, faults));
    }
    products.iter_mut().zip(register.name(Kind::Product, holders)).for_each(|(p, slug)| p.slug = slug);
    makers.iter_mut().zip(register.name(Kind::Producer, &own)).for_each(|(p, slug)| p.slug = slug);
}

fn doubt(row: &Row, column: &str, slug: &str, name: &str, faults: &mut Faults) {
    if row.get(column).is_empty() {
        return;
    }
    let expected = (
        format!("một tên mới hẳn, hay '{name}' được sửa tên: tên ấy không còn trong bảng"),
        format!("a new name, or '{name}' under a corrected one: that name is no longer in the table"),
    );
    let hint = (
        format!(
            "nếu chỉ sửa tên, ghi tên mới vào cột name của dòng '{slug}' trong {FILE} trước khi dựng trang: mã QR đã in và \
             liên kết cũ còn dùng được"
        ),
        format!(
            "if the name was only corrected, write the new one into column name of the row '{slug}' in {FILE} before you \
             build: printed QR codes and old links go on working"
        ),
    );
    faults.add(row.error(column, expected).mild().hint(hint));
}
