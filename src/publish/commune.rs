//! Names of communes, of today and before July 2025, and which communes of today they mean.
//!
//! In: today's communes with the former ones that went into them. Out: for a name, and a former district where one is
//! given, every commune it can mean. With a district the name is the former commune's (or today's, if it lies there);
//! without one it is today's, else a former one's. Names are compared by [`exact`]: Hoằng Thanh and Hoằng Thành are two.

use crate::catalog::CommuneCode;
use crate::text::exact;
use std::collections::HashMap;

/// A commune, of today or former.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// With its kind: "xã Hoằng Phụ".
    pub name: String,
    /// Key of its former district; none for a commune of today.
    pub district: Option<String>,
    /// Communes of today: a divided one has several.
    pub today: Vec<CommuneCode>,
}

/// All names of a province.
#[derive(Default)]
pub struct Names {
    /// By the key of the bare name.
    places: HashMap<String, Vec<Place>>,
    /// Former districts of each commune of today.
    districts: HashMap<CommuneCode, Vec<String>>,
}

/// Kinds and how they are shortened.
const KINDS: [(&str, &[&str]); 3] =
    [("xã", &["xã ", "x "]), ("phường", &["phường ", "p "]), ("thị trấn", &["thị trấn ", "tt "])];

/// Kind and bare name, as keys; no kind where none is written.
fn parts(name: &str) -> (Option<&'static str>, String) {
    let key = exact(name);
    let found = KINDS.iter().find_map(|(kind, starts)| {
        let bare = starts.iter().find_map(|start| key.strip_prefix(start))?;
        (!bare.is_empty()).then(|| (*kind, bare.to_owned()))
    });
    match found {
        Some((kind, bare)) => (Some(kind), bare),
        None => (None, key),
    }
}

impl Names {
    /// A commune of today, and the districts its land was in.
    pub fn add_today(&mut self, name: &str, code: CommuneCode, districts: Vec<String>) {
        let place = Place { name: name.to_owned(), district: None, today: vec![code] };
        self.places.entry(parts(name).1).or_default().push(place);
        self.districts.insert(code, districts);
    }

    /// A former commune of that district that went, whole or in part, into a commune of today.
    pub fn add_former(&mut self, name: &str, district: &str, code: CommuneCode) {
        let places = self.places.entry(parts(name).1).or_default();
        let same = |p: &&mut Place| p.district.as_deref() == Some(district) && exact(&p.name) == exact(name);
        match places.iter_mut().find(same) {
            Some(place) => place.today.push(code),
            None => {
                places.push(Place { name: name.to_owned(), district: Some(district.to_owned()), today: vec![code] })
            }
        }
    }

    /// Every place of that name, of today and before.
    pub fn called(&self, name: &str) -> Vec<&Place> {
        let (kind, bare) = parts(name);
        let fits = |p: &&Place| kind.is_none() || parts(&p.name).0 == kind;
        self.places.get(&bare).into_iter().flatten().filter(fits).collect()
    }

    /// Every place that name can mean: none if it is unknown, several if it must be asked about.
    pub fn find(&self, name: &str, district: Option<&str>) -> Vec<&Place> {
        let all = self.called(name);
        let pick = |keep: &dyn Fn(&Place) -> bool| all.iter().copied().filter(|p| keep(p)).collect::<Vec<_>>();
        let former = match district {
            Some(of) => pick(&|p| p.district.as_deref() == Some(of)),
            None => Vec::new(),
        };
        [
            former,
            pick(&|p| p.district.is_none() && self.lies(p, district)),
            pick(&|p| district.is_none() && p.district.is_some()),
        ]
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
    }

    /// Keys of the districts that a place is or was in.
    pub fn districts<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a str> {
        let today = place.today.first().filter(|_| place.district.is_none());
        let today = today.and_then(|code| self.districts.get(code)).into_iter().flatten();
        place.district.iter().chain(today).map(String::as_str)
    }

    /// Whether a place is or was in that district; every place is in the province.
    fn lies(&self, place: &Place, district: Option<&str>) -> bool {
        district.is_none_or(|district| self.districts(place).any(|d| d == district))
    }

    /// The one place of that name there that is of another kind: "phường Hải Thanh" for "xã Hải Thanh".
    pub fn otherwise(&self, name: &str, district: Option<&str>) -> Option<&str> {
        let all: Vec<&Place> = self.places.get(&parts(name).1)?.iter().filter(|p| self.lies(p, district)).collect();
        if let [place] = all[..] { Some(&place.name) } else { None }
    }

    /// Names to guess among: of that district, or of the whole province.
    pub fn beside(&self, district: Option<&str>) -> impl Iterator<Item = &str> {
        self.places.values().flatten().filter(move |p| self.lies(p, district)).map(|p| p.name.as_str())
    }

    /// True if there is no table of communes.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let mut all = Names::default();
        all.add_today("xã Quảng Bình", CommuneCode(1), vec!["quảng xương".into()]);
        all.add_today("xã Ngọc Lặc", CommuneCode(2), vec!["ngọc lặc".into()]);
        all.add_former("xã Quảng Bình", "quảng xương", CommuneCode(1));
        all.add_former("xã Đông Thịnh", "đông sơn", CommuneCode(3));
        all.add_former("xã Đông Thịnh", "đông sơn", CommuneCode(4));
        all.add_former("xã Minh Sơn", "ngọc lặc", CommuneCode(2));
        all.add_former("xã Minh Sơn", "triệu sơn", CommuneCode(5));
        all.add_former("thị trấn Ngọc Lặc", "ngọc lặc", CommuneCode(2));
        all
    }

    #[test]
    fn a_name_means_todays_place_or_the_former_one_of_its_district() {
        let all = names();
        let codes = |name: &str, district: Option<&str>| {
            all.find(name, district).iter().map(|p| p.today.iter().map(|c| c.0).collect()).collect::<Vec<Vec<u32>>>()
        };
        assert_eq!(codes("Quảng Bình", None), [[1]]);
        assert_eq!(codes("X. Quảng Bình", Some("quảng xương")), [[1]]);
        assert_eq!(codes("xã Đông Thịnh", None), [[3, 4]]);
        assert_eq!(codes("Minh Sơn", None), [[2], [5]]);
        assert_eq!(codes("Minh Sơn", Some("triệu sơn")), [[5]]);
        assert_eq!(codes("TT Ngọc Lặc", None), [[2]]);
        assert_eq!(codes("xã Ngọc Lặc", Some("ngọc lặc")), [[2]]);
        assert_eq!(codes("xã Ngọc Lặc", Some("triệu sơn")), [] as [Vec<u32>; 0]);
        assert_eq!(codes("phường Quảng Bình", None), [] as [Vec<u32>; 0]);
    }
}
