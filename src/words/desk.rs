//! Words of the page that prints: its form, and what a cover says of what the book holds.

use super::{en, vi};
use crate::catalog::Date;
use crate::paper::{By, Format, Grid, Inks, Kind, Layout, Parts, Tongue};
use crate::route::Lang;

/// All of them in one language.
pub struct Desk {
    pub back: &'static str,
    pub back_item: &'static str,
    pub kind: &'static str,
    pub kinds: fn(Kind) -> &'static str,
    pub layout: &'static str,
    pub layouts: fn(Layout) -> &'static str,
    pub by: &'static str,
    pub bys: fn(By) -> &'static str,
    /// Cover, contents and indexes: with them or without.
    pub parts: &'static str,
    pub parted: fn(Parts) -> &'static str,
    pub format: &'static str,
    pub formats: fn(Format) -> &'static str,
    pub up: &'static str,
    pub grid: &'static str,
    pub grids: fn(Grid) -> &'static str,
    pub tongue: &'static str,
    pub tongues: fn(Tongue) -> &'static str,
    pub ink: &'static str,
    pub inks: fn(Inks) -> &'static str,
    pub duplex: &'static str,
    pub bleed: &'static str,
    pub print: &'static str,
    pub hint: &'static str,
    /// How a book is printed on both sides, and a leaflet.
    pub turned: &'static str,
    pub folded: &'static str,
    /// How a sign is made to stand.
    pub tented: &'static str,
    /// With bleed a sheet is so many millimetres wide and high, which no office printer has.
    pub bled: fn(&str, &str) -> String,
    pub zoom: &'static str,
    pub sheets: &'static str,
    pub laying: &'static str,
    /// So many sheets of so many are drawn.
    pub drawing: fn(usize, usize) -> String,
    /// So many sheets of that paper are ready.
    pub ready: fn(usize, Format) -> String,
    /// So many pictures are still on their way.
    pub awaited: fn(usize) -> String,
    /// So many pictures have not come.
    pub missing: fn(usize) -> String,
    /// Nothing was found that could be printed.
    pub nothing: &'static str,
    /// Asks for the list of an earlier edition, to print only what changed.
    pub older: &'static str,
    pub older_hint: &'static str,
    /// Back to the whole.
    pub older_off: &'static str,
    /// The file cannot be read, for that reason.
    pub older_fault: fn(&str) -> String,
    /// Nothing changed since that day.
    pub same: fn(Date) -> String,
    /// On the cover of an addendum: since which day.
    pub since: fn(Date) -> String,
    /// How many products are new, changed, withdrawn.
    pub changes: fn(usize, usize, usize) -> String,
    /// Above a list that somebody picked: how many products.
    pub picked: fn(usize) -> String,
    /// Whose list it is.
    pub owner: fn(&str) -> String,
    /// Notes are not printed: the list on this device is another one.
    pub apart: &'static str,
    /// Over the titles of all sources, on the page "About" and in a book.
    pub all_sources: &'static str,
    /// On the cover: how many products, of which province.
    pub subtitle: fn(usize, &str) -> String,
}

/// The words of the page that prints.
pub fn desk(lang: Lang) -> &'static Desk {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

fn formats(format: Format) -> &'static str {
    ["A4", "A5", "A6", "Letter"][format as usize]
}

static VI: Desk = Desk {
    back: "Về danh sách",
    back_item: "Về trang sản phẩm",
    kind: "In thành",
    kinds: |kind| {
        ["Sách danh mục", "Tờ rơi", "Tờ gấp ba", "Nhãn kệ", "Thẻ giá", "Nhãn dán mã QR", "Biển để bàn"][kind as usize]
    },
    layout: "Kiểu trang",
    layouts: |layout| {
        ["6 thẻ một trang", "12 thẻ một trang (A5: 9)", "Bảng", "Mỗi trang một sản phẩm"][layout as usize]
    },
    by: "Chia theo",
    bys: |by| {
        ["Nhóm sản phẩm", "Chủ thể", "Xã, phường", "Huyện cũ", "Hạng sao", "Không chia, theo thứ tự danh sách"]
            [by as usize]
    },
    parts: "Bìa, mục lục, bảng tra",
    parted: |parts| ["Có", "Không, chỉ danh sách"][parts as usize],
    format: "Khổ giấy",
    formats,
    up: "Số tờ rơi trên một trang",
    grid: "Giấy nhãn",
    grids: |grid| {
        [
            "Thường dùng: nhãn kệ 14, còn lại 24",
            "8 nhãn 99,1 × 67,7 mm",
            "14 nhãn 99,1 × 38,1 mm",
            "21 nhãn 63,5 × 38,1 mm",
            "24 nhãn 70 × 37 mm",
            "65 nhãn 38,1 × 21,2 mm",
        ][grid as usize]
    },
    tongue: "Chữ in bằng",
    tongues: |tongue| ["Tiếng Việt", "Tiếng Anh", "Cả hai"][tongue as usize],
    ink: "Máy in",
    inks: |inks| ["In màu", "Photocopy, chỉ mực đen"][inks as usize],
    duplex: "In hai mặt",
    bleed: "Tràn lề 3 mm và dấu cắt, cho nhà in",
    print: "In",
    hint: "Trong hộp in của trình duyệt: chọn đúng khổ giấy này, tỉ lệ 100 %, lề “Không có”, bật “Đồ họa nền”. Mang ra tiệm in: chọn máy in “Lưu dưới dạng PDF”.",
    turned: "Chọn thêm: in hai mặt, lật theo cạnh dài.",
    folded: "Chọn thêm: in hai mặt, lật theo cạnh ngắn. Gấp vào trong theo hai vạch.",
    tented: "Gấp đôi ở vạch giữa: biển đứng được, đọc được từ hai phía.",
    bled: |width, height| format!("Cả phần tràn lề là {width} × {height} mm: lưu thành PDF gửi nhà in"),
    zoom: "Cỡ xem",
    sheets: "Các trang sẽ in",
    laying: "Đang dàn trang…",
    drawing: |done, all| format!("Đang vẽ trang {} / {}", vi::n(done), vi::n(all)),
    ready: |all, format| format!("{} trang {}", vi::n(all), formats(format)),
    awaited: |many| format!("Đang chờ {} hình", vi::n(many)),
    missing: |many| {
        format!(
            "Còn thiếu {} hình: vui lòng kiểm tra mạng rồi tải lại trang, hoặc bấm In để in như đang thấy.",
            vi::n(many)
        )
    },
    nothing: "Không có sản phẩm nào để in.",
    older: "Chỉ in phần bổ sung: chọn bản cũ",
    older_hint: "Chọn tệp list.json trong thư mục catalog của bản cũ. Tệp không rời máy này.",
    older_off: "In lại cả danh mục",
    older_fault: |reason| format!("Không đọc được bản cũ: {reason}"),
    same: |day| format!("Không có gì đổi so với ngày {}.", (vi::WORDS.day)(day)),
    since: |day| format!("Bổ sung so với ngày {}", (vi::WORDS.day)(day)),
    changes: |new, changed, gone| {
        format!("{} mới, {} có thay đổi, {} không còn", vi::n(new), vi::n(changed), vi::n(gone))
    },
    picked: |many| format!("{} sản phẩm đã chọn", vi::n(many)),
    owner: |name| format!("Danh sách của {name}"),
    apart: "Không in ghi chú: danh sách trên máy này nay đã khác",
    all_sources: "Các nguồn",
    subtitle: |many, province| format!("Danh mục {} sản phẩm OCOP của làng xã {province}", vi::n(many)),
};

