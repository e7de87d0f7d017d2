//! `ocop`, the publisher's command: arguments, progress, exit codes.
//!
//! Exit 0: done, clean. Exit 1: done or not, there are faults, all printed. Exit 2: could not run.

use crate::catalog::{Catalog, Date, Detail};
use crate::publish::{self, Cards, Content, Fault, Obstacle, Options, Sheets, Shell};
use crate::route::Lang;
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "ocop", version, about = "Make and serve a catalogue of OCOP products")]
struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Read a folder of sheets and write the whole site
    Build {
        /// Folder with catalog.toml and its CSV files
        data: PathBuf,
        /// Folder for the site; it is replaced as a whole, and only if this command made it
        #[arg(long)]
        out: PathBuf,
        /// A shell built by Trunk, instead of the one inside this command
        #[arg(long)]
        shell: Option<PathBuf>,
    },
    /// Read a folder of sheets and write only what the site fetches: the bundle with its pictures
    Bundle {
        /// Folder with catalog.toml and a products' sheet (XLSX, XLS, ODS or CSV)
        data: PathBuf,
        /// Folder to write list.json, detail-NN.json and tile/ into
        #[arg(long)]
        out: PathBuf,
    },
    /// Write a bundle of invented products, marked as such, for tests at scale
    Generate {
        /// How many products
        #[arg(long)]
        products: usize,
        /// The same seed gives the same catalogue
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Folder to write into
        #[arg(long)]
        out: PathBuf,
        /// Leave the pictures out
        #[arg(long)]
        no_tiles: bool,
        /// Write the whole site, not the bundle alone
        #[arg(long, conflicts_with = "no_tiles")]
        site: bool,
        /// Address where the site will stand
        #[arg(long, default_value = "")]
        home: String,
    },
    /// Serve a built site on 127.0.0.1
    Serve {
        /// The built site
        dist: PathBuf,
        /// Port; 0 takes a free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
}

/// Run the command that was typed.
pub fn run() -> ExitCode {
    let done = match Args::parse().act {
        Act::Build { data, out, shell } => build(&data, &out, shell.as_deref()),
        Act::Bundle { data, out } => bundle(&data, &out),
        Act::Generate { products, seed, out, no_tiles, site, home } => {
            generate(products, seed, &out, no_tiles, site.then_some(home))
        }
        Act::Serve { dist, port } => publish::serve(&dist, port).map_err(|e| Stop::Run(e.to_string())),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Faults) => ExitCode::from(1),
        Err(Stop::Run(why)) => {
            eprintln!("ocop: {why}");
            ExitCode::from(2)
        }
    }
}

/// The day of a catalogue that names none, on a computer whose clock is nonsense.
const UNKNOWN: Date = Date { year: 2026, month: 1, day: 1 };

enum Stop {
    Faults,
    Run(String),
}

fn tell(faults: &[Fault]) {
    faults.iter().for_each(|fault| eprintln!("{}: {}", fault.severity.told(Lang::En), fault.told(Lang::En)));
}

/// The sheets of a folder, their warnings told and their new slugs kept.
fn read(data: &Path) -> Result<Sheets, Stop> {
    let today = publish::clock::today(UNKNOWN);
    let sheets = publish::read_folder(data, today).map_err(|faults| {
        tell(&faults);
        eprintln!("{} faults; nothing was written", faults.len());
        Stop::Faults
    })?;
    tell(&sheets.warnings);
    if sheets.keep_register(data).map_err(|e| Stop::Run(format!("{}: {e}", data.display())))? {
        println!("new slugs were added to the register in {}", data.display());
    }
    Ok(sheets)
}

fn build(data: &Path, out: &Path, shell: Option<&Path>) -> Result<(), Stop> {
    let sheets = read(data)?;
    site(&sheets.catalog, &sheets.details, out, shell)
}

fn site(catalog: &Catalog, details: &[Detail], out: &Path, shell: Option<&Path>) -> Result<(), Stop> {
    let run = |e: Obstacle| Stop::Run(e.to_string());
    let shell = match shell {
        Some(folder) => Shell::read(folder).map_err(run)?,
        None => Shell::own().ok_or_else(|| run(Obstacle::NoShell { path: None }))?,
    };
    let content = Content { catalog, details, files: &[], cards: &Cards::default() };
    let options = Options { today: publish::clock::today(catalog.about.as_of), press: true };
    let built = publish::build(&content, &shell, out, &options, &|_| true).map_err(run)?;
    tell(&built.warnings);
    println!(
        "{} products, {} pages, {} files, {} of them as before",
        catalog.products.len(),
        built.pages,
        built.files,
        built.reused
    );
    Ok(())
}

fn bundle(data: &Path, out: &Path) -> Result<(), Stop> {
    let sheets = read(data)?;
    let run = |e: std::io::Error| Stop::Run(format!("{}: {e}", out.display()));
    let done = publish::write_bundle(&sheets.catalog, &sheets.details, out).map_err(run)?;
    let c = &sheets.catalog;
    println!(
        "{} products, {} producers, {} communes; {} files written, {} unchanged, {} removed",
        c.products.len(),
        c.producers.len(),
        c.communes.len(),
        done.written,
        done.unchanged,
        done.removed
    );
    Ok(())
}

fn generate(products: usize, seed: u64, out: &Path, no_tiles: bool, home: Option<String>) -> Result<(), Stop> {
    let (mut catalog, details) = publish::generate(products, seed);
    if let Some(home) = home {
        catalog.about.home = home;
        return site(&catalog, &details, out, None);
    }
    let run = |e: std::io::Error| Stop::Run(format!("{}: {e}", out.display()));
    if no_tiles {
        publish::write_data(&catalog, &details, out).map_err(run)?;
    } else {
        publish::write_bundle(&catalog, &details, out).map_err(run)?;
    }
    println!("{} invented products written", catalog.products.len());
    Ok(())
}
