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
use args::{Act, Args};
use clap::Parser;
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
        move |e| Stop::run(format!("{}: {e}", path.display()))
    }
}

/// Run the command that was typed.
pub fn run() -> ExitCode {
    let args = Args::parse();
    let out = Out::new(args.tongue(), args.act.name(), args.quiet, args.json);
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
