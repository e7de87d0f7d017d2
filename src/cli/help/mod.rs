//! The help of the command, and what is told of words it does not know, in the language of whoever typed them.
//!
//! In: a language. Out: the command as clap parses it; in Vietnamese all that clap would say in English is said anew.

mod en;
mod slip;
mod vi;

pub use en::*;
pub use slip::{told, wrong};

use super::args::Args;
use crate::route::Lang;
use clap::{Command, CommandFactory};

/// The command in that language.
pub fn command(lang: Lang) -> Command {
    let mut command = Args::command();
    if lang == Lang::En {
        return command;
    }
    // Only then are help, version and the options of every command where they are typed.
    command.build();
    let all = vi::COMMANDS.iter().fold(front(command), |command, page| {
        command.mut_subcommand(page.name, |own| {
            let usage = format!("ocop {} {}", page.name, page.usage);
            let own = own.about(page.about).after_long_help(page.more).override_usage(usage);
            said(own, page.words).help_template(vi::OWN)
        })
    });
    all.mut_subcommand("help", |own| own.about(vi::HELP).override_usage("ocop help [LỆNH]").help_template(vi::OWN))
}

fn front(command: Command) -> Command {
    let command = command.about(vi::ABOUT).long_about(vi::LONG_ABOUT).override_usage("ocop [TÙY CHỌN] LỆNH");
    said(command, &[]).help_template(vi::FRONT).after_help(vi::AFTER).after_long_help(vi::EXAMPLES)
}

/// Its options and values in Vietnamese: what every command has, and what is its own.
fn said(command: Command, own: &[vi::Word]) -> Command {
    let known = |id: &str| vi::WORDS.iter().chain(own).find(|word| word.0 == id);
    command.mut_args(|arg| {
        let Some((_, help, name)) = known(arg.get_id().as_str()) else { return arg };
        let arg = arg.help(*help).long_help(*help).hide_default_value(true).hide_possible_values(true);
        if name.is_empty() { arg } else { arg.value_name(*name) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_is_whole_in_vietnamese() {
        let words =
            ["Usage", "Options", "Commands", "Print", "[default", "[possible", "Possible", "Language", "Folder"];
        let check = |mut command: Command| {
            for help in [command.render_help(), command.render_long_help()].map(|help| help.to_string()) {
                let name = command.get_name();
                assert!(help.contains("Cách dùng:") && help.contains("Tùy chọn:"), "{name}: {help}");
                words.iter().for_each(|word| assert!(!help.contains(word), "{name}: {word} in {help}"));
                assert!(help.lines().all(|line| line.chars().count() <= 120), "{name}: {help}");
            }
        };
        let command = command(Lang::Vi);
        let all: Vec<Command> = command.get_subcommands().filter(|c| c.get_name() != "help").cloned().collect();
        assert_eq!(all.len(), vi::COMMANDS.len());
        check(command);
        all.into_iter().for_each(check);
    }
}
