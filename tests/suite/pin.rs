//! The PIN of a booth: nobody reads it from what is kept, and whoever tries many waits, but never longer than was meant.

use ocop::booth::{Pin, Tries};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn wrong_pins_cost_ever_longer_pauses(times in 1_u32..80, start in 0_u64..1 << 40) {
        let mut tries = Tries::default();
        let mut last = 0;
        for wrong in 1..=times {
            tries.fail(start);
            let pause = tries.wait(start);
            prop_assert!(pause >= last && pause <= 900_000 && (pause >= 30_000 || wrong < 3));
            prop_assert_eq!(tries.wait(start + pause), 0);
            prop_assert_eq!(Tries::read(&tries.write()), tries);
            last = pause;
        }
    }

    /// Whoever sets a clock right waits no longer than the pause, also when what is kept is read anew each time.
    #[test]
    fn a_clock_that_is_set_back_locks_no_exhibitor_out(times in 3_u32..20, back in 0_u64..1 << 40) {
        let mut tries = Tries::default();
        (0..times).for_each(|_| tries.fail(1 << 40));
        let now = (1 << 40) - back;
        let pause = tries.wait(now);
        prop_assert!((30_000..=900_000).contains(&pause));
        prop_assert_eq!(Tries::read(&tries.write()).wait(now + pause), 0);
        prop_assert!(Tries::read(&tries.write()).wait(now + pause - 1) > 0);
    }
}

#[test]
fn a_pin_is_known_by_its_hash_alone() {
    for digits in ["123", "123456789", "12a4", "", "１２３４"] {
        assert_eq!(Pin::new(digits, 1), None, "{digits}");
    }
    let Some(pin) = Pin::new("2468", 7) else { unreachable!("four digits") };
    assert_eq!(Pin::read(&pin.write()), Some(pin.clone()));
    assert!(pin.fits("2468") && !pin.fits("2469") && !pin.fits("02468") && !pin.fits("x"));
    assert_ne!(Pin::new("2468", 8), Some(pin));
}
