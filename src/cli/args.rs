//! What may be typed after `ocop`.
//!
//! In: the words of the command line. Out: [`Args`]. Nothing is done here.

use super::help;
use crate::route::Lang;
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::ffi::OsString;
use std::path::PathBuf;

/// All that was typed.
#[derive(Parser)]
#[command(name = "ocop", version, about = help::ABOUT, long_about = help::LONG_ABOUT, after_long_help = help::EXAMPLES)]
#[command(after_help = "`ocop --help` has examples; `ocop help COMMAND` explains one command.", max_term_width = 120)]
pub struct Args {
    // Read before the rest, by `spoken`: what cannot be understood is told in it too.
    /// Language of the messages [default: from LC_ALL, LC_MESSAGES or LANG, else vi]
    #[arg(long, global = true, value_enum, value_name = "LANGUAGE")]
    pub lang: Option<Tongue>,
    /// No progress and no remarks: only what was asked for, and errors
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// One JSON object on standard output instead of text
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub act: Act,
}

/// A language of the messages.
#[derive(Clone, Copy, ValueEnum)]
pub enum Tongue {
    /// Vietnamese
    Vi,
    /// English
    En,
}

/// The language that the words of a command line ask for, before they are understood; else that of the surroundings.
pub fn spoken(words: impl Iterator<Item = OsString>) -> Lang {
    let words: Vec<String> = words.map(|word| word.to_string_lossy().into_owned()).collect();
    let beside = words.windows(2).filter(|pair| pair.first().is_some_and(|word| word == "--lang"));
    let beside = beside.filter_map(|pair| pair.get(1).map(String::as_str));
    let within = words.iter().filter_map(|word| word.strip_prefix("--lang="));
    let asked = beside.chain(within).find_map(|word| Lang::ALL.into_iter().find(|lang| lang.code() == word));
    asked.unwrap_or_else(|| surroundings(|name| std::env::var(name).ok()))
}

/// The language of the first of the variables that say one; Vietnamese where that is not English.
fn surroundings(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    let english = said.is_some_and(|value| value.to_ascii_lowercase().starts_with("en"));
    if english { Lang::En } else { Lang::Vi }
}

/// The commands.
#[derive(Subcommand)]
pub enum Act {
    New(New),
    Check(Check),
    Build(Build),
    Serve(Serve),
    Diff(Diff),
    Completions(Completions),
    Bundle(Bundle),
    Generate(Generate),
}

const NAMES: [&str; 8] = ["new", "check", "build", "serve", "diff", "completions", "bundle", "generate"];

impl Act {
    /// Its name, as typed.
    pub fn name(&self) -> &'static str {
        NAMES[match self {
            Act::New(_) => 0,
            Act::Check(_) => 1,
            Act::Build(_) => 2,
            Act::Serve(_) => 3,
            Act::Diff(_) => 4,
            Act::Completions(_) => 5,
            Act::Bundle(_) => 6,
            Act::Generate(_) => 7,
        }]
    }

    /// The same, where a word is one.
    pub fn named(word: &str) -> Option<&'static str> {
        NAMES.into_iter().find(|name| *name == word)
    }
}

/// Make a folder to fill in: settings, a workbook with its columns explained, a place for pictures
#[derive(clap::Args)]
#[command(after_long_help = help::NEW)]
pub struct New {
    /// The folder to make
    pub folder: PathBuf,
}

/// Tell everything that is wrong or missing, all at once, by file, sheet and row
#[derive(clap::Args)]
#[command(after_long_help = help::CHECK)]
pub struct Check {
    /// Folder with catalog.toml and a products' sheet (XLSX, XLS, ODS or CSV)
    pub folder: PathBuf,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Write the report into this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Only what concerns producers whose name holds this (case and accents do not matter)
    #[arg(long, value_name = "NAME")]
    pub producer: Option<String>,
    /// List every place of every rule, not only how many there are
    #[arg(long)]
    pub all: bool,
    /// Judge recognitions as of this day, D/M/YYYY [default: today]
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// Warnings and what is missing count as faults too
    #[arg(long)]
    pub strict: bool,
}

