//! What was made once is not made again, and nothing half made is ever taken for done.

use crate::shots::{fields, jpeg, plain};
use ocop::catalog::Photo;
use ocop::publish::photo::{Blame, Cache, Claim, Flaw, develop_all, gather};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

struct Home(TempDir);

impl Home {
    fn new() -> Home {
        Home(tempfile::tempdir().unwrap_or_else(|e| unreachable!("{e}")))
    }

    fn cache(&self) -> PathBuf {
        self.0.path().join("cache")
    }

    /// A picture in the folder, changed an hour ago.
    fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join("photos").join(name);
        let done = fs::create_dir_all(self.0.path().join("photos"))
            .and_then(|()| fs::write(&path, bytes))
            .and_then(|()| fs::File::options().write(true).open(&path)?.set_modified(hours(1)));
        done.unwrap_or_else(|e| unreachable!("{name}: {e}"));
        path
    }

    fn open(&self) -> Cache {
        Cache::open(&self.cache()).unwrap_or_else(|e| unreachable!("{e}"))
    }

    fn develop(&self, files: &[PathBuf]) -> Vec<Result<Photo, Flaw>> {
        develop_all(files, &self.open(), &|_, _| {}).unwrap_or_else(|e| unreachable!("{e}"))
    }

    #[track_caller]
    fn one(&self, file: &Path) -> Photo {
        let mut made = self.develop(&[file.to_owned()]);
        made.remove(0).unwrap_or_else(|flaw| unreachable!("{flaw:?}"))
    }
}

fn hours(ago: u64) -> SystemTime {
    SystemTime::now() - Duration::from_secs(3600 * ago)
}

/// Names, contents and dates of a folder's files.
fn contents(folder: &Path) -> BTreeMap<String, (Vec<u8>, Option<SystemTime>)> {
    let one = |entry: fs::DirEntry| {
        let changed = entry.metadata().and_then(|m| m.modified()).ok();
        (entry.file_name().to_string_lossy().into_owned(), (fs::read(entry.path()).unwrap_or_default(), changed))
    };
    fs::read_dir(folder).into_iter().flatten().flatten().map(one).collect()
}

#[test]
fn an_unchanged_picture_is_not_even_read() {
    let home = Home::new();
    let (mut one, mut other) = (jpeg(&fields(90, 60)), jpeg(&fields(60, 90)));
    let size = one.len().max(other.len());
    one.resize(size, 0);
    other.resize(size, 0);
    let path = home.put("a.jpg", &one);
    let first = home.one(&path);
    // the same size and date from outside: only who reads it can tell
    home.put("a.jpg", &other);
    let date = fs::metadata(&path).and_then(|m| m.modified());
    let kept = fs::read_to_string(home.cache().join("index.csv")).unwrap_or_default();
    let then = kept.trim().rsplit(',').nth(1).and_then(|nanos| nanos.parse().ok()).map(Duration::from_nanos);
    let set = |at: SystemTime| fs::File::options().write(true).open(&path).and_then(|f| f.set_modified(at));
    assert!(date.is_ok() && then.is_some_and(|t| set(SystemTime::UNIX_EPOCH + t).is_ok()));
    assert_eq!(home.one(&path), first);
    // and with another date it is read
    assert!(set(hours(2)).is_ok());
    assert_ne!(home.one(&path), first);
}

#[test]
fn a_picture_changed_a_moment_ago_is_read_again_next_time() {
    let home = Home::new();
    let path = home.put("a.jpg", &jpeg(&fields(90, 60)));
    assert!(fs::File::options().write(true).open(&path).and_then(|f| f.set_modified(SystemTime::now())).is_ok());
    home.one(&path);
    assert_eq!(fs::read(home.cache().join("index.csv")).unwrap_or_default(), b"");
}

#[test]
fn another_name_or_date_makes_nothing_anew() {
    let home = Home::new();
    let bytes = jpeg(&fields(90, 60));
    let first = home.one(&home.put("a.jpg", &bytes));
    let finished = |home: &Home| {
        let mut all = contents(&home.cache());
        all.remove("index.csv");
        all
    };
    let before = finished(&home);
    assert_eq!(home.one(&home.put("b.jpg", &bytes)), first);
    assert_eq!(finished(&home), before);
}

