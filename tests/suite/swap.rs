//! A site is replaced whole or not at all: builds stopped and killed in every part, folders of others, leftovers.

use crate::built::{Yard, files, goods};
use ocop::catalog::{Catalog, Detail};
use ocop::publish::{Obstacle, Part, Ready, Step};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The same goods, one name changed.
fn changed() -> (Catalog, Vec<Detail>) {
    let mut goods = goods();
    goods.0.products[3].name.vi = "Tên mới".into();
    goods
}

/// What stands beside the site.
fn beside(yard: &Yard) -> Vec<String> {
    let all = std::fs::read_dir(yard.folder.path()).into_iter().flatten().flatten();
    let mut names: Vec<String> = all.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.starts_with("site."));
    names
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (mut one, mut other) = (Yard::new(), Yard::new());
    (one.press, other.press) = (true, true);
    one.build(&goods());
    other.build(&goods());
    let (one_files, other_files) = (files(&one.out()), files(&other.out()));
    assert_eq!(one_files.keys().collect::<Vec<_>>(), other_files.keys().collect::<Vec<_>>());
    assert!(one_files == other_files);
    // Again over itself, and by way of another state.
    let again = one.build(&goods());
    assert_eq!(again.reused, again.files);
    assert!(files(&one.out()) == other_files);
    let some = one.build(&changed());
    assert!(some.reused > 0 && some.reused < some.files, "{some:?}");
    one.build(&goods());
    assert!(files(&one.out()) == other_files);
    assert_eq!(beside(&one), [] as [String; 0]);
}

#[test]
fn a_build_that_is_stopped_changes_nothing() {
    let yard = Yard::new();
    yard.build(&goods());
    let before = files(&yard.out());
    for part in [Part::Index, Part::Files, Part::Tiles, Part::Pages, Part::Swap] {
        let stopped = yard.try_build(&changed(), &|step| step.part != part);
        assert!(matches!(stopped, Err(Obstacle::Stopped)), "{part:?}: {stopped:?}");
        assert!(files(&yard.out()) == before, "{part:?}");
        assert_eq!(beside(&yard), [] as [String; 0], "{part:?}");
    }
}

/// Not a test: what `a_build_that_is_killed_changes_nothing` starts as a process of its own, to die at a given point.
#[test]
#[ignore = "dies"]
fn victim() {
    let (Ok(folder), Ok(at)) = (std::env::var("OCOP_TEST_YARD"), std::env::var("OCOP_TEST_DIE")) else { return };
    let yard = Yard::new();
    let content = changed();
    let die = |step: Step| {
        if format!("{:?} {}", step.part, step.done) == at {
            std::process::abort();
        }
        true
    };
    let content = ocop::publish::Content {
        gone: &[],
        catalog: &content.0,
        details: &content.1,
        files: &[],
        previews: None,
        cards: &yard.cards,
    };
    let options = ocop::publish::Options { today: crate::sample::TODAY, press: false };
    let _ = ocop::publish::build(&content, &yard.shell, &Path::new(&folder).join("site"), &options, &die);
}

#[test]
fn a_build_that_is_killed_changes_nothing() -> std::io::Result<()> {
    let yard = Yard::new();
    yard.build(&goods());
    let before = files(&yard.out());
    for at in ["Index 0", "Files 16", "Tiles 32", "Pages 16", "Pages 64", "Swap 0"] {
        let ended = Command::new(std::env::current_exe()?)
            .args(["--exact", "swap::victim", "--ignored"])
            .env("OCOP_TEST_YARD", yard.folder.path())
            .env("OCOP_TEST_DIE", at)
            .output()?;
        assert!(!ended.status.success(), "{at}: it lived");
        assert!(files(&yard.out()) == before, "{at}");
        assert_eq!(beside(&yard).len(), 1, "{at}: what is left waits for the next build");
    }
    yard.build(&changed());
    assert_eq!(beside(&yard), [] as [String; 0]);
    assert!(files(&yard.out()) != before);
    Ok(())
}

#[test]
fn what_a_kill_between_two_renames_leaves_is_put_right() -> std::io::Result<()> {
    let yard = Yard::new();
    yard.build(&goods());
    let before = files(&yard.out());
    std::fs::rename(yard.out(), yard.folder.path().join("site.4000000.old"))?;
    // Even a build that comes to nothing puts it back.
    assert!(yard.try_build(&changed(), &|_| false).is_err());
    assert!(files(&yard.out()) == before);
    // A whole one aside, of which the place is taken, is old.
    yard.build(&goods());
    std::fs::rename(yard.out(), yard.folder.path().join("site.4000001.old"))?;
    std::fs::create_dir(yard.out())?;
    yard.build(&changed());
    assert_eq!(beside(&yard), [] as [String; 0]);
    Ok(())
}

