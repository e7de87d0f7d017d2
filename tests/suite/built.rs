//! Sites built from invented catalogues into folders of their own, with a shell like Trunk's.

use crate::sample::TODAY;
use ocop::catalog::*;
use ocop::publish::{Built, Card, Cards, Content, Obstacle, Options, Progress, Ready, Shell, Subject, build, generate};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Where the invented site stands.
pub const HOME: &str = "https://vi-du.example/ocop/";

/// Text that would do harm if it were not taken as text.
pub const HOSTILE: &str = "</script><script>alert(1)</script><img src=x onerror=alert(2)> & \"Bà\" 'Ba' \u{2028}=1+1";

const INDEX: &str = r#"<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<base href="./">
<script>
document.documentElement.setAttribute("data-asked", "");
</script>
<title>Shell</title>
<meta name="description" content="Shell">
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="manifest" href="manifest.webmanifest">
<link rel="stylesheet" href="./tokens-fb4e1d1e14f7b28e.css" integrity="sha384-x"/>
<script type="module">
import init, * as bindings from './ocop-2a3c8533cd96e7fd.js';
const wasm = await init({ module_or_path: './ocop-2a3c8533cd96e7fd_bg.wasm' });
</script><link rel="modulepreload" href="./ocop-2a3c8533cd96e7fd.js" crossorigin="anonymous"><link rel="preload" href="./ocop-2a3c8533cd96e7fd_bg.wasm" as="fetch">
</head>
<body>
<div id="app"><main>Wait</main></div>
<noscript><p>No script.</p></noscript>
</body>
</html>
"#;

/// The page that prints has a program, and so an inline script, of its own.
static PRINT: LazyLock<String> = LazyLock::new(|| INDEX.replace("./ocop-", "./print-"));

/// So have those of the hall.
static HALL: LazyLock<String> = LazyLock::new(|| INDEX.replace("./ocop-", "./hall-"));

/// A shell with the names that a real one has.
pub fn shell(folder: &Path) -> Result<Shell, Obstacle> {
    let files = [
        ("index.html", INDEX),
        ("print.html", PRINT.as_str()),
        ("hall.html", HALL.as_str()),
        ("icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("icon-512.png", "no picture"),
        ("nothing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("manifest.webmanifest", "{\"name\": \"Shell\", \"icons\": []}"),
        ("tokens-fb4e1d1e14f7b28e.css", "a { color: red }"),
        ("ocop-2a3c8533cd96e7fd.js", "export default 1"),
        ("ocop-2a3c8533cd96e7fd_bg.wasm", "no wasm"),
        ("print-2a3c8533cd96e7fd.js", "export default 2"),
        ("print-2a3c8533cd96e7fd_bg.wasm", "no wasm either"),
        ("hall-2a3c8533cd96e7fd.js", "export default 3"),
        ("hall-2a3c8533cd96e7fd_bg.wasm", "nor here"),
        ("sw.js", "// a worker\nconst VERSION = \"\";\nserve(VERSION);\n"),
        ("tend-2a3c8533cd96e7fd.js", "export default 4"),
        ("tend-2a3c8533cd96e7fd_bg.wasm", "a third that is none"),
        ("fonts/letters.woff2", "no letters"),
        ("fonts/OFL.txt", "a licence"),
        ("catalog/list.json", "a shell has no catalogue"),
    ];
    let swatches =
        ["condiment", "craft", "drink", "fresh", "herb", "ornamental", "processed", "raw", "tea", "tourism", "unknown"];
    for (name, content) in files
        .map(|(name, content)| (name.to_string(), content))
        .into_iter()
        .chain(swatches.map(|name| (format!("swatch/{name}.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")))
    {
        let path = folder.join(name);
        let made =
            std::fs::create_dir_all(path.parent().unwrap_or(folder)).and_then(|()| std::fs::write(&path, content));
        made.unwrap_or_else(|e| unreachable!("{}: {e}", path.display()));
    }
    Shell::read(folder)
}

/// A catalogue with all that a page can say: prices, contacts, photographs, texts that look like markup.
pub fn goods() -> (Catalog, Vec<Detail>) {
    let (mut catalog, mut details) = generate(40, 5);
    catalog.about.home = HOME.into();
    catalog.about.publisher = "Văn phòng bịa ra".into();
    catalog.about.contact = Contact { phone: "0900 000 000".into(), ..Contact::default() };
    if let (Some(p), Some(d)) = (catalog.products.first_mut(), details.first_mut()) {
        p.name.vi = format!("Mắm thử {HOSTILE}");
        d.story.vi = HOSTILE.into();
        d.facts.push(HOSTILE.into());
        d.price = Some(150_000);
        d.pack = "hũ 200 g".into();
        d.gtin = "8930000000019".into();
    }
    if let Some(d) = details.get_mut(1) {
        d.price = Some(85_000);
    }
    if let Some(maker) = catalog.producers.first_mut() {
        maker.name = format!("Hộ thử {HOSTILE}");
        maker.contact = Contact {
            person: "Người bịa ra".into(),
            phone: "0911 111 111".into(),
            email: "thu@vi-du.example".into(),
            web: "https://ho-thu.example/".into(),
            address: "Thôn thử".into(),
        };
    }
    (catalog, details)
}

/// A workshop: a folder with a shell, where sites are built.
pub struct Yard {
    pub folder: tempfile::TempDir,
    pub shell: Shell,
    pub cards: Cards,
    pub files: Vec<Ready>,
    pub press: bool,
}

impl Yard {
    pub fn new() -> Yard {
        let folder = tempfile::tempdir().unwrap_or_else(|e| unreachable!("{e}"));
        let shell = shell(&folder.path().join("shell")).unwrap_or_else(|e| unreachable!("{e}"));
        Yard { folder, shell, cards: Cards::default(), files: Vec::new(), press: false }
    }

    /// With a preview picture of the catalogue and of one product.
    pub fn with_cards(mut self, slug: &str) -> Yard {
        let mut cards = HashMap::new();
        for (subject, name) in [(Subject::Catalog, "danh-muc-01"), (Subject::Product(slug.into()), "san-pham-02")] {
            let from = self.folder.path().join(name);
            std::fs::write(&from, name).unwrap_or_else(|e| unreachable!("{e}"));
            let path = format!("catalog/preview/{name}.jpg");
            self.files.push(Ready { path: path.clone(), from });
            cards.insert(subject, Card { path, width: 1200, height: 630 });
        }
        self.cards = Cards(cards);
        self
    }

    pub fn out(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    pub fn try_build(&self, goods: &(Catalog, Vec<Detail>), progress: &Progress<'_>) -> Result<Built, Obstacle> {
        let content = Content {
            catalog: &goods.0,
            details: &goods.1,
            gone: &[],
            files: &self.files,
            previews: None,
            cards: &self.cards,
        };
        build(&content, &self.shell, &self.out(), &Options { today: TODAY, press: self.press }, progress)
    }

    #[track_caller]
    pub fn build(&self, goods: &(Catalog, Vec<Detail>)) -> Built {
        self.try_build(goods, &|_| true).unwrap_or_else(|e| unreachable!("{e}"))
    }
}

/// Every file below a folder, by its path from there.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(now) = open.pop() {
        for entry in std::fs::read_dir(&now).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                open.push(entry.path());
            } else {
                let path = entry.path().strip_prefix(folder).map(|p| p.to_string_lossy().into_owned());
                out.insert(path.unwrap_or_default(), std::fs::read(entry.path()).unwrap_or_default());
            }
        }
    }
    out
}
