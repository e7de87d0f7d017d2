//! The long help of the command and of each of its parts: what it does, examples, exit codes, members of its JSON.

/// In one line.
pub const ABOUT: &str = "Make a catalogue of OCOP products: from a spreadsheet and photographs to a website";

/// In a few.
pub const LONG_ABOUT: &str = "\
Make a catalogue of OCOP products (One Commune One Product): from a spreadsheet
and photographs to a website of plain files, which any host can serve.

A catalogue is a folder: catalog.toml says what it is, products.xlsx holds a row
a product, photos/ holds the pictures. `ocop new` makes such a folder with
everything explained inside it, in Vietnamese and English.";

/// The usual way, and what holds for every command.
pub const EXAMPLES: &str = "\
The usual way:
  ocop new my-catalogue                   a folder to fill in
  ocop check my-catalogue                 what is wrong or missing, row by row
  ocop serve my-catalogue                 look at it; every save shows at once
  ocop build my-catalogue --out site      the website, ready to upload

Language: messages come in Vietnamese or English: --lang, else LC_ALL,
LC_MESSAGES or LANG, else Vietnamese.

Output: what was asked for goes to standard output, progress and remarks to
standard error. With --json, standard output is one JSON object, {\"command\":
\"…\", \"ok\": true, …}; its other members stand under `ocop help COMMAND`. Texts
for people are {\"vi\": \"…\", \"en\": \"…\"} in it. A command that could not run gives
{\"command\": \"…\", \"ok\": false, \"error\": {\"vi\": …, \"en\": …}}.

Exit code: 0 done and clean, 1 there are faults in the catalogue (all of them
told), 2 could not run.";

/// `ocop new`
pub const NEW: &str = "\
Writes catalog.toml, products.xlsx, photos/, HUONG-DAN.md and README.md. The
folder must be empty or not there yet: nothing is ever overwritten. The workbook
holds no product; examples stand on its sheet of explanations, where they are
not read.

Example:
  ocop new my-catalogue

JSON: folder, files (the names of what was written).";

/// `ocop check`
pub const CHECK: &str = "\
Errors forbid publishing. Warnings do not, but something may not come out as
meant. What is still missing before the catalogue is good to show (pictures,
contacts, recognitions that lapse, names too long for a preview, producers that
look like the same one…) is summed up, a line a rule; --all lists every place.

Examples:
  ocop check my-catalogue
  ocop check my-catalogue --all --lang en
  ocop check my-catalogue --format html --out faults.html       one page, to print or to send
  ocop check my-catalogue --format csv --out faults.csv         for Excel
  ocop check my-catalogue --producer 'Le Gia' --format html --out le-gia.html

Exit code: 0 without errors (with --strict: without anything to tell), 1 with
errors, 2 could not run.

JSON: folder, products, producers, rows (read from the products' sheet),
rows_with_faults, errors, warnings, faults (each: severity, rule, file, sheet, row,
column, value, expected, hint, product, producer) and needs (each: rule, title,
products). Members that are not known are null.";

/// `ocop build`
pub const BUILD: &str = "\
The website is written beside its place and put there at the end: if anything
fails or is stopped (Ctrl-C), the old one still stands. What has not changed is
not made again. With errors in the catalogue nothing is written. SITE may stand
in the folder itself, but not in its photos/.

Examples:
  ocop build my-catalogue --out site
  ocop build my-catalogue --out site --quiet && rsync -a --delete site/ host:/var/www/catalogue/

JSON: folder, out, products, producers, errors, warnings, faults (as in `ocop
help check`), pages, files and reused (of these files, how many were there
already), lacks (what the website lacks because the catalogue does not say it).";

/// `ocop serve`
pub const SERVE: &str = "\
A folder with catalog.toml is built into a temporary place, and again whenever a
file in it is saved; open pages reload by themselves. If there are errors, the
last good website stays up and the page says so; the list of faults is at
/__ocop/faults. Nothing is written into the folder but finished photographs, in
.ocop/. A folder with index.html is
a built website and shown as it is.

The address is the first line of standard output (with --json: {\"command\":
\"serve\", \"ok\": true, \"address\": \"http://…\"}). It answers to this computer only.
Ctrl-C ends it.

Examples:
  ocop serve my-catalogue --open
  ocop serve site --port 0";

/// `ocop diff`
pub const DIFF: &str = "\
OLD and NEW are each a built website, its catalog/ folder, a list.json, or a
folder with catalog.toml, which is read as `ocop build` would. Products are told
apart by their address, which never changes. Whether a recognition holds is
judged on each catalogue's own day.

Examples:
  ocop diff site-of-may site
  ocop diff site my-catalogue       what a build would change

Exit code: 0 whether or not anything differs, 1 errors in a folder of sheets,
2 could not run.

JSON: old, new (paths), added and withdrawn (each product: slug, name,
producer), changed (each product, with fields: each with field, title, old,
new), lists_only (true if details could not be compared).";

/// `ocop completions`
pub const COMPLETIONS: &str = "\
Examples:
  ocop completions bash > ~/.local/share/bash-completion/completions/ocop
  ocop completions zsh > ~/.zfunc/_ocop
  ocop completions fish > ~/.config/fish/completions/ocop.fish
  ocop completions powershell >> $PROFILE";
