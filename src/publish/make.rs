//! A folder that was looked through becomes a site.
//!
//! In: [`Sheets`] without errors, the cache its photographs were developed into, the shell. Out: the whole site in its
//! folder, by [`build`]. The register of addresses is kept only once the site stands.

use super::faults::Said;
use super::folder::Sheets;
use super::photo::Cache;
use super::site::{Built, Cards, Content, Obstacle, Options, Progress, Ready, Shell, build};
use std::collections::BTreeSet;
use std::path::Path;

/// Where photographs stand in a site.
const PHOTOS: &str = "catalog/photo";

/// Build the site of these sheets into `out`.
pub fn make(
    sheets: &Sheets,
    cache: &Path,
    shell: &Shell,
    out: &Path,
    options: &Options,
    progress: &Progress<'_>,
) -> Result<Built, Obstacle> {
    let names: BTreeSet<String> = sheets.details.iter().flat_map(|d| &d.photos).flat_map(|p| p.files()).collect();
    let ready = |name: String| Ready { path: format!("{PHOTOS}/{name}"), from: cache.join(name) };
    let files: Vec<Ready> = names.into_iter().map(ready).collect();
    let (catalog, details) = (&sheets.catalog, sheets.details.as_slice());
    let content = Content { catalog, details, files: &files, cards: &Cards::default() };
    let built = build(&content, shell, out, options, progress)?;
    if cache.is_dir() {
        // What no product shows any more goes; where it cannot, it only takes room.
        let _ = Cache::open(cache).and_then(|cache| cache.close(details.iter().flat_map(|d| &d.photos)));
    }
    Ok(built)
}

/// What stands in the way, for people.
pub fn obstacle(fault: &Obstacle) -> Said {
    let en = fault.to_string();
    let vi = match fault {
        Obstacle::NotOurs { path } => format!(
            "{}: thư mục này không do ocop tạo nên được giữ nguyên; hãy chọn thư mục khác, hoặc dọn trống nó",
            path.display()
        ),
        Obstacle::InTheWay { path } => {
            format!("{}: tệp này không do ocop tạo mà trùng tên với một trang; hãy chuyển nó đi", path.display())
        }
        Obstacle::Busy { path } => format!("{}: một lệnh ocop khác đang ghi trang này", path.display()),
        Obstacle::Full { path } => format!("{}: hết chỗ trên đĩa; chưa thay đổi gì", path.display()),
        Obstacle::Closed { path, reason } => {
            format!("{}: không có quyền ghi ({reason}); chưa thay đổi gì", path.display())
        }
        Obstacle::NoShell { .. } => {
            "chương trình này được dựng thiếu phần vỏ của trang; hãy dùng bản phát hành, hoặc --shell".to_owned()
        }
        Obstacle::Stopped => "đã dừng; chưa thay đổi gì".to_owned(),
        Obstacle::File { .. } | Obstacle::Shell { .. } | Obstacle::Broken(_) => en.clone(),
    };
    (vi, en).into()
}
