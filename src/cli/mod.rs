//! `ocop`, the publisher's command: arguments, progress, exit codes.
//!
//! Exit 0: done, clean. Exit 1: done or not, there are faults, all told. Exit 2: could not run. What is done stands in
//! `publish`; here it is asked for and told.

mod args;
mod brake;
mod build;
mod check;
mod diff;
mod help;
mod new;
mod out;
mod plain;
mod serve;

use crate::catalog::Text;
use crate::publish::reason;
use crate::route::Lang;
use args::{Act, Args};
use clap::FromArgMatches;
use out::Out;
use std::process::ExitCode;

/// Why a command did not end well.
enum Stop {
    /// There are faults, already told.
    Faults,
    /// It could not run.
    Run(Text<String>),
}

impl Stop {
    /// Words that are the same in every language, such as those of the system.
    fn run(why: impl ToString) -> Stop {
        let why = why.to_string();
        Stop::Run(Text { vi: why.clone(), en: why })
    }

    /// The system's word about a path.
    fn at(path: &std::path::Path) -> impl Fn(std::io::Error) -> Stop {
        move |e| {
            let why = reason(&e);
            let told = |why: &str| format!("{}: {why}", path.display());
            Stop::Run(Text { vi: told(&why.vi), en: told(&why.en) })
        }
    }
}

/// Whether clap answers with the help itself.
fn shows_help(error: &clap::Error) -> bool {
    error.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
}

/// Run the command that was typed.
pub fn run() -> ExitCode {
    let lang = args::spoken(std::env::args_os());
    let parsed = help::command(lang).try_get_matches().and_then(|matches| Args::from_arg_matches(&matches));
    let args = match parsed {
        Ok(args) => args,
        Err(error) if error.use_stderr() && std::env::args_os().any(|word| word == "--json") => {
            let act = std::env::args_os().skip(1).find_map(|word| Act::named(word.to_str()?));
            Out::new(lang, act.unwrap_or_default(), true, true).stopped(&help::wrong(&error));
            return ExitCode::from(2);
        }
        Err(error) if error.use_stderr() && lang == Lang::Vi && !shows_help(&error) => {
            eprintln!("ocop: {}", help::told(&error));
            return ExitCode::from(2);
        }
        Err(error) => error.exit(),
    };
    let out = Out::new(lang, args.act.name(), args.quiet, args.json);
    let done = match &args.act {
        Act::New(new) => new::run(new, &out),
        Act::Check(check) => check::run(check, &out),
        Act::Build(build) => build::run(build, &out),
        Act::Serve(serve) => serve::run(serve, &out),
        Act::Diff(diff) => diff::run(diff, &out),
        Act::Completions(completions) => plain::completions(completions, &out),
        Act::Bundle(bundle) => plain::bundle(bundle, &out),
        Act::Generate(generate) => plain::generate(generate, &out),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Faults) => ExitCode::from(1),
        Err(Stop::Run(why)) => {
            out.stopped(&why);
            ExitCode::from(2)
        }
    }
}
