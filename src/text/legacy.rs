//! Texts typed for the fonts of before Unicode: TCVN3 (fonts named `.Vn…`, "ABC") and VNI-Windows (`VNI-…`).
//!
//! In: text as such a file gives it, Western letters and signs in the place of Vietnamese ones (`M¾m t«m`, `Maém toâm`).
//! Out: which font it was typed for, and the same in Unicode. A text is taken for one only if words that are no Vietnamese
//! become Vietnamese syllables and hardly any word spoils it: `café`, `Müller`, `10 µm` and all Unicode text stay.

use super::compose::{lower, split};
use super::sound::exact;
use super::syllable::is_syllable;

/// A way of writing Vietnamese with 8-bit fonts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Font {
    /// TCVN 5712:1993, VN3.
    Tcvn3,
    /// VNI for Windows.
    Vni,
}

/// TCVN3: the sign of each letter. Capitals with a tone have none: fonts of capitals (`.VnTimeH`) drew them.
const TCVN3: [(&str, &str); 2] = [
    (
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u{ad}õøö÷ùúýûüþ",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
    ),
    ("¡¢§£¤¥¦", "ĂÂĐÊÔƠƯ"),
];

/// VNI: letters with a sign of their own.
const VNI_ALONE: (&str, &str) = ("íìæóòîñôöÍÌÆÓÒÎÑÔÖ", "íìỉĩịỵđơưÍÌỈĨỊỴĐƠƯ");
/// VNI: signs after a letter, and what they make of it, for a, e, o, ơ, u, ư and y; a full stop for nothing.
const VNI_SIGNS: &str = "ùøûõïâáàåãäêéèúüë";
const VNI_LETTERS: [(char, &str); 7] = [
    ('a', "áàảãạâấầẩẫậăắằẳẵặ"),
    ('e', "éèẻẽẹêếềểễệ......"),
    ('o', "óòỏõọôốồổỗộ......"),
    ('ô', "ớờởỡợ............"),
    ('u', "úùủũụ............"),
    ('ö', "ứừửữự............"),
    ('y', "ýỳỷỹ............."),
];

impl Font {
    /// Both.
    pub const ALL: [Font; 2] = [Font::Tcvn3, Font::Vni];

    /// As offices call it.
    pub fn name(self) -> &'static str {
        ["TCVN3 (ABC)", "VNI"][self as usize]
    }

    /// The text in Unicode. A word otherwise in capitals becomes capitals throughout.
    #[must_use]
    pub fn unicode(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        for part in text.split_inclusive(parts) {
            let word = part.trim_end_matches(parts);
            let made = match self {
                Font::Tcvn3 => word.chars().map(tcvn3).collect(),
                Font::Vni => vni(word),
            };
            let high = word.chars().any(|c| c.is_ascii_uppercase()) && !word.chars().any(|c| c.is_ascii_lowercase());
            // One capital before signs alone ("§«") is the beginning of a word.
            let all =
                high && word.chars().filter(char::is_ascii_uppercase).count() + usize::from(self == Font::Vni) > 1;
            out.push_str(&if all { made.to_uppercase() } else { made });
            out.push_str(part.get(word.len()..).unwrap_or_default());
        }
        out
    }

    /// How many different words speak for this font, and how many against it.
    fn evidence(self, text: &str) -> (usize, usize) {
        let (mut good, mut bad) = (0, 0);
        let mut words: Vec<&str> = text.split(parts).filter(|word| !word.is_ascii()).collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            let made = self.unicode(word);
            let sounding = lower(&made).chars().filter(|c| split(*c).is_some()).count() > 0;
            match (is_syllable(&made), is_syllable(word) && is_placed(word)) {
                (true, false) if made.chars().count() > 1 && !made.is_ascii() => good += 1,
                (false, _) if sounding => bad += 1,
                _ => {}
            }
        }
        (good, bad)
    }

    /// Whether a text may be in this font, one word being enough: to be asked where other texts surely are.
    #[must_use]
    pub fn fits(self, text: &str) -> bool {
        let (good, bad) = self.evidence(text);
        !is_unicode(text) && good > 0 && bad * 4 <= good
    }
}

/// The font that a text was surely typed for: two words speak for it.
#[must_use]
pub fn of(text: &str) -> Option<Font> {
    if text.is_ascii() || is_unicode(text) {
        return None;
    }
    Font::ALL.into_iter().find(|font| {
        let (good, bad) = font.evidence(text);
        good > 1 && bad * 4 <= good
    })
}

/// Whether the tone of a syllable stands where one puts it, the old way (`hòa`, `thúy`) or the new.
fn is_placed(word: &str) -> bool {
    let word = lower(word);
    let pairs = |row: &str, next: &str| row.chars().any(|c| word.contains(&format!("{c}{next}")));
    exact(&word) == word || pairs("òóỏõọ", "a") || pairs("òóỏõọ", "e") || pairs("ùúủũụ", "y")
}

/// A text with letters that only Unicode has: it needs nothing.
fn is_unicode(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{100}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}'))
}

/// What parts words: white space, digits, ASCII and typographic punctuation. The signs of the fonts are none of these.
fn parts(c: char) -> bool {
    c.is_whitespace() || c.is_ascii() && !c.is_ascii_alphabetic() || c > '\u{ff}' && !c.is_alphabetic()
}

fn tcvn3(c: char) -> char {
    let find = |(from, to): &(&str, &str)| from.chars().zip(to.chars()).find(|pair| pair.0 == c).map(|pair| pair.1);
    TCVN3.iter().find_map(find).unwrap_or(c)
}