#[test]
fn the_same_picture_under_two_names_is_kept_once() {
    let home = Home::new();
    let bytes = jpeg(&fields(90, 60));
    let files: Vec<_> = (0..8).map(|i| home.put(&format!("{i}.jpg"), &bytes)).collect();
    let made = home.develop(&files);
    assert!(made.iter().all(|m| *m == made[0] && m.is_ok()), "{made:?}");
    assert_eq!(contents(&home.cache()).keys().filter(|name| name.ends_with(".photo")).count(), 1);
}

#[test]
fn what_a_killed_run_left_is_made_whole() {
    let home = Home::new();
    let path = home.put("a.jpg", &jpeg(&fields(420, 60)));
    let photo = home.one(&path);
    let whole = contents(&home.cache());
    let names: Vec<String> = whole.keys().filter(|n| n.starts_with(&photo.stem)).cloned().collect();
    assert_eq!(names.len(), photo.files().len() + 1);
    for name in &names {
        let file = home.cache().join(name);
        for half in [None, Some(whole[name].0.len() / 2), Some(0)] {
            let broken = match half {
                None => fs::remove_file(&file),
                Some(half) => fs::write(&file, &whole[name].0[..half]),
            };
            assert!(broken.is_ok());
            assert_eq!(home.one(&path), photo, "{name} {half:?}");
            assert_eq!(fs::read(&file).ok().as_ref(), Some(&whole[name].0), "{name} {half:?}");
        }
    }
    // an index that is half a line is no reason to stop
    assert!(fs::write(home.cache().join("index.csv"), b"\"half a li").is_ok());
    assert_eq!(home.one(&path), photo);
}

#[test]
fn sweeping_leaves_what_is_used_and_waits_for_other_runs() {
    let home = Home::new();
    let (a, b) =
        (home.one(&home.put("a.jpg", &jpeg(&fields(90, 60)))), home.one(&home.put("b.jpg", &jpeg(&fields(60, 90)))));
    assert!(fs::write(home.cache().join(format!("{}-90.webp.123.new", a.stem)), b"half").is_ok());
    let before = contents(&home.cache()).len();
    let other = home.open();
    assert_eq!(home.open().close([&a]).ok(), Some(0), "another run may be placing them");
    assert_eq!(contents(&home.cache()).len(), before);
    drop(other);
    assert_eq!(home.open().close([&a]).ok(), Some(b.files().len() + 2));
    let left: Vec<String> = contents(&home.cache()).into_keys().collect();
    let mut wanted = [a.files(), vec![format!("{}.photo", a.stem), "index.csv".into(), "lock".into()]].concat();
    wanted.sort();
    assert_eq!(left, wanted);
}

#[test]
fn two_runs_at_once_do_each_other_no_harm() {
    let home = Home::new();
    let files: Vec<_> = (0..12).map(|i| home.put(&format!("{i}.jpg"), &jpeg(&fields(60 + i, 60)))).collect();
    let runs = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..3).map(|_| scope.spawn(|| home.develop(&files))).collect();
        runs.into_iter().map(|run| run.join().unwrap_or_default()).collect::<Vec<_>>()
    });
    assert!(runs.iter().all(|run| *run == runs[0] && run.iter().all(Result::is_ok)), "{runs:?}");
    assert_eq!(home.develop(&files), runs[0]);
}

