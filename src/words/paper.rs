//! What is said on paper, in both languages; most of it as on the screen.

use super::en::{self, items};
use super::vi;
use crate::press::Words;
use crate::route::Lang;

/// The words of paper in that language.
pub fn paper(lang: Lang) -> &'static Words {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

static VI: Words = Words {
    lang: Lang::Vi,
    text: vi::WORDS.text,
    group: |group| group.get().name.vi,
    no_group: vi::WORDS.no_group,
    no_producer: "Nguồn không ghi chủ thể",
    no_commune: "Nguồn không ghi xã, phường",
    no_district: "Nguồn không ghi huyện cũ",
    badge: vi::WORDS.badge,
    stars: vi::WORDS.stars,
    no_star: vi::WORDS.no_star,
    standing: vi::WORDS.standing,
    state: vi::WORDS.state,
    proposed: vi::WORDS.proposed,
    district: vi::WORDS.district,
    either_place: vi::WORDS.either_place,
    count_products: vi::WORDS.count_products,
    contents: "Mục lục",
    index_products: "Tên sản phẩm, từ A đến Y",
    index_producers: "Chủ thể",
    index_places: "Xã, phường hôm nay và huyện cũ",
    folio: |page, all| ["Trang".into(), page.to_string(), format!("/ {all}")],
    foot_scan: "Quét mã để xem sao còn hiệu lực hay không.",
    foot_drawn: vi::WORDS.drawn_line,
    foot_index: "Số bên phải là số trang",
};

static EN: Words = Words {
    lang: Lang::En,
    text: en::WORDS.text,
    group: |group| group.get().name.en,
    no_group: en::WORDS.no_group,
    no_producer: "No producer in the source",
    no_commune: "No commune in the source",
    no_district: "No former district in the source",
    badge: en::WORDS.badge,
    stars: en::WORDS.stars,
    no_star: en::WORDS.no_star,
    standing: en::WORDS.standing,
    state: en::WORDS.state,
    proposed: en::WORDS.proposed,
    district: en::WORDS.district,
    either_place: en::WORDS.either_place,
    count_products: |k| items(k, "product", "products"),
    contents: "Contents",
    index_products: "Products from A to Y",
    index_producers: "Producers",
    index_places: "Communes of today and former districts",
    folio: |page, all| ["Page".into(), page.to_string(), format!("/ {all}")],
    foot_scan: "Scan a code to see whether the stars still hold.",
    foot_drawn: en::WORDS.drawn_line,
    foot_index: "Numbers at the right are pages",
};
