//! Markup in the browser: [`El`] as a Leptos view. It is built once from HTML, then only what differs is changed.
//!
//! In: two trees, the one shown and the next. Out: the fewest changes to the document. Lists whose elements have keys
//! keep them when their order changes, so that pictures do not load again.

use super::node::{El, Node};
use std::cell::Cell;
use tachys::html::attribute::{Attribute, any_attribute::AnyAttribute};
use tachys::hydration::Cursor;
use tachys::renderer::{CastFrom, Rndr, types};
use tachys::view::add_attr::AddAnyAttr;
use tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use wasm_bindgen::JsValue;

/// A tree and the element that shows it.
pub struct Live {
    shown: El,
    place: types::Element,
}

/// Draw in that place, emptied before.
pub fn show(place: &types::Element, el: El) -> Live {
    Rndr::set_inner_html(place, "");
    let mut live = el.build();
    live.mount(place, None);
    live
}

impl Live {
    /// Draw the next tree.
    pub fn draw(&mut self, el: El) {
        el.rebuild(self);
    }
}

thread_local! {
    static SENT: Cell<Option<(String, types::Element)>> = const { Cell::new(None) };
}

/// Offer an element that was sent with the page, by the mark of its markup: if the first thing drawn has the same
/// mark, the element is taken over as it stands instead of being built again.
pub fn offer(mark: String, element: types::Element) {
    SENT.set(Some((mark, element)));
}

impl Render for El {
    type State = Live;

    fn build(self) -> Live {
        let sent = SENT.take().filter(|(mark, _)| *mark == self.mark());
        let place = sent.map_or_else(|| create(&self), |(_, place)| place);
        Live { place, shown: self }
    }

    fn rebuild(mut self, state: &mut Live) {
        patch(&state.place, &mut state.shown, &mut self);
        state.shown = self;
    }
}

impl Mountable for Live {
    fn unmount(&mut self) {
        self.place.remove();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        // One that was sent stands there already.
        if !self.place.is_connected() {
            Rndr::insert_node(parent, &self.place, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.place).and_then(types::Element::cast_from);
        parent.inspect(|parent| child.mount(parent, Some(&self.place))).is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.place.clone()]
    }
}

fn create(el: &El) -> types::Element {
    let place = Rndr::create_element(el.0.tag, None);
    el.0.attrs.iter().for_each(|(name, value)| Rndr::set_attribute(&place, name, value));
    let mut inner = String::new();
    el.write_inner(&mut inner);
    if !inner.is_empty() {
        Rndr::set_inner_html(&place, &inner);
    }
    place
}

fn make(node: &Node) -> Option<types::Node> {
    match node {
        Node::Element(el) => Some(create(el).into()),
        Node::Text(text) => Some(Rndr::create_text_node(text).into()),
        Node::Many(_) => None,
    }
}

/// Afterwards `new` is what is shown, and `old` may have lost children to it.
fn patch(place: &types::Element, old: &mut El, new: &mut El) {
    if old == new {
        return;
    }
    attributes(place, old, new);
    if old.0.html != new.0.html {
        Rndr::set_inner_html(place, new.0.html.as_deref().unwrap_or_default());
    } else if new.0.rest || old.0.kids != new.0.kids {
        children(place, old, new);
    }
    new.0.rest = false;
}

fn attributes(place: &types::Element, old: &El, new: &mut El) {
    if old.0.attrs == new.0.attrs {
        return;
    }
    for (name, value) in &new.0.attrs {
        if !old.0.attrs.iter().any(|o| o.0 == *name && o.1 == *value) {
            Rndr::set_attribute(place, name, value);
            property(place, name, true, value);
        }
    }
    for (name, value) in &old.0.attrs {
        if new.0.attrs.iter().any(|n| n.0 == *name) {
            continue;
        }
        if new.0.rest {
            new.0.attrs.push((name, value.clone()));
        } else {
            Rndr::remove_attribute(place, name);
            property(place, name, false, "");
        }
    }
}

/// What a visitor can change has a property beside its attribute; only the property shows.
fn property(place: &types::Element, name: &str, on: bool, value: &str) {
    match name {
        "checked" | "selected" => Rndr::set_property(place, name, &JsValue::from_bool(on)),
        "value" => Rndr::set_property(place, name, &JsValue::from_str(value)),
        _ => {}
    }
}

fn key(node: &Node) -> Option<&str> {
    match node {
        Node::Element(el) => el.0.key.as_deref(),
        _ => None,
    }
}

/// One new child may take the place of an old one if it is the same element with the same key, or both are text.
fn fits(old: &Node, new: &Node) -> bool {
    match (old, new) {
        (Node::Element(a), Node::Element(b)) => a.0.tag == b.0.tag && a.0.key == b.0.key,
        (Node::Text(_), Node::Text(_)) => true,
        _ => false,
    }
}

fn children(place: &types::Element, old: &mut El, new: &mut El) {
    let mut olds: Vec<Option<(Node, types::Node)>> = Vec::with_capacity(old.0.kids.len());
    let mut at = Rndr::first_child(place);
    for kid in old.0.kids.drain(..) {
        let Some(node) = at else { break };
        at = Rndr::next_sibling(&node);
        olds.push(Some((kid, node)));
    }
    let mut kept: Vec<types::Node> = Vec::with_capacity(olds.len());
    for (next, kid) in new.0.kids.iter_mut().enumerate() {
        // In a keyed list the old element may stand anywhere, elsewhere only here.
        let found = match key(kid) {
            Some(_) => olds.iter().position(|o| o.as_ref().is_some_and(|(o, _)| fits(o, kid))),
            None => (next < olds.len() && olds[next].as_ref().is_some_and(|(o, _)| fits(o, kid))).then_some(next),
        };
        match found.and_then(|i| olds[i].take()) {
            Some((mut before, node)) => {
                match (&mut before, kid) {
                    (Node::Element(a), Node::Element(b)) => {
                        if let Some(element) = types::Element::cast_from(node.clone()) {
                            patch(&element, a, b);
                        }
                    }
                    (Node::Text(a), Node::Text(b)) if a != b => node.set_text_content(Some(b)),
                    _ => {}
                }
                kept.push(node);
            }
            None => kept.extend(make(kid)),
        }
    }
    let drawn = new.0.kids.len();
    for (at, (kid, node)) in olds.into_iter().enumerate().filter_map(|(at, old)| Some((at, old?))) {
        if new.0.rest && at >= drawn {
            new.0.kids.push(kid);
            kept.push(node);
        } else {
            Rndr::remove(&node);
        }
    }
    let mut at = Rndr::first_child(place);
    for node in kept {
        if at.as_ref() == Some(&node) {
            at = Rndr::next_sibling(&node);
        } else {
            Rndr::insert_node(place, &node, at.as_ref());
        }
    }
}

impl AddAnyAttr for El {
    type Output<A: Attribute> = El;

    fn add_any_attr<A: Attribute>(self, _: A) -> El {
        self
    }
}

impl RenderHtml for El {
    type AsyncOutput = El;
    type Owned = El;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> El {
        self
    }

    fn to_html_with_buf(self, buf: &mut String, position: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        buf.push_str(&self.to_html());
        *position = Position::NextChild;
    }

    /// Pages are taken over, not hydrated: the element is built anew.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Live {
        self.build()
    }

    fn into_owned(self) -> El {
        self
    }
}
