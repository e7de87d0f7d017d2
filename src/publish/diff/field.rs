//! The fields of a product that are compared, each as a text that a person reads.
//!
//! In: a product of an edition. Out: what stands in that field, in both languages. Two fields that differ anywhere have
//! different texts.

use super::Edition;
use crate::catalog::{Photo, Recognition, Stars, Step, Term, TermId};
use crate::publish::faults::{Said, in_lang};
use crate::route::Lang;
use crate::words;

/// A field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    Name,
    English,
    Literal,
    Producer,
    Place,
    Label,
    Group,
    Stars,
    State,
    Recognitions,
    Certificates,
    Channels,
    Markets,
    Picture,
    Pictures,
    Price,
    Pack,
    Barcode,
    Story,
    Facts,
    Notes,
    Sources,
}

impl Field {
    /// All, in the order told.
    pub const ALL: [Field; 22] = [
        Field::Name,
        Field::English,
        Field::Literal,
        Field::Producer,
        Field::Place,
        Field::Label,
        Field::Group,
        Field::Stars,
        Field::State,
        Field::Recognitions,
        Field::Certificates,
        Field::Channels,
        Field::Markets,
        Field::Picture,
        Field::Pictures,
        Field::Price,
        Field::Pack,
        Field::Barcode,
        Field::Story,
        Field::Facts,
        Field::Notes,
        Field::Sources,
    ];

    /// Its name for programs, and for people in both languages.
    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Field::Name => ("name", "tên", "name"),
            Field::English => ("name-en", "tên tiếng Anh", "English name"),
            Field::Literal => ("literal", "tên tiếng Anh dịch sát", "literal translation"),
            Field::Producer => ("producer", "chủ thể", "producer"),
            Field::Place => ("place", "xã, phường hiện nay", "commune of today"),
            Field::Label => ("former-place", "xã, huyện cũ", "former commune and district"),
            Field::Group => ("group", "nhóm", "group"),
            Field::Stars => ("stars", "số sao", "stars"),
            Field::State => ("state", "hiệu lực", "validity"),
            Field::Recognitions => ("recognitions", "các lần công nhận", "recognitions"),
            Field::Certificates => ("certificates", "chứng nhận", "certificates"),
            Field::Channels => ("channels", "kênh bán", "sales channels"),
            Field::Markets => ("markets", "thị trường xuất khẩu", "export markets"),
            Field::Picture => ("picture", "ảnh chính", "main picture"),
            Field::Pictures => ("pictures", "các ảnh", "pictures"),
            Field::Price => ("price", "giá", "price"),
            Field::Pack => ("pack", "quy cách", "pack"),
            Field::Barcode => ("barcode", "mã vạch", "bar code"),
            Field::Story => ("story", "câu chuyện", "story"),
            Field::Facts => ("facts", "thông tin", "facts"),
            Field::Notes => ("notes", "ghi chú", "remarks"),
            Field::Sources => ("sources", "nguồn", "sources"),
        }
    }

    /// Its name for programs.
    pub fn key(self) -> &'static str {
        self.names().0
    }

    /// Its name for people.
    pub fn title(self) -> Said {
        let (_, vi, en) = self.names();
        (vi, en).into()
    }

    /// Whether it stands in the details only.
    pub(super) fn in_details(self) -> bool {
        Field::ALL.iter().position(|f| *f == self) >= Field::ALL.iter().position(|f| *f == Field::Pictures)
    }

    /// What stands there for the product of that index; none if the edition lacks it.
    pub(super) fn of(self, edition: &Edition, at: usize) -> Option<Said> {
        if self.in_details() { self.of_detail(edition, at) } else { self.of_product(edition, at) }
    }

    fn of_product(self, edition: &Edition, at: usize) -> Option<Said> {
        let catalog = &edition.catalog;
        let product = catalog.products.get(at)?;
        let day = catalog.about.as_of;
        let standing = product.standing(day);
        Some(match self {
            Field::Name => same(&product.name.vi),
            Field::English => same(&product.name.en),
            Field::Literal if product.literal => ("có", "yes").into(),
            Field::Literal => same(""),
            Field::Producer => same(&list(product.makers.iter().map(|id| catalog.producer(*id).name.clone()))),
            Field::Place => both(|lang| {
                let names = product.site.today.iter().filter_map(|code| catalog.commune(*code));
                list(names.map(|commune| format!("{} ({:05})", in_lang(&commune.name, lang), commune.code.0)))
            }),
            Field::Label => {
                let district = product.site.district.map(|id| catalog.district(id).name.clone());
                same(&list(product.site.commune.iter().cloned().chain(district)))
            }
            Field::Group => {
                both(|lang| product.group.map(|id| in_lang(&id.get().name, lang).to_owned()).unwrap_or_default())
            }
            Field::Stars => same(&standing.and_then(|s| s.stars).map(|s| s.count().to_string()).unwrap_or_default()),
            Field::State => both(|lang| standing.map(|s| (words::of(lang).standing)(&s)).unwrap_or_default()),
            Field::Recognitions => both(|lang| list(product.recognitions.iter().map(|r| recognition(r, lang)))),
            Field::Certificates => terms(&product.quality, &catalog.qualities),
            Field::Channels => terms(&product.channels, &catalog.channels),
            Field::Markets => terms(&product.markets, &catalog.markets),
            _ => same(&product.photo.as_ref().map(picture).unwrap_or_default()),
        })
    }

    fn of_detail(self, edition: &Edition, at: usize) -> Option<Said> {
        let detail = edition.details.get(at)?;
        Some(match self {
            Field::Pictures => same(&list(detail.photos.iter().map(picture))),
            Field::Price => same(&detail.price.map(|dong| format!("{dong} đ")).unwrap_or_default()),
            Field::Pack => same(&detail.pack),
            Field::Barcode => same(&detail.gtin),
            Field::Story => detail.story.clone(),
            Field::Facts => same(&list(detail.facts.iter().cloned())),
            Field::Notes => both(|lang| {
                let notes = [&detail.quality_note, &detail.channel_note, &detail.market_note];
                list(notes.into_iter().flatten().map(|note| in_lang(note, lang).to_owned()))
            }),
            _ => same(&list(detail.sources.iter().map(|s| format!("{} {}", s.title, s.url).trim().to_owned()))),
        })
    }
}

