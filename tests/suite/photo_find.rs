//! Which file is whose photograph: by the row's own words, or by the product's name, and never outside the folder.

use ocop::publish::photo::{Blame, Claim, Finding, Flaw, find};
use tempfile::TempDir;

/// A folder of empty files.
fn folder(names: &[&str]) -> TempDir {
    let home = tempfile::tempdir().unwrap_or_else(|e| unreachable!("{e}"));
    for name in names {
        let path = home.path().join("photos").join(name);
        let made = path.parent().map(std::fs::create_dir_all).transpose().and_then(|_| std::fs::write(&path, ""));
        made.unwrap_or_else(|e| unreachable!("{name}: {e}"));
    }
    home
}

fn claim(slug: &str, name: &str, files: &[&str]) -> Claim {
    let blame = Blame { file: "products.xlsx".into(), sheet: None, row: Some(7), column: Some("Ảnh".into()) };
    Claim { slug: slug.into(), name: name.into(), files: files.iter().map(ToString::to_string).collect(), blame }
}

/// What each product shows, by the names of files.
fn shown(names: &[&str], claims: &[Claim]) -> (Vec<Vec<String>>, Vec<Finding>) {
    let home = folder(names);
    let found = find(&home.path().join("photos"), claims);
    let own = |shown: &Vec<usize>| shown.iter().map(|at| found.names[*at].clone()).collect();
    (found.shown.iter().map(own).collect(), found.findings)
}

/// The one flaw of what a row says.
fn flaw(names: &[&str], written: &str) -> Flaw {
    let (_, findings) = shown(names, &[claim("a", "A", &[written])]);
    match findings.iter().find(|f| f.blame.is_some()) {
        Some(finding) => {
            assert_eq!((finding.file.as_str(), finding.blame.as_ref().and_then(|b| b.row)), (written, Some(7)));
            finding.flaw.clone()
        }
        None => unreachable!("'{written}' was found"),
    }
}

#[test]
fn a_row_s_word_is_found_however_it_is_written() {
    let nfd = "Ma\u{306}\u{301}m to\u{302}m.JPG"; // as a Mac writes it
    assert_ne!(nfd.chars().count(), "Mắm tôm.JPG".chars().count());
    let there = [nfd, "gao.png", "nhà/Le Gia 1.jpeg"];
    for (written, file) in [
        ("Mắm tôm.JPG", nfd),
        ("mắm tôm.jpg", nfd),
        ("MẮM TÔM", nfd),
        (" gao.png ", "gao.png"),
        ("gao", "gao.png"),
        ("photos/gao.png", "gao.png"),
        ("Photos\\GAO.PNG", "gao.png"),
        ("./gao.png", "gao.png"),
        ("nhà/le gia 1.jpeg", "nhà/Le Gia 1.jpeg"),
        ("Le Gia 1", "nhà/Le Gia 1.jpeg"),
    ] {
        let (own, _) = shown(&there, &[claim("a", "A", &[written])]);
        assert_eq!(own, [[file]], "{written}");
    }
}

#[test]
fn the_order_of_the_row_is_kept_and_a_file_twice_is_shown_once() {
    let (own, findings) =
        shown(&["a.jpg", "b.jpg"], &[claim("x", "X", &["b", "a.jpg", "B.jpg"]), claim("y", "Y", &["a"])]);
    assert_eq!((own, findings), (vec![vec!["b.jpg".to_owned(), "a.jpg".into()], vec!["a.jpg".into()]], vec![]));
}

