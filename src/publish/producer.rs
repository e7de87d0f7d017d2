//! Producers: entities of their own, one for each name that stands in the products' rows.
//!
//! In: producer cells. Out: [`Producer`]s in the order of their first product, with the legal kind as far as the name
//! tells. Different names are never merged, even where one may suspect the same house behind them.

use super::cell::split;
use super::faults::Faults;
use super::sheet::Row;
use crate::catalog::{Contact, Producer, ProducerId, ProducerKind};
use crate::text::exact;
use std::collections::{HashMap, HashSet};

/// All producers met so far.
#[derive(Default)]
pub struct Roll {
    /// In the order of their first product; slugs still empty.
    pub all: Vec<Producer>,
    ids: HashMap<String, ProducerId>,
}

impl Roll {
    /// The makers named in that cell, each once.
    pub fn enter(&mut self, cell: &str) -> Vec<ProducerId> {
        let mut makers = Vec::new();
        for name in split(cell, ';') {
            let id = *self.ids.entry(exact(name)).or_insert_with(|| {
                self.all.push(Producer {
                    slug: String::new(),
                    name: name.to_owned(),
                    kind: kind(name),
                    contact: Contact::default(),
                });
                ProducerId(self.all.len() as u32 - 1)
            });
            if !makers.contains(&id) {
                makers.push(id);
            }
        }
        makers
    }

    /// How the makers of a row are reached: of several it is the first. What another row said otherwise is told; more
    /// telephone numbers are no contradiction.
    pub fn reach(&mut self, makers: &[ProducerId], row: &Row, contact: Contact, faults: &mut Faults) {
        let maker = makers.first().and_then(|id| self.all.get_mut(id.0 as usize));
        let Some(maker) = maker else {
            if contact != Contact::default() {
                let expected =
                    ("chủ thể mà các thông tin liên hệ thuộc về", "the producer whom the contact belongs to");
                faults.add(row.error("producer", expected).mild());
            }
            return;
        };
        let known = &mut maker.contact;
        for (column, old, new) in [
            ("person", &mut known.person, contact.person),
            ("phone", &mut known.phone, contact.phone),
            ("email", &mut known.email, contact.email),
            ("website", &mut known.web, contact.web),
            ("address", &mut known.address, contact.address),
        ] {
            if old.is_empty() || column == "phone" && holds(&new, old) {
                *old = new;
            } else if !new.is_empty() && *old != new && !(column == "phone" && holds(old, &new)) {
                let expected = (
                    format!("'{old}', như ở dòng trước của chủ thể này"),
                    format!("'{old}', as in an earlier row of this producer"),
                );
                faults.add(row.error(column, expected).mild());
            }
        }
    }
}

/// Whether all telephone numbers of the second are among those of the first, however they are written.
fn holds(all: &str, some: &str) -> bool {
    let numbers = |text: &str| text.split(';').map(dialled).collect::<HashSet<_>>();
    numbers(all).is_superset(&numbers(some))
}

/// The digits of a number as it is dialled within the country.
fn dialled(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("84").filter(|_| number.trim().starts_with('+')) {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    }
}

/// How names of each kind begin. "hộ " keeps its tone: Hồ is a family name.
const BEGINNINGS: [(&str, ProducerKind); 13] = [
    ("công ty", ProducerKind::Enterprise),
    ("cty", ProducerKind::Enterprise),
    ("doanh nghiệp", ProducerKind::Enterprise),
    ("dntn", ProducerKind::Enterprise),
    ("tập đoàn", ProducerKind::Enterprise),
    ("cp ", ProducerKind::Enterprise),
    ("htx", ProducerKind::Cooperative),
    ("hợp tác xã", ProducerKind::Cooperative),
    ("liên hiệp htx", ProducerKind::Cooperative),
    ("liên hiệp hợp tác xã", ProducerKind::Cooperative),
    ("tổ hợp tác", ProducerKind::Group),
    ("tht", ProducerKind::Group),
    ("hộ ", ProducerKind::Household),
];

/// Legal kind of a producer, as far as its name tells.
pub fn kind(name: &str) -> ProducerKind {
    let name = name.to_lowercase();
    BEGINNINGS.iter().find(|(start, _)| name.starts_with(start)).map_or(ProducerKind::Unknown, |(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_the_kind() {
        assert_eq!(kind("Công ty CP Nước mắm Tĩnh Gia"), ProducerKind::Enterprise);
        assert_eq!(kind("HTX ong mật Hưởng Hoa"), ProducerKind::Cooperative);
        assert_eq!(kind("Tổ hợp tác rau sạch"), ProducerKind::Group);
        assert_eq!(kind("Hộ Trần Thị Mai"), ProducerKind::Household);
        assert_eq!(kind("Hồ Thị Mai"), ProducerKind::Unknown);
        assert_eq!(kind("Cơ sở Lê Thị Minh"), ProducerKind::Unknown);
    }

    #[test]
    fn names_are_merged_only_when_equal() {
        let mut roll = Roll::default();
        let first = roll.enter("HTX Thành Công; HTX Duy Linh (thu mua, phân phối)");
        assert_eq!(first.len(), 2);
        assert_eq!(roll.enter("htx thành công"), first[..1]);
        assert_ne!(roll.enter("HTX Thanh Cong"), first[..1]);
    }
}
