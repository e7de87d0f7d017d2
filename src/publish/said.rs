//! Sentences of the office in both languages: a missing one does not compile.
//!
//! In: a pair `("tiếng Việt", "English")`. Out: a [`Said`], and its words in one of the languages.

use crate::catalog::Text;
use crate::route::Lang;

/// A sentence in both languages.
pub type Said = Text<String>;

/// A text in that language, even if it is empty there.
pub fn in_lang<T: AsRef<str>>(text: &Text<T>, lang: Lang) -> &str {
    match lang {
        Lang::Vi => text.vi.as_ref(),
        Lang::En => text.en.as_ref(),
    }
}

impl<V: Into<String>, E: Into<String>> From<(V, E)> for Said {
    fn from((vi, en): (V, E)) -> Said {
        Text { vi: vi.into(), en: en.into() }
    }
}