#[test]
fn what_leads_out_of_the_folder_is_refused() {
    for written in [
        "../secret.jpg",
        "a/../../secret.jpg",
        "..\\secret.jpg",
        "..",
        "/etc/passwd",
        "\\\\server\\share\\a.jpg",
        "C:\\Users\\a.jpg",
        "c:a.jpg",
        "https://example.org/a.jpg",
        "file:///etc/passwd",
    ] {
        assert_eq!(flaw(&["b.jpg"], written), Flaw::Outside(None), "{written}");
    }
    for written in ["C:\\Users\\a.jpg", "\"C:\\Users\\A.JPG\"", "https://example.org/a.jpg", "../a.jpg"] {
        assert_eq!(flaw(&["x/a.jpg", "b.jpg"], written), Flaw::Outside(Some("x/a.jpg".into())), "{written}");
    }
    assert_eq!(shown(&["a.jpg"], &[claim("a", "A", &["\"a.jpg\""])]).0, [["a.jpg"]]);
    let home = folder(&["a.jpg"]);
    #[cfg(unix)]
    {
        let linked = std::os::unix::fs::symlink("/etc", home.path().join("photos/out"));
        assert!(linked.is_ok() && std::os::unix::fs::symlink("/etc/passwd", home.path().join("photos/b.jpg")).is_ok());
        let found = find(&home.path().join("photos"), &[claim("b", "B", &["out/passwd", "b.jpg"])]);
        assert_eq!(found.shown, [[0_usize; 0]; 1]);
    }
}

#[test]
fn what_is_not_there_or_not_one_is_told() {
    assert_eq!(flaw(&["le-gia.jpg"], "le-gja.jpg"), Flaw::Missing(Some("le-gia.jpg".into())));
    assert_eq!(flaw(&["le-gia.jpg"], "banh gai"), Flaw::Missing(None));
    assert_eq!(flaw(&[], "banh gai"), Flaw::Missing(None));
    assert_eq!(flaw(&["a.jpg", "a.png"], "a"), Flaw::Several(vec!["a.jpg".into(), "a.png".into()]));
    assert_eq!(flaw(&["x/a.jpg", "y/a.jpg"], "a.jpg"), Flaw::Several(vec!["x/a.jpg".into(), "y/a.jpg".into()]));
    let (own, _) = shown(&["a.jpg", "A.JPG"], &[claim("a", "A", &["A.JPG"])]);
    assert_eq!(own, [["A.JPG"]], "to the letter goes first");
}

#[test]
fn a_product_whose_row_names_none_has_the_files_of_its_name() {
    let there = [
        "Mắm tôm Lê Gia 2.JPG",
        "mam-tom-le-gia.jpg",
        "mam tom le gia (10).png",
        "MAM_TOM_LE_GIA_3.jpeg",
        "ruou-29.jpg",
        "Rượu 29 2.jpg",
        "notes.txt",
        ".DS_Store",
    ];
    let claims = [
        claim("mam-tom-le-gia", "Mắm tôm Lê Gia", &[]),
        claim("ruou-29", "Rượu 29", &[]),
        claim("khac", "Thứ khác", &[]),
    ];
    let (own, findings) = shown(&there, &claims);
    assert_eq!(
        own[0],
        ["mam-tom-le-gia.jpg", "Mắm tôm Lê Gia 2.JPG", "MAM_TOM_LE_GIA_3.jpeg", "mam tom le gia (10).png"]
    );
    assert_eq!((&own[1][..], own[2].len()), (&["ruou-29.jpg".to_owned(), "Rượu 29 2.jpg".into()][..], 0));
    assert_eq!(findings, [], "what is no picture by its name is nobody's business");
}

#[test]
fn a_row_s_own_names_go_before_the_product_s_name() {
    let (own, findings) = shown(&["gao.jpg", "khac.jpg"], &[claim("gao", "Gạo", &["khac.jpg"])]);
    assert_eq!(own, [["khac.jpg"]]);
    let told: Vec<_> = findings.iter().map(|f| (f.file.as_str(), &f.flaw)).collect();
    assert_eq!(told, [("gao.jpg", &Flaw::Filled("Gạo".into()))]);
}

