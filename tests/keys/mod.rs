//! Vietnamese for tests and measurements: every syllable there may be, and the keys that type it.
//!
//! In: words in lower case, composed. Out: what stands on screen when they are typed as Telex or VNI and no input method
//! is on. Knows nothing of the crate, so that it can be held against it.

/// The twelve vowels, each in six tones: ngang, huyền, hỏi, ngã, sắc, nặng.
const VOWELS: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

const ONSETS: &str = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";

const RIMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong op ot \
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc uân uâng uât uây uê uêch uênh uêu ui um un ung up ut \
    uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt \
    ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y ych ynh yp yt yêm yên yêng yêt yêu";

/// When the keys of a syllable are struck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Each right after its letter: `dduwowfng`.
    Inline,
    /// Shapes after their letter, the tone last: `dduwowngf`.
    ToneLast,
    /// Letters, shapes, tone, stroke: `duongwfd`.
    AllLast,
    /// Letters, tone, shapes, stroke: `duongfwd`.
    ShapesLast,
}

impl Style {
    pub const ALL: [Self; 4] = [Self::Inline, Self::ToneLast, Self::AllLast, Self::ShapesLast];
}

/// The keys of a phrase in Telex.
pub fn telex(phrase: &str, style: Style) -> String {
    typed(phrase, style, "frxsj", |letter, base| if "ăơư".contains(letter) { 'w' } else { base })
}

/// The keys of a phrase in VNI.
pub fn vni(phrase: &str, style: Style) -> String {
    typed(phrase, style, "23415", |letter, _| match letter {
        'â' | 'ê' | 'ô' => '6',
        'ơ' | 'ư' => '7',
        'ă' => '8',
        _ => '9',
    })
}

/// A vowel without its tone, and the tone.
fn toneless(c: char) -> (char, usize) {
    let found = VOWELS.iter().find_map(|row| Some((row.chars().next()?, row.chars().position(|one| one == c)?)));
    found.unwrap_or((c, 0))
}

fn base(letter: char) -> char {
    match letter {
        'ă' | 'â' => 'a',
        'đ' => 'd',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        _ => letter,
    }
}

fn typed(phrase: &str, style: Style, tones: &str, shape: fn(char, char) -> char) -> String {
    let word = |word: &str| {
        let [mut out, mut shapes, mut stroke, mut tone] = [const { String::new() }; 4];
        for c in word.chars() {
            let (letter, mark) = toneless(c);
            out.push(base(letter));
            if letter != base(letter) {
                let key = shape(letter, base(letter));
                match style {
                    Style::Inline | Style::ToneLast => out.push(key),
                    _ if letter == 'đ' => stroke.push(key),
                    // One horn is struck for both letters of ươ.
                    _ if shapes.ends_with(key) => {}
                    _ => shapes.push(key),
                }
            }
            let to = if style == Style::Inline { &mut out } else { &mut tone };
            to.extend(mark.checked_sub(1).and_then(|at| tones.chars().nth(at)));
        }
        match style {
            Style::ShapesLast => [out, tone, shapes, stroke].concat(),
            _ => [out, shapes, tone, stroke].concat(),
        }
    };
    phrase.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Whether a rime is written after an onset.
fn fits(onset: &str, rime: &str) -> bool {
    let front = rime.starts_with(['e', 'ê', 'i', 'y']);
    let spelt = match onset {
        "c" | "ng" => !front,
        "g" => !front || ["i", "in", "iêc", "iêng", "iêt", "iêu"].contains(&rime),
        "gh" | "k" | "ngh" => front,
        "gi" => !rime.starts_with(['ê', 'i', 'y']),
        "qu" => rime.starts_with(['a', 'ă', 'â', 'e', 'ê', 'y']) || ["i", "it", "ơ", "ôc"].contains(&rime),
        _ => true,
    };
    spelt
        && match rime {
            "uơ" => ["h", "kh", "th"].contains(&onset),
            "y" => ["", "h", "k", "l", "m", "qu", "s", "t", "v"].contains(&onset),
            "ych" | "ynh" | "yp" | "yt" => onset == "qu",
            "yên" | "yêt" => onset.is_empty() || onset == "qu",
            _ if rime.starts_with("yê") => onset.is_empty(),
            _ if rime.starts_with("iê") => !onset.is_empty(),
            _ => true,
        }
}

/// Which letter of a rime carries the tone in the new placement.
fn carrier(rime: &str) -> usize {
    let letters: Vec<char> = rime.chars().collect();
    let vowels = letters.iter().take_while(|letter| VOWELS.iter().any(|row| row.starts_with(**letter))).count();
    let shaped = letters.iter().rposition(|letter| base(*letter) != *letter);
    let pair = rime.starts_with("oa") || rime.starts_with("oe") || rime.starts_with("uy");
    shaped.unwrap_or(usize::from(vowels > 2 || vowels == 2 && (pair || vowels < letters.len())))
}

/// Every syllable that the sounds and the spelling of Vietnamese allow, in every tone that it can have.
pub fn syllables() -> impl Iterator<Item = String> {
    let onsets = ONSETS.split(' ').chain([""]);
    let pairs = onsets.flat_map(|onset| RIMES.split(' ').map(move |rime| (onset, rime)));
    pairs.filter(|(onset, rime)| fits(onset, rime)).flat_map(|(onset, rime)| {
        let stopped = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
        let at = carrier(rime);
        (if stopped { 4 } else { 0 }..6).map(move |tone| {
            let toned = |(i, letter)| match VOWELS.iter().find(|row| i == at && row.starts_with(letter)) {
                Some(row) => row.chars().nth(tone).unwrap_or(letter),
                None => letter,
            };
            onset.chars().chain(rime.chars().enumerate().map(toned)).collect()
        })
    })
}
