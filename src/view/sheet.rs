//! A sheet of the press as SVG: everything at its place, nothing decided.
//!
//! In: a [`Sheet`], the catalogue its pictures are of. Out: markup in hundredths of a millimetre, which any size of screen
//! and any printer shows alike. Lines of a paragraph are one text with a blank between them, so that it is copied and read aloud as one;
//! headings say that they are, which browsers hand on to the PDF. Faces and inks are classes of `style/paper.css`.

use super::badge::{STAR, sign_drawing};
use super::{See, escape, photo_address};
use crate::catalog::{Photo, ProductId, Stars, State};
use crate::paper::Um;
use crate::press::{Area, Code, Crop, Face, Ink, Line, Piece, Role, Sheet, Text};
use std::fmt::{self, Write};

/// Dots of a photograph on a millimetre: 300 on an inch.
const DOTS: i32 = 12;

/// The sheet as an `svg` element; `copied`: drawn pictures are those for a photocopier.
pub fn sheet(see: See<'_>, sheet: &Sheet, copied: bool) -> String {
    let mut out = String::with_capacity(sheet.pieces.len() * 160);
    let (width, height, lang) = (Long(sheet.width), Long(sheet.height), see.lang.code());
    let kind = if copied { " class=\"copied\"" } else { "" };
    put(&mut out, format_args!("<svg viewBox=\"0 0 {width} {height}\" lang=\"{lang}\"{kind}>"));
    let begins = out.len();
    let mut pieces = sheet.pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Text(first) => {
                let mut lines = vec![first];
                while let Some(Piece::Text(next)) = pieces.peek()
                    && next.paragraph == first.paragraph
                {
                    lines.push(next);
                    pieces.next();
                }
                text(&mut out, see, &lines);
            }
            Piece::Rule(area, ink) | Piece::Fill(area, ink) => rect(&mut out, *area, class(*ink)),
            Piece::Frame(area, width, ink) => frame(&mut out, *area, *width, *ink),
            Piece::Picture(product, area, crop) => picture(&mut out, see, *product, *area, *crop, copied),
            Piece::Stars(stars, area, ink) => star_row(&mut out, *stars, *area, *ink),
            Piece::Sign(state, area, ink) => sign(&mut out, *state, *area, *ink),
            Piece::Code(address, code, area) => modules(&mut out, address, *code, *area),
            Piece::Mark(mark, area) => line(&mut out, *mark, *area),
        }
    }
    if sheet.twice {
        let again = out.get(begins..).unwrap_or_default().to_string();
        let (x, y) = (Long(sheet.width / 2), Long(sheet.height / 2));
        put(&mut out, format_args!("<g transform=\"rotate(180 {x} {y})\" aria-hidden=\"true\">{again}</g>"));
    }
    out.push_str("</svg>");
    out
}

/// A length in hundredths of a millimetre: in finer ones browsers cap the size of great letters, in coarser ones they round.
struct Long(Um);

impl fmt::Display for Long {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, tenth) = (self.0.0.abs() / 10, self.0.0.abs() % 10);
        out.write_str(if self.0.0 < 0 { "-" } else { "" })?;
        write!(out, "{whole}")?;
        if tenth > 0 { write!(out, ".{tenth}") } else { Ok(()) }
    }
}

/// Writing into a text cannot fail.
fn put(out: &mut String, what: fmt::Arguments<'_>) {
    let _ = out.write_fmt(what);
}

fn class(ink: Ink) -> &'static str {
    ["ink", "second", "hair", "son", "on-son", "green", "ochre", "hoe", "white"][ink as usize]
}

fn face(face: Face) -> &'static str {
    ["reading", "bold", "narrow", "name", "great"][face as usize]
}

fn text(out: &mut String, see: See<'_>, lines: &[&Text]) {
    let Some(first) = lines.first() else { return };
    put(
        out,
        format_args!(
            "<text class=\"{} {}\" font-size=\"{}\"",
            face(first.face()),
            class(first.ink),
            Long(first.style.size)
        ),
    );
    match first.role {
        Role::Heading(level) => put(out, format_args!(" role=\"heading\" aria-level=\"{level}\"")),
        Role::Name(_) => out.push_str(" role=\"heading\" aria-level=\"3\""),
        Role::Price | Role::Wish | Role::Plain | Role::Frame => {}
    }
    if first.lang != see.lang {
        put(out, format_args!(" lang=\"{}\"", first.lang.code()));
    }
    if let [only] = lines {
        put(out, format_args!(" x=\"{}\" y=\"{}\">", Long(only.x), Long(only.baseline)));
        escape(&only.text, out);
    } else {
        out.push('>');
        for (i, one) in (1..).zip(lines) {
            put(out, format_args!("<tspan x=\"{}\" y=\"{}\">", Long(one.x), Long(one.baseline)));
            escape(&one.text, out);
            out.push_str(if i < lines.len() { " </tspan>" } else { "</tspan>" });
        }
    }
    out.push_str("</text>");
}