#[test]
fn a_file_that_two_products_are_named_like_is_nobody_s() {
    let claims = [claim("gao-lang", "Gạo làng", &[]), claim("gao-lang-2", "Gạo làng", &[])];
    let (own, findings) = shown(&["Gạo làng.jpg"], &claims);
    assert_eq!(own, [[""; 0]; 2]);
    assert_eq!(findings[0].flaw, Flaw::Claimed(vec!["Gạo làng".into(), "Gạo làng".into()]));
    // a slug to the letter leaves no doubt
    let (own, findings) = shown(&["gao-lang.jpg", "gao-lang-2.jpg"], &claims);
    assert_eq!((own, findings), (vec![vec!["gao-lang.jpg".to_owned()], vec!["gao-lang-2.jpg".into()]], vec![]));
}

#[test]
fn photographs_that_nobody_shows_are_told() {
    let (_, findings) = shown(&["chung.jpg", "IMG_0001.HEIC"], &[claim("gao", "Gạo", &[])]);
    let told: Vec<_> = findings.iter().map(|f| (f.file.as_str(), &f.flaw)).collect();
    assert_eq!(told, [("IMG_0001.HEIC", &Flaw::Unused), ("chung.jpg", &Flaw::Unused)]);
}

#[test]
fn a_folder_that_is_not_there_is_an_empty_one() {
    let found = find(std::path::Path::new("no-such-folder"), &[claim("gao", "Gạo", &[])]);
    assert_eq!((found.names.len(), found.shown, found.findings.len()), (0, vec![vec![]], 0));
}

#[test]
fn a_row_parts_its_files_by_commas_too_where_that_is_clear() {
    let there = ["a.jpg", "b.png", "gạo, nếp.jpg", "gạo.jpg"];
    for (written, files) in [
        ("a.jpg, b.png", vec!["a.jpg", "b.png"]),
        ("A,B", vec!["a.jpg", "b.png"]),
        ("gạo, nếp.jpg", vec!["gạo, nếp.jpg"]),
        ("gạo.jpg, gạo, nếp.jpg", vec![]),
    ] {
        let (own, findings) = shown(&there, &[claim("x", "X", &[written])]);
        assert_eq!(own[0], files, "{written}");
        assert_eq!(findings.iter().any(|f| f.blame.is_some()), files.is_empty(), "{findings:?}");
    }
    let (own, findings) = shown(&there, &[claim("x", "X", &["a.jpg, khong-co.jpg"])]);
    assert_eq!(own, [["a.jpg"]]);
    assert!(findings.iter().any(|f| f.file == "khong-co.jpg" && f.flaw == Flaw::Missing(None)), "{findings:?}");
    assert_eq!(flaw(&there, "chai to, nắp đỏ"), Flaw::Missing(None));
}

#[test]
fn a_file_called_after_a_product_whose_row_names_others_is_told_why_it_is_not_shown() {
    let claims = [claim("mam-tom", "Mắm tôm", &["chai.jpg"]), claim("nem", "Nem", &[])];
    let (own, findings) = shown(&["chai.jpg", "Mắm tôm.jpg", "mam-tom-2.jpg", "nem.jpg", "xa-la.jpg"], &claims);
    assert_eq!(own, [["chai.jpg"], ["nem.jpg"]]);
    let mut told: Vec<_> = findings.iter().map(|f| (f.file.as_str(), f.fault().row, f.flaw.clone())).collect();
    told.sort_by_key(|finding| finding.0);
    let filled = || Flaw::Filled("Mắm tôm".to_owned());
    assert_eq!(
        told,
        [("Mắm tôm.jpg", Some(7), filled()), ("mam-tom-2.jpg", Some(7), filled()), ("xa-la.jpg", None, Flaw::Unused)]
    );
    let said = findings.iter().find(|f| f.flaw == filled()).map(|f| f.fault().told(ocop::route::Lang::Vi));
    assert!(said.is_some_and(|said| said.contains("hoặc xóa trống ô")));
}
