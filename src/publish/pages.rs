//! One HTML file for every page, drawn by the site's own views into the built `index.html`.
//!
//! In: a built site with its bundle. Out: `index.html` of every address in both languages, `404.html`, each with its
//! own title and description and a Content-Security-Policy that allows nothing inline but the loader, by its hash.
//! A visitor sees the page before the program has come; the program then takes it over.

use super::clock::today;
use super::save::replace;
use crate::bundle;
use crate::catalog::Detail;
use crate::page::{Site, Ui, draw, head};
use crate::route::{Address, Lang, Route};
use crate::search::Index;
use base64::Engine;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::path::Path;

/// Write them all; how many there are.
pub fn pages(dist: &Path) -> Result<usize, String> {
    let text = |name: &str| {
        std::fs::read_to_string(dist.join(name)).map_err(|e| format!("{}: {e}", dist.join(name).display()))
    };
    let shell = Shell::cut(&text("index.html")?)?;
    let fault = |e: &dyn std::fmt::Display| format!("catalog/list.json: {e}");
    let (catalog, stored) = bundle::read(&text("catalog/list.json")?).map_err(|e| fault(&e))?;
    let mut files: HashMap<String, String> = HashMap::new();
    for p in &catalog.products {
        let name = bundle::detail_file(&p.slug, catalog.products.len());
        if !files.contains_key(&name) {
            files.insert(name.clone(), text(&format!("catalog/{name}"))?);
        }
    }
    let today = today(catalog.about.as_of);
    let index = Index::open_now(&catalog, &stored, today).map_err(|e| fault(&e))?;
    let site = Site { catalog, index, today };
    let mut routes =
        vec![Route::List(Default::default()), Route::Producers, Route::Places, Route::Overview, Route::About];
    routes.extend(site.catalog.products.iter().map(|p| Route::Product(p.slug.clone())));
    routes.extend(site.catalog.producers.iter().map(|p| Route::Producer(p.slug.clone())));
    routes.extend(site.catalog.communes.iter().map(|c| Route::Place(c.slug.clone())));
    let mut count = 0;
    for lang in Lang::ALL {
        for route in &routes {
            let address = Address::new(lang, route.clone());
            let path = dist.join(address.path());
            std::fs::create_dir_all(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let detail = match route {
                Route::Product(slug) => detail(&files, slug, site.catalog.products.len())?,
                _ => None,
            };
            write(&path.join("index.html"), &shell.page(&site, &address, detail))?;
            count += 1;
        }
    }
    write(&dist.join("404.html"), &shell.page(&site, &Address::new(Lang::Vi, Route::Missing(String::new())), None))?;
    Ok(count + 1)
}

fn detail(files: &HashMap<String, String>, slug: &str, products: usize) -> Result<Option<(String, Detail)>, String> {
    let name = bundle::detail_file(slug, products);
    let Some(json) = files.get(&name) else { return Ok(None) };
    let detail = bundle::read_detail(json, slug).map_err(|e| format!("catalog/{name}: {e}"))?;
    Ok(Some((slug.to_string(), detail)))
}

fn write(path: &Path, html: &str) -> Result<(), String> {
    replace(path, html.as_bytes()).map(|_| ()).map_err(|e| format!("{}: {e}", path.display()))
}

/// The built `index.html`, cut where a page's own parts go.
struct Shell {
    before_head: String,
    head: String,
    between: String,
    after: String,
}

const APP: &str = "<div id=\"app\"";
const AFTER: &str = "<noscript>";
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\"";

/// The head with a loader that waits until the page is there with its pictures, and seen, before it fetches the program
/// and, at the same time, those files.
fn patient(head: &str, files: &[&str]) -> String {
    const SOON: &str = "import init, * as bindings from ";
    let Some((before, (file, after))) =
        head.split_once(SOON).and_then(|(before, rest)| Some((before, rest.split_once(';')?)))
    else {
        return head.to_string();
    };
    let wait = concat!(
        "if (document.readyState !== \"complete\") await new Promise((r) => addEventListener(\"load\", r));\n",
        // A tab in the background paints nothing: it need not wait for ever.
        "await new Promise((r) => { new PerformanceObserver(r).observe({ type: \"paint\", buffered: true }); setTimeout(r, 4000); });",
    );
    let fetched = format!(
        "\nfor (const href of {files:?}) document.head.append(Object.assign(document.createElement(\"link\"), {{ rel: \"preload\", as: \"fetch\", crossOrigin: \"anonymous\", href }}));"
    );
    [before, wait, &fetched, "\nconst { default: init, ...bindings } = await import(", file, ");", after].concat()
}

impl Shell {
    fn cut(html: &str) -> Result<Shell, String> {
        let lost = |what: &str| format!("index.html: there is no {what}; is this a built site?");
        let (before_head, rest) = html.split_once("<head>").ok_or_else(|| lost("<head>"))?;
        let (head, rest) = rest.split_once("</head>").ok_or_else(|| lost("</head>"))?;
        let (between, rest) = rest.split_once(APP).ok_or_else(|| lost(APP))?;
        let (_, rest) = rest.split_once('>').ok_or_else(|| lost(APP))?;
        let end = rest.rfind(AFTER).ok_or_else(|| lost(AFTER))?;
        let before_head = before_head.find("<html").map_or(before_head, |i| &before_head[..i]);
        // The program and its data are fetched by its loader, after what the page itself needs: readers come first.
        let head = head.replace("><link", ">\n<link");
        let late = |line: &&str| line.contains("rel=\"preload\"") && line.contains("as=\"fetch\"");
        let file = |line: &'_ str| Some(line.split_once("href=\"")?.1.split_once('"')?.0.to_string());
        let files: Vec<String> = head.lines().filter(late).filter_map(file).collect();
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let head = patient(&head, &files);
        let own = |line: &&str| {
            !late(line)
                && !line.contains("modulepreload")
                && !["<title>", "<meta name=\"description\"", POLICY]
                    .iter()
                    .any(|tag| line.trim_start().starts_with(tag))
        };
        let head = head.lines().filter(own).collect::<Vec<_>>().join("\n");
        Ok(Shell { before_head: before_head.into(), head, between: between.into(), after: rest[end..].into() })
    }

    fn page(&self, site: &Site, address: &Address, detail: Option<(String, Detail)>) -> String {
        let ui = Ui { detail, ..Ui::default() };
        let page = draw(site, address, &ui);
        let (mark, content) = (page.mark(), page.to_html());
        let own = head(site, address);
        let (title, description) = (escaped(&own.title), escaped(&own.description));
        let Shell { before_head, head, between, after } = self;
        let policy = policy(&format!("{head}{between}{after}"));
        let lang = address.lang.code();
        format!(
            "{before_head}<html lang=\"{lang}\">\n<head>\n{POLICY} content=\"{policy}\">\n<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">{head}</head>{between}{APP} data-mark=\"{mark}\">{content}</div>\n{after}"
        )
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    crate::view::escape(text, &mut out);
    out
}

/// Nothing from elsewhere, nothing inline but the scripts that stand in the shell, each by its hash.
fn policy(shell: &str) -> String {
    let mut script = String::from("'self' 'wasm-unsafe-eval'");
    for part in shell.split("<script").skip(1) {
        let Some((tag, rest)) = part.split_once('>') else { continue };
        let body = rest.split("</script>").next().unwrap_or_default();
        if !tag.contains("src=") && !body.is_empty() {
            let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(body.as_bytes()));
            script.push_str(&format!(" 'sha256-{hash}'"));
        }
    }
    format!(
        "default-src 'none'; script-src {script}; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'"
    )
}
