//! The publisher's side: sheets are read, checked and written as a site.
//!
//! In: a folder with a spreadsheet ([`read_folder`]) or a number of invented products ([`generate()`]). Out: a catalogue
//! with its details, and a whole site ([`build()`]) or its bundle alone ([`write_bundle`]). Whatever is wrong is collected
//! as [`Fault`]s for people to read.
//! Native only; it knows neither the browser nor any page.

mod address;
mod alike;
mod aside;
mod cell;
mod check;
pub mod clock;
pub mod column;
mod commune;
mod day;
mod decision;
mod diff;
mod faults;
mod flaw;
mod folder;
mod generate;
mod group;
mod header;
mod holder;
mod lost;
mod make;
mod near;
mod offer;
mod old_font;
pub mod photo;
mod picture;
mod place;
pub mod preview;
mod price;
mod producer;
mod product;
mod ready;
mod recognition;
mod register;
pub mod report;
mod said;
mod save;
mod serve;
mod settings;
mod sheet;
mod signal;
mod site;
mod source;
mod start;
mod stem;
mod synonym;
mod table;
mod term;
mod territory;
pub mod tile;
mod typo;
mod value;
mod write;

pub use check::{Checked, cache, check};
pub use diff::{Change, DiffFault, Difference, Edition, Field, Named as Entry, diff};
pub use faults::{Fault, Said, Severity, in_lang, reason};
pub use folder::{Sheets, read_folder};
pub use generate::generate;
pub use holder::{Holder, Kind};
pub use make::{forgotten, make};
pub use offer::Named;
pub use ready::{LONGEST_NAME, Need, Place, Rule, ready};
pub use register::Register;
pub use save::replace;
pub use serve::{Attempt, ServeFault, preview, serve};
pub use settings::FILE as ABOUT;
pub use signal::on_end;
pub use site::{
    Built, Card, Cards, Content, Obstacle, Options, Part, Previews, Progress, Ready, Shell, Step, Subject, build,
    version_of, worker_of,
};
pub use start::{StartFault, start, taken};
pub use synonym::synonyms;
pub use write::{Written, write_bundle, write_data};
