//! What a booth shows while nobody is at it: one product after the other, and now and then a wall of them.

use super::stand::Stand;
use crate::booth::Round;
use crate::catalog::ProductId;
use crate::page::booth::{WALL, one, wall};
use crate::web::booth;

/// Of so many scenes one is a wall.
const SCENES: u32 = 5;

impl Stand {
    /// The next product, or a wall of them, comes to stand behind the one that is shown.
    pub(super) fn next_scene(&self) {
        let see = self.site.see(self.plan.lang);
        let number = self.scene.replace(self.scene.get().wrapping_add(1));
        let [single, many] = &mut *self.rounds.borrow_mut();
        let next = |round: &mut Round| self.ids.get(round.step()? as usize).copied();
        let scene = if number.is_multiple_of(SCENES) {
            let tiles: Vec<ProductId> = (0..WALL).filter_map(|_| next(many)).collect();
            wall(see, &tiles)
        } else {
            let Some(id) = next(single) else { return };
            one(see, id)
        };
        booth::layer(".scene", &scene.to_html());
    }
}
