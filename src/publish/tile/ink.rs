//! The ten inks of the pictures, the kinds of goods and the colourways they are woven in.
//! Nothing here draws. A colourway, once published, must not change: it is part of every tile.

/// What kind of goods a product is, as far as its picture cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Goods {
    Fresh,
    Raw,
    Processed,
    Condiment,
    Tea,
    Drink,
    Herb,
    Craft,
    Ornamental,
    Tourism,
    Unknown,
}

impl Goods {
    pub const ALL: [Goods; 11] = [
        Goods::Fresh,
        Goods::Raw,
        Goods::Processed,
        Goods::Condiment,
        Goods::Tea,
        Goods::Drink,
        Goods::Herb,
        Goods::Craft,
        Goods::Ornamental,
        Goods::Tourism,
        Goods::Unknown,
    ];

    /// The name used in file names and class names.
    pub fn slug(self) -> &'static str {
        match self {
            Goods::Fresh => "fresh",
            Goods::Raw => "raw",
            Goods::Processed => "processed",
            Goods::Condiment => "condiment",
            Goods::Tea => "tea",
            Goods::Drink => "drink",
            Goods::Herb => "herb",
            Goods::Craft => "craft",
            Goods::Ornamental => "ornamental",
            Goods::Tourism => "tourism",
            Goods::Unknown => "unknown",
        }
    }
}

/// Which printing plate a tile is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plate {
    Colour,
    /// Greys chosen so that neighbours stay apart on a photocopier.
    Photocopy,
}

/// One of the ten inks; the letters are those of the design.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::publish) enum Ink {
    R,
    Y,
    G,
    I,
    S,
    P,
    K,
    H,
    L,
    B,
}

impl Ink {
    pub(in crate::publish) const ALL: [Ink; 10] =
        [Ink::R, Ink::Y, Ink::G, Ink::I, Ink::S, Ink::P, Ink::K, Ink::H, Ink::L, Ink::B];

    /// The ink as it is written into a drawing.
    pub(in crate::publish) fn hex(self, plate: Plate) -> &'static str {
        let (colour, grey) = match self {
            Ink::R => ("#C93A20", "#6A6A6A"),
            Ink::Y => ("#F0B42E", "#DEDEDE"),
            Ink::G => ("#3C7C4F", "#8D8D8D"),
            Ink::I => ("#2A4A80", "#3A3A3A"),
            Ink::S => ("#E6D3A0", "#F1F1F1"),
            Ink::P => ("#FCF7EA", "#FFFFFF"),
            Ink::K => ("#1B1713", "#000000"),
            Ink::H => ("#EDB7A0", "#E6E6E6"),
            Ink::L => ("#B9CFA0", "#D2D2D2"),
            Ink::B => ("#A9BED6", "#C6C6C6"),
        };
        match plate {
            Plate::Colour => colour,
            Plate::Photocopy => grey,
        }
    }
}

/// Four inks of one mat: the ground strand, two pattern inks and the pale one of medallion and halo.
#[derive(Clone, Copy, Debug)]
pub(super) struct Colourway {
    pub(super) ground: Ink,
    pub(super) first: Ink,
    pub(super) second: Ink,
    pub(super) pale: Ink,
}

/// The three colourways of a kind of goods.
pub(super) fn colourways(goods: Goods) -> [Colourway; 3] {
    use Ink::*;
    let inks = match goods {
        Goods::Fresh => [[G, Y, P, P], [G, L, Y, P], [L, G, Y, P]],
        Goods::Raw => [[Y, R, P, P], [Y, G, P, P], [Y, P, R, P]],
        Goods::Processed => [[R, Y, P, S], [R, P, Y, P], [R, H, Y, S]],
        Goods::Condiment => [[I, S, R, S], [I, B, P, P], [I, Y, P, S]],
        Goods::Tea => [[S, G, P, P], [S, G, R, P], [L, G, S, P]],
        Goods::Drink => [[B, I, P, P], [B, I, Y, P], [P, I, B, P]],
        Goods::Herb => [[G, S, R, S], [G, P, S, S], [G, H, S, P]],
        Goods::Craft => [[S, R, G, P], [S, I, R, P], [S, R, Y, P]],
        Goods::Ornamental => [[H, R, P, P], [H, G, P, P], [H, R, G, P]],
        Goods::Tourism => [[B, G, P, P], [L, I, P, P], [B, P, I, P]],
        Goods::Unknown => [[P, K, S, S], [S, K, P, P], [P, S, K, S]],
    };
    inks.map(|[ground, first, second, pale]| Colourway { ground, first, second, pale })
}
