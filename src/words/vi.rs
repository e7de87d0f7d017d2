//! Vietnamese.

use super::{Words, grouped};
use crate::catalog::{Authority, Date, DistrictKind, ProducerKind, Standing, Stars, State, When};
use crate::query::{Facet, Sort};
use crate::route::Lang;

pub(super) fn n(number: usize) -> String {
    grouped(number, '.')
}

fn day(d: Date) -> String {
    format!("{}/{}/{}", d.day, d.month, d.year)
}

fn date(when: When) -> String {
    match when {
        When::Unknown => String::new(),
        When::Either(a, b) => format!("{a} hoặc {b}"),
        When::Year(y) => format!("năm {y}"),
        When::Month(y, m) => format!("{m}/{y}"),
        When::Day(d) => day(d),
    }
}

fn facet(f: Facet) -> &'static str {
    match f {
        Facet::Group => "Nhóm sản phẩm",
        Facet::State => "Hiệu lực công nhận",
        Facet::Stars => "Hạng sao",
        Facet::District => "Huyện cũ",
        Facet::Commune => "Xã, phường nay",
        Facet::Kind => "Loại hình chủ thể",
        Facet::Quality => "Hệ thống chất lượng",
        Facet::Channel => "Kênh bán",
        Facet::Market => "Thị trường xuất khẩu",
        Facet::Producer => "Chủ thể",
    }
}

fn standing(s: &Standing) -> String {
    match (s.state, s.until) {
        (State::InForce, until) => format!("Còn hiệu lực đến {}", date(until)),
        (State::Lapsed, until) => format!("Hết hiệu lực {}", date(until)),
        (State::Undated, When::Unknown | When::Either(..)) => "Nguồn không ghi ngày".into(),
        (State::Undated, until) => format!("Hết hạn trong {}, nguồn không ghi ngày", date(until)),
        (State::Proposed, _) => proposed(s.stars),
    }
}

fn proposed(stars: Option<Stars>) -> String {
    match stars {
        Some(s) => format!("Đề xuất {} sao", s.count()),
        None => "Mới đề xuất".into(),
    }
}

fn was(kind: DistrictKind) -> &'static str {
    match kind {
        DistrictKind::Rural => "huyện",
        DistrictKind::Town => "thị xã",
        DistrictKind::City => "thành phố",
    }
}

