//! What is asked of the printer: which printed thing, on which paper, how. `Paper` ⇄ URL query string, inverses of each
//! other.
//!
//! In: a query string as a browser has it, which may hold a [`Query`](crate::query::Query) as well: no key is shared. Out:
//! a [`Paper`]; and back, canonical. Unknown keys are ignored and unknown values fall back, so an old link still opens.

mod length;

pub use length::Um;

use form_urlencoded::{Serializer, parse};

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $value:ident $key:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
        pub enum $name { $($(#[$of])* $value),* }

        impl $name {
            /// All, in the order offered.
            pub const ALL: &[$name] = &[$($name::$value),*];

            /// Its name in addresses.
            pub fn key(self) -> &'static str {
                [$($key),*][self as usize]
            }

            fn of(key: &str) -> $name {
                $name::ALL.iter().copied().find(|value| value.key() == key).unwrap_or_default()
            }
        }
    };
}

choice! {
    /// What is printed.
    Kind {
        /// A catalogue of all that the query finds.
        #[default]
        Book "book",
        /// One product on one sheet, or several times on it.
        Flyer "flyer",
        /// One product on a sheet folded twice.
        Fold "fold",
        /// Labels for a shelf.
        Labels "labels",
        /// Tags with a price.
        Tags "tags",
        /// QR codes on a sheet of stickers.
        Stickers "stickers",
        /// A sign that stands on a table.
        Sign "sign",
    }
}

choice! {
    /// The sheet.
    Format {
        /// 210 × 297 mm.
        #[default]
        A4 "a4",
        /// 148 × 210 mm.
        A5 "a5",
        /// 105 × 148 mm.
        A6 "a6",
        /// 215.9 × 279.4 mm.
        Letter "letter",
    }
}

choice! {
    /// How the products of a book stand.
    Layout {
        /// Cards, two beside each other in three rows.
        #[default]
        Cards6 "cards6",
        /// Cards, three beside each other in four rows.
        Cards12 "cards12",
        /// Rows of a table.
        Table "table",
        /// One product a page, with its story.
        One "one",
    }
}

choice! {
    /// What the sections of a book are.
    By {
        /// Product group.
        #[default]
        Group "group",
        /// Producer.
        Producer "producer",
        /// Commune of today.
        Commune "commune",
        /// Former district.
        District "district",
        /// Stars that count today.
        Stars "stars",
        /// Nothing: the products follow each other as the list has them.
        Nothing "none",
    }
}

choice! {
    /// What a book has beside its products.
    Parts {
        /// Cover, contents, pages that open sections, indexes.
        #[default]
        Full "full",
        /// A head on the first sheet, and at the end how stars are read.
        Brief "brief",
    }
}

choice! {
    /// In which language.
    Tongue {
        /// Vietnamese.
        #[default]
        Vi "vi",
        /// English.
        En "en",
        /// Both, side by side.
        Both "both",
    }
}

choice! {
    /// For which printer.
    Inks {
        /// One that prints colours.
        #[default]
        Colour "colour",
        /// A photocopier: black only.
        Copy "copy",
    }
}

choice! {
    /// Sheets of labels that are sold ready cut, by how many are on one.
    Grid {
        /// The usual one for what is printed.
        #[default]
        Usual "usual",
        /// 8 of 99.1 × 67.7 mm.
        G8 "8",
        /// 14 of 99.1 × 38.1 mm.
        G14 "14",
        /// 21 of 63.5 × 38.1 mm.
        G21 "21",
        /// 24 of 70 × 37 mm.
        G24 "24",
        /// 65 of 38.1 × 21.2 mm.
        G65 "65",
    }
}

impl Format {
    /// Width and height, upright.
    pub fn size(self) -> (Um, Um) {
        let (width, height) = [(2100, 2970), (1480, 2100), (1050, 1480), (2159, 2794)][self as usize];
        (Um::tenths(width), Um::tenths(height))
    }
}

