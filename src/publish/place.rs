//! Places: from the commune and district a product's row names to today's communes by NSO code.
//!
//! In: the communes file and the map from the products' communes to it. Out: a [`Spot`]. Nothing is guessed: a commune
//! that was divided gives two codes, one without a match gives none, one the map lacks is a fault.
//! Names are compared by [`exact`], never folded: Hoằng Thanh and Hoằng Thành are two places.

use super::cell::{remark, split};
use super::faults::Faults;
use super::sheet::Row;
use crate::catalog::{Commune, CommuneCode, District, DistrictKind, Text};
use crate::text::{exact, slug};
use std::collections::{BTreeMap, HashMap};

/// Columns of the communes file.
pub const COMMUNES: &[&str] = &["nso_code", "name_vi", "name_en", "type", "former_districts", "former_communes"];
/// Columns of the map.
pub const MAP: &[&str] = &["commune_in_products", "former_district", "new_unit_2025", "nso_code", "how"];

/// Every commune and former district of the province, and what the products call them.
#[derive(Default)]
pub struct Gazetteer {
    /// Communes and wards of today.
    pub communes: BTreeMap<CommuneCode, Commune>,
    /// Former districts by the key of their bare name.
    pub districts: BTreeMap<String, District>,
    /// Former communes of each commune of today, with the key of their district.
    pub former: BTreeMap<CommuneCode, Vec<(String, String)>>,
    named: HashMap<(String, String), Named>,
}

struct Named {
    /// As the map writes it.
    name: String,
    codes: Vec<CommuneCode>,
    /// The products use today's name: there is no former commune to show.
    of_today: bool,
}

/// Where a row says a product is made.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Communes of today.
    pub today: Vec<CommuneCode>,
    /// Former commune, as written.
    pub commune: Option<String>,
    /// Former district.
    pub district: Option<District>,
}

impl Gazetteer {
    /// From both files, and the districts dissolved before the communes file begins ("Huyện Đông Sơn").
    pub fn new(communes: &[Row], map: &[Row], earlier: &[String], faults: &mut Faults) -> Gazetteer {
        let mut all = Gazetteer::default();
        all.districts.extend(earlier.iter().filter_map(|name| district(name)));
        communes.iter().for_each(|row| all.add_commune(row, faults));
        map.iter().for_each(|row| all.add_name(row, faults));
        all
    }

    fn add_commune(&mut self, row: &Row, faults: &mut Faults) {
        let Some(code) = code(row.get("nso_code")) else {
            return faults
                .add(row.error("nso_code", ("mã xã 5 chữ số của Cục Thống kê", "an NSO code of five digits")));
        };
        let (vi, kind) = (row.get("name_vi"), row.get("type"));
        let Some(bare) = vi.strip_prefix(kind).map(str::trim).filter(|bare| !bare.is_empty() && !kind.is_empty())
        else {
            return faults.add(row.error(
                "name_vi",
                (format!("tên bắt đầu bằng loại, '{kind}'"), format!("a name that begins with its type, '{kind}'")),
            ));
        };
        let name = Text { vi: format!("{} {bare}", kind.to_lowercase()), en: row.get("name_en").to_owned() };
        let slug = format!("{}-{:05}", slug(bare), code.0);
        if self.communes.insert(code, Commune { code, slug, name }).is_some() {
            faults.add(row.error("nso_code", ("mỗi mã một lần", "each code once")));
        }
        for name in split(row.get("former_districts"), ';') {
            match district(name) {
                Some((key, district)) => drop(self.districts.insert(key, district)),
                None => faults.add(
                    row.error(
                        "former_districts",
                        ("Huyện, Thị Xã hoặc Thành Phố và tên", "Huyện, Thị Xã or Thành Phố and a name"),
                    )
                    .of(name),
                ),
            }
        }
        let former = split(row.get("former_communes"), ';').into_iter().filter_map(|text| {
            let (commune, of) = remark(text);
            Some((lower_kind(commune), district(of?)?.0))
        });
        self.former.insert(code, former.collect());
    }

