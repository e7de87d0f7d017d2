//! The small commands: completions, and the bundle by itself, an invented catalogue.

use super::args::{Bundle, Completions, Generate};
use super::brake::Brake;
use super::build::{ended, shell, stopped};
use super::check::tell;
use super::out::Out;
use super::{Stop, help, serve::slash};
use crate::catalog::Text;
use crate::publish::preview::Gallery;
use crate::publish::{self, Content, Options, Written, clock};
use serde_json::{Value, json};

/// `ocop completions`
pub fn completions(completions: &Completions, out: &Out) -> Result<(), Stop> {
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut help::command(out.lang), "ocop", &mut script);
    out.print(&String::from_utf8_lossy(&script));
    Ok(())
}

/// `ocop bundle`
pub fn bundle(bundle: &Bundle, out: &Out) -> Result<(), Stop> {
    let sheets = publish::read_folder(&bundle.data, clock::today(clock::UNKNOWN)).map_err(|faults| {
        tell(&faults, out);
        out.note(&Text {
            vi: format!("{} chỗ sai hoặc cần xem lại; chưa ghi gì cả", faults.len()),
            en: format!("{} faults; nothing was written", faults.len()),
        });
        out.object(false, json!({ "faults": faults.len() }));
        Stop::Faults
    })?;
    tell(&sheets.warnings, out);
    if sheets.keep_register(&bundle.data).map_err(Stop::at(&bundle.data))? {
        let shown = slash(&bundle.data);
        out.note(&Text {
            vi: format!("địa chỉ trang mới đã được ghi vào sổ địa chỉ trong {shown}"),
            en: format!("new slugs were added to the register in {shown}"),
        });
    }
    let done = publish::write_bundle(&sheets.catalog, &sheets.details, &bundle.out).map_err(Stop::at(&bundle.out))?;
    let c = &sheets.catalog;
    let (products, producers, communes) = (c.products.len(), c.producers.len(), c.communes.len());
    let Written { written, unchanged, removed } = done;
    out.done(&Text {
        vi: format!(
            "{products} sản phẩm, {producers} chủ thể, {communes} xã phường; {written} tệp mới ghi, {unchanged} tệp giữ nguyên, {removed} tệp đã bỏ"
        ),
        en: format!(
            "{products} products, {producers} producers, {communes} communes; {written} files written, {unchanged} unchanged, {removed} removed"
        ),
    });
    out.object(true, json!({ "products": products, "producers": producers, "files": files(done) }));
    Ok(())
}

/// What was done to the files, as JSON.
pub fn files(done: Written) -> Value {
    json!({ "written": done.written, "unchanged": done.unchanged, "removed": done.removed })
}

/// `ocop generate`
pub fn generate(generate: &Generate, out: &Out) -> Result<(), Stop> {
    let brake = generate.site.then(|| Brake::at_signals(out, stopped(&generate.out)));
    let (mut catalog, details) = publish::generate(generate.products, generate.seed);
    let products = catalog.products.len();
    if let Some(brake) = brake {
        catalog.about.home.clone_from(&generate.home);
        let options = Options { today: clock::today(catalog.about.as_of), press: true };
        // There are no photographs.
        let gallery = Gallery::of(&catalog, options.today, &generate.out);
        let (details, cards) = (details.as_slice(), gallery.cards());
        let content = Content { catalog: &catalog, details, gone: &[], files: &[], previews: Some(&gallery), cards };
        let shell = shell(None)?;
        let (making, progress) = (brake.making(), out.progress());
        let go_on = |step| progress.built(step) && !brake.pulled();
        let built = publish::build(&content, &shell, &generate.out, &options, &go_on);
        drop(progress);
        built.map_err(|e| ended(e, &generate.out))?;
        drop(making);
    } else {
        let write = if generate.no_tiles { publish::write_data } else { publish::write_bundle };
        write(&catalog, &details, &generate.out).map_err(Stop::at(&generate.out))?;
    }
    out.done(&Text {
        vi: format!("đã ghi {products} sản phẩm bịa ra để thử"),
        en: format!("{products} invented products written"),
    });
    out.object(true, json!({ "products": products }));
    Ok(())
}
