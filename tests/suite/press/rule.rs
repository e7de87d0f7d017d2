//! What holds on every sheet.

use super::texts;
use ocop::paper::Um;
use ocop::press::{Area, Piece, QUIET, Role, Sheet};

/// The smallest type: 7 points.
const SMALLEST: Um = Um(2469);
/// Nearer to the edge desktop printers do not reach.
const MARGIN: Um = Um(5000);
/// The smallest module of a code; a micrometre is lost to rounding.
const MODULE: i32 = 399;

/// What must not stand on anything else of its kind: texts, pictures, codes, signs. Fills, frames and rules are under them.
fn solid(piece: &Piece) -> bool {
    matches!(piece, Piece::Text(_) | Piece::Picture(..) | Piece::Code(..) | Piece::Stars(..) | Piece::Sign(..))
}

/// What a text certainly covers: from the height of its small letters to its baseline, and to its ends.
fn ground(piece: &Piece) -> Area {
    match piece {
        Piece::Text(text) => {
            let high = text.style.size.share(700);
            Area::new(text.x, text.baseline - high, text.width, high)
        }
        other => other.area(),
    }
}

/// What is wrong with a sheet.
pub fn faults(sheet: &Sheet) -> Vec<String> {
    let mut out = Vec::new();
    let page = sheet.area();
    let inner = Area::new(MARGIN, MARGIN, page.width - MARGIN * 2, page.height - MARGIN * 2);
    for piece in &sheet.pieces {
        if !page.holds(piece.area()) {
            out.push(format!("beyond the sheet: {piece:?}"));
        }
        if piece.area().width < Um(0) || piece.area().height < Um(0) {
            out.push(format!("less than nothing: {piece:?}"));
        }
        let inked = match piece {
            Piece::Code(_, code, area) => {
                let quiet = area.width * QUIET / (code.modules() + 2 * QUIET);
                Area::square(area.x + quiet, area.y + quiet, area.width - quiet * 2)
            }
            other => other.area(),
        };
        if matches!(piece, Piece::Text(_) | Piece::Code(..) | Piece::Sign(..)) && !inner.holds(inked) {
            out.push(format!("beyond the margin: {piece:?}"));
        }
        if let Piece::Code(address, code, area) = piece {
            if area.width.0 / (code.modules() + 2 * QUIET) < MODULE {
                out.push(format!("modules too small: {address} in {area:?}"));
            }
            if code.draw(address).is_none() {
                out.push(format!("no code: {address}"));
            }
        }
    }
    for text in texts(sheet) {
        if text.style.size < SMALLEST {
            out.push(format!("too small: {text:?}"));
        }
        if text.text.is_empty() || text.text.starts_with(' ') || text.text.ends_with(' ') {
            out.push(format!("blank: {text:?}"));
        }
        if text.style.width(&text.text) != text.width {
            out.push(format!("width: {text:?}"));
        }
        if text.role != Role::Frame && text.text.ends_with('…') {
            out.push(format!("cut off: {text:?}"));
        }
    }
    let solids: Vec<(&Piece, Area)> = sheet.pieces.iter().filter(|p| solid(p)).map(|p| (p, ground(p))).collect();
    for (at, (a, one)) in solids.iter().enumerate() {
        for (b, _) in solids.iter().skip(at + 1).filter(|(_, other)| one.meets(*other)) {
            out.push(format!("one on the other: {a:?} and {b:?}"));
        }
    }
    let rules = sheet.pieces.iter().filter(|p| matches!(p, Piece::Rule(..)));
    for rule in rules {
        for (other, _) in solids.iter().filter(|s| !matches!(s.0, Piece::Picture(..)) && s.1.meets(rule.area())) {
            out.push(format!("a rule through {other:?}: {rule:?}"));
        }
    }
    for mark in sheet.pieces.iter().filter(|p| matches!(p, Piece::Mark(..))) {
        for (other, _) in solids.iter().filter(|s| !matches!(s.0, Piece::Picture(..)) && s.1.meets(mark.area())) {
            out.push(format!("a mark through {other:?}: {mark:?}"));
        }
    }
    out
}

/// No sheet has a fault; a text ends in dots only where that is allowed.
pub fn sound(sheets: &[Sheet], what: &str, cut: bool) {
    let faults = |s: &Sheet| faults(s).into_iter().filter(|f| !(cut && f.starts_with("cut off"))).collect::<Vec<_>>();
    let all: Vec<String> =
        sheets.iter().flat_map(|s| faults(s).into_iter().map(|f| format!("{what}, page {}: {f}", s.number))).collect();
    assert!(all.is_empty(), "{} faults\n{}", all.len(), all.iter().take(12).cloned().collect::<Vec<_>>().join("\n"));
}

#[test]
fn these_rules_would_notice() {
    let sheets = super::sheets(super::sample(), ocop::paper::Paper::default());
    let spoilt = |spoil: &dyn Fn(&mut Vec<Piece>)| {
        let mut sheet = sheets[3].clone();
        assert_eq!(faults(&sheet), [] as [String; 0]);
        spoil(&mut sheet.pieces);
        faults(&sheet).first().and_then(|fault| fault.split(':').next().map(String::from)).unwrap_or_default()
    };
    let text = |change: &dyn Fn(&mut ocop::press::Text)| {
        spoilt(&|pieces| {
            for piece in pieces.iter_mut() {
                if let Piece::Text(text) = piece {
                    change(text);
                    break;
                }
            }
        })
    };
    assert_eq!(text(&|t| t.x = Um(-100)), "beyond the sheet");
    assert_eq!(text(&|t| t.x = Um(1000)), "beyond the margin");
    assert_eq!(text(&|t| t.style.size = Um(2400)), "too small");
    assert_eq!(text(&|t| t.text.push('m')), "width");
    assert!(spoilt(&|pieces| pieces.push(pieces[pieces.len() - 1].clone())).starts_with("one on the other"));
    let through = |pieces: &mut Vec<Piece>| {
        let rule = Area::new(Um(20_000), Um(0), Um(250), Um(290_000));
        pieces.push(Piece::Rule(rule, ocop::press::Ink::Ink));
    };
    assert!(spoilt(&through).starts_with("a rule through"));
}
