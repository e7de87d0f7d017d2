//! Words of the hall: what was picked, passing on.

use crate::route::Lang;

/// The words of the hall in that language.
pub fn hall(lang: Lang) -> &'static Hall {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// All words of one language.
pub struct Hall {
    // passing on
    pub scan: &'static str,
    pub sheet: &'static str,
    pub shared: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub link: &'static str,
    pub outside: &'static str,
    pub alone: &'static str,
    pub back: &'static str,
}

static VI: Hall = Hall {
    scan: "Quét mã này bằng máy ảnh của điện thoại để mở đúng trang này trên điện thoại.",
    sheet: "Chia sẻ qua ứng dụng",
    shared: "Đã chia sẻ.",
    copy: "Chép liên kết",
    copied: "Đã chép liên kết.",
    not_copied: "Trình duyệt này không cho chép. Hãy nhấn giữ vào liên kết bên dưới để chép.",
    link: "Liên kết",
    outside: "Ứng dụng đang mở trang này không có nút chia sẻ. Hãy mở trang bằng trình duyệt: bấm dấu ba chấm hoặc biểu tượng la bàn ở góc màn hình, rồi chọn “Mở bằng trình duyệt”.",
    alone: "Trang này mới chỉ mở được trên máy này: danh mục chưa có địa chỉ công khai.",
    back: "Quay lại",
};

static EN: Hall = Hall {
    scan: "Point a phone’s camera at this code to open the same page on the phone.",
    sheet: "Share with an app",
    shared: "Shared.",
    copy: "Copy link",
    copied: "Link copied.",
    not_copied: "This browser does not allow copying. Press and hold the link below to copy it.",
    link: "Link",
    outside: "The app that shows this page has no share button. Open the page in your browser: press the three dots or the compass in a corner of the screen, then “Open in browser”.",
    alone: "This page opens on this machine only: the catalogue has no public address yet.",
    back: "Back",
};
