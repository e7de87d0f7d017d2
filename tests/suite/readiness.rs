//! Readiness: each rule is told for what breaks it and for nothing else.

use ocop::catalog::*;
use ocop::publish::{LONGEST_NAME, Need, Place, Rule, generate, ready};

const TODAY: Date = Date { year: 2026, month: 11, day: 25 };

/// Two invented products that lack nothing.
struct Sound {
    catalog: Catalog,
    details: Vec<Detail>,
}

impl Sound {
    fn new() -> Sound {
        let (mut catalog, mut details) = generate(40, 5);
        catalog.products.truncate(2);
        details.truncate(2);
        let contact = Contact { phone: "0237 000 0000".into(), ..Contact::default() };
        catalog.producers.truncate(1);
        catalog.producers[0].contact = contact;
        let code = catalog.communes[0].code;
        for (at, product) in catalog.products.iter_mut().enumerate() {
            product.name = Text { vi: format!("Hàng Thử {at}"), en: format!("Test ware {at}") };
            product.makers = vec![ProducerId(0)];
            product.site = Site { today: vec![code], ..Site::default() };
            let photo = Photo { stem: format!("{at:016x}"), width: 1600, height: 1200, tint: "#ffffff".into() };
            product.photo = Some(photo);
            product.recognitions = vec![decided("1/6/2026")];
        }
        details.iter_mut().for_each(|d| d.sources = vec![Source { title: "Hồ sơ".into(), url: String::new() }]);
        Sound { catalog, details }
    }

    /// Rules broken, with how many products and how many places.
    fn told(&self) -> Vec<(Rule, usize, usize)> {
        self.needs().iter().map(|need| (need.rule, need.products, need.faults.len())).collect()
    }

    fn needs(&self) -> Vec<Need> {
        let place = |row| Place { file: "p.xlsx".into(), sheet: Some("Sản phẩm".into()), row };
        ready(&self.catalog, &self.details, &[place(2), place(7)], TODAY)
    }
}

fn decided(when: &str) -> Recognition {
    let when = When::parse(when).unwrap_or(When::Unknown);
    Recognition { stars: Stars::new(4), step: Step::Awarded, when, decision: None, authority: None, note: None }
}

#[track_caller]
fn breaks(spoil: impl Fn(&mut Sound), expected: &[(Rule, usize, usize)]) {
    let mut sound = Sound::new();
    spoil(&mut sound);
    assert_eq!(sound.told(), expected);
}

#[test]
fn each_rule_is_broken_by_what_it_forbids() {
    breaks(|_| {}, &[]);
    breaks(|s| s.catalog.products[1].photo = None, &[(Rule::Picture, 1, 1)]);
    breaks(|s| s.catalog.products[1].photo = s.catalog.products[0].photo.clone(), &[(Rule::SamePicture, 1, 1)]);
    breaks(|s| s.catalog.products[1].name.en.clear(), &[(Rule::English, 1, 1)]);
    breaks(|s| s.details[0].sources.clear(), &[(Rule::Source, 1, 1)]);
    breaks(|s| s.catalog.products[0].site.today.clear(), &[(Rule::Commune, 1, 1)]);
    breaks(|s| s.catalog.producers[0].contact.phone.clear(), &[(Rule::Contact, 2, 1)]);
    breaks(|s| s.catalog.products[0].makers.clear(), &[(Rule::Contact, 1, 1)]);
    breaks(|s| s.catalog.products[0].name.vi = "ổ".repeat(LONGEST_NAME), &[]);
    breaks(|s| s.catalog.products[0].name.vi = "ổ".repeat(LONGEST_NAME + 1), &[(Rule::LongName, 1, 1)]);
}

#[test]
fn a_recognition_is_told_when_it_is_over_or_soon_will_be() {
    let with = |when: &'static str, expected: &[(Rule, usize, usize)]| {
        breaks(|s| s.catalog.products[0].recognitions = vec![decided(when)], expected);
    };
    with("24/11/2023", &[(Rule::Lapsed, 1, 1)]);
    with("25/11/2023", &[(Rule::Lapsing, 1, 1)]);
    with("25/5/2024", &[(Rule::Lapsing, 1, 1)]);
    with("26/5/2024", &[]);
    with("", &[(Rule::Undated, 1, 1)]);
    breaks(|s| s.catalog.products[0].recognitions.clear(), &[(Rule::Undated, 1, 1)]);
}

#[test]
fn producers_alike_are_named_with_both_rows() {
    let mut sound = Sound::new();
    let mut twin = sound.catalog.producers[0].clone();
    sound.catalog.producers[0].name = "HTX Nông nghiệp Ví Dụ".into();
    (twin.slug, twin.name) = ("twin".into(), "Hợp tác xã nông nghiệp Ví Dụ".into());
    sound.catalog.producers.push(twin);
    sound.catalog.products[1].makers = vec![ProducerId(1)];
    assert_eq!(sound.told(), [(Rule::Alike, 2, 1)]);
    let told = sound.needs()[0].faults[0].told(ocop::route::Lang::En);
    assert!(told.starts_with("p.xlsx, sheet 'Sản phẩm', row 7: 'Hợp tác xã nông nghiệp Ví Dụ'"), "{told}");
    assert!(told.contains("row 2 has 'HTX Nông nghiệp Ví Dụ'"), "{told}");
}
