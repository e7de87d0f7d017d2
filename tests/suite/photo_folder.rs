//! A folder as an office has it: a sheet that names photographs, the photographs beside it, some of them broken.

use crate::office::read;
use crate::shots::{jpeg, plain};
use ocop::publish::photo::{Cache, attach};
use ocop::publish::{Severity, Sheets};
use ocop::route::Lang;
use std::fs;

const SHEET: &str = "Tên sản phẩm,Chủ thể,Ảnh\n\
    Mắm tôm bịa,Hộ bịa,mam.jpg; mam-2.jpg\n\
    Gạo bịa,Hộ bịa,gao.jpg\n\
    Chè bịa,Hộ bịa,\n\
    Nem bịa,Hộ bịa,khong-co.jpg\n";

#[test]
fn products_get_their_photographs_and_the_office_hears_what_is_wrong() {
    let mut sheets: Sheets = read("products.csv", SHEET.as_bytes()).unwrap_or_else(|faults| unreachable!("{faults:?}"));
    let home = tempfile::tempdir().unwrap_or_else(|e| unreachable!("{e}"));
    let photos = home.path().join("photos");
    let put = |name: &str, bytes: &[u8]| assert!(fs::write(photos.join(name), bytes).is_ok());
    assert!(fs::create_dir(&photos).is_ok());
    put("mam.jpg", &jpeg(&plain(1300, 900, [90, 30, 30])));
    put("mam-2.jpg", &jpeg(&plain(300, 200, [30, 90, 30])));
    put("gao.jpg", b"\0\0\0\x18ftypheic, as an iPhone takes them, renamed by hand");
    put("Chè bịa.JPG", &jpeg(&plain(1200, 1200, [30, 30, 90])));
    put("ai-biet.png", b"");
    let faults = Cache::open(&home.path().join("cache"))
        .and_then(|cache| attach(&mut sheets, home.path(), &cache, &|_, _| {}))
        .unwrap_or_else(|e| unreachable!("{e}"));
    let shown: Vec<(Option<u16>, usize)> = sheets
        .catalog
        .products
        .iter()
        .zip(&sheets.details)
        .map(|(p, d)| (p.photo.as_ref().map(|photo| photo.width), d.photos.len()))
        .collect();
    assert_eq!(shown, [(Some(1300), 2), (None, 0), (Some(1200), 1), (None, 0)]);
    let told: Vec<String> = faults.iter().map(|f| f.told(Lang::Vi)).collect();
    let where_: Vec<_> = faults.iter().map(|f| (f.file.as_str(), f.row, f.value.as_str())).collect();
    assert_eq!(
        where_,
        [
            ("photos", None, "ai-biet.png"),
            ("products.csv", Some(3), "gao.jpg"),
            ("products.csv", Some(5), "khong-co.jpg"),
            ("products.csv", Some(2), "mam-2.jpg"),
        ],
        "{told:#?}"
    );
    assert!(told[1].contains("HEIC") && told[1].contains("Tương thích nhất"), "{}", told[1]);
    assert!(faults.iter().all(|f| f.severity == Severity::Warning), "one photograph stops the catalogue");
}