static EN: Desk = Desk {
    back: "Back to the list",
    back_item: "Back to the product",
    kind: "Print as",
    kinds: |kind| {
        ["Catalogue book", "Flyer", "Tri-fold leaflet", "Shelf labels", "Price tags", "QR stickers", "Table sign"]
            [kind as usize]
    },
    layout: "Pages of",
    layouts: |layout| ["6 cards", "12 cards (9 on A5)", "A table", "One product each"][layout as usize],
    by: "Sections by",
    bys: |by| {
        ["Product group", "Producer", "Commune", "Former district", "Stars", "No sections, in the list’s order"]
            [by as usize]
    },
    parts: "Cover, contents, indexes",
    parted: |parts| ["With them", "Without, the list only"][parts as usize],
    format: "Paper",
    formats,
    up: "Flyers on a page",
    grid: "Sheet of labels",
    grids: |grid| {
        [
            "Usual: shelf labels 14, others 24",
            "8 of 99.1 × 67.7 mm",
            "14 of 99.1 × 38.1 mm",
            "21 of 63.5 × 38.1 mm",
            "24 of 70 × 37 mm",
            "65 of 38.1 × 21.2 mm",
        ][grid as usize]
    },
    tongue: "Printed in",
    tongues: |tongue| ["Vietnamese", "English", "Both"][tongue as usize],
    ink: "Printer",
    inks: |inks| ["Colour", "Photocopier, black only"][inks as usize],
    duplex: "Both sides of the paper",
    bleed: "3 mm bleed and crop marks for a print shop",
    print: "Print",
    hint: "In the browser's print box: choose this paper, scale 100 %, margins “None”, and turn “Background graphics” on. For a copy shop choose the printer “Save as PDF”.",
    turned: "Choose as well: both sides, flip on the long edge.",
    folded: "Choose as well: both sides, flip on the short edge. Fold inwards at the two marks.",
    tented: "Fold at the mark in the middle: it stands, and is read from both sides.",
    bled: |width, height| format!("With its bleed a sheet is {width} × {height} mm: save as PDF for a print shop"),
    zoom: "Shown at",
    sheets: "The sheets that will be printed",
    laying: "Laying out…",
    drawing: |done, all| format!("Drawing page {} of {}", en::n(done), en::n(all)),
    ready: |all, format| format!("{} {}", en::items(all, "page", "pages"), formats(format)),
    awaited: |many| format!("Waiting for {}", en::items(many, "picture", "pictures")),
    missing: |many| {
        let pictures = en::items(many, "picture has", "pictures have");
        format!(
            "{pictures} not arrived: check the network and load the page again, or press Print to print what you see."
        )
    },
    nothing: "There is no product to print.",
    older: "Print only an addendum: choose the earlier edition",
    older_hint: "Choose the file list.json in its folder catalog. It does not leave this device.",
    older_off: "Print the whole again",
    older_fault: |reason| format!("The earlier edition cannot be read: {reason}"),
    same: |day| format!("Nothing has changed since {}.", (en::WORDS.day)(day)),
    since: |day| format!("Addendum since {}", (en::WORDS.day)(day)),
    changes: |new, changed, gone| {
        format!("{} new, {} changed, {} no longer listed", en::n(new), en::n(changed), en::n(gone))
    },
    picked: |many| en::items(many, "chosen product", "chosen products"),
    owner: |name| format!("List of {name}"),
    apart: "Notes are not printed: the list on this device is another one by now",
    all_sources: "All sources",
    subtitle: |many, province| {
        let products = en::items(many, "OCOP village product", "OCOP village products");
        format!("A catalogue of {products} of {province}")
    },
};
