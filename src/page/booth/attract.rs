//! What a booth shows while nobody is at it: a wall of products, then one after the other, and a band that asks to be touched.

use crate::booth::Plan;
use crate::catalog::ProductId;
use crate::route::Lang;
use crate::view::{El, See, badge, el, picture, standing};
use crate::words::{self, booth};

/// Tiles of a wall; a small screen shows fewer.
pub const WALL: usize = 24;

/// Tiles of the wall as it is shown small.
const PREVIEW: usize = 18;

/// How wide a photograph of one product stands.
const SIZES: [&str; 2] = ["(min-aspect-ratio: 1/1) 60vw, 100vw"; 2];
/// How wide one of the wall does.
const SMALL: [&str; 2] = ["25vw"; 2];

/// The whole screen; its scenes come into `.scene`.
pub fn attract(see: See<'_>, plan: &Plan, many: usize) -> El {
    let w = booth(see.lang);
    let about = &see.catalog.about;
    let lang = |lang: Lang| {
        el("button")
            .at("type", "button")
            .at("data-act", "begin")
            .at("data-lang", lang.code())
            .at("lang", lang.code())
            .at("aria-label", [&lang.code().to_ascii_uppercase(), ": ", booth(lang).touch].concat())
            .maybe("aria-current", (lang == see.lang).then_some("true"))
            .put(lang.code().to_ascii_uppercase())
    };
    let band = el("div")
        .class("band")
        .put(el("h1").put(el("button").at("type", "button").at("data-act", "begin").put(w.touch)))
        .put(count(see, see.lang, many).class("count"))
        .put(el("div").class("tongues").put(Lang::ALL.map(lang).to_vec()));
    let drawn = see.catalog.products.iter().any(|p| p.photo.is_none());
    let foot = el("footer")
        .put(el("p").class("corner").at("lang", "vi").put(about.title.as_str()))
        .put(el("p").put((w.at_stand)(&plan.hall, &plan.stand)))
        .put(drawn.then(|| el("p").class("drawn").put(w.drawn)));
    let scene = el("div").class("scene").at("aria-live", "off");
    el("div").class("attract poster").put(scene).put(band).put(foot)
}

/// The screen as it will be, small: for whoever sets it up.
pub fn preview(see: See<'_>, plan: (&str, &str, Lang), ids: &[ProductId]) -> El {
    let (hall, stand, lang) = plan;
    let w = booth(lang);
    // Spread over all of them; few are shown again and again.
    let at = |tile: usize| {
        ids.get(if ids.len() > PREVIEW { tile * ids.len() / PREVIEW } else { tile % ids.len().max(1) }).copied()
    };
    let tiles: Vec<ProductId> = (0..PREVIEW).filter_map(at).collect();
    let band = el("div").class("band").put(el("p").class("touch").put(w.touch)).put(count(see, lang, ids.len()));
    let foot = el("div")
        .class("foot")
        .put(el("p").put(see.catalog.about.title.as_str()))
        .put(el("p").put((w.at_stand)(hall, stand)));
    let drawn = el("div").class("tablet poster").at("aria-hidden", "true").at("lang", lang.code());
    el("figure")
        .put(drawn.put(wall(see, &tiles)).put(band).put(foot))
        .put(el("figcaption").put(booth(see.lang).preview))
}

/// How many products of which province.
fn count(see: See<'_>, lang: Lang, many: usize) -> El {
    let w = booth(lang);
    let province = (words::of(lang).text)(&see.catalog.about.province);
    el("p").put((w.products)(many)).put(el("br")).put((w.of_province)(province))
}

/// Many products, their pictures alone.
pub fn wall(see: See<'_>, ids: &[ProductId]) -> El {
    let tile = |id: &ProductId| {
        let p = see.catalog.product(*id);
        el("li").put(picture(see, p, el("img"), SMALL, false))
    };
    el("ul").class("wall").at("aria-hidden", "true").put(ids.iter().map(tile).collect::<Vec<_>>())
}

/// One product, as large as the screen.
pub fn one(see: See<'_>, id: ProductId) -> El {
    let p = see.catalog.product(id);
    let stand = p.standing(see.today);
    let name = p.shown();
    // The greater the name, the smaller its letters, in three steps.
    let long = ["short", "middle", "long"][(name.chars().count() / 18).min(2)];
    let english =
        (see.lang == Lang::En && !p.name.en.is_empty()).then(|| el("p").class("english").put(p.name.en.as_str()));
    let maker =
        p.makers.first().map(|m| el("p").class("maker").at("lang", "vi").put(see.catalog.producer(*m).name.as_str()));
    let communes: Vec<String> =
        see.communes(&p.site).iter().map(|c| crate::view::capital((see.words.text)(&c.name))).collect();
    let place = (!communes.is_empty()).then(|| el("p").class("place").put(communes.join(" / ")));
    let told = el("div")
        .class("told")
        .put(el("h2").class(long).at("lang", "vi").put(name))
        .put(english)
        .put(maker)
        .put(place)
        .put(
            el("div").class("foot").put(badge(see, stand.and_then(|s| s.stars))).put(stand.map(|s| standing(see, &s))),
        );
    el("article").class("one").put(el("div").class("figure").put(picture(see, p, el("img"), SIZES, false))).put(told)
}