/// How often the same thing may stand on one sheet.
pub const UPS: [u8; 4] = [1, 2, 4, 8];

/// All that is asked of the printer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paper {
    /// What is printed.
    pub kind: Kind,
    /// On which sheet.
    pub format: Format,
    /// How the products of a book stand.
    pub layout: Layout,
    /// What the sections of a book are.
    pub by: By,
    /// What a book has beside its products.
    pub parts: Parts,
    /// In which language.
    pub tongue: Tongue,
    /// For which printer.
    pub inks: Inks,
    /// 3 mm more on every side and marks where to cut, for a print shop.
    pub bleed: bool,
    /// Printed on both sides: sections open on the right.
    pub duplex: bool,
    /// Slug of the one product that is printed; empty for all that the query finds.
    pub item: String,
    /// How often it stands on a sheet: one of [`UPS`].
    pub up: u8,
    /// On which sheet of labels.
    pub grid: Grid,
}

impl Default for Paper {
    fn default() -> Paper {
        Paper {
            kind: Kind::Book,
            format: Format::A4,
            layout: Layout::Cards6,
            by: By::Group,
            parts: Parts::Full,
            tongue: Tongue::Vi,
            inks: Inks::Colour,
            bleed: false,
            duplex: false,
            item: String::new(),
            up: 1,
            grid: Grid::Usual,
        }
    }
}

impl Paper {
    /// The same with what a query string asks for, without its `?`.
    #[must_use]
    pub fn with(self, query: &str) -> Paper {
        let mut out = self;
        for (key, value) in parse(query.as_bytes()) {
            match key.as_ref() {
                "print" => out.kind = Kind::of(&value),
                "paper" => out.format = Format::of(&value),
                "layout" => out.layout = Layout::of(&value),
                "by" => out.by = By::of(&value),
                "parts" => out.parts = Parts::of(&value),
                "lang" => out.tongue = Tongue::of(&value),
                "ink" => out.inks = Inks::of(&value),
                "bleed" => out.bleed = value == "1",
                "duplex" => out.duplex = value == "1",
                "item" => out.item = value.into_owned(),
                "up" => out.up = value.parse().ok().filter(|up| UPS.contains(up)).unwrap_or(1),
                "grid" => out.grid = Grid::of(&value),
                _ => {}
            }
        }
        out
    }

    /// On which sheets that is printed: a book not on the smallest, a leaflet and several flyers on a large one alone, labels on
    /// those that are sold.
    pub fn formats(&self) -> &'static [Format] {
        match self.kind {
            Kind::Labels | Kind::Tags | Kind::Stickers => &[Format::A4],
            Kind::Fold => &[Format::A4, Format::Letter],
            Kind::Flyer if self.up > 1 => &[Format::A4, Format::Letter],
            Kind::Book => &[Format::A4, Format::A5, Format::Letter],
            Kind::Flyer | Kind::Sign => Format::ALL,
        }
    }

    /// Write the query string, without `?`: what is printed always, the rest where it is not the first choice.
    pub fn write(&self) -> String {
        let plain = Paper::default();
        let mut out = Serializer::new(String::new());
        out.append_pair("print", self.kind.key());
        let mut put = |key, value: &str, differs: bool| {
            if differs {
                out.append_pair(key, value);
            }
        };
        put("paper", self.format.key(), self.format != plain.format);
        put("layout", self.layout.key(), self.layout != plain.layout);
        put("by", self.by.key(), self.by != plain.by);
        put("parts", self.parts.key(), self.parts != plain.parts);
        put("lang", self.tongue.key(), self.tongue != plain.tongue);
        put("ink", self.inks.key(), self.inks != plain.inks);
        put("bleed", "1", self.bleed);
        put("duplex", "1", self.duplex);
        put("item", &self.item, !self.item.is_empty());
        put("up", &self.up.to_string(), self.up != plain.up);
        put("grid", self.grid.key(), self.grid != plain.grid);
        out.finish()
    }
}