#[test]
fn a_folder_of_someone_else_is_never_touched() -> std::io::Result<()> {
    let yard = Yard::new();
    std::fs::create_dir(yard.out())?;
    std::fs::write(yard.out().join("luận văn.docx"), "three years of work")?;
    let refused = yard.try_build(&goods(), &|_| true);
    assert!(matches!(&refused, Err(Obstacle::NotOurs { .. })), "{refused:?}");
    assert_eq!(files(&yard.out()).len(), 1);
    // Nor a file in its place, nor folders that only look like leftovers.
    std::fs::remove_dir_all(yard.out())?;
    std::fs::write(yard.out(), "a file")?;
    assert!(matches!(yard.try_build(&goods(), &|_| true), Err(Obstacle::NotOurs { .. })));
    std::fs::remove_file(yard.out())?;
    let own = yard.folder.path().join("site.1.old");
    std::fs::create_dir(&own)?;
    std::fs::write(own.join("a"), "b")?;
    yard.build(&goods());
    assert_eq!(files(&own).len(), 1);
    for out in ["/", ".."] {
        let content = goods();
        let content = ocop::publish::Content {
            gone: &[],
            catalog: &content.0,
            details: &content.1,
            files: &[],
            previews: None,
            cards: &yard.cards,
        };
        let options = ocop::publish::Options { today: crate::sample::TODAY, press: false };
        let refused = ocop::publish::build(&content, &yard.shell, Path::new(out), &options, &|_| true);
        assert!(matches!(refused, Err(Obstacle::NotOurs { .. })), "{out}: {refused:?}");
    }
    Ok(())
}

#[test]
fn what_others_put_into_the_site_stays() -> std::io::Result<()> {
    let yard = Yard::new();
    yard.build(&goods());
    let others = [("CNAME", "vi-du.example"), (".well-known/a.txt", "b"), ("catalog/mine.txt", "c")];
    for (name, content) in others {
        let path = yard.out().join(name);
        std::fs::create_dir_all(path.parent().unwrap_or(&path))?;
        std::fs::write(path, content)?;
    }
    assert_eq!(yard.build(&changed()).kept, 3);
    assert_eq!(yard.build(&changed()).kept, 3);
    for (name, content) in others {
        assert_eq!(std::fs::read_to_string(yard.out().join(name))?, content);
    }
    // Where it stands in a page's way, the build says so.
    std::fs::create_dir_all(yard.out().join("san-pham/moi"))?;
    std::fs::write(yard.out().join("san-pham/moi/index.html"), "mine")?;
    let mut goods = changed();
    goods.0.products[4].slug = "moi".into();
    let refused = yard.try_build(&goods, &|_| true);
    assert!(
        matches!(&refused, Err(Obstacle::InTheWay { path }) if path.ends_with("san-pham/moi/index.html")),
        "{refused:?}"
    );
    assert_eq!(std::fs::read_to_string(yard.out().join("san-pham/moi/index.html"))?, "mine");
    Ok(())
}

#[test]
fn a_file_that_was_touched_by_hand_is_made_again() -> std::io::Result<()> {
    let yard = Yard::new();
    yard.build(&goods());
    let before = files(&yard.out());
    std::thread::sleep(std::time::Duration::from_millis(20));
    let index = yard.out().join("index.html");
    let longer = [std::fs::read(&index)?, b" ".to_vec()].concat();
    std::fs::write(&index, longer)?;
    let same_size: Vec<u8> = std::fs::read(yard.out().join("robots.txt"))?.iter().map(u8::to_ascii_uppercase).collect();
    std::fs::write(yard.out().join("robots.txt"), same_size)?;
    yard.build(&goods());
    assert!(files(&yard.out()) == before);
    Ok(())
}

#[test]
fn preview_pictures_of_earlier_builds_stay() {
    let mut yard = Yard::new().with_cards("x");
    yard.build(&goods());
    let old = files(&yard.out());
    let old: BTreeMap<_, _> = old.iter().filter(|f| f.0.starts_with("catalog/preview/")).collect();
    assert_eq!(old.len(), 2);
    let from = yard.folder.path().join("new");
    std::fs::write(&from, "new").unwrap_or_else(|e| unreachable!("{e}"));
    yard.files = vec![Ready { path: "catalog/preview/danh-muc-03.jpg".into(), from }];
    for _ in 0..2 {
        assert_eq!(yard.build(&goods()).kept, 2);
        let all = files(&yard.out());
        assert!(old.iter().all(|(path, content)| all.get(*path) == Some(*content)));
    }
}

#[test]
fn a_picture_that_is_not_there_is_named_and_nothing_lost() {
    let mut yard = Yard::new();
    yard.build(&goods());
    let before = files(&yard.out());
    yard.files = vec![Ready { path: "catalog/photo/a.jpg".into(), from: yard.folder.path().join("không có.jpg") }];
    let refused = yard.try_build(&goods(), &|_| true);
    assert!(matches!(&refused, Err(Obstacle::File { path, .. }) if path.ends_with("không có.jpg")), "{refused:?}");
    assert!(files(&yard.out()) == before);
    assert_eq!(beside(&yard), [] as [String; 0]);
}