/// `x`, `y`, `width` and `height`.
fn placed(out: &mut String, area: Area) {
    let Area { x, y, width, height } = area;
    put(
        out,
        format_args!(" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", Long(x), Long(y), Long(width), Long(height)),
    );
}

fn rect(out: &mut String, area: Area, class: &str) {
    put(out, format_args!("<rect class=\"{class}\""));
    placed(out, area);
    out.push_str("/>");
}

/// The line of a frame stands in the middle of its thickness.
fn frame(out: &mut String, area: Area, width: Um, ink: Ink) {
    put(out, format_args!("<rect class=\"line {}\" stroke-width=\"{}\"", class(ink), Long(width)));
    placed(out, Area::new(area.x + width / 2, area.y + width / 2, area.width - width, area.height - width));
    out.push_str("/>");
}

fn picture(out: &mut String, see: See<'_>, id: ProductId, area: Area, crop: Crop, copied: bool) {
    let p = see.catalog.product(id);
    let (file, said) = match &p.photo {
        Some(photo) => (photo_address(&photo.file(width(photo, area))), (see.words.photo_of)(&p.shown())),
        None => {
            let motif = &see.catalog.motifs[p.motif.0 as usize].name;
            (see.tile(p, copied), (see.words.drawn)((see.words.text)(motif)))
        }
    };
    // A drawing is square and browsers do not crop it: it stands as large as the longer side in a window of the area.
    let window = p.photo.is_none() && crop == Crop::Cover && area.width != area.height;
    let at = if window {
        out.push_str("<svg");
        placed(out, area);
        out.push('>');
        let side = area.width.max(area.height);
        Area::square((area.width - side) / 2, (area.height - side) / 2, side)
    } else {
        area
    };
    let fit = if crop == Crop::Full { "meet" } else { "slice" };
    put(out, format_args!("<image preserveAspectRatio=\"xMidYMid {fit}\""));
    if copied && p.photo.is_some() {
        out.push_str(" class=\"grey\"");
    }
    placed(out, at);
    out.push_str(" role=\"img\" aria-label=\"");
    escape(&said, out);
    out.push_str("\" href=\"");
    escape(&file, out);
    out.push_str(if window { "\"/></svg>" } else { "\"/>" });
}

/// The narrowest of a photograph's files that is sharp there; the widest if none is.
fn width(photo: &Photo, area: Area) -> u16 {
    let wanted = area.width.max(area.height).0 / 1000 * DOTS;
    photo.widths().into_iter().find(|width| i32::from(*width) >= wanted).unwrap_or(photo.width)
}

/// Each star as high as the area; together as wide.
fn star_row(out: &mut String, stars: Stars, area: Area, ink: Ink) {
    let count = i32::from(stars.count());
    let step = if count > 1 { (area.width - area.height) / (count - 1) } else { Um(0) };
    put(out, format_args!("<g class=\"{}\">", class(ink)));
    for i in 0..count {
        // a star is drawn in 12 units
        let (x, y, size) = (Long(area.x + step * i), Long(area.y), Long(area.height / 12));
        put(out, format_args!("<path d=\"{STAR}\" transform=\"translate({x} {y}) scale({size})\"/>"));
    }
    out.push_str("</g>");
}

/// The drawing of the screen, in another place.
fn sign(out: &mut String, state: State, area: Area, ink: Ink) {
    let drawing = sign_drawing(state);
    let own = drawing.strip_prefix("<svg").and_then(|rest| rest.split_once('>'));
    put(out, format_args!("<svg class=\"sign {}\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"", class(ink)));
    placed(out, area);
    out.push('>');
    out.push_str(own.map_or("</svg>", |(_, inner)| inner));
}

/// One path: no printer leaves a gap between modules.
fn modules(out: &mut String, address: &str, code: Code, area: Area) {
    let Some(all) = code.draw(address) else { return };
    let (count, quiet) = (code.modules(), crate::press::QUIET);
    let whole = count + 2 * quiet;
    put(out, format_args!("<svg class=\"code\" viewBox=\"0 0 {whole} {whole}\" role=\"img\" aria-label=\""));
    escape(address, out);
    out.push('"');
    placed(out, area);
    put(out, format_args!("><path class=\"white\" d=\"M0 0h{whole}v{whole}H0z\"/><path class=\"ink\" d=\""));
    out.push_str(&super::code::path(&all, count as usize));
    out.push_str("\"/></svg>");
}

/// A mark is the middle of its thin area.
fn line(out: &mut String, mark: Line, area: Area) {
    let kind = ["crop", "cut", "fold"][mark as usize];
    let upright = area.width < area.height;
    let (x, y) = if upright { (area.x + area.width / 2, area.y) } else { (area.x, area.y + area.height / 2) };
    let (along, long) = if upright { ('v', area.height) } else { ('h', area.width) };
    // on a picture a line is seen by the white around it
    for kind in [Some("halo").filter(|_| mark != Line::Crop), Some(kind)].into_iter().flatten() {
        put(out, format_args!("<path class=\"mark {kind}\" d=\"M{} {}{along}{}\"/>", Long(x), Long(y), Long(long)));
    }
}
