//! An address for every product and producer of a sheet, and what is to be said and asked about them.
//!
//! In: rows, what was read of them, the register of addresses. Out: slugs in products and producers, new ones in the
//! register; a note where a name took over an address, a warning where it may be another's, corrected: printed codes
//! would lead to what is gone.

use super::faults::{Fault, Faults};
use super::holder::{Holder, Kind};
use super::register::{FILE, Register};
use super::sheet::Row;
use crate::catalog::{Producer, Product};

/// Name them, and say what is to be known before the site is built. Rows, holders and products stand in the same order.
pub fn give<'a>(
    register: &mut Register,
    (rows, holders): (&'a [Row], &[Holder]),
    products: &mut [Product],
    makers: &mut [Producer],
    faults: &mut Faults,
) -> Vec<Fault> {
    let own: Vec<Holder> = makers.iter().map(|p| Holder { name: p.name.clone(), ..Holder::default() }).collect();
    // The first row of a producer.
    let row_of =
        |maker: usize| rows.get(products.iter().position(|p| p.makers.iter().any(|id| id.0 as usize == maker))?);
    let mut told = Vec::new();
    for (old, new) in register.rename(holders, &own) {
        let row = own.iter().position(|h| h.name == new).and_then(row_of);
        told.extend(row.and_then(|row| kept(row, "producer", &old)));
    }
    for (kind, all) in [(Kind::Product, holders), (Kind::Producer, &own)] {
        let (column, row): (_, &dyn Fn(usize) -> Option<&'a Row>) = match kind {
            Kind::Product => ("name_vi", &|at| rows.get(at)),
            Kind::Producer => ("producer", &row_of),
        };
        let [slips, doubts] = register.doubts(kind, all);
        told.extend(slips.into_iter().filter_map(|(at, _, name)| kept(row(at)?, column, name)));
        told.extend(doubts.into_iter().filter_map(|(at, slug, name)| doubt(row(at)?, column, slug, name)));
    }
    products.iter_mut().zip(register.name(Kind::Product, holders)).for_each(|(p, slug)| p.slug = slug);
    makers.iter_mut().zip(register.name(Kind::Producer, &own)).for_each(|(p, slug)| p.slug = slug);
    told.iter().cloned().for_each(|fault| faults.add(fault));
    told
}

fn kept(row: &Row, column: &str, name: &str) -> Option<Fault> {
    let expected = (
        format!("biết rằng đây được coi là '{name}' đã sửa tên, nên giữ địa chỉ cũ"),
        format!("to know that this is taken for '{name}' under a corrected name, and keeps its address"),
    );
    let hint = (
        format!("nếu là sản phẩm, chủ thể khác: thêm một dòng cho tên này, với slug mới, vào {FILE}"),
        format!("if it is another one: add a row for this name, with a new slug, to {FILE}"),
    );
    (!row.get(column).is_empty()).then(|| row.error(column, expected).note().hint(hint))
}

fn doubt(row: &Row, column: &str, slug: &str, name: &str) -> Option<Fault> {
    let expected = (
        format!("một tên mới hẳn, hay '{name}' được sửa tên: tên ấy không còn trong bảng"),
        format!("a new name, or '{name}' under a corrected one: that name is no longer in the table"),
    );
    let hint = (
        format!(
            "nếu chỉ sửa tên, ghi tên mới vào cột name của dòng '{slug}' trong {FILE} rồi dựng lại: mã QR đã in và liên kết \
             cũ còn dùng được"
        ),
        format!(
            "if the name was only corrected, write the new one into column name of the row '{slug}' in {FILE} and build \
             again: printed QR codes and old links go on working"
        ),
    );
    (!row.get(column).is_empty()).then(|| row.error(column, expected).mild().hint(hint))
}
