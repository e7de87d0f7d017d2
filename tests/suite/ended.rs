//! A command that is told to end, politely: the old site stands, nothing is left beside it or among temporary files.

use crate::command::{Desk, SOUND, shown};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// So long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

fn until(what: &str, good: impl Fn() -> bool) {
    let begun = Instant::now();
    while !good() {
        assert!(begun.elapsed() < PATIENCE, "never: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args([name, &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()));
}

/// So many products that a build of them takes a while.
fn many(desk: &Desk) {
    let rows: Vec<String> =
        (0..2000).map(|at| format!("Mắm Ví Dụ {at},HTX Ví Dụ {},Phường Hạc Thành,4,15/3/2025,,", at / 3)).collect();
    desk.catalog("c", &rows.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_build_that_is_told_to_end_says_so_and_leaves_the_old_site() {
    let desk = Desk::new();
    let shell = desk.shell();
    let args = ["build", "c", "--out", "site", "--shell", shown(&shell)];
    for (name, old) in [("-INT", false), ("-TERM", true)] {
        if old {
            desk.catalog("c", &SOUND);
            desk.ocop(&args).is(0, &[]);
        }
        many(&desk);
        let before = old.then(|| desk.read("site/index.html"));
        let child = desk.command(&args).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
        let mut child = child.unwrap_or_else(|e| unreachable!("{e}"));
        let beside = format!("site.{}.new", child.id());
        until("a site in the making", || desk.path(&beside).join("catalog").exists());
        signal(&child, name);
        let mut said = String::new();
        child.stderr.as_mut().map(|err| err.read_to_string(&mut said));
        let code = child.wait().ok().and_then(|status| status.code());
        assert_eq!(code, Some(2), "{name}: {said}");
        let word = if old {
            "đã dừng; trang cũ ở site vẫn còn nguyên"
        } else {
            "đã dừng; chưa ghi gì vào site"
        };
        assert!(said.contains(word), "{name}: {said}");
        assert!(!names(desk.place.path()).iter().any(|name| name.starts_with("site.")), "{name}");
        assert_eq!(desk.path("site").exists(), old);
        assert_eq!(old.then(|| desk.read("site/index.html")), before);
    }
}

#[test]
fn a_preview_that_is_told_to_end_takes_its_place_with_it() {
    for busy in [false, true] {
        let desk = Desk::new();
        let shell = desk.shell();
        if busy {
            many(&desk)
        } else {
            desk.catalog("c", &SOUND)
        }
        assert!(fs::create_dir(desk.path("tmp")).is_ok());
        let mut command = desk.command(&["serve", "c", "--port", "0", "--shell", shown(&shell)]);
        command.env("TMPDIR", desk.path("tmp")).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap_or_else(|e| unreachable!("{e}"));
        let mut line = String::new();
        child.stdout.as_mut().map(|out| BufReader::new(out).read_line(&mut line));
        let made = |end: &str| {
            let inside = names(&desk.path("tmp"))
                .iter()
                .flat_map(|name| names(&desk.path("tmp").join(name)))
                .collect::<Vec<_>>();
            inside.iter().any(|name| name.ends_with(end))
        };
        until("a preview", || made(if busy { ".new" } else { "site" }));
        signal(&child, "-TERM");
        assert_eq!(child.wait().ok().and_then(|status| status.code()), Some(0));
        assert_eq!(names(&desk.path("tmp")), [] as [&str; 0], "busy: {busy}");
    }
}
