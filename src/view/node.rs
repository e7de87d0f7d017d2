//! Markup as plain data: an element is a tag, attributes and children. Every view returns it.
//!
//! In: what a view says. Out: HTML text, or (in `live`) a Leptos view that changes in place. One type for all markup
//! instead of one for every element: measured on this site, Leptos' own `view!` gave 232 KB of brotli wasm, this gives
//! less than half.

/// A piece of markup.
#[derive(Clone, PartialEq, Debug)]
pub enum Node {
    /// An element.
    Element(El),
    /// Text, not yet escaped.
    Text(String),
    /// Several in a row, or none.
    Many(Vec<Node>),
}

/// An element. Boxed, because a view hands it on at every step of its building.
#[derive(Clone, PartialEq, Debug)]
pub struct El(pub(super) Box<Parts>);

#[derive(Clone, PartialEq, Debug)]
pub(super) struct Parts {
    pub(super) tag: &'static str,
    pub(super) attrs: Vec<(&'static str, String)>,
    pub(super) kids: Vec<Node>,
    /// Ready markup instead of children; only for drawings of our own.
    pub(super) html: Option<String>,
    /// What stays the same when its list changes.
    pub(super) key: Option<String>,
    /// Whether what is shown besides these attributes, and behind these children, stays as it is.
    pub(super) rest: bool,
}

/// An empty element.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attrs: Vec::new(), kids: Vec::new(), html: None, key: None, rest: false }))
}

impl El {
    /// With a class.
    pub fn class(self, name: &str) -> El {
        self.at("class", name)
    }

    /// With an attribute.
    pub fn at(self, name: &'static str, value: impl Into<String>) -> El {
        self.with(name, value.into())
    }

    #[inline(never)]
    fn with(mut self, name: &'static str, value: String) -> El {
        self.0.attrs.push((name, value));
        self
    }

    /// With an attribute, if there is a value for it.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<String>>) -> El {
        match value {
            Some(value) => self.at(name, value),
            None => self,
        }
    }

    /// With an attribute that is there or not.
    pub fn flag(self, name: &'static str, on: bool) -> El {
        if on { self.at(name, "") } else { self }
    }

    /// With one more child.
    pub fn put(self, kid: impl Into<Node>) -> El {
        self.and(kid.into())
    }

    #[inline(never)]
    fn and(mut self, kid: Node) -> El {
        self.add(kid);
        self
    }

    /// With ready markup of our own inside.
    pub fn html(mut self, html: impl Into<String>) -> El {
        self.0.html = Some(html.into());
        self
    }

    /// The same element as the one of that key before, wherever it stood in its list.
    pub fn key(mut self, key: &str) -> El {
        self.0.key = Some(key.into());
        self
    }

    /// What is shown besides these attributes, and behind these children, stays as it is: only they are drawn anew.
    pub fn and_rest(mut self) -> El {
        self.0.rest = true;
        self
    }

    /// A browser joins neighbouring texts and drops empty ones: so do we, or the two would count differently.
    fn add(&mut self, kid: Node) {
        match kid {
            Node::Many(kids) => kids.into_iter().for_each(|kid| self.add(kid)),
            Node::Text(text) if text.is_empty() => {}
            Node::Text(text) => match self.0.kids.last_mut() {
                Some(Node::Text(before)) => before.push_str(&text),
                _ => self.0.kids.push(Node::Text(text)),
            },
            element => self.0.kids.push(element),
        }
    }

    /// As HTML.
    pub fn to_html(&self) -> String {
        let mut out = String::with_capacity(PAGE);
        self.write(&mut out);
        out
    }

    /// The mark of its HTML.
    pub fn mark(&self) -> String {
        mark(&self.to_html())
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.0.tag);
        for (name, value) in &self.0.attrs {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        out.push('>');
        // Elements that HTML knows as void have no end.
        if !matches!(self.0.tag, "img" | "input" | "br" | "source") {
            self.write_inner(out);
            out.push_str("</");
            out.push_str(self.0.tag);
            out.push('>');
        }
    }

    pub(super) fn write_inner(&self, out: &mut String) {
        if let Some(html) = &self.0.html {
            out.push_str(html);
        }
        for kid in &self.0.kids {
            kid.write(out);
        }
    }
}

impl Node {
    fn write(&self, out: &mut String) {
        match self {
            Node::Element(el) => el.write(out),
            Node::Text(text) => escape(text, out),
            Node::Many(all) => all.iter().for_each(|n| n.write(out)),
        }
    }
}

/// Bytes that most pages find room in.
const PAGE: usize = 1 << 15;

/// A short mark of HTML (FNV-1a): a page that was sent and one that is drawn are the same if theirs are.
pub fn mark(html: &str) -> String {
    let hash = html.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    hash.to_string()
}

/// Text made harmless between tags and between double quotes.
pub fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((at, name)) = rest.bytes().zip(0..).find_map(|(byte, at)| Some((at, entity(byte)?))) {
        // Cuts that could panic bring 3 KB of words for it into the wasm.
        out.push_str(rest.get(..at).unwrap_or_default());
        out.push_str(name);
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// What stands for a letter that would be markup.
fn entity(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    }
}

/// The same as a text of its own.
#[cfg(not(target_arch = "wasm32"))]
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}

impl From<El> for Node {
    fn from(el: El) -> Node {
        Node::Element(el)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Node {
        Node::Text(text.into())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Node {
        Node::Text(text)
    }
}

impl<T: Into<Node>> From<Option<T>> for Node {
    fn from(kid: Option<T>) -> Node {
        kid.map_or_else(|| Node::Many(Vec::new()), Into::into)
    }
}

impl<T: Into<Node>> From<Vec<T>> for Node {
    fn from(kids: Vec<T>) -> Node {
        Node::Many(kids.into_iter().map(Into::into).collect())
    }
}