#[test]
fn finished_files_are_placed_whole_and_once() {
    let home = Home::new();
    let photo = home.one(&home.put("a.jpg", &jpeg(&fields(900, 600))));
    let (cache, site) = (home.open(), home.0.path().join("site/catalog/photo"));
    assert_eq!(cache.place([&photo, &photo], &site).ok(), Some(4));
    assert_eq!(cache.place([&photo], &site).ok(), Some(0));
    let (made, placed) = (contents(&home.cache()), contents(&site));
    assert_eq!(placed.keys().cloned().collect::<Vec<_>>().len(), 4);
    assert!(placed.iter().all(|(name, file)| made.get(name).map(|m| &m.0) == Some(&file.0)));
    // half a file of an earlier attempt is replaced
    let file = site.join(photo.fallback());
    assert!(fs::remove_file(&file).and_then(|()| fs::write(&file, b"half")).is_ok());
    assert_eq!(cache.place([&photo], &site).ok(), Some(1));
    assert_eq!(fs::read(&file).ok().as_ref(), made.get(&photo.fallback()).map(|m| &m.0));
}

#[test]
fn a_cache_that_cannot_be_written_is_one_clear_end() {
    let home = Home::new();
    let files: Vec<_> = (0..4).map(|i| home.put(&format!("{i}.jpg"), &jpeg(&fields(60 + i, 60)))).collect();
    assert!(fs::write(home.cache(), b"a file where a folder was meant").is_ok());
    assert!(Cache::open(&home.cache()).is_err());
    assert!(fs::remove_file(home.cache()).is_ok());
    let stem = home.one(&files[0]).stem;
    assert!(fs::remove_dir_all(home.cache()).is_ok());
    // a folder stands where a finished file should go, as nothing else could on a full disk
    assert!(fs::create_dir_all(home.cache().join(format!("{stem}.jpg"))).is_ok());
    assert!(develop_all(&files, &home.open(), &|_, _| {}).is_err());
}

#[test]
fn progress_counts_every_file() {
    let home = Home::new();
    let mut files: Vec<_> = (0..5).map(|i| home.put(&format!("{i}.jpg"), &jpeg(&fields(60 + i, 60)))).collect();
    files.push(home.put("broken.jpg", b"no picture"));
    files.push(home.0.path().join("not-there.jpg"));
    let told = Mutex::new(Vec::new());
    let made = develop_all(&files, &home.open(), &|done, all| {
        assert_eq!(all, 7);
        told.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(done);
    });
    let mut told = told.into_inner().unwrap_or_default();
    told.sort_unstable();
    assert_eq!(told, [1, 2, 3, 4, 5, 6, 7]);
    let made = made.unwrap_or_else(|e| unreachable!("{e}"));
    assert_eq!(made.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, true, true, true, true, false, false]);
    assert!(matches!(made[6], Err(Flaw::Unread(_))));
}

#[test]
fn a_folder_of_photographs_goes_to_its_products() {
    let home = Home::new();
    home.put("gao.jpg", &jpeg(&plain(1300, 900, [9, 99, 9])));
    home.put("Gạo 2.jpg", &jpeg(&plain(300, 200, [99, 9, 9])));
    home.put("mam.jpg", b"\0\0\0\x18ftypheic and so on, as long as a picture");
    let blame = |row| Blame { file: "products.xlsx".into(), sheet: None, row: Some(row), column: Some("Ảnh".into()) };
    let claims = [
        Claim { slug: "gao".into(), name: "Gạo".into(), files: vec![], blame: blame(2) },
        Claim { slug: "mam".into(), name: "Mắm".into(), files: vec!["mam.jpg".into()], blame: blame(3) },
        Claim { slug: "che".into(), name: "Chè".into(), files: vec![], blame: blame(4) },
    ];
    let all = gather(&home.0.path().join("photos"), &claims, &home.open(), &|_, _| {})
        .unwrap_or_else(|e| unreachable!("{e}"));
    let widths: Vec<Vec<u16>> = all.photos.iter().map(|own| own.iter().map(|p| p.width).collect()).collect();
    assert_eq!(widths, [vec![1300, 300], vec![], vec![]]);
    let told: Vec<_> =
        all.findings.iter().map(|f| (f.file.as_str(), f.blame.as_ref().and_then(|b| b.row), &f.flaw)).collect();
    assert!(
        matches!(told[..], [("Gạo 2.jpg", None, Flaw::Small(300)), ("mam.jpg", Some(3), Flaw::Foreign(_))]),
        "{told:?}"
    );
}