    fn add_name(&mut self, row: &Row, faults: &mut Faults) {
        let mut codes = Vec::new();
        for text in split(row.get("nso_code"), ';') {
            match code(text).filter(|code| self.communes.contains_key(code)) {
                Some(code) => codes.push(code),
                None => faults
                    .add(row.error("nso_code", ("mã có trong tệp các xã", "a code of the communes file")).of(text)),
            }
        }
        let of_today = row.get("how").contains("already post-July-2025")
            || row.get("commune_in_products").contains("(sau 7/2025)");
        let name = row.get("commune_in_products").to_owned();
        let place = (exact(&name), exact(row.get("former_district")));
        if self.named.insert(place, Named { name, codes, of_today }).is_some() {
            faults.add(
                row.error("commune_in_products", ("mỗi xã của một huyện một lần", "each commune of a district once")),
            );
        }
    }

    /// Where that product is made; what the map does not know is a fault.
    pub fn spot(&self, row: &Row, faults: &mut Faults) -> Spot {
        let mut spot = Spot { district: self.district(row, faults), ..Spot::default() };
        let commune = row.get("commune");
        if commune.is_empty() {
            return spot;
        }
        let district = exact(row.get("district"));
        match self.named.get(&(exact(commune), district.clone())) {
            Some(named) => {
                spot.today = named.codes.clone();
                spot.commune = (!named.of_today).then(|| remark(commune).0.to_owned());
            }
            None => {
                let expected = (
                    "một xã của huyện này có trong bảng đối chiếu xã",
                    "a commune of the map of communes, in this district",
                );
                let fault = row
                    .error("commune", expected)
                    .hint(("thêm một dòng cho xã này vào bảng đối chiếu", "add a line for it to the map of communes"));
                let beside =
                    self.named.iter().filter(|((_, of), _)| *of == district).map(|(_, named)| named.name.as_str());
                faults.add(fault.guess(beside));
            }
        }
        spot
    }

    fn district(&self, row: &Row, faults: &mut Faults) -> Option<District> {
        let text = row.get("district");
        let bare = ["TP ", "TX ", "Huyện ", "Thị xã ", "Thành phố "]
            .iter()
            .find_map(|kind| text.strip_prefix(kind))
            .unwrap_or(text);
        if bare.is_empty() {
            return None;
        }
        let found = self.districts.get(&exact(bare));
        if found.is_none() {
            let names = self.districts.values().map(|d| d.name.as_str());
            faults.add(
                row.error(
                    "district",
                    ("một huyện cũ của tỉnh hoặc để trống", "a former district of the province or empty"),
                )
                .guess(names),
            );
        }
        // As the products write it: Hóa here, perhaps Hoá in the communes file.
        found.map(|d| District { name: bare.to_owned(), ..d.clone() })
    }
}

/// "Thị Xã Nghi Sơn" by its bare name's key.
fn district(text: &str) -> Option<(String, District)> {
    let kinds = [("huyện ", DistrictKind::Rural), ("thị xã ", DistrictKind::Town), ("thành phố ", DistrictKind::City)];
    let lower = text.to_lowercase();
    let (prefix, kind) = kinds.into_iter().find(|(prefix, _)| lower.starts_with(prefix))?;
    let bare: String = text.chars().skip(prefix.chars().count()).collect();
    Some((exact(&bare), District { slug: slug(&bare), name: bare, kind }))
}

fn lower_kind(name: &str) -> String {
    let kinds = ["Xã ", "Phường ", "Thị Trấn "];
    let kind = kinds.into_iter().find(|kind| name.starts_with(kind)).unwrap_or_default();
    format!("{}{}", kind.to_lowercase(), &name[kind.len()..])
}

fn code(text: &str) -> Option<CommuneCode> {
    (text.len() == 5).then(|| text.parse().ok().map(CommuneCode)).flatten()
}
