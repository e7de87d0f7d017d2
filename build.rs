//! Puts the built shell of the site into the native command, so that one file is all an office needs.
//!
//! In: `target/shell`, or the folder that `OCOP_SHELL` names. Out: `shell.rs`, the names and contents of its files; none
//! where no shell has been built, so that `cargo test` needs nothing but Rust. Nothing for the browser's own build.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_CFG_TARGET_ARCH").is_some_and(|arch| arch == "wasm32") {
        return Ok(());
    }
    println!("cargo::rerun-if-env-changed=OCOP_SHELL");
    let own = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("target/shell");
    let shell = env::var_os("OCOP_SHELL").map_or(own, PathBuf::from);
    // Cargo builds anew each time where a folder it is to watch is missing.
    fs::create_dir_all(&shell)?;
    println!("cargo::rerun-if-changed={}", shell.display());
    let mut names = Vec::new();
    if shell.join("index.html").is_file() {
        list(&shell, "", &mut names)?;
    }
    names.sort();
    let mut code = String::from("&[\n");
    for name in &names {
        let _ = writeln!(code, "    ({name:?}, include_bytes!({:?})),", shell.join(name).canonicalize()?);
    }
    code.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("shell.rs"), code)
}

/// Every file below a folder, by its path from there; names that begin with a dot are the builder's own, and a catalogue
/// is no part of a shell.
fn list(folder: &Path, above: &str, names: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || above.is_empty() && name == "catalog" {
            continue;
        }
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{above}{name}/"), names)?;
        } else {
            names.push(format!("{above}{name}"));
        }
    }
    Ok(())
}
