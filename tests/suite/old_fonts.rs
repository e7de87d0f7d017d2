//! Texts of old fonts are told from all other text: what is Unicode already is never touched.

use ocop::text::legacy::{self, Font};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

/// Everything that stands in the sample's sheets.
static CELLS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut out = Vec::new();
    for file in
        ["thanh-hoa-products.csv", "thanh-hoa-communes-2025.csv", "terms.csv", "synonyms.csv", "recognitions.csv"]
    {
        let text = std::fs::read_to_string(data.join(file)).unwrap_or_default();
        out.extend(
            text.split(['\n', ',', ';', '"']).map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()),
        );
    }
    out
});

/// Its words that could be of an old font: only letters of Western Europe.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let words = CELLS.iter().flat_map(|cell| cell.split(' '));
    let mut all: Vec<&str> = words.filter(|w| !w.is_ascii() && w.chars().all(|c| c <= '\u{ff}')).collect();
    all.extend([
        "café", "crème", "Müller", "São", "señor", "naïve", "Noël", "rosé", "purée", "½", "µm", "«Lê", "Gia»", "10×20",
    ]);
    all
});

#[test]
fn no_text_of_the_sample_is_touched() {
    assert!(CELLS.len() > 3000 && WORDS.len() > 100, "{} {}", CELLS.len(), WORDS.len());
    for cell in CELLS.iter() {
        assert_eq!(legacy::of(cell), None, "{cell}");
        assert!(Font::ALL.iter().all(|font| !font.fits(cell)), "{cell}");
    }
}

proptest! {
    #[test]
    fn western_letters_of_vietnamese_and_foreign_words_are_never_touched(
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..8)
    ) {
        let words: Vec<&str> = picks.iter().map(|pick| *pick.get(&WORDS)).collect();
        prop_assert_eq!(legacy::of(&words.join(" ")), None);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        for font in Font::ALL {
            let _ = (legacy::of(&text), font.fits(&text), font.unicode(&text));
        }
    }
}
