//! The sample sheets of `data/` become the catalogue that they say, and nothing more.

use crate::sample::{SHEETS, data};
use ocop::bundle;
use ocop::catalog::{Authority, Catalog, Detail, DistrictKind, ProducerKind, Product, State, Step};
use ocop::publish::{generate, synonyms, write_bundle};
use ocop::search::store;

fn find(slug: &str) -> (&'static Product, &'static Detail) {
    let id = SHEETS.catalog.find_product(slug);
    let at = id.map_or_else(|| unreachable!("no product {slug}"), |id| id.0 as usize);
    (&SHEETS.catalog.products[at], &SHEETS.details[at])
}

/// Each recognition in one line: stars, step, date, decision, authority, note.
fn told(slug: &str) -> Vec<String> {
    let line = |r: &ocop::catalog::Recognition| {
        let stars = r.stars.map_or("-".into(), |s| s.count().to_string());
        let note = r.note.as_ref().map(|n| format!("{} / {}", n.vi, n.en)).unwrap_or_default();
        let step = if r.step == Step::Proposed { " proposed" } else { "" };
        let by = r.authority.map(Authority::key).unwrap_or_default();
        format!("{stars}{step} | {} | {} | {by} | {note}", r.when.write(), r.decision.as_deref().unwrap_or_default())
    };
    find(slug).0.recognitions.iter().map(line).collect()
}

fn places(slug: &str) -> (Vec<u32>, Option<&str>, Option<&str>) {
    let site = &find(slug).0.site;
    let district = site.district.map(|d| SHEETS.catalog.district(d).name.as_str());
    (site.today.iter().map(|c| c.0).collect(), site.commune.as_deref(), district)
}

