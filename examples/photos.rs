//! All pictures of a folder developed, as `ocop build` does it: for `make bench`, beside another program.
//!
//! In: a folder of pictures, a folder for the site's files, a folder for the cache. Out: the files; on standard output
//! the milliseconds it took, and how many photographs there were.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    use ocop::publish::photo::{Cache, develop_all};
    use std::path::PathBuf;

    let mut folders = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(pictures), Some(site), Some(cache)) = (folders.next(), folders.next(), folders.next()) else {
        return Err(std::io::Error::other("photos PICTURES SITE CACHE"));
    };
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(pictures)?.map(|entry| entry.map(|e| e.path())).collect::<std::io::Result<_>>()?;
    files.sort();
    let start = std::time::Instant::now();
    let cache = Cache::open(&cache)?;
    let made = develop_all(&files, &cache, &|_, _| {})?;
    let photos: Vec<_> = made.iter().flatten().collect();
    cache.place(photos.iter().copied(), &site)?;
    cache.close(photos.iter().copied())?;
    println!("{} {}", start.elapsed().as_millis(), photos.len());
    Ok(())
}
