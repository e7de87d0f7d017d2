//! What every product of a catalogue is: its province, a speciality, a product.

use crate::sample::{SAMPLE, TODAY, tiny};
use ocop::catalog::ProductId;
use ocop::page::Site;
use ocop::query::Query;
use ocop::search::Way;

#[test]
fn what_is_true_of_every_product_narrows_nothing() {
    let plain = |typed: &str| SAMPLE.index.find(&Query::default().typed(typed));
    let same = [
        ("mật ong Thanh Hóa", "mật ong"),
        ("mat ong thanh hoa", "mat ong"),
        ("mắm tôm Thanh Hoá", "mắm tôm"),
        ("đặc sản mắm tôm tỉnh Thanh Hóa", "mắm tôm"),
        ("Thanh Hoa honey", "honey"),
        ("dac san thanh hoa nem chua", "nem chua"),
    ];
    for (typed, less) in same {
        let (all, own) = (plain(typed), plain(less));
        assert_eq!((all.total, &all.ids), (own.total, &own.ids), "{typed}");
        assert!(own.total > 1, "{less}");
        assert_eq!(all.meant(&SAMPLE.index).map(|m| m.way), Some(Way::General), "{typed}");
    }
    let joined = plain("matong thanh hoa").meant(&SAMPLE.index);
    assert_eq!(joined.map(|m| (m.typed, m.found)), Some(("matong".into(), "mat ong".into())));
    let everything = plain("đặc sản Thanh Hóa");
    assert_eq!(everything.total, SAMPLE.catalog.products.len());
    assert!(everything.wanted(&SAMPLE.index).is_empty(), "{:?}", everything.wanted(&SAMPLE.index));
    // Other accents are another name, and half of a phrase is none.
    assert!(plain("thành hoa").total < 160 && plain("thanh").total < 160 && plain("hoa thanh").total < 160);
    // Whoever is called so comes first.
    let mut catalog = tiny(&["Mật ong rừng", "Bia hơi", "Bia Thanh Hóa", "Hoa Thanh Bia"]);
    catalog.about.province.vi = "Thanh Hóa".into();
    let site = Site::new(catalog, TODAY);
    let found = site.index.find(&Query::default().typed("bia thanh hoa"));
    assert_eq!((found.total, found.ids[0]), (3, ProductId(2)));
}
