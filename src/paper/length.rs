//! Lengths on paper: whole micrometres, so that a layout is the same wherever it is made.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Sub, SubAssign};

/// A length in micrometres.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash)]
pub struct Um(pub i32);

impl Um {
    /// So many tenths of a millimetre.
    pub const fn tenths(mm: i32) -> Um {
        Um(mm * 100)
    }

    /// So many hundredths of a typographic point (1 pt = 127/360 mm), rounded up.
    pub const fn points(hundredths: i32) -> Um {
        Um((hundredths * 127 + 35) / 36)
    }

    /// That many thousandths of it, rounded towards nothing.
    pub fn share(self, thousandths: i32) -> Um {
        Um((i64::from(self.0) * i64::from(thousandths) / 1000) as i32)
    }
}

impl Add for Um {
    type Output = Um;
    fn add(self, other: Um) -> Um {
        Um(self.0 + other.0)
    }
}

impl Sub for Um {
    type Output = Um;
    fn sub(self, other: Um) -> Um {
        Um(self.0 - other.0)
    }
}

impl Mul<i32> for Um {
    type Output = Um;
    fn mul(self, times: i32) -> Um {
        Um(self.0 * times)
    }
}

impl Div<i32> for Um {
    type Output = Um;
    fn div(self, parts: i32) -> Um {
        Um(self.0 / parts)
    }
}

impl AddAssign for Um {
    fn add_assign(&mut self, other: Um) {
        self.0 += other.0;
    }
}

impl SubAssign for Um {
    fn sub_assign(&mut self, other: Um) {
        self.0 -= other.0;
    }
}

impl Sum for Um {
    fn sum<I: Iterator<Item = Um>>(all: I) -> Um {
        Um(all.map(|length| length.0).sum())
    }
}
