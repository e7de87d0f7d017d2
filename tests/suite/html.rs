//! A reader of HTML that forgives nothing: every tag closed in turn, every attribute quoted and once.
//!
//! In: markup of ours. Out: elements in the order of the document, each with its text, or what is wrong.

/// Elements that have no end.
const VOID: &[&str] = &["img", "input", "br", "meta", "link", "source", "base"];

/// One element.
#[derive(Debug, Clone)]
pub struct Element {
    pub tag: String,
    attrs: Vec<(String, String)>,
    /// All text within, entities undone.
    pub text: String,
    /// Index of the element around it.
    pub parent: Option<usize>,
}

impl Element {
    pub fn attr(&self, name: &str) -> Option<&str> {
        self.attrs.iter().find(|a| a.0 == name).map(|a| a.1.as_str())
    }

    pub fn attrs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attrs.iter().map(|a| (a.0.as_str(), a.1.as_str()))
    }

    pub fn has_class(&self, name: &str) -> bool {
        self.attr("class").is_some_and(|c| c.split(' ').any(|c| c == name))
    }
}

/// All elements around one, the nearest first.
pub fn around(all: &[Element], mut at: usize) -> impl Iterator<Item = &Element> {
    std::iter::from_fn(move || {
        at = all[at].parent?;
        Some(&all[at])
    })
}

/// Read markup.
pub fn read(html: &str) -> Result<Vec<Element>, String> {
    let mut all: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let (text, tail) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        let text = plain(text)?;
        open.iter().for_each(|i| all[*i].text.push_str(&text));
        rest = tail;
        if let Some(tail) = rest.strip_prefix("</") {
            let (name, tail) = tail.split_once('>').ok_or("an end without >")?;
            let last = open.pop().map(|i| all[i].tag.clone());
            if last.as_deref() != Some(name) {
                return Err(format!("</{name}> ends {last:?}"));
            }
            rest = tail;
        } else if let Some(tail) = rest.strip_prefix('<') {
            let (element, closed, tail) = start(tail, open.last().copied())?;
            let ends = closed || VOID.contains(&element.tag.as_str());
            all.push(element);
            if !ends {
                open.push(all.len() - 1);
            }
            rest = tail;
        }
    }
    match open.last() {
        Some(i) => Err(format!("<{}> is not closed", all[*i].tag)),
        None => Ok(all),
    }
}

/// A start tag, from after its `<`: the element, whether it ends itself, and what follows.
fn start(html: &str, parent: Option<usize>) -> Result<(Element, bool, &str), String> {
    let end = html.find([' ', '>', '/']).ok_or("a tag without end")?;
    let (tag, mut rest) = html.split_at(end);
    if tag.is_empty() || !tag.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(format!("<{tag} is no tag"));
    }
    let mut attrs: Vec<(String, String)> = Vec::new();
    loop {
        if let Some(tail) = rest.strip_prefix('>') {
            return Ok((Element { tag: tag.into(), attrs, text: String::new(), parent }, false, tail));
        }
        if let Some(tail) = rest.strip_prefix("/>") {
            return Ok((Element { tag: tag.into(), attrs, text: String::new(), parent }, true, tail));
        }
        let tail = rest.strip_prefix(' ').ok_or_else(|| format!("<{tag}: no blank before an attribute"))?;
        let (name, tail) =
            tail.split_once("=\"").ok_or_else(|| format!("<{tag}: an attribute without a quoted value"))?;
        let (value, tail) = tail.split_once('"').ok_or_else(|| format!("<{tag} {name}: a value without end"))?;
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-:".contains(&b)) {
            return Err(format!("<{tag}: '{name}' is no attribute"));
        }
        if value.contains('<') || attrs.iter().any(|a| a.0 == name) {
            return Err(format!("<{tag} {name}: stands twice or holds a <"));
        }
        attrs.push((name.into(), plain(value)?));
        rest = tail;
    }
}

/// Text with its entities undone; `&` and `>` never stand for themselves.
fn plain(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once(';').ok_or_else(|| format!("a bare & in '{text}'"))?;
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => return Err(format!("&{name}; is unknown")),
        });
        out.push_str(rest);
    }
    if text.contains('>') { Err(format!("a bare > in '{text}'")) } else { Ok(out) }
}

#[test]
fn this_reader_forgives_nothing() {
    for broken in [
        "<p>",
        "</p>",
        "<p><b></p></b>",
        "<p a=b></p>",
        "<p a=\"1\" a=\"2\"></p>",
        "a & b",
        "a > b",
        "<p a=\"<\"></p>",
        "<p\na=\"\"></p>",
    ] {
        assert!(read(broken).is_err(), "{broken}");
    }
    let all = read("<div id=\"a\"><p>x &lt;b&gt; <img alt=\"&quot;\"><svg><path d=\"M0\"/></svg></p></div>")
        .unwrap_or_default();
    assert_eq!(all.iter().map(|e| e.tag.as_str()).collect::<Vec<_>>(), ["div", "p", "img", "svg", "path"]);
    assert_eq!((all[0].text.as_str(), all[2].attr("alt"), all[4].parent), ("x <b> ", Some("\""), Some(3)));
}
