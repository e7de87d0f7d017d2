//! Codes of what is printed, read back from the PDFs of Chromium and Firefox as a scanner would, and where they lead.

use crate::engine::Engine;
use crate::paper::laid;
use crate::pdf::{A4, A5, A6, ACROSS, Asked, kept, printed};
use crate::site::Harm;
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use serde::Deserialize;
use std::path::Path;
use std::process::Command;

pub fn tests() -> Vec<Test> {
    // The server says where the site stands, so that codes can name it.
    tests!(served in &[Engine::Chromium, Engine::Firefox];
        every_code_of_a_book_of_large_cards_is_read_and_leads_to_a_page_of_the_site,
        every_code_of_a_book_of_small_cards_is_read_and_leads_to_a_page_of_the_site,
        every_code_of_everything_small_is_read_and_leads_to_a_page_of_the_site)
}

/// Where the site of these prints stands.
const HOME: &str = "https://hangxuthanh.example/";

/// A code on a sheet: its address, and its square with the quiet zone in hundredths of a millimetre.
#[derive(Deserialize)]
struct Coded {
    address: String,
    square: [f64; 3],
}

/// The codes of all sheets.
const CODES: &str = r"[...document.querySelectorAll('.sheet')].map((s) => [...s.querySelectorAll('svg.code')].map((c) => (
    { address: c.getAttribute('aria-label'), square: ['x', 'y', 'width'].map((name) => Number(c.getAttribute(name))) })))";

/// A page as a scanner sees it, a byte a dot.
struct Scan {
    width: usize,
    dots: Vec<u8>,
}

/// Dots an inch.
const DPI: f64 = 150.0;

impl Scan {
    fn of(pdf: &Path, page: usize) -> Outcome<Scan> {
        let number = page.to_string();
        let asked = ["-r", &DPI.to_string(), "-gray", "-f", &number, "-l", &number];
        let out = Command::new("pdftoppm").args(asked).arg(pdf).output()?.stdout;
        // P5, width, height, greatest value, then a byte a dot
        let mut head = out.splitn(4, u8::is_ascii_whitespace);
        let mut word = || head.next().map(|w| String::from_utf8_lossy(w).into_owned()).unwrap_or_default();
        let (kind, width, height) = (word(), word().parse::<usize>()?, word().parse::<usize>()?);
        same("kind of picture", kind, "P5".into())?;
        let from = out.len().checked_sub(width * height).ok_or("a picture cut short")?;
        Ok(Scan { width, dots: out[from..].to_vec() })
    }

    /// What the code in that square says: its dots looked at as they are and finer, as decoders do.
    fn read(&self, [x, y, side]: [f64; 3]) -> Option<String> {
        let dots = |hundredths: f64| hundredths / 100.0 * DPI / 25.4;
        let (left, top, long) = (dots(x), dots(y), dots(side));
        let at = |x: usize, y: usize| f64::from(self.dots.get(y * self.width + x).copied().unwrap_or(255));
        [3.0, 2.0, 4.0, 1.0].into_iter().find_map(|finer| {
            let shade = |x: usize, y: usize| {
                let place = |from: f64, at: usize| (from + (at as f64 + 0.5) / finer - 0.5).max(0.0);
                let (x, y) = (place(left, x), place(top, y));
                let (i, j, right, down) = (x as usize, y as usize, x.fract(), y.fract());
                let row = |j: usize| at(i, j) * (1.0 - right) + at(i + 1, j) * right;
                (row(j) * (1.0 - down) + row(j + 1) * down) as u8
            };
            let side = (long * finer) as usize;
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
            image.detect_grids().iter().find_map(|grid| grid.decode().ok()).map(|(_, text)| text)
        })
    }
}

async fn every_code_of_a_book_of_large_cards_is_read_and_leads_to_a_page_of_the_site(v: &Visit) -> Outcome {
    let all = [(String::from("print=book&group=che-bien"), A4)];
    ensure(codes(v, &all).await? > 30, "hardly any codes")
}

async fn every_code_of_a_book_of_small_cards_is_read_and_leads_to_a_page_of_the_site(v: &Visit) -> Outcome {
    let some = ["group=do-uong&layout=cards12", "group=che&layout=one"].map(|some| (format!("print=book&{some}"), A4));
    let a5 = (String::from("print=book&group=do-uong&layout=cards12&paper=a5"), A5);
    ensure(codes(v, &[some.as_slice(), &[a5]].concat()).await? > 30, "hardly any codes")
}

async fn every_code_of_everything_small_is_read_and_leads_to_a_page_of_the_site(v: &Visit) -> Outcome {
    let item = "item=mam-tom-le-gia";
    let mut all: Vec<Asked> = [("a4", A4), ("a5", A5), ("a6", A6)]
        .map(|(paper, size)| (format!("print=flyer&{item}&paper={paper}"), size))
        .into();
    all.extend(
        [("flyer", "&up=2"), ("flyer", "&up=8"), ("fold", ""), ("sign", "")]
            .map(|(k, up)| (format!("print={k}&{item}{up}"), ACROSS)),
    );
    all.push((format!("print=flyer&{item}&up=4"), A4));
    all.push((String::from("print=book&group=che&layout=table"), A4));
    all.extend(
        ["tags", "labels&grid=14", "labels&grid=21", "labels&grid=24"].map(|kind| (format!("print={kind}&{item}"), A4)),
    );
    all.extend([24, 65].map(|grid| (format!("print=stickers&{item}&grid={grid}"), A4)));
    ensure(codes(v, &all).await? > 150, "hardly any codes")
}

/// Every code of those prints, read from their PDFs: how many.
async fn codes(v: &Visit, all: &[Asked]) -> Outcome<usize> {
    // the sample does not say where it stands: here it does
    let list = std::fs::read_to_string(v.site.dist().join("catalog/list.json"))?;
    let (about, rest) = list.split_once("]],").ok_or("no list")?;
    let home = format!("{about}],[\"\",\"\",\"{HOME}\"]],{rest}");
    v.site.harm("catalog/list.json", Harm::Broken(home.leak()));
    let mut read = 0;
    for (asked, size) in all {
        v.open(&format!("/in/?{asked}")).await?;
        laid(v).await?;
        let path = kept(&printed(v, *size).await?, &format!("{}-codes", v.engine.name()))?;
        let sheets: Vec<Vec<Coded>> = v.get(CODES).await?;
        ensure(sheets.iter().flatten().count() > 0, format!("no codes: {asked}"))?;
        for (page, coded) in (1..).zip(sheets).filter(|(_, all)| !all.is_empty()) {
            let scan = Scan::of(&path, page)?;
            for Coded { address, square } in coded {
                same(&format!("code on page {page} of {asked}"), scan.read(square), Some(address.clone()))?;
                let place = address.strip_prefix(HOME).ok_or_else(|| format!("{address} leads elsewhere"))?;
                let folder = place.split('?').next().unwrap_or_default();
                ensure(v.site.dist().join(folder).join("index.html").is_file(), format!("{address} leads nowhere"))?;
                read += 1;
            }
        }
        std::fs::remove_file(&path)?;
    }
    Ok(read)
}