fn names(ids: &[ocop::catalog::TermId], terms: &'static [ocop::catalog::Term]) -> Vec<&'static str> {
    ids.iter().map(|t| terms[t.0 as usize].name.en.as_str()).collect()
}

#[test]
fn all_160_rows_are_read_without_a_fault() {
    assert_eq!(SHEETS.catalog.products.len(), 160);
    assert_eq!(SHEETS.details.len(), 160);
    assert_eq!(SHEETS.warnings, []);
    assert_eq!(SHEETS.catalog.about.sources, 49);
    assert!(!SHEETS.catalog.about.invented);
    assert!(SHEETS.details.iter().all(|d| d.sources.len() == 1 && d.sources.iter().all(|s| s.url.starts_with("http"))));
}

#[test]
fn the_stars_are_those_of_the_column() {
    let count = |stars: Option<u8>| {
        let best = |p: &&Product| {
            let awarded = p.recognitions.iter().filter(|r| r.step == Step::Awarded);
            awarded.filter_map(|r| r.stars).max().map(|s| s.count()) == stars
        };
        SHEETS.catalog.products.iter().filter(best).count()
    };
    assert_eq!([Some(5), Some(4), Some(3), None].map(count), [2, 24, 104, 30]);
}

#[test]
fn every_product_has_a_recognition_since_its_source_calls_it_ocop() {
    assert!(SHEETS.catalog.products.iter().all(|p| !p.recognitions.is_empty()));
    assert_eq!(told("mam-tom-bach-cau"), ["- |  |  |  | "]);
    assert_eq!(told("ca-thu-nuong-quan-thuy"), ["- | 2022 |  |  | "]);
}

#[test]
fn what_remarks_tell_of_recognitions_is_in_the_list() {
    assert_eq!(
        told("mam-tom-le-gia"),
        [
            "5 | 7/2024 |  |  | Công nhận lại / Renewed",
            "5 | 2020|2021 |  |  | Lần đầu 5 sao / First 5 stars",
            "4 | 23/12/2019 | 5445/QĐ-UBND | province | ",
        ]
    );
    assert_eq!(
        told("nuoc-mam-le-gia-cot-dac-biet-40n"),
        ["5 | 2025 | 377/QĐ-BNN-VPĐP | ministry | Đợt 3 năm 2024 / Round 3 of 2024", "4 | 2019 |  |  | "]
    );
    assert_eq!(told("bo-ro-coi-3-chiec-viet-anh").len(), 2);
    assert!(told("bo-ro-coi-3-chiec-viet-anh")[0].starts_with("5 proposed | 5/2024 |"));
    assert_eq!(told("mien-dong-huong-ngoc"), ["3 | 6/2021 |  |  | "]);
    assert_eq!(told("nuoc-cot-hoa-atiso-ngoc-hoan")[1], "3 | 2024 |  | district | Đầu 2024 / Early 2024");
    let today = SHEETS.catalog.about.as_of;
    let stands =
        |slug: &str| find(slug).0.standing(today).map(|s| (s.stars.map(|s| s.count()), s.state, s.until.write()));
    assert_eq!(stands("mam-tom-le-gia"), Some((Some(5), State::InForce, "7/2027".into())));
    assert_eq!(stands("bo-ro-coi-3-chiec-viet-anh"), Some((Some(4), State::Undated, String::new())));
}

#[test]
fn one_recognition_is_made_of_the_columns() {
    assert_eq!(told("mam-tep-le-gia"), ["4 | 23/12/2019 | 5445/QĐ-UBND | province | "]);
    assert_eq!(told("nuoc-mam-cot-tan-mai"), ["3 | 5/8/2021 | 2942/QĐ-UBND | province | "]);
    assert_eq!(told("tham-coi-trai-san-ngan-khuong"), ["3 | 2020 | 590/QĐ-UBND | province | "]);
    assert_eq!(told("hat-sachi"), ["3 | 2026 | 715/QĐ-UBND | province | Đợt 1 / Round 1"]);
    assert_eq!(
        told("gio-lua-quyet-chau"),
        ["3 | 2024 |  | district | Đợt 1/2024 theo QĐ 148/QĐ-TTg / Round 1/2024 under Decision 148/QĐ-TTg"]
    );
}

#[test]
fn places_are_keyed_by_code_and_never_guessed() {
    assert_eq!(places("mam-tom-le-gia"), (vec![16000], Some("xã Hoằng Phụ"), Some("Hoằng Hóa")));
    // Two communes that differ only in tone.
    assert_eq!(places("nuoc-rua-chen-hoi-long").0, [16000]);
    assert_eq!(places("dau-lac-mai-chuan").0, [15961]);
    // Divided in two; no match; today's name already; a remark in the name.
    assert_eq!(places("gao-tam-an"), (vec![15772, 15835], Some("thị trấn Thiệu Hóa"), Some("Thiệu Hóa")));
    assert_eq!(places("banh-la-ha-lai"), (vec![], Some("xã Hà Lai"), Some("Hà Trung")));
    assert_eq!(places("gao-ngu-phuc"), (vec![15772], None, Some("Thiệu Hóa")));
    assert_eq!(places("dua-dong-hop-truong-tung"), (vec![16309], None, Some("Nông Cống")));
    assert_eq!(places("bot-rau-ma-dong-ngau"), (vec![15505], Some("xã Nam Giang"), Some("Thọ Xuân")));
    assert_eq!(places("hat-sachi"), (vec![15628], None, None));
    let named = SHEETS.catalog.communes.iter().find(|c| c.code.0 == 16645);
    assert_eq!(
        named.map(|c| (&*c.slug, &*c.name.vi, &*c.name.en)),
        Some(("hai-binh-16645", "phường Hải Bình", "Hai Binh Ward"))
    );
    let kind = |name: &str| SHEETS.catalog.districts.iter().find(|d| d.name == name).map(|d| d.kind);
    assert_eq!(kind("Thanh Hóa"), Some(DistrictKind::City));
    assert_eq!(kind("Nghi Sơn"), Some(DistrictKind::Town));
    assert_eq!(kind("Đông Sơn"), Some(DistrictKind::Rural));
}

#[test]
fn producers_are_entities_with_a_kind() {
    let makers = |slug: &str| find(slug).0.makers.iter().map(|id| SHEETS.catalog.producer(*id)).collect::<Vec<_>>();
    assert_eq!(makers("mam-tom-le-gia"), makers("mam-tep-le-gia"));
    assert_eq!(makers("mang-luoi-lon").len(), 2);
    assert_eq!(makers("mam-tom-bach-cau").len(), 0);
    let kinds = |kind| SHEETS.catalog.producers.iter().filter(|p| p.kind == kind).count();
    assert_eq!(SHEETS.catalog.producers.len(), 67);
    assert_eq!(kinds(ProducerKind::Group), 0);
    assert_eq!(makers("nuoc-rua-chen-hoi-long").first().map(|p| p.kind), Some(ProducerKind::Unknown));
    assert_eq!(makers("thit-trau-gac-bep-36-sinh-mai").first().map(|p| p.kind), Some(ProducerKind::Household));
}

#[test]
fn groups_are_as_deep_as_the_source_says() {
    let number = |slug: &str| find(slug).0.group.map(|g| g.get().number);
    assert_eq!(number("mam-tom-le-gia"), Some("I.4.a"));
    assert_eq!(number("ruou-chi-ne"), Some("II.1"));
    assert_eq!(number("dong-trung-ha-thao-lach-truong"), Some("III"));
    assert_eq!(number("hat-sachi"), None);
}

#[test]
fn words_to_filter_by_stand_apart_from_remarks() {
    let (p, d) = find("mam-tom-le-gia");
    let c = &SHEETS.catalog;
    assert_eq!(names(&p.quality, &c.qualities), ["FDA", "HACCP", "ISO 22000", "GACC"]);
    assert_eq!(names(&p.markets, &c.markets), ["Russia", "South Korea", "Taiwan", "South Africa"]);
    assert_eq!(
        names(&p.channels, &c.channels),
        ["Vinmart", "BigC", "Mega Market", "AEON", "Co.opmart", "Clean-food shops"]
    );
    assert_eq!(d.channel_note.as_ref().map(|n| n.vi.as_str()), Some("Theo Báo Thanh Hóa 01/2021"));
    assert!(
        d.quality_note
            .as_ref()
            .is_some_and(|n| n.vi == "Chứng nhận cấp công ty; theo một trang sao chép bài báo" && !n.en.is_empty())
    );
    let (p, d) = find("gio-trai-dat-viet-trang");
    assert_eq!(
        (p.markets.len(), d.market_note.as_ref().map(|n| n.vi.as_str())),
        (0, Some("Nhiều quốc gia (nguồn không liệt kê)"))
    );
    let market = |slug: &str| names(&find(slug).0.markets, &c.markets);
    assert_eq!(market("bo-ro-coi-3-chiec-viet-anh")[2], market("bo-dung-cu-nha-bep-bang-tre-ha-trung")[0]);
    assert!(market("nuoc-mam-le-gia-cot-dac-biet-40n").contains(&"EU"));
    assert!(c.qualities.iter().all(|t| !t.name.vi.contains("QĐ")));
}

#[test]
fn facts_stay_as_written() {
    assert_eq!(
        find("mam-tom-le-gia").1.facts,
        ["4 sao năm 2019 (QĐ 5445)", "5 sao quốc gia (một nguồn ghi 2020, một nguồn ghi 2021)", "Công nhận lại 7/2024"]
    );
    assert_eq!(
        find("ruoc-tom-su-le-gia").1,
        &Detail { sources: find("ruoc-tom-su-le-gia").1.sources.clone(), ..Detail::default() }
    );
}

#[test]
fn reading_what_was_written_gives_the_same() {
    let invented = generate(300, 7);
    for (catalog, details) in [(&SHEETS.catalog, &SHEETS.details), (&invented.0, &invented.1)] {
        let index = store(catalog, details, &synonyms());
        let (read, stored) = match bundle::read(&bundle::write(catalog, &index)) {
            Ok(read) => read,
            Err(fault) => unreachable!("{fault}"),
        };
        for (own, other) in catalog.products.iter().zip(&read.products) {
            assert_eq!(own, other);
        }
        assert!(read == *catalog && stored == index);
        let slugs = || catalog.products.iter().map(|p| p.slug.as_str());
        let files = bundle::write_details(slugs().zip(details));
        for (slug, detail) in slugs().zip(details) {
            let json = &files[&bundle::detail_file(slug, catalog.products.len())];
            assert_eq!(bundle::read_detail(json, slug).as_ref(), Ok(detail));
        }
    }
}

#[test]
fn a_second_writing_leaves_all_files_alone_and_a_smaller_one_sweeps() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let (catalog, details) = generate(60, 3);
    let first = write_bundle(&catalog, &details, folder.path())?;
    assert_eq!((first.written, first.unchanged, first.removed), (120 + 4 + bundle::detail_files(60), 0, 0));
    let before = std::fs::metadata(folder.path().join("list.json"))?.modified()?;
    let again = write_bundle(&catalog, &details, folder.path())?;
    assert_eq!((again.written, again.unchanged, again.removed), (0, first.written, 0));
    assert_eq!(std::fs::metadata(folder.path().join("list.json"))?.modified()?, before);
    let fewer = Catalog { products: catalog.products[..20].to_vec(), ..catalog.clone() };
    let swept = write_bundle(&fewer, &details[..20], folder.path())?;
    assert_eq!(swept.removed, 80 + bundle::detail_files(60) - bundle::detail_files(20));
    let mut left: Vec<_> =
        std::fs::read_dir(folder.path())?.filter_map(|e| e.ok()?.file_name().into_string().ok()).collect();
    left.sort();
    assert_eq!(left, ["about-en.json", "about-vi.json", "detail-00.json", "list.json", "prices.json", "tile"]);
    Ok(())
}

#[test]
fn the_register_of_slugs_is_up_to_date() {
    let kept = std::fs::read_to_string(data().join("slugs.csv")).unwrap_or_default();
    assert!(kept == SHEETS.register.write(), "`ocop bundle data` has new slugs to enter into data/slugs.csv");
}
