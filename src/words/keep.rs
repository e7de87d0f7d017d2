//! Words of the page that makes ready for a place without a network, and of the bar that offers a newer version.

use super::{en, vi};
use crate::catalog::Date;
use crate::offline::{Progress, Stand, Why};
use crate::route::Lang;

/// All of them in one language.
pub struct Keep {
    pub title: &'static str,
    pub lead: &'static str,
    pub stand: fn(Stand) -> &'static str,
    /// So much is there, of so much.
    pub progress: fn(Progress) -> String,
    /// So much is needed; so many bytes are free, where the browser tells.
    pub needs: fn(Progress, Option<f64>) -> String,
    pub stopped: fn(&Why) -> String,
    pub begin: &'static str,
    pub go_on: &'static str,
    pub look: &'static str,
    pub looking: &'static str,
    pub latest: &'static str,
    pub remove: &'static str,
    pub removed: &'static str,
    pub version: &'static str,
    /// Beginning of a version's hash, and the day of its facts.
    pub versions: fn(&str, Option<Date>) -> String,
    pub space: &'static str,
    /// So many bytes.
    pub size: fn(f64) -> String,
    /// What the bar says, and its button.
    pub newer: &'static str,
    pub renew: &'static str,
    pub install: &'static str,
    pub install_steps: [&'static str; 3],
}

/// The words in that language.
pub fn keep(lang: Lang) -> &'static Keep {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// Megabytes with one decimal; gigabytes where there are many. A program for browsers writes no floating numbers.
fn size(bytes: f64, point: &str) -> String {
    let (unit, name) = if bytes < 1e9 { (1e5, " MB") } else { (1e8, " GB") };
    // Rounded up: what is needed is never said to be less.
    let tenths = (bytes / unit) as u64 + u64::from(bytes % unit > 0.0);
    [&(tenths / 10).to_string(), point, &(tenths % 10).to_string(), name].concat()
}

fn vi_size(bytes: f64) -> String {
    size(bytes, ",")
}

fn en_size(bytes: f64) -> String {
    size(bytes, ".")
}

static VI: Keep = Keep {
    title: vi::WORDS.offline,
    lead: "Tải cả danh mục về máy này một lần. Sau đó tìm, xem, in, quét mã và chọn sản phẩm đều chạy khi không có mạng.",
    stand: |stand| match stand {
        Stand::Unable => {
            "Trình duyệt này không giữ được danh mục. Hãy mở trang bằng Chrome, Safari hoặc Firefox, không ở cửa sổ ẩn danh."
        }
        Stand::Nothing => "Máy này chưa giữ danh mục.",
        Stand::Begun => "Máy này mới giữ một phần danh mục.",
        Stand::Ready => "Sẵn sàng. Danh mục chạy được khi không có mạng.",
        Stand::Newer => "Sẵn sàng, và đã tải xong một bản mới hơn.",
        Stand::Lost => {
            "Trình duyệt đã xoá phần tải về. Trang vẫn chạy khi có mạng; muốn dùng khi không có mạng, xin tải lại."
        }
    },
    progress: |p| {
        [
            "Đã có ",
            &vi::n(p.pictures),
            " trong ",
            &vi::n(p.all_pictures),
            " ảnh, ",
            &vi_size(p.bytes as f64),
            " trong ",
            &vi_size(p.all_bytes as f64),
            ".",
        ]
        .concat()
    },
    needs: |p, free| {
        let free = free.map(|free| ["; máy còn cho ", &vi_size(free)].concat()).unwrap_or_default();
        ["Cần ", &vi_size((p.all_bytes - p.bytes) as f64), free.as_str(), "."].concat()
    },
    stopped: |why| match why {
        Why::Silent => "Mạng bị ngắt. Phần đã tải vẫn còn; khi có mạng, bấm để tải tiếp.".into(),
        Why::Full => {
            "Máy hết chỗ. Phần đã tải vẫn còn; hãy xoá bớt thứ khác rồi tải tiếp. Trang vẫn chạy khi có mạng.".into()
        }
        Why::Changed(path) => ["Trang trên mạng đang được cập nhật (", path, "). Xin thử lại sau vài phút."].concat(),
    },
    begin: "Tải về máy này",
    go_on: "Tải tiếp",
    look: "Tìm bản mới",
    looking: "Đang tìm bản mới…",
    latest: "Đây là bản mới nhất.",
    remove: "Xoá khỏi máy này",
    removed: "Đã xoá khỏi máy này.",
    version: "Phiên bản",
    versions: |hash, day| {
        let day = day.map(|day| [", dữ liệu đến ", &(vi::WORDS.day)(day)].concat()).unwrap_or_default();
        [hash, &day].concat()
    },
    space: "Dung lượng",
    size: vi_size,
    newer: "Có bản mới.",
    renew: "Cập nhật",
    install: "Để ngay trên màn hình chính",
    install_steps: [
        "Android: mở trình đơn ba chấm của Chrome, chọn “Thêm vào màn hình chính”.",
        "iPad, iPhone: bấm nút Chia sẻ của Safari, chọn “Thêm vào MH chính”, mở từ đó rồi tải về.",
        "Máy tính: bấm biểu tượng cài đặt ở cuối thanh địa chỉ.",
    ],
};

static EN: Keep = Keep {
    title: en::WORDS.offline,
    lead: "Download the whole catalogue to this device once. Searching, viewing, printing, QR codes and your picks then work without a network.",
    stand: |stand| match stand {
        Stand::Unable => {
            "This browser cannot keep the catalogue. Please open the page in Chrome, Safari or Firefox, and not in a private window."
        }
        Stand::Nothing => "This device does not have the catalogue yet.",
        Stand::Begun => "This device has a part of the catalogue.",
        Stand::Ready => "Ready. The catalogue works without a network.",
        Stand::Newer => "Ready, and a newer version has been downloaded.",
        Stand::Lost => {
            "The browser has removed the download. The site still works with a network; to use it without one, please download it again."
        }
    },
    progress: |p| {
        [
            &en::n(p.pictures),
            " of ",
            &en::n(p.all_pictures),
            " pictures, ",
            &en_size(p.bytes as f64),
            " of ",
            &en_size(p.all_bytes as f64),
            ".",
        ]
        .concat()
    },
    needs: |p, free| {
        let free = free.map(|free| ["; this device has room for ", &en_size(free)].concat()).unwrap_or_default();
        ["Needs ", &en_size((p.all_bytes - p.bytes) as f64), free.as_str(), "."].concat()
    },
    stopped: |why| {
        match why {
        Why::Silent => "The network was cut off. What has been downloaded stays; go on when there is a network again.".into(),
        Why::Full => "This device is full. What has been downloaded stays; free some room and go on. The site still works with a network.".into(),
        Why::Changed(path) => ["The site is just being updated (", path, "). Please try again in a few minutes."].concat(),
    }
    },
    begin: "Download to this device",
    go_on: "Go on downloading",
    look: "Look for a newer version",
    looking: "Looking for a newer version…",
    latest: "This is the latest version.",
    remove: "Remove from this device",
    removed: "Removed from this device.",
    version: "Version",
    versions: |hash, day| {
        let day = day.map(|day| [", data as of ", &(en::WORDS.day)(day)].concat()).unwrap_or_default();
        [hash, &day].concat()
    },
    space: "Space",
    size: en_size,
    newer: "A newer version is here.",
    renew: "Update",
    install: "Keep it on your home screen",
    install_steps: [
        "Android: open Chrome’s menu of three dots, choose “Add to Home screen”.",
        "iPad, iPhone: press Safari’s Share button, choose “Add to Home Screen”, open it from there, then download.",
        "Computer: press the install sign at the end of the address bar.",
    ],
};