/// Form of a report.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For the terminal
    Text,
    /// A table for Excel
    Csv,
    /// One page to print or to send
    Html,
    /// For programs
    Json,
}

/// Check, then write the whole website
#[derive(clap::Args)]
#[command(after_long_help = help::BUILD)]
pub struct Build {
    /// Folder with catalog.toml and a products' sheet (XLSX, XLS, ODS or CSV)
    pub folder: PathBuf,
    /// Folder of the website; it is replaced as a whole, and only if this command made it
    #[arg(long, value_name = "SITE")]
    pub out: PathBuf,
    /// A shell built by Trunk, instead of the one inside this command
    #[arg(long, value_name = "DIR")]
    pub shell: Option<PathBuf>,
}

/// Show a catalogue, or a built website, in the browser of this computer
#[derive(clap::Args)]
#[command(after_long_help = help::SERVE)]
pub struct Serve {
    /// Folder with catalog.toml, or a built website
    pub folder: PathBuf,
    /// Port; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Open the browser too
    #[arg(long)]
    pub open: bool,
    /// A shell built by Trunk, instead of the one inside this command
    #[arg(long, value_name = "DIR")]
    pub shell: Option<PathBuf>,
}

/// Tell which products are new, changed or withdrawn between two catalogues
#[derive(clap::Args)]
#[command(after_long_help = help::DIFF)]
pub struct Diff {
    /// The earlier one
    pub old: PathBuf,
    /// The later one
    pub new: PathBuf,
}

/// Print what a shell needs to complete the words of this command
#[derive(clap::Args)]
#[command(after_long_help = help::COMPLETIONS)]
pub struct Completions {
    /// The shell
    pub shell: Shell,
}

/// Write only the data of a catalogue: the bundle with its drawn pictures
#[derive(clap::Args)]
pub struct Bundle {
    /// Folder with catalog.toml and a products' sheet (XLSX, XLS, ODS or CSV)
    pub data: PathBuf,
    /// Folder to write list.json, detail-NN.json and tile/ into
    #[arg(long)]
    pub out: PathBuf,
}

/// Write a bundle of invented products, marked as such, for tests at scale
#[derive(clap::Args)]
pub struct Generate {
    /// How many products
    #[arg(long)]
    pub products: usize,
    /// The same seed gives the same catalogue
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Folder to write into
    #[arg(long)]
    pub out: PathBuf,
    /// Leave the pictures out
    #[arg(long)]
    pub no_tiles: bool,
    /// Write the whole website, not the bundle alone
    #[arg(long, conflicts_with = "no_tiles")]
    pub site: bool,
    /// Address where the website will stand
    #[arg(long, default_value = "", value_name = "URL")]
    pub home: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Args::command().debug_assert();
    }

    #[test]
    fn the_first_variable_that_says_something_counts() {
        let lang =
            |all: &[(&str, &str)]| surroundings(|name| all.iter().find(|v| v.0 == name).map(|v| v.1.to_owned())).code();
        assert_eq!(lang(&[]), "vi");
        assert_eq!(lang(&[("LANG", "en_GB.UTF-8")]), "en");
        assert_eq!(lang(&[("LC_ALL", ""), ("LANG", "en_US")]), "en");
        assert_eq!(lang(&[("LC_ALL", "vi_VN.UTF-8"), ("LANG", "en_US")]), "vi");
        assert_eq!(lang(&[("LANG", "C.UTF-8")]), "vi");
        let asked = |words: &[&str]| spoken(words.iter().map(OsString::from)).code();
        assert_eq!(asked(&["ocop", "chek", "--lang", "en"]), "en");
        assert_eq!(asked(&["ocop", "--lang=vi", "check"]), "vi");
    }
}
