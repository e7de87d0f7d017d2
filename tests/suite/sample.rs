//! Catalogues to test with: the sample of `data/`, an invented one, and tiny ones made of names.

use ocop::catalog::{About, Catalog, Date, Product, Site as Place, Term, TermId, Text};
use ocop::page::Site;
use ocop::publish::{Sheets, generate, read_folder};
use ocop::query::Query;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The day on which all tests tell states: that of the sample's data.
pub const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

/// The sheets of `data/`, read.
pub static SHEETS: LazyLock<Sheets> = LazyLock::new(|| match read_folder(&data()) {
    Ok(sheets) => sheets,
    Err(faults) => unreachable!("{}", faults.iter().map(|f| format!("{f}\n")).collect::<String>()),
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
    }
}

/// A catalogue of such products.
pub fn tiny(names: &[&str]) -> Catalog {
    Catalog {
        about: About {
            title: "Thử".into(),
            province: Text { vi: "Thanh Hóa".into(), en: "Thanh Hoá".into() },
            as_of: TODAY,
            invented: true,
            sources: 1,
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
