//! What the page "About" says, in each language. It is long and read by few, so it travels beside the bundle
//! (`about-vi.json`, `about-en.json`) and not in the program.
//!
//! In: a language, what the catalogue says of itself, its number of products, the titles of its sources. Out: sections,
//! each a title and its paragraphs.

use super::{desk, en, of, vi};
use crate::catalog::About;
use crate::route::Lang;

type Part = (&'static str, &'static [&'static str]);

const VI: &[Part] = &[
    (
        "OCOP là gì",
        &[
            "“Mỗi xã một sản phẩm” (One Commune One Product) là chương trình của Nhà nước xếp hạng sản phẩm địa phương.",
            "Bộ tiêu chí ở Quyết định 148/QĐ-TTg ngày 24/2/2023: 5 sao từ 90 đến 100 điểm, 4 sao từ 70 đến 89, 3 sao từ 50 đến 69. Dưới 3 sao không được công nhận.",
        ],
    ),
    (
        "Ai công nhận, trong bao lâu",
        &[
            "3 sao do huyện công nhận (2023 đến giữa 2025), từ 6/7/2025 do tỉnh (Quyết định 1489/QĐ-TTg); 4 sao do tỉnh; 5 sao do bộ.",
            "Mỗi quyết định có giá trị 36 tháng. Hết hạn mà chưa công nhận lại thì sao không còn hiệu lực: trang này ghi rõ điều đó.",
            "Nơi nguồn không ghi ai ra quyết định, cột “Cơ quan” được suy từ số quyết định, số sao và ngày; không suy chắc được thì ghi “nguồn không ghi”.",
            "“Đề xuất” là sản phẩm được đề nghị nâng hạng, chưa phải là sao.",
            "Sao OCOP là chứng nhận, không phải đánh giá của khách hàng.",
        ],
    ),
    (
        "Xã nay, huyện cũ",
        &[
            "Từ 1/7/2025 địa chỉ chỉ còn tỉnh và xã, phường. Nhãn hàng và quyết định vẫn ghi tên cũ, nên ở đây hai tên đứng cạnh nhau.",
        ],
    ),
];

const EN: &[Part] = &[
    (
        "What OCOP is",
        &[
            "“One Commune One Product” (Mỗi xã một sản phẩm) is Vietnam’s public programme that rates local products.",
            "The criteria are those of Decision 148/QĐ-TTg of 24 February 2023: 5 stars from 90 to 100 points, 4 stars from 70 to 89, 3 stars from 50 to 69. Below 3 stars nothing is recognised.",
        ],
    ),
    (
        "Who decides, and for how long",
        &[
            "3 stars: the district (2023 to mid-2025), since 6 July 2025 the province (Decision 1489/QĐ-TTg); 4 stars: the province; 5 stars: the ministry.",
            "A decision is valid for 36 months. A star past that and not renewed is no longer in force, and this catalogue says so.",
            "Where a source does not name who decided, the column “Authority” follows from the decision’s number, stars and date; where these do not settle it, it says “not stated”.",
            "“Proposed” means put forward for a higher rank. It is not a star yet.",
            "OCOP stars are a certificate, not customer reviews.",
        ],
    ),
    (
        "Communes of today, former districts",
        &[
            "Since 1 July 2025 an address has province and commune only. Labels and decisions still bear the old names, so both stand here side by side.",
        ],
    ),
];

const REPORT_VI: &str = "Thấy sai? Hãy báo cho người đã gửi bạn liên kết này hoặc cơ quan phát hành danh mục, kèm địa chỉ trang và nguồn đúng. Trang không thu thập gì về người xem.";
const REPORT_EN: &str = "Something wrong? Tell whoever sent you this link, or the office that publishes the catalogue, with the address of the page and the right source. This site collects nothing about its visitors.";

/// Sources that are named; more would be a page of their own.
const NAMED: usize = 60;

/// The sections in that language; `sources` are the titles of its sources, each once.
pub fn about(lang: Lang, about: &About, products: usize, sources: &[&str]) -> Vec<Vec<String>> {
    let w = of(lang);
    let (parts, report) = match lang {
        Lang::Vi => (VI, REPORT_VI),
        Lang::En => (EN, REPORT_EN),
    };
    let part = |(title, lines): &Part| [&[*title], *lines].concat().into_iter().map(String::from).collect();
    let mut sections: Vec<Vec<String>> = parts.iter().map(part).collect();
    let (day, gathered) = ((w.day)(about.as_of), about.sources as usize);
    let mut data = vec![w.sources.into()];
    data.push(match (lang, gathered) {
        (Lang::Vi, 0) => own_vi(&day, products),
        (Lang::En, 0) => own_en(&day, products),
        (Lang::Vi, sources) => gathered_vi(&day, products, sources),
        (Lang::En, sources) => gathered_en(&day, products, sources),
    });
    data.push(report.into());
    sections.push(data);
    if !sources.is_empty() {
        sections.push(vec![desk(lang).all_sources.into(), named(lang, sources)]);
    }
    sections.extend(publisher(lang, about).map(|line| vec![w.publisher.into(), line]));
    sections
}

/// The sources by their titles, in one paragraph.
fn named(lang: Lang, sources: &[&str]) -> String {
    let titles = sources.iter().take(NAMED).copied().collect::<Vec<_>>().join("; ");
    let more = sources.len().saturating_sub(NAMED);
    let more = match (lang, more) {
        (_, 0) => String::new(),
        (Lang::Vi, more) => format!("; và {} nguồn nữa", vi::n(more)),
        (Lang::En, more) => format!("; and {more} more"),
    };
    [titles, more, ".".into()].concat()
}

fn publisher(lang: Lang, about: &About) -> Option<String> {
    let made_for = if lang == Lang::Vi { "Danh mục làm cho" } else { "This catalogue is made for" };
    let (publisher, event) = (&about.publisher, &about.event);
    match (publisher.is_empty(), event.is_empty()) {
        (true, true) => None,
        (false, true) => Some(publisher.clone()),
        (true, false) => Some(format!("{made_for}: {event}.")),
        (false, false) => Some(format!("{publisher}. {made_for}: {event}.")),
    }
}

fn own_vi(day: &str, products: usize) -> String {
    format!("{} sản phẩm, theo bảng của cơ quan phát hành, tính đến {day}.", vi::n(products))
}

fn own_en(day: &str, products: usize) -> String {
    format!("{}, from the publisher’s own list, as of {day}.", en::items(products, "product", "products"))
}

fn gathered_vi(day: &str, products: usize, sources: usize) -> String {
    format!(
        "{} sản phẩm, gom từ {} nguồn công khai (báo chí, cổng thông tin, quyết định), tính đến {day}. Nguồn đứng ở cuối mỗi trang sản phẩm. Chỗ nào nguồn bỏ trống thì ở đây cũng để trống. Nhóm sản phẩm do người làm danh mục xếp theo Quyết định 148; tên tiếng Anh phần lớn là dịch nghĩa.",
        vi::n(products),
        vi::n(sources)
    )
}

fn gathered_en(day: &str, products: usize, sources: usize) -> String {
    format!(
        "{}, gathered from {} (press, public portals, decisions), as of {day}. The source stands at the end of every product’s page. What a source leaves open is left open here. Product groups were assigned by the makers of this catalogue from Decision 148; most English names are literal translations.",
        en::items(products, "product", "products"),
        en::items(sources, "public source", "public sources")
    )
}
