//! The command as a person runs it: what it writes, says and ends with.

use crate::built::shell;
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder to work in, with a shell beside it.
pub struct Desk {
    pub place: TempDir,
}

/// What a command did.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Desk {
        Desk { place: tempfile::tempdir().unwrap_or_else(|e| unreachable!("{e}")) }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// The path of a shell, made where there is none.
    pub fn shell(&self) -> PathBuf {
        let path = self.path("shell");
        if !path.exists() {
            shell(&path).unwrap_or_else(|e| unreachable!("{e}"));
        }
        path
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        path.parent().iter().for_each(|folder| assert!(fs::create_dir_all(folder).is_ok()));
        assert!(fs::File::create(&path).and_then(|mut file| file.write_all(text.as_bytes())).is_ok(), "{name}");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|e| unreachable!("{name}: {e}"))
    }

    /// A small catalogue of invented products, a row each.
    pub fn catalog(&self, name: &str, rows: &[&str]) {
        self.write(&format!("{name}/catalog.toml"), "title = \"Hàng thử\"\nas_of = \"23/11/2026\"\n");
        let head = "Tên sản phẩm,Chủ thể,Xã phường,Hạng sao,Ngày quyết định,Giá bán,Điện thoại";
        self.write(&format!("{name}/products.csv"), &format!("{head}\n{}\n", rows.join("\n")));
    }

    /// Run the command here, in Vietnamese.
    pub fn ocop(&self, args: &[&str]) -> Said {
        self.command(args).output().map_or_else(|e| unreachable!("{e}"), Said::of)
    }

    /// Build the catalogue `c` into `site`.
    pub fn build(&self) -> Said {
        self.ocop(&["build", "c", "--out", "site", "--shell", shown(&self.shell())])
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ocop"));
        command.args(args).current_dir(self.place.path());
        // 25 November 2026, whatever the clock of the machine says
        command
            .env("SOURCE_DATE_EPOCH", "1795575600")
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", "vi_VN.UTF-8");
        command
    }
}