fn vni(word: &str) -> String {
    let alone = |c: char| VNI_ALONE.0.chars().zip(VNI_ALONE.1.chars()).find(|p| p.0 == c).map_or(c, |p| p.1);
    let mut out = String::with_capacity(word.len() * 2);
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        let pair = letters.peek().and_then(|sign| both(c, *sign));
        if pair.is_some() {
            letters.next();
        }
        out.push(pair.unwrap_or_else(|| alone(c)));
    }
    out
}

/// A letter and the sign after it, as one letter; the case is the letter's.
fn both(letter: char, sign: char) -> Option<char> {
    let low = |c: char| c.to_lowercase().next().unwrap_or(c);
    let row = VNI_LETTERS.iter().find(|row| row.0 == low(letter))?.1;
    let at = VNI_SIGNS.chars().position(|s| s == low(sign))?;
    let made = row.chars().nth(at).filter(|c| *c != '.')?;
    if letter == low(letter) { Some(made) } else { made.to_uppercase().next() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_whole() {
        TCVN3.iter().for_each(|(from, to)| assert_eq!(from.chars().count(), to.chars().count()));
        assert_eq!(VNI_ALONE.0.chars().count(), VNI_ALONE.1.chars().count());
        VNI_LETTERS.iter().for_each(|row| assert_eq!(row.1.chars().count(), VNI_SIGNS.chars().count()));
    }

    /// How a letter is written for a font; none where it has no sign.
    fn written(font: Font, letter: char) -> Option<String> {
        let find = |from: &str, to: &str| from.chars().zip(to.chars()).find(|p| p.1 == letter).map(|p| p.0.to_string());
        if font == Font::Tcvn3 {
            return TCVN3.iter().find_map(|(from, to)| find(from, to));
        }
        let pair = |(vowel, row): &(char, &str)| {
            let at = row.chars().position(|c| c == letter)?;
            Some(format!("{vowel}{}", VNI_SIGNS.chars().nth(at)?))
        };
        find(VNI_ALONE.0, VNI_ALONE.1).or_else(|| VNI_LETTERS.iter().find_map(pair))
    }

    #[test]
    fn every_letter_comes_back() {
        let all = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
        for (font, letter) in Font::ALL.into_iter().flat_map(|font| all.chars().map(move |c| (font, c))) {
            let text = written(font, letter);
            assert_eq!(text.map(|t| font.unicode(&t)), Some(letter.to_string()), "{font:?}");
        }
        for letter in "ĂÂĐÊÔƠƯ".chars() {
            assert_eq!(written(Font::Tcvn3, letter).map(|t| Font::Tcvn3.unicode(&t)), Some(letter.to_string()));
        }
        let high = Font::Vni.unicode("AØ AÊ AÉ EÁ OÂ ÔÙ ÖÏ YÛ Î Ñ Ò");
        assert_eq!(high, "À Ă Ắ Ế Ô Ớ Ự Ỷ Ỵ Đ Ị");
    }

    #[test]
    fn real_names_typed_for_either_font_are_known_and_come_back() {
        let names: Vec<String> = include_str!("../../data/thanh-hoa-communes-2025.csv")
            .split([',', ';', '\n', '(', ')'])
            .map(|name| lower(name.trim()))
            .filter(|name| name.split(parts).filter(|word| !word.is_ascii()).count() > 2)
            .collect();
        assert!(names.len() > 300, "{}", names.len());
        for font in Font::ALL {
            let typed = |name: &str| {
                name.chars().map(|c| written(font, c).unwrap_or_else(|| c.to_string())).collect::<String>()
            };
            let known = names.iter().filter(|name| of(&typed(name)) == Some(font)).count();
            assert!(known * 100 >= names.len() * 95, "{font:?}: {known} of {}", names.len());
            names.iter().for_each(|name| assert_eq!(font.unicode(&typed(name)), **name));
        }
    }

    #[test]
    fn sentences_of_both_fonts_are_read() {
        let said = "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập - tự do - hạnh phúc";
        let tcvn3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp - tù do - h¹nh phóc";
        let vni = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp - töï do - haïnh phuùc";
        assert_eq!((of(tcvn3), Font::Tcvn3.unicode(tcvn3).as_str()), (Some(Font::Tcvn3), said));
        assert_eq!((of(vni), Font::Vni.unicode(vni).as_str()), (Some(Font::Vni), said));
        assert_eq!(Font::Tcvn3.unicode("s¶n phÈm §«ng S¬n r\u{ad}îu"), "sản phẩm Đông Sơn rượu");
        assert_eq!(Font::Tcvn3.unicode("S¶N PHÈM Q§-UBND"), "SẢN PHẨM QĐ-UBND");
        assert_eq!(Font::Vni.unicode("NÖÔÙC MAÉM Ñoâng Sôn"), "NƯỚC MẮM Đông Sơn");
        assert_eq!(of("M¾m t«m"), Some(Font::Tcvn3));
        assert_eq!(of("Maém toâm"), Some(Font::Vni));
    }

    #[test]
    fn what_is_no_old_font_stays() {
        let texts = [
            "Café crème, pâté, thé vert à la maison",
            "Müller & Söhne GmbH, Köln",
            "São Paulo; señor; naïve; Noël; Loïc",
            "lọc 10 µm, ½ kg, 10×20 cm, 36°, ±5 %, © 2024 ®",
            "«Lê Gia» · 100 g",
            "Trà xanh, cà phê, bò khô, cá, lá é",
            "Bánh gai Tứ Trụ",
            "10 µm và 5 µm",
        ];
        texts.iter().for_each(|text| assert_eq!(of(text), None, "{text}"));
        assert!(!Font::Tcvn3.fits("cà phê café"));
    }
}
