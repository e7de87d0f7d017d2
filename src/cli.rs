//! `ocop`, the publisher's command: arguments, progress, exit codes.
//!
//! Exit 0: done, clean. Exit 1: done or not, there are faults, all printed. Exit 2: could not run.

use crate::catalog::Date;
use crate::publish::{self, Fault};
use crate::route::Lang;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "ocop", version, about = "Make and serve a catalogue of OCOP products")]
struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Read a folder of sheets and write the bundle with its pictures
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
    },
    /// Write one HTML file for every page into a built site
    Pages {
        /// The built site: index.html, catalog/, scripts and styles
        dist: PathBuf,
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
        Act::Bundle { data, out } => bundle(&data, &out),
        Act::Generate { products, seed, out, no_tiles } => generate(products, seed, &out, no_tiles),
        Act::Pages { dist } => publish::pages(&dist).map(|pages| println!("{pages} pages written")).map_err(Stop::Run),
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

fn bundle(data: &std::path::Path, out: &std::path::Path) -> Result<(), Stop> {
    let sheets = publish::read_folder(data, publish::clock::today(UNKNOWN)).map_err(|faults| {
        tell(&faults);
        eprintln!("{} faults; nothing was written", faults.len());
        Stop::Faults
    })?;
    tell(&sheets.warnings);
    let run = |e: std::io::Error| Stop::Run(format!("{}: {e}", out.display()));
    if sheets.keep_register(data).map_err(run)? {
        println!("new slugs were added to the register in {}", data.display());
    }
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

fn generate(products: usize, seed: u64, out: &std::path::Path, no_tiles: bool) -> Result<(), Stop> {
    let (catalog, details) = publish::generate(products, seed);
    let run = |e: std::io::Error| Stop::Run(format!("{}: {e}", out.display()));
    if no_tiles {
        publish::write_data(&catalog, &details, out).map_err(run)?;
    } else {
        publish::write_bundle(&catalog, &details, out).map_err(run)?;
    }
    println!("{} invented products written", catalog.products.len());
    Ok(())
}
