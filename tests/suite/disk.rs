//! A disk that is full, a disk that may not be written: said in words, and the site that stands there still stands.
//!
//! It needs the right to mount a small disk of memory; where that is not given (anyone but root) it says so and ends.

use crate::built::{Yard, files, goods};
use ocop::publish::{Content, Obstacle, Options, build};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A disk of so many kilobytes.
struct Disk(PathBuf);

impl Disk {
    fn mount(at: &Path, size: usize) -> Option<Disk> {
        std::fs::create_dir_all(at).ok()?;
        let size = format!("size={size}k");
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(at).output().ok()?;
        done.status.success().then(|| Disk(at.into()))
    }

    fn to(&self, option: &str) -> bool {
        Command::new("mount").args(["-o", option]).arg(&self.0).status().is_ok_and(|status| status.success())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_or_read_only_disk_is_said_and_nothing_lost() {
    let yard = Yard::new();
    let Some(disk) = Disk::mount(&yard.folder.path().join("disk"), 6000) else {
        println!("skipped: nobody may mount a disk here");
        return;
    };
    let site = disk.0.join("site");
    let try_build = |goods: &(ocop::catalog::Catalog, Vec<ocop::catalog::Detail>)| {
        let content =
            Content { catalog: &goods.0, details: &goods.1, gone: &[], files: &[], previews: None, cards: &yard.cards };
        build(&content, &yard.shell, &site, &Options { today: crate::sample::TODAY, press: false }, &|_| true)
    };
    let built = try_build(&goods());
    assert!(built.is_ok(), "{built:?}");
    let before = files(&site);
    let large = ocop::publish::generate(400, 3);
    let full = try_build(&large);
    assert!(matches!(full, Err(Obstacle::Full { .. })), "{full:?}");
    assert!(full.is_err_and(|e| e.to_string().contains("the disk is full; nothing was changed")));
    assert!(files(&site) == before);
    assert!(disk.to("remount,ro"));
    let closed = try_build(&goods());
    assert!(matches!(closed, Err(Obstacle::Closed { .. })), "{closed:?}");
    assert!(files(&site) == before);
    assert_eq!(std::fs::read_dir(&disk.0).into_iter().flatten().count(), 1);
}
