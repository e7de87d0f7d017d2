//! Whether a word could be a Vietnamese syllable.
//!
//! In: one word, composed, in any case. Out: yes or no. Spelling alone is judged, from the lists of beginnings and rhymes
//! and the rule that a syllable ending in c, ch, p or t is sắc or nặng; whether the word exists nobody asks.

use super::compose::{lower, split};

/// How a syllable can begin, besides with its rhyme.
const BEGINNINGS: &str = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";

/// How it can go on, tones left out. "êng" and those with y stand after gi and qu.
const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op \
    ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn \
    uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y \
    ych yêm yên yêng yêt yêu ynh yt";

/// True if that word is spelt as a Vietnamese syllable.
pub(super) fn is_syllable(word: &str) -> bool {
    let mut tone = 0;
    let mut bare = String::new();
    for c in lower(word).chars() {
        match split(c) {
            Some((_, more)) if more > 0 && tone > 0 => return false,
            Some((letter, more)) => {
                bare.push(letter);
                tone = tone.max(more);
            }
            None => bare.push(c),
        }
    }
    let stopped = ["c", "ch", "p", "t"].iter().any(|end| bare.ends_with(end));
    // sắc and nặng
    if stopped && !matches!(tone, 4 | 5) {
        return false;
    }
    let rhyme = |rest: &str| RHYMES.split_whitespace().any(|r| r == rest);
    rhyme(&bare) || BEGINNINGS.split(' ').filter_map(|b| bare.strip_prefix(b)).any(rhyme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_words() {
        let good =
            "Mắm tôm nước giếng gì gìn quốc quý quyết quỳnh khuỷu nghiêng rượu bưởi yến ĐƯỜNG huơ thuở hoẵng cói y ổi";
        good.split(' ').for_each(|word| assert!(is_syllable(word), "{word}"));
        for word in ["café", "crème", "Müller", "mác", "mac", "cat", "tốmá", "hốặ", "", "b", "street", "thểt", "wá"]
        {
            assert_eq!(is_syllable(word), word == "mác", "{word}");
        }
    }
}
