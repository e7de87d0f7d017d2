//! Places: from the commune and district a product's row names to today's communes by NSO code.
//!
//! In: the communes file and, where a folder has one, a map from the products' communes to it. Out: a [`Spot`]. Nothing is
//! guessed: a commune that was divided gives two codes, a name that can mean several is a fault that lists them, and so is
//! one that is not known. What the map says comes first, then today's code, then the names of [`Names`].
//! Names are compared by [`exact`], never folded: Hoằng Thanh and Hoằng Thành are two places.

use super::cell::{remarks, split};
use super::commune::{Names, Place};
use super::faults::{Faults, Said};
use super::near::nearest;
use super::sheet::Row;
use crate::catalog::{Commune, CommuneCode, District, DistrictKind, Text};
use crate::text::{exact, slug};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Columns of the communes file.
pub const COMMUNES: &[&str] = &["nso_code", "name_vi", "name_en", "type", "former_districts", "former_communes"];
/// Columns of the map.
pub const MAP: &[&str] = &["commune_in_products", "former_district", "new_unit_2025", "nso_code", "how"];

/// Districts, by their keys, that had another name before: Tĩnh Gia became the town of Nghi Sơn on 1 June 2020 (Resolution
/// 933/NQ-UBTVQH14).
const RENAMED: &[(&str, &str)] = &[("tĩnh gia", "nghi sơn")];

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
    names: Names,
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
        let districts = split(row.get("former_districts"), ';').into_iter().filter_map(|name| Some(district(name)?.0));
        self.names.add_today(&format!("{} {bare}", kind.to_lowercase()), code, districts.collect());
        let former = split(row.get("former_communes"), ';').into_iter().filter_map(|text| {
            let (commune, of) = remarks(text);
            Some((lower_kind(commune), district(of.last()?)?.0))
        });
        let former: Vec<(String, String)> = former.collect();
        former.iter().for_each(|(name, of)| self.names.add_former(name, of, code));
        self.former.insert(code, former);
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

    /// Where that product is made; what is not known or not clear is a fault.
    pub fn spot(&self, row: &Row, faults: &mut Faults) -> Spot {
        // "xã Hoằng Phụ, huyện Hoằng Hóa, tỉnh Thanh Hóa" in one cell.
        let whole = row.get("commune");
        let mut parts = whole.split(',').map(str::trim);
        let commune = parts.next().unwrap_or_default();
        let beside = parts.next().filter(|part| self.districts.contains_key(&self.key(part)));
        let written = if row.get("district").is_empty() { beside.unwrap_or_default() } else { row.get("district") };
        let district = self.district(row, written, faults);
        let mut spot = Spot { district, ..Spot::default() };
        if commune.is_empty() || self.names.is_empty() && self.named.is_empty() {
            spot.commune = Some(commune.to_owned()).filter(|c| !c.is_empty());
            return spot;
        }
        if let Some(named) = self.named.get(&(exact(whole), self.key(written))) {
            spot.today.clone_from(&named.codes);
            spot.commune = (!named.of_today).then(|| remarks(whole).0.to_owned());
            return spot;
        }
        if let Some(code) = code(commune).filter(|code| self.communes.contains_key(code)) {
            spot.today.push(code);
            return spot;
        }
        // A district that is not known has been told; without it a former name cannot be.
        if spot.district.is_some() || written.is_empty() {
            self.by_name(row, commune, &mut spot, faults);
        }
        spot
    }

    fn by_name(&self, row: &Row, commune: &str, spot: &mut Spot, faults: &mut Faults) {
        let district = spot.district.as_ref().map(|d| exact(&d.name));
        match self.names.find(remarks(commune).0, district.as_deref())[..] {
            [place] => {
                spot.today.clone_from(&place.today);
                if let Some(of) = &place.district {
                    spot.commune = Some(place.name.clone());
                    spot.district = spot.district.take().or_else(|| self.districts.get(of).cloned());
                }
            }
            [] => {
                let expected = (
                    "xã, phường hiện nay, hoặc xã trước 7/2025 kèm huyện cũ",
                    "a commune of today, or one of before July 2025 with its district",
                );
                let fault = row.error("commune", expected).of(commune);
                let mapped = self.named.iter().filter(|((_, of), _)| Some(of) == district.as_ref());
                let names = mapped.map(|(_, named)| named.name.as_str()).chain(self.names.beside(district.as_deref()));
                let fault = match self.names.otherwise(remarks(commune).0, district.as_deref()) {
                    Some(name) => fault.meant(name),
                    None => fault.guess(names),
                };
                let elsewhere = spot.district.as_ref().and_then(|here| self.elsewhere(commune, here));
                faults.add(match (&fault.hint, elsewhere) {
                    (None, Some(elsewhere)) => fault.hint(elsewhere),
                    _ => fault,
                });
            }
            ref several => {
                let choices = several.iter().map(|place| self.choice(place)).collect::<Vec<_>>().join("; ");
                let expected = (format!("một trong các nơi: {choices}"), format!("one of these places: {choices}"));
                let fault = row.error("commune", expected).of(commune);
                faults.add(
                    fault
                        .hint(("ghi thêm huyện cũ, hoặc mã xã", "add the former district, or the code of the commune")),
                );
            }
        }
    }

    /// Where a commune lies that the district named beside it does not have.
    fn elsewhere(&self, commune: &str, here: &District) -> Option<Said> {
        let same = self.names.called(remarks(commune).0);
        let places = match nearest(commune, self.names.beside(None)) {
            Some(near) if same.is_empty() => self.names.called(near),
            _ => same,
        };
        let name = &places.first()?.name;
        let keys: BTreeSet<&str> = places.iter().flat_map(|place| self.names.districts(place)).collect();
        let of: Vec<&str> = keys.iter().filter_map(|key| Some(self.districts.get(*key)?.name.as_str())).collect();
        let (of, here) = (of.join(", "), &here.name);
        Some((
            format!("'{name}' thuộc huyện {of}, không phải {here}: xem lại hai ô này"),
            format!("'{name}' lies in the former district {of}, not in {here}: look both cells over"),
        ))
        .filter(|_| !of.is_empty())
        .map(Said::from)
    }

    /// A place as it is listed: with its district, and what it is today.
    fn choice(&self, place: &Place) -> String {
        let of = place.district.as_ref().and_then(|of| self.districts.get(of)).map(|d| format!(" ({})", d.name));
        let today =
            place.today.iter().filter_map(|code| Some(format!("{} {:05}", self.communes.get(code)?.name.vi, code.0)));
        format!("{}{} → {}", place.name, of.unwrap_or_default(), today.collect::<Vec<_>>().join(", "))
    }

    /// The key of a district as a row writes it, perhaps by the name it had before.
    fn key(&self, text: &str) -> String {
        let key = exact(bare_district(text));
        let renamed = RENAMED.iter().find(|(before, after)| key == *before && self.districts.contains_key(*after));
        renamed.filter(|_| !self.districts.contains_key(&key)).map_or(key, |(_, after)| after.to_string())
    }

    fn district(&self, row: &Row, text: &str, faults: &mut Faults) -> Option<District> {
        let bare = bare_district(text);
        if bare.is_empty() {
            return None;
        }
        if self.districts.is_empty() {
            return Some(District { slug: slug(bare), name: bare.to_owned(), kind: DistrictKind::Rural });
        }
        let key = self.key(text);
        let found = self.districts.get(&key);
        if found.is_none() {
            let names = self.districts.values().map(|d| d.name.as_str());
            let expected = ("một huyện cũ của tỉnh hoặc để trống", "a former district of the province or empty");
            faults.add(row.error("district", expected).guess(names));
        }
        // As the products write it: Hóa here, perhaps Hoá in the communes file.
        found.map(|d| if key == exact(bare) { District { name: bare.to_owned(), ..d.clone() } } else { d.clone() })
    }
}

/// A district's name without its kind.
fn bare_district(text: &str) -> &str {
    let kinds = ["tp ", "tp. ", "tx ", "tx. ", "huyện ", "thị xã ", "thành phố ", "h. "];
    let kind = kinds.iter().find_map(|kind| {
        let end = text.char_indices().nth(kind.chars().count()).map_or(text.len(), |(at, _)| at);
        text.split_at_checked(end).filter(|(start, _)| start.to_lowercase() == *kind)
    });
    kind.map_or(text, |(_, bare)| bare).trim()
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
