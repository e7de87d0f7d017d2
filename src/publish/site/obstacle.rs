//! Why a site could not be built. Nothing was changed then: the site that stood there still stands.

use crate::publish::faults::{Said, reason};
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// What stood in the way.
#[derive(Debug, Error)]
pub enum Obstacle {
    /// There is something else in the place of the site.
    #[error("{}: this was not made by ocop and stays as it is; name another folder, or empty this one", path.display())]
    NotOurs { path: PathBuf },
    /// A file of someone else stands where a page has to go.
    #[error("{}: this file was not made by ocop, and the site has one of that name; move it away", path.display())]
    InTheWay { path: PathBuf },
    /// Two builds at once.
    #[error("{}: another ocop is writing this site", path.display())]
    Busy { path: PathBuf },
    /// No room left.
    #[error("{}: the disk is full; nothing was changed", path.display())]
    Full { path: PathBuf },
    /// Not ours to write.
    #[error("{}: nothing may be written there ({reason}); nothing was changed", path.display())]
    Closed { path: PathBuf, reason: io::Error },
    /// Any other file that could not be read or written.
    #[error("{}: {reason}", path.display())]
    File { path: PathBuf, reason: io::Error },
    /// A command without a site in it, or a folder that holds none.
    #[error("{}: there is no built shell; `make shell` builds it", path.as_deref().unwrap_or(Path::new("ocop")).display())]
    NoShell { path: Option<PathBuf> },
    /// A shell that is not what it should be.
    #[error("the shell's {file} has no {lacks}")]
    Shell { file: String, lacks: String },
    /// The search index does not fit: a fault of this program.
    #[error("{0}")]
    Broken(#[from] crate::search::Broken),
    /// Whoever watched the progress said so.
    #[error("stopped; nothing was changed")]
    Stopped,
}

impl Obstacle {
    /// The same in both languages of the office.
    pub fn said(&self) -> Said {
        (self.vietnamese(), self.to_string()).into()
    }

    fn vietnamese(&self) -> String {
        let at = |path: &Path, what: &str| format!("{}: {what}", path.display());
        match self {
            Obstacle::NotOurs { path } => at(
                path,
                "chỗ này không phải do ocop làm ra nên được giữ nguyên; hãy chọn thư mục khác, hoặc để trống thư mục này",
            ),
            Obstacle::InTheWay { path } => {
                at(path, "tệp này không phải do ocop làm ra, mà trang có tệp cùng tên; hãy chuyển nó đi chỗ khác")
            }
            Obstacle::Busy { path } => at(path, "một ocop khác đang ghi trang này"),
            Obstacle::Full { path } => at(path, "hết chỗ trên đĩa; không có gì bị thay đổi"),
            Obstacle::Closed { path, reason: why } => {
                at(path, &format!("không được phép ghi vào đây ({}); không có gì bị thay đổi", reason(why).vi))
            }
            Obstacle::File { path, reason: why } => at(path, &reason(why).vi),
            Obstacle::NoShell { path } => {
                at(path.as_deref().unwrap_or(Path::new("ocop")), "không có khung trang; `make shell` làm ra nó")
            }
            Obstacle::Shell { file, lacks } => format!("tệp {file} của khung trang thiếu {lacks}"),
            Obstacle::Broken(why) => format!("lỗi của chương trình: {why}"),
            Obstacle::Stopped => "đã dừng; không có gì bị thay đổi".into(),
        }
    }

    /// What an error of the system means for that file.
    pub(super) fn file(path: &Path, reason: io::Error) -> Obstacle {
        let path = path.to_path_buf();
        match reason.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Obstacle::Full { path },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Obstacle::Closed { path, reason },
            _ => Obstacle::File { path, reason },
        }
    }
}
