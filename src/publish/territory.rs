//! The province of a catalogue: which communes its products can lie in.
//!
//! In: the settings, the tables of communes that they name, and the table of Thanh Hóa, which is part of this program.
//! Out: a [`Gazetteer`], the names to choose from, and a doubt where the products seem to lie in another province.

use super::cell::capital;
use super::faults::{Fault, Faults};
use super::place::{self, Gazetteer};
use super::settings::{FILE as ABOUT, Settings};
use super::sheet::{self, Layout, Row};
use crate::catalog::Product;
use crate::text::{exact, sort_key};
use std::path::Path;

/// Today's communes of Thanh Hóa and what they were, for folders without a table of their own.
const COMMUNES: (&str, &str) = ("thanh-hoa-communes-2025.csv", include_str!("../../data/thanh-hoa-communes-2025.csv"));
/// The province of that table.
pub const PROVINCE: &str = "Thanh Hóa";
/// Former districts that were dissolved before that table begins: Đông Sơn joined the city on 1 January 2025.
const EARLIER: &str = "Huyện Đông Sơn";
/// So many products of unknown communes may be slips; more of them, and most of all, are another province.
const SLIPS: usize = 2;

/// Today's communes of the table that is part of this program, by their names, in its order.
pub fn communes() -> Vec<String> {
    shipped().communes.values().map(|commune| capital(&commune.name.vi)).collect()
}

/// The former districts of that table, in the order of their names.
pub fn districts() -> Vec<String> {
    let mut all: Vec<String> = shipped().districts.into_values().map(|district| district.name).collect();
    all.sort_by_key(|name| sort_key(name));
    all
}

fn shipped() -> Gazetteer {
    let mut faults = Faults::default();
    let rows = sheet::parse(COMMUNES.1, COMMUNES.0, Layout::Exact(place::COMMUNES), &mut faults);
    Gazetteer::new(&rows, &[], &[EARLIER.to_owned()], &mut faults)
}

/// Today's communes, and the map to them.
pub fn places(folder: &Path, settings: &Settings, faults: &mut Faults) -> Option<Gazetteer> {
    let layout = Layout::Exact(place::COMMUNES);
    let ours = exact(&settings.about.province.vi) == exact(PROVINCE);
    let communes = match &settings.communes {
        Some(file) => sheet::read(folder, file, layout, faults)?,
        None if ours => sheet::parse(COMMUNES.1, COMMUNES.0, layout, faults),
        None => {
            let fault = Fault::error(
                ABOUT,
                &settings.about.province.vi,
                (
                    "bảng các xã của tỉnh: [files] communes = \"…\"",
                    "a table of the province's communes: [files] communes = \"…\"",
                ),
            );
            let columns = place::COMMUNES.join(", ");
            faults.add(fault.mild().hint((
                format!("bảng có các cột {columns}; chưa có thì nơi làm được giữ như đã ghi, không kiểm tra"),
                format!("its columns are {columns}; without it places are kept as written, not checked"),
            )));
            Vec::new()
        }
    };
    let map = match &settings.commune_of_product {
        Some(file) => sheet::read(folder, file, Layout::Exact(place::MAP), faults)?,
        None => Vec::new(),
    };
    let mut earlier = settings.earlier_districts.clone();
    if settings.communes.is_none() && ours {
        earlier.push(EARLIER.to_owned());
    }
    Some(Gazetteer::new(&communes, &map, &earlier, faults))
}

/// Where most communes of the products are not known to the table of this program, they lie in another province than the
/// settings say, which a new folder says by itself.
pub fn doubt(province: &str, own_table: bool, rows: &[Row], products: &[Product], faults: &mut Faults) {
    let placed = rows.iter().zip(products).filter(|(row, _)| !row.get("commune").is_empty());
    let (known, lost): (Vec<_>, Vec<_>) = placed.partition(|(_, product)| !product.site.today.is_empty());
    if own_table || exact(province) != exact(PROVINCE) || lost.len() <= SLIPS.max(known.len()) {
        return;
    }
    let (lost, all) = (lost.len(), lost.len() + known.len());
    let expected = (
        format!("province_vi, tỉnh của danh mục: {lost} trong {all} nơi làm không có trong bảng xã của {PROVINCE}"),
        format!("province_vi, the catalogue's province: {lost} of {all} places are not in the table of {PROVINCE}"),
    );
    faults.add(Fault::error(ABOUT, province, expected).mild().hint((
        "nếu là tỉnh khác, sửa province_vi và province_en: nơi làm khi ấy được giữ như đã ghi",
        "if it is another one, change province_vi and province_en: places are then kept as written",
    )));
}