/// A photograph by its size, and by the beginning of its file's name.
fn picture(photo: &Photo) -> String {
    let name: String = photo.stem.chars().take(6).collect();
    format!("{} × {} px ({name})", photo.width, photo.height)
}

fn recognition(r: &Recognition, lang: Lang) -> String {
    let words = words::of(lang);
    let stars = r.stars.map_or(words.no_star.to_owned(), |s: Stars| (words.stars)(s));
    let step = if r.step == Step::Proposed { [" (đề xuất)", " (proposed)"][lang as usize] } else { "" };
    let rest = [r.when.write(), r.decision.clone().unwrap_or_default()];
    let rest = rest.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    let by = r.authority.map(|by| format!(", {}", by.key())).unwrap_or_default();
    let note = r.note.as_ref().map(|note| format!(" · {}", in_lang(note, lang))).unwrap_or_default();
    format!("{stars}{step} {rest}{by}{note}").trim().to_owned()
}

fn terms(ids: &[TermId], all: &[Term]) -> Said {
    let names =
        |lang: Lang| ids.iter().filter_map(|id| all.get(id.0 as usize)).map(move |t| in_lang(&t.name, lang).to_owned());
    both(|lang| list(names(lang)))
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

fn same(text: &str) -> Said {
    (text, text).into()
}

fn both(text: impl Fn(Lang) -> String) -> Said {
    (text(Lang::Vi), text(Lang::En)).into()
}
