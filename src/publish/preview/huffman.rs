//! Prefix codes (RFC 1951, 3.2.2): the more often a symbol is met, the fewer its bits.
//! In: how often each symbol is met. Out: the bits of each. It writes nothing.

/// A prefix code: for each symbol its bits, the first in the lowest place, and how many; none for symbols not used.
pub(super) struct Code(pub(super) Vec<(u16, u8)>);

/// Bits of a code at most.
const DEEPEST: u8 = 15;

impl Code {
    /// The shortest code for symbols met so often.
    pub(super) fn new(counts: &[u32]) -> Code {
        let mut counts = counts.to_vec();
        let lengths = loop {
            let lengths = depths(&counts);
            if lengths.iter().all(|length| *length <= DEEPEST) {
                break lengths;
            }
            // Flatter counts make a flatter tree.
            counts.iter_mut().for_each(|count| *count = count.div_ceil(2));
        };
        Code::of(&lengths)
    }

    /// Canonical: shorter first, then by symbol.
    fn of(lengths: &[u8]) -> Code {
        let mut out = vec![(0, 0); lengths.len()];
        let mut next = 0_u16;
        for length in 1..=DEEPEST {
            next <<= 1;
            for (symbol, _) in lengths.iter().enumerate().filter(|(_, own)| **own == length) {
                out[symbol] = (next.reverse_bits() >> (16 - length), length);
                next += 1;
            }
        }
        Code(out)
    }
}

/// Depth of each symbol in Huffman's tree. A lone symbol is one deep.
fn depths(counts: &[u32]) -> Vec<u8> {
    // leaves by count, then the nodes in the order made: both rise, so that the least is at one of two heads
    let mut leaves: Vec<usize> = (0..counts.len()).filter(|symbol| counts[*symbol] > 0).collect();
    leaves.sort_by_key(|symbol| counts[*symbol]);
    let many = leaves.len();
    let mut depths = vec![0; counts.len()];
    if many < 2 {
        leaves.iter().for_each(|symbol| depths[*symbol] = 1);
        return depths;
    }
    let mut weights: Vec<u32> = leaves.iter().map(|symbol| counts[*symbol]).collect();
    let mut above = vec![0; 2 * many - 1];
    let (mut leaf, mut node) = (0, many);
    for new in many..2 * many - 1 {
        let mut least = || {
            let take_leaf = leaf < many && (node >= weights.len() || weights[leaf] <= weights[node]);
            let head = if take_leaf { &mut leaf } else { &mut node };
            *head += 1;
            above[*head - 1] = new;
            weights[*head - 1]
        };
        let sum = least() + least();
        weights.push(sum);
    }
    let mut deep = vec![0_u8; 2 * many - 1];
    for at in (0..2 * many - 2).rev() {
        deep[at] = deep[above[at]] + 1;
    }
    leaves.iter().zip(&deep).for_each(|(symbol, depth)| depths[*symbol] = *depth);
    depths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(counts: &[u32]) -> Vec<u8> {
        Code::new(counts).0.iter().map(|code| code.1).collect()
    }

    #[test]
    fn what_is_met_often_is_short_and_what_is_not_met_has_no_code() {
        assert_eq!(lengths(&[8, 4, 0, 2, 2]), [1, 2, 0, 3, 3]);
        assert_eq!(lengths(&[0, 9, 0]), [0, 1, 0]);
        assert_eq!(lengths(&[0, 0]), [0, 0]);
    }

    #[test]
    fn no_code_is_too_deep_and_none_begins_another() {
        // counts that grow as Fibonacci's numbers make the deepest tree there is
        let mut counts = vec![1_u32, 1];
        (2..40).for_each(|n| counts.push(counts[n - 1] + counts[n - 2]));
        let code = Code::new(&counts).0;
        assert!(code.iter().all(|(_, length)| (1..=DEEPEST).contains(length)));
        let room: u32 = code.iter().map(|(_, length)| 1 << (DEEPEST - length)).sum();
        assert_eq!(room, 1 << DEEPEST, "bits are wasted or codes overlap");
        for (n, (bits, length)) in code.iter().enumerate() {
            let begins = |(other, deep): &(u16, u8)| deep >= length && (bits ^ other) & ((1 << length) - 1) == 0;
            assert_eq!(code.iter().filter(|other| begins(other)).count(), 1, "{n}");
        }
    }
}
