//! What is wrong with a photograph, told to the person who took it, in both languages of the site.
//!
//! In: what reading, finding and measuring came upon. Out: what was expected and what to do. It decides nothing.

use super::kind::Foreign;
use super::{HEAVIEST, MEGAPIXELS, PRINT, SHORTEST};
use crate::catalog::Text;

/// One thing wrong with one photograph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Flaw {
    /// No file of that name; the nearest one that is there.
    Missing(Option<String>),
    /// A name that leads out of the folder, or into another machine; the file in the folder that is called so.
    Outside(Option<String>),
    /// Files that the name means alike.
    Several(Vec<String>),
    /// Products whose names all claim the file.
    Claimed(Vec<String>),
    /// It is called after this product, whose row names other files.
    Filled(String),
    /// No product shows it.
    Unused,
    /// The system does not give it out, and says why.
    Unread(String),
    /// So many bytes are no picture.
    Short(u64),
    /// So many bytes are more than is worked on.
    Heavy(u64),
    /// Something else than the four kinds of picture that are read.
    Foreign(Foreign),
    /// More pixels, across and down, than are worked on.
    Large(u32, u32),
    /// It ends before the picture does.
    CutOff,
    /// It cannot be decoded, and why.
    Broken(String),
    /// Its long side has so few pixels that paper shows it blurred.
    Small(u16),
}

impl Flaw {
    /// What should be there.
    pub fn expected(&self) -> Text<String> {
        match self {
            Flaw::Missing(_) => text("một tệp có trong thư mục photos", "a file in the folder photos"),
            Flaw::Outside(_) => text(
                "tên một tệp trong thư mục photos, không có '..', ổ đĩa hay địa chỉ mạng",
                "the name of a file in the folder photos, without '..', a drive or a web address",
            ),
            Flaw::Several(_) => text("tên của chỉ một tệp", "the name of one file only"),
            Flaw::Claimed(_) => text("ảnh của chỉ một sản phẩm", "the photograph of one product only"),
            Flaw::Filled(product) => text(
                format!("cột ảnh ghi cả tệp này; tệp mang tên sản phẩm '{product}' nhưng không được dùng"),
                format!("a photo column that names this file, too; it is called after '{product}', but is not used"),
            ),
            Flaw::Unused => text("ảnh của một sản phẩm", "the photograph of a product"),
            Flaw::Unread(_) => text("một tệp mở được", "a file that can be opened"),
            Flaw::Short(bytes) => text(
                format!("một tấm ảnh (ít nhất {SHORTEST} byte); tệp này có {bytes}"),
                format!("a picture ({SHORTEST} bytes at least); this file has {bytes}"),
            ),
            Flaw::Heavy(bytes) => {
                let (most, has) = (HEAVIEST / 1_000_000, bytes / 1_000_000);
                text(
                    format!("nhiều nhất {most} MB; tệp này có {has}"),
                    format!("{most} MB at most; this file has {has}"),
                )
            }
            Flaw::Foreign(kind) => {
                let Text { vi, en } = kind.name();
                text(
                    format!("ảnh JPEG, PNG, WebP hoặc GIF; đây là {vi}"),
                    format!("a JPEG, PNG, WebP or GIF picture; this is {en}"),
                )
            }
            Flaw::Large(width, height) => text(
                format!("nhiều nhất {MEGAPIXELS} megapixel; ảnh này có {width} × {height} điểm"),
                format!("{MEGAPIXELS} megapixels at most; this picture has {width} × {height} pixels"),
            ),
            Flaw::CutOff => {
                text("một tấm ảnh nguyên vẹn; tệp này bị đứt giữa chừng", "a whole picture; this file is cut off")
            }
            Flaw::Broken(_) => text("một tấm ảnh đọc được", "a picture that can be read"),
            Flaw::Small(long) => text(
                format!("cạnh dài ít nhất {PRINT} điểm để in rộng 10 cm; ảnh này có {long}"),
                format!("a long side of {PRINT} pixels at least, to print 10 cm wide; this one has {long}"),
            ),
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<Text<String>> {
        let again = || text("chép lại tệp từ máy ảnh hay điện thoại", "copy the file again from the camera or phone");
        Some(match self {
            Flaw::Missing(None) | Flaw::Outside(None) => {
                text("chép ảnh vào thư mục photos rồi ghi tên tệp", "copy it into the folder photos and write its name")
            }
            Flaw::Outside(Some(there)) => text(
                format!("chỉ ghi '{there}', tệp có trong photos"),
                format!("write '{there}' only, which is in photos"),
            ),
            Flaw::Missing(Some(near)) => text(format!("ý bạn là '{near}'?"), format!("did you mean '{near}'?")),
            Flaw::Several(files) => {
                let files = files.join(", ");
                text(format!("ghi đầy đủ một trong các tên: {files}"), format!("write one of these in full: {files}"))
            }
            Flaw::Claimed(products) => {
                let products = products.join(", ");
                text(
                    format!("ghi tên tệp vào cột ảnh của đúng sản phẩm: {products}"),
                    format!("write the file's name in the photo column of the right one: {products}"),
                )
            }
            Flaw::Filled(_) => text(
                "cột ảnh đã ghi tệp khác nên không tìm theo tên: ghi thêm tệp này vào ô, cách nhau bằng ;, hoặc xóa trống ô",
                "the cell names other files, so names of files do not count: add this one to it after a ;, or empty the cell",
            ),
            Flaw::Unused => text(
                "ghi tên tệp vào cột ảnh, hoặc đổi tên tệp thành tên sản phẩm",
                "write its name in the photo column, or give it the product's name",
            ),
            Flaw::Foreign(kind) => kind.advice()?,
            Flaw::Large(..) | Flaw::Heavy(_) => {
                text("thu nhỏ ảnh rồi thử lại", "make the picture smaller and try again")
            }
            Flaw::Unread(why) => text(format!("máy báo: {why}"), format!("the machine says: {why}")),
            Flaw::Broken(why) => {
                let Text { vi, en } = again();
                text(format!("{vi}; nguyên văn: {why}"), format!("{en}; the reader says: {why}"))
            }
            Flaw::Short(_) | Flaw::CutOff => again(),
            Flaw::Small(_) => text(
                "gửi ảnh gốc, đừng gửi ảnh đã nén qua Zalo hay Facebook",
                "send the original, not one that Zalo or Facebook has shrunk",
            ),
        })
    }
}

pub(super) fn text(vi: impl Into<String>, en: impl Into<String>) -> Text<String> {
    Text { vi: vi.into(), en: en.into() }
}
