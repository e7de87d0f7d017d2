//! Catalogues to test with: the sample of `data/`, an invented one, and tiny ones made of names.

use ocop::catalog::{About, Catalog, Date, Product, Site as Place, Term, TermId, Text};
use ocop::page::Site;
use ocop::publish::{Sheets, generate, read_folder};
use ocop::query::Query;
use ocop::route::Lang;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The day on which all tests tell states: that of the sample's data.
pub const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

/// The sheets of `data/`, read.
pub static SHEETS: LazyLock<Sheets> = LazyLock::new(|| match read_folder(&data(), TODAY) {
    Ok(sheets) => sheets,
    Err(faults) => unreachable!("{}", faults.iter().map(|f| f.told(Lang::En) + "\n").collect::<String>()),
});

/// The sample as the site has it.
pub static SAMPLE: LazyLock<Site> = LazyLock::new(|| {
    let catalog = SHEETS.catalog.clone();
    let stored = ocop::search::store(&catalog, &SHEETS.details, &ocop::publish::synonyms());
    let index = ocop::search::Index::open_now(&catalog, &stored, TODAY).unwrap_or_else(|e| unreachable!("{e}"));
    Site { index, catalog, today: TODAY }
});

/// Four hundred invented products.
pub static INVENTED: LazyLock<Site> = LazyLock::new(|| Site::new(generate(400, 7).0, TODAY));

pub fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The same query with so many pages more.
pub fn longer(mut query: Query, more: usize) -> Query {
    query.more = more;
    query
}

/// A product of which nothing but the name is known.
pub fn bare(number: usize, name: &str) -> Product {
    Product {
        slug: format!("p-{number}"),
        name: Text { vi: name.into(), en: String::new() },
        literal: false,
        makers: Vec::new(),
        site: Place::default(),
        group: None,
        recognitions: Vec::new(),
        quality: Vec::new(),
        channels: Vec::new(),
        markets: Vec::new(),
        motif: TermId(0),
        photo: None,
    }
}

/// A catalogue of such products.
pub fn tiny(names: &[&str]) -> Catalog {
    Catalog {
        about: About {
            title: "Thử".into(),
            province: Text { vi: "Thanh Hóa".into(), en: "Thanh Hoá".into() },
            invented: true,
            sources: 1,
            ..About::of(TODAY)
        },
        products: names.iter().enumerate().map(|(i, name)| bare(i, name)).collect(),
        producers: Vec::new(),
        communes: Vec::new(),
        districts: Vec::new(),
        qualities: Vec::new(),
        channels: Vec::new(),
        markets: Vec::new(),
        motifs: vec![Term { slug: "hop".into(), name: Text { vi: "hộp".into(), en: "box".into() } }],
    }
}

/// All that a product says by which it can be found, but for its details.
pub fn said(c: &Catalog, p: &Product) -> String {
    let mut all = vec![p.name.vi.clone(), p.name.en.clone(), p.site.commune.clone().unwrap_or_default()];
    all.extend(p.makers.iter().map(|m| c.producer(*m).name.clone()));
    let communes = c.communes.iter().filter(|m| p.site.today.contains(&m.code));
    all.extend(communes.flat_map(|m| [m.name.vi.clone(), m.name.en.clone()]));
    let kinds = ["huyện district", "thị xã district", "thành phố district"];
    all.extend(p.site.district.map(|d| c.district(d)).map(|d| [kinds[d.kind as usize], " ", &d.name].concat()));
    all.extend(p.recognitions.iter().filter_map(|r| r.decision.clone()));
    all.extend(p.standing(TODAY).and_then(|s| s.stars).map(|s| format!("OCOP {} sao star", s.count())));
    all.extend(
        p.group.iter().flat_map(|g| g.path()).flat_map(|g| [g.get().name.vi.to_string(), g.get().name.en.to_string()]),
    );
    for (ids, terms) in [(&p.quality, &c.qualities), (&p.channels, &c.channels), (&p.markets, &c.markets)] {
        all.extend(ids.iter().map(|t| &terms[usize::from(t.0)].name).flat_map(|n| [n.vi.clone(), n.en.clone()]));
    }
    all.join(" ")
}