impl Said {
    fn of(output: Output) -> Said {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Said { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// Standard output as the one JSON object.
    pub fn json(&self) -> Value {
        assert_eq!(self.out.trim_end().lines().count(), 1, "{}", self.out);
        serde_json::from_str(&self.out).unwrap_or_else(|e| unreachable!("{e}: {}", self.out))
    }

    /// It ended so, and said this.
    #[track_caller]
    pub fn is(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, Some(code), "{}\n{}", self.out, self.err);
        let all = format!("{}\n{}", self.out, self.err);
        words.iter().for_each(|word| assert!(all.contains(word), "no '{word}' in:\n{all}"));
    }
}

/// Two sound rows.
pub const SOUND: [&str; 2] = [
    "Mắm tép Ví Dụ,HTX Ví Dụ,Phường Hạc Thành,4,15/3/2025,150.000,0237 000 0000",
    "Chè lam Ví Dụ,HTX Ví Dụ,Phường Hạc Thành,3,2/2/2026,,0237 000 0000",
];

#[test]
fn what_cannot_run_ends_with_two_and_says_why_in_both_languages() {
    let desk = Desk::new();
    desk.ocop(&["check", "nowhere"]).is(2, &["không có thư mục nowhere", "ocop new nowhere"]);
    desk.ocop(&["--lang", "en", "check", "nowhere"]).is(2, &["there is no folder nowhere"]);
    desk.ocop(&["build", "nowhere", "--out", "site"]).is(2, &["không có thư mục"]);
    desk.ocop(&["serve", "nowhere", "--lang", "en"]).is(2, &["neither catalog.toml", "nor index.html"]);
    desk.ocop(&["diff", "nowhere", "nowhere", "--lang", "en"]).is(2, &["there is no list.json"]);
    desk.ocop(&["no-such-command"]).is(2, &["không có lệnh 'no-such-command'", "ocop --help"]);
    desk.ocop(&["no-such-command", "--lang", "en"]).is(2, &["unrecognized subcommand"]);
    desk.ocop(&["chek", "c"]).is(2, &["không có lệnh 'chek'; ý bạn là check?"]);
    desk.ocop(&["build", "c"]).is(2, &["còn thiếu --out <TRANG>"]);
    desk.ocop(&["check", "c", "--al"]).is(2, &["không hiểu '--al' ở đây; ý bạn là --all?"]);
    desk.ocop(&["check", "c", "--format", "pdf"])
        .is(2, &["'pdf' không dùng được cho --format", "text, csv, html, json"]);
    desk.ocop(&["build", "c", "--out", "a", "--out", "b"]).is(2, &["--out <TRANG> chỉ ghi một lần"]);
    desk.ocop(&["serve", "c", "--port", "một"]).is(2, &["'một' không dùng được cho --port"]);
    desk.catalog("c", &SOUND);
    desk.ocop(&["check", "c", "--on", "31/2/2026"]).is(2, &["cần ngày dạng ngày/tháng/năm"]);
    let said = desk.ocop(&["--json", "check", "nowhere"]);
    let json = said.json();
    assert_eq!((said.code, json["ok"].as_bool()), (Some(2), Some(false)));
    assert!(json["error"]["vi"].as_str().is_some_and(|text| text.contains("nowhere")));
    assert!(json["error"]["en"].as_str().is_some_and(|text| text.contains("there is no folder")));
}

#[test]
fn a_build_writes_the_site_or_nothing() {
    let desk = Desk::new();
    let shell = desk.shell();
    let shell = shell.to_str().unwrap_or_default();
    desk.catalog("c", &SOUND);
    desk.ocop(&["build", "c", "--out", "site", "--shell", shell]).is(0, &["2 sản phẩm", "Tải cả thư mục này"]);
    assert!(desk.read("site/san-pham/mam-tep-vi-du/index.html").contains("Mắm tép Ví Dụ"));
    assert!(desk.read("c/slugs.csv").contains("mam-tep-vi-du"));
    let again = desk.ocop(&["build", "c", "--out", "site", "--shell", shell, "--json"]);
    let json = again.json();
    assert_eq!((again.code, json["ok"].as_bool(), json["errors"].as_u64()), (Some(0), Some(true), Some(0)));
    assert_eq!((json["products"].as_u64(), json["files"].as_u64()), (Some(2), json["reused"].as_u64()), "{json}");
    assert_eq!(again.err, "");
    let quiet = desk.ocop(&["build", "c", "--out", "site", "--shell", shell, "-q"]);
    assert_eq!((quiet.code, quiet.out.as_str(), quiet.err.as_str()), (Some(0), "", ""));
    desk.catalog("c", &["Mắm tép Ví Dụ,HTX Ví Dụ,Phường Hạc Thành,6,,,"]);
    let before = desk.read("site/index.html");
    let stopped = desk.ocop(&["build", "c", "--out", "site", "--shell", shell]);
    stopped.is(1, &["dòng 2, cột 'Hạng sao': '6'", "Chưa ghi gì cả"]);
    assert_eq!(desk.read("site/index.html"), before);
    let stopped = desk.ocop(&["build", "c", "--out", "site", "--shell", shell, "--json"]).json();
    assert_eq!((stopped["ok"].as_bool(), stopped["errors"].as_u64()), (Some(false), Some(1)));
    desk.write("other/mine.txt", "not a site");
    desk.catalog("c", &SOUND);
    desk.ocop(&["build", "c", "--out", "other", "--shell", shell]).is(2, &["không phải do ocop làm ra"]);
}

#[test]
fn help_and_completions_know_every_command() {
    let desk = Desk::new();
    let help = desk.ocop(&["--help"]);
    help.is(0, &["ocop new danh-muc", "Mã kết thúc:", "Cách dùng:"]);
    desk.ocop(&["--help", "--lang", "en"]).is(0, &["ocop new my-catalogue", "Exit code:", "Usage:"]);
    desk.ocop(&["help", "check"]).is(0, &["Cách dùng: ocop check [TÙY CHỌN] THƯ-MỤC", "--strict"]);
    desk.ocop(&["--lang", "en", "help", "check"]).is(0, &["Usage: ocop check"]);
    desk.ocop(&[]).is(2, &["Cách dùng: ocop [TÙY CHỌN] LỆNH"]);
    for command in ["new", "check", "build", "serve", "diff", "completions", "bundle", "generate"] {
        help.is(0, &[&format!("  {command} ")]);
        desk.ocop(&[command, "--help"]).is(0, &["Cách dùng:"]);
        desk.ocop(&[command, "--help", "--lang", "en"]).is(0, &["Usage:"]);
        for shell in ["bash", "zsh", "fish", "powershell"] {
            desk.ocop(&["completions", shell]).is(0, &[command]);
        }
    }
    for line in help.out.lines() {
        assert!(line.chars().count() <= 120, "{line}");
    }
}

/// Its path as text.
pub fn shown(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}
