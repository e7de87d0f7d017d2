//! One number for a text: FNV-1a in 64 bits, written out here because it stands in addresses, which outlive every library.

/// Of no bytes.
pub const NOTHING: u64 = 0xCBF2_9CE4_8422_2325;

/// The number of these bytes, after those that `before` stands for.
pub fn sum(before: u64, bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(before, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01B3))
}

/// The same bits mixed once more: the last ones of FNV mix least. For who takes the uppermost.
pub fn mixed(sum: u64) -> u64 {
    (sum ^ sum >> 29).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