pub(super) static WORDS: Words = Words {
    lang: Lang::Vi,
    skip: "Đến nội dung chính",
    nav: "Các trang",
    products: "Sản phẩm",
    producers: "Chủ thể",
    places: "Nơi làm",
    overview: "Toàn cảnh",
    about: "Giới thiệu",
    booth: "Gian hàng",
    language: "Ngôn ngữ",
    search_label: "Tìm sản phẩm, chủ thể, xã",
    search_hint: "Tìm sản phẩm, chủ thể, xã…",
    search_go: "Tìm",
    suggestions: "Gợi ý",
    recent: "Tìm gần đây",
    forget: "Xóa các tìm gần đây",
    invented: "Danh mục này do máy sinh ra để thử tải: không có sản phẩm nào là thật.",
    footer: |title, day| format!("{title} · dữ liệu đến {day}"),
    tagline: |province| format!("Sản phẩm OCOP của {province}"),
    count_products: |k| format!("{} sản phẩm", n(k)),
    in_all: |k| format!("trong {}", n(k)),
    found_status: |k, all| format!("Tìm thấy {} trong {} sản phẩm", n(k), n(all)),
    filters: "Lọc",
    filters_on: |k| if k == 0 { "Lọc".into() } else { format!("Lọc · {k}") },
    clear_all: "Bỏ hết",
    close: "Đóng bộ lọc",
    show_results: |k| format!("Xem {} sản phẩm", n(k)),
    sort_by: "Xếp theo",
    sort: |s| match s {
        Sort::Best => "Phù hợp nhất",
        Sort::Stars => "Hạng sao",
        Sort::Newest => "Mới công nhận",
        Sort::Name => "Tên A–Y",
        Sort::Place => "Nơi làm",
    },
    facet,
    facet_all: |f, k| {
        let what = match f {
            Facet::District => "huyện cũ",
            Facet::Commune => "xã, phường",
            Facet::Producer => "chủ thể",
            Facet::Market => "thị trường",
            Facet::Channel => "kênh bán",
            Facet::Quality => "hệ thống",
            _ => "mục",
        };
        format!("Tất cả {} {what}", n(k))
    },
    facet_less: "Thu gọn",
    facet_find: |f| format!("Tìm trong: {}", facet(f)),
    facet_none: "Không có mục nào khớp.",
    drop_pick: |what| format!("Bỏ lọc {what}"),
    show_more: |k| format!("Xem thêm {} sản phẩm", n(k)),
    shown_of: |k, all| format!("Đang hiện {} trong {} sản phẩm", n(k), n(all)),
    meant_accents: "Khớp không dấu",
    meant_keys: "Hiểu theo cách gõ Telex, VNI",
    meant_spacing: "Tách hoặc ghép từ",
    meant_near: "Gần giống",
    meant_general: "Đúng với mọi sản phẩm",
    did_you_mean: "Ý bạn là",
    state: |s| match s {
        State::InForce => "Còn hiệu lực",
        State::Lapsed => "Đã hết hiệu lực",
        State::Undated => "Nguồn không ghi ngày",
        State::Proposed => "Đề xuất nâng sao",
    },
    stars: |s| format!("{} sao", s.count()),
    no_star: "Nguồn không ghi sao",
    no_group: "Chưa xếp nhóm",
    kind: |k| match k {
        ProducerKind::Enterprise => "Doanh nghiệp",
        ProducerKind::Cooperative => "Hợp tác xã",
        ProducerKind::Group => "Tổ hợp tác",
        ProducerKind::Household => "Hộ kinh doanh, hộ sản xuất",
        ProducerKind::Unknown => "Chưa rõ loại hình",
    },
    district: |kind, name| format!("{} cũ {name}", was(kind)),
    district_short: |kind, name| match kind {
        DistrictKind::City => format!("TP {name}"),
        _ => name.to_string(),
    },
    badge: |s| format!("OCOP {} sao", s.count()),
    standing,
    proposed,
    date,
    day,
    drawn: |what| format!("Hình vẽ: {what}"),
    drawn_line: "Hình vẽ từ dữ liệu, không phải ảnh chụp.",
    photo_of: |name| format!("Ảnh chụp: {name}"),
    producer: "Chủ thể",
    made_in: "Nơi làm",
    formerly: |place| format!("Tên cũ: {place}"),
    either_place: " hoặc ",
    group: "Nhóm",
    markets: "Xuất khẩu",
    channels: "Nơi bán",
    quality: "Chất lượng",
    literal: "",
    story: "Câu chuyện sản phẩm",
    price: "Giá",
    dong: |price| format!("{} ₫", n(price as usize)),
    pack: "Quy cách",
    gtin: "Mã vạch",
    contact: "Liên hệ",
    recognitions: "Các lần công nhận",
    col_stars: "Hạng sao",
    col_decision: "Quyết định",
    col_authority: "Cơ quan",
    col_date: "Ngày",
    col_until: "Có giá trị đến",
    col_state: "Hiệu lực",
    decision: |number| format!("Quyết định {number}"),
    not_stated: "nguồn không ghi",
    authority: |a, province| match a {
        Authority::District => "UBND cấp huyện".into(),
        Authority::Province => format!("UBND tỉnh {province}"),
        Authority::Ministry => "Bộ Nông nghiệp".into(),
    },
    state_short: |s| match s {
        State::InForce => "Còn hiệu lực",
        State::Lapsed => "Đã hết",
        State::Undated => "Không rõ ngày",
        State::Proposed => "Đề xuất",
    },
    note_valid: "Mỗi lần công nhận có giá trị 36 tháng. Sao OCOP là chứng nhận, không phải đánh giá của khách.",
    note_year: "Nguồn chỉ ghi năm hoặc tháng: hạn được tính 36 tháng từ đó, cũng chỉ đến năm hoặc tháng.",
    note_either: |a, b| format!("Một nguồn ghi {a}, một nguồn ghi {b}."),
    facts: "Nguồn còn cho biết",
    in_vietnamese: "",
    sources: "Nguồn",
    more_from: |name| format!("Cùng chủ thể: {name}"),
    similar: "Sản phẩm tương tự",
    see_all: |k| format!("Xem cả {} sản phẩm", n(k)),
    loading: "Đang tải phần chi tiết…",
    producer_count: |k, holds| match holds {
        0 => n(k),
        _ => format!("{}, trong đó {} còn hiệu lực", n(k), n(holds)),
    },
    producer_quality: "Hệ thống chất lượng",
    same_commune: |name| format!("Cùng {name}"),
    was: |name| format!("Trước 7/2025: {name}"),
    list_producers: |k| format!("{} chủ thể", n(k)),
    list_places: |k, old| format!("{} xã, phường nay, trên đất {} huyện cũ", n(k), n(old)),
    too_many: |k| format!("Chỉ hiện {} mục đầu. Hãy gõ tên vào ô tìm kiếm.", n(k)),
    place_unknown: |k| format!("{} sản phẩm mà nguồn không ghi xã, phường", n(k)),
    overview_lead: |k, day| format!("{} sản phẩm, tính vào ngày {day}. Chạm một thanh để lọc danh mục.", n(k)),
    by: |f| match f {
        Facet::Group => "Theo nhóm sản phẩm",
        Facet::Stars => "Theo hạng sao",
        Facet::State => "Theo hiệu lực công nhận",
        Facet::District => "Theo huyện cũ",
        _ => facet(f),
    },
    number: "Số sản phẩm",
    share_of: |k, all| format!("{} %", (k * 100 + all / 2) / all.max(1)),
    nothing_for: |text, all| match text {
        "" => format!("Không có sản phẩm nào khớp trong {} sản phẩm", n(all)),
        _ => format!("Không có “{text}” trong {} sản phẩm", n(all)),
    },
    nothing_filters: |k| match k {
        0 => String::new(),
        1 => "Một bộ lọc đang bật.".into(),
        _ => format!("{k} bộ lọc đang bật."),
    },
    nothing_hint: "Bỏ bớt một điều kiện:",
    nothing_near: "Sản phẩm gần nhất",
    drop_words: |text| format!("“{text}”"),
    would_leave: |k| format!("còn {}", n(k)),
    missing: "Không có trang này",
    missing_lead: |path| format!("Địa chỉ “{path}” không có trong danh mục. Có thể liên kết bị cắt."),
    missing_near: "Có thể bạn tìm",
    to_list: "Xem cả danh mục",
    pick: "Chọn",
    pick_full: "Đã đủ 200",
    picks_of: |n| if n == 0 { "Đã chọn".into() } else { format!("Đã chọn ({n})") },
    share: "Chia sẻ",
    offline: "Dùng khi không có mạng",
    print_title: "In danh mục",
    print_list: "In danh sách này",
    print_item: "In tờ rơi, tờ gấp, nhãn",
    since_same: "Chưa có gì đổi từ khi in mã này.",
    since_changed: "Từ khi in mã này đã có thay đổi",
    since_fields: ["tên", "chủ thể", "nơi làm", "sao và quyết định", "giá"],
    since_now: ". Dưới đây là thông tin hiện nay.",
    since_unknown: "Mã này không do trang này in ra, hoặc đã hỏng. Dưới đây là thông tin hiện nay.",
    failed: "Chưa mở được danh mục",
    failed_lead: "Trang đã tải, nhưng dữ liệu sản phẩm thì chưa. Lý do:",
    retry: "Thử lại",
    wait: "Đang mở danh mục…",
    about_title: "Sao OCOP nói gì, và trang này lấy tin từ đâu",
    publisher: "Đơn vị phát hành",
    take_along: "Tải cả danh mục về",
    legend: "Các dấu hiệu",
    text: |t| &t.vi,
};
