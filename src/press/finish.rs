//! A sheet as its printer wants it: for a photocopier without colours, for a print shop with bleed.
//!
//! In: a sheet in colour and in its finished size. Out: the one that is printed.

use super::sheet::{Ink, Piece, Sheet};
use crate::paper::{Inks, Paper};

impl Sheet {
    /// The same for that printer and that paper.
    pub(super) fn finished(self, paper: &Paper) -> Sheet {
        let sheet = if paper.inks == Inks::Copy { self.copied() } else { self };
        if paper.bleed { sheet.bled() } else { sheet }
    }

    /// The same for a photocopier.
    fn copied(mut self) -> Sheet {
        for piece in &mut self.pieces {
            // a red field becomes the paper itself, red letters black
            let letters = matches!(piece, Piece::Text(text) if text.ink == Ink::Son);
            if let Some(ink) = piece.ink() {
                *ink = if letters { Ink::Ink } else { ink.copied() };
            }
        }
        self
    }
}
