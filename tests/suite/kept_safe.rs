//! What a clerk must never lose, or tell by mistake: files, other producers' faults, private notes; commands that can be
//! typed as they are shown.

use crate::command::{Desk, SOUND};

#[test]
fn a_report_never_takes_the_place_of_another_file() {
    let desk = Desk::new();
    desk.catalog("c", &SOUND);
    let sheet = desk.read("c/products.csv");
    for format in ["text", "csv", "html", "json"] {
        let check = |file: &str| desk.ocop(&["check", "c", "--out", file, "--format", format]);
        for file in ["c/products.csv", "c/catalog.toml"] {
            let before = desk.read(file);
            check(file).is(2, &[&format!("đã có tệp {file}, không phải báo cáo của ocop, nên được giữ nguyên")]);
            assert_eq!(desk.read(file), before);
        }
        // An earlier report is replaced, of a sound folder and of another.
        let report = format!("report.{format}");
        check(&report).is(0, &["Đã ghi"]);
        desk.write("c/products.csv", &sheet.replace(",4,", ",6,"));
        check(&report).is(1, &["Đã ghi"]);
        desk.write("c/products.csv", &sheet);
        check(&report).is(0, &["Đã ghi"]);
    }
}

#[test]
fn a_producer_is_asked_for_by_whole_words_and_named_in_the_answer() {
    let desk = Desk::new();
    desk.catalog(
        "c",
        &[
            "Mắm tép Ví Dụ,Hợp tác xã Ba Làng,Phường Hạc Thành,6,,,",
            "Chè lam Ví Dụ,Hộ Bà Lan,Phường Hạc Thành,6,,,",
            "Nem Ví Dụ,HTX Bà Lan,Phường Hạc Thành,6,,,",
        ],
    );
    let of = |name: &str| desk.ocop(&["check", "c", "--producer", name]);
    of("Bà Lan").is(1, &["2 sản phẩm", "Chủ thể: HTX Bà Lan; Hộ Bà Lan."]);
    of("htx").is(1, &["Chủ thể: HTX Bà Lan; Hợp tác xã Ba Làng."]);
    of("an").is(0, &["Không có chủ thể nào tên có các chữ 'an'."]);
    let page = desk.ocop(&["check", "c", "--producer", "ho ba lan", "--format", "html"]);
    page.is(1, &[" · Hộ Bà Lan"]);
    assert!(!page.out.contains("HTX") && !page.out.contains("Ba Làng"), "{}", page.out);
}

#[test]
fn notes_of_the_office_are_not_published() {
    let desk = Desk::new();
    desk.write("c/catalog.toml", "title = \"Hàng thử\"\n");
    desk.write("c/products.csv", "Tên sản phẩm,Ghi chú\nMắm bịa,còn nợ phí\n");
    desk.ocop(&["check", "c"]).is(0, &["'Ghi chú'", "không được đọc"]);
    desk.build().is(0, &[]);
    assert!(!desk.read("site/san-pham/mam-bia/index.html").contains("nợ phí"));
    assert!(!desk.read("site/catalog/list.json").contains("nợ phí"));
}

#[test]
fn a_day_after_that_of_the_facts_says_which_key_to_change() {
    let desk = Desk::new();
    desk.write("c/catalog.toml", "title = \"Hàng thử\"\nas_of = \"1/9/2025\"\n");
    desk.write("c/products.csv", "Tên sản phẩm,Năm công nhận,Ngày quyết định\nMắm bịa,2026,20/10/2025\n");
    let hint = "1/9/2025 là as_of, ngày của số liệu, trong catalog.toml: nếu đã cập nhật sau ngày đó thì sửa as_of";
    let said = desk.ocop(&["check", "c"]);
    said.is(1, &["'20/10/2025' — cần ngày không sau 1/9/2025", "'2026' — cần năm từ 2018 đến 2025"]);
    assert_eq!(said.out.matches(hint).count(), 2, "{}", said.out);
    desk.write("c/catalog.toml", "title = \"Hàng thử\"\nas_of = \"1/9/2030\"\n");
    desk.ocop(&["check", "c"]).is(0, &["dòng 2, cột 'as_of': '1/9/2030' — cần ngày không sau hôm nay"]);
}

#[test]
fn a_folder_in_which_nothing_can_be_written_is_looked_through_all_the_same() {
    let desk = Desk::new();
    desk.catalog("c", &SOUND);
    desk.write("c/photos/khong-cua-ai.jpg", "x");
    // Where a file stands no folder can be made, not even by root.
    desk.write("c/.ocop", "");
    let said = desk.ocop(&["check", "c"]);
    assert!(said.out.contains("khong-cua-ai.jpg") && !said.out.contains(".ocop"), "{}", said.out);
}

#[test]
fn commands_are_shown_as_they_can_be_typed() {
    let desk = Desk::new();
    let made = desk.ocop(&["new", "Tài liệu OCOP"]);
    made.is(0, &["3. ocop check \"Tài liệu OCOP\"", "5. ocop build \"Tài liệu OCOP\" --out site"]);
    desk.ocop(&["check", "Tài", "liệu", "OCOP"]).is(2, &["không hiểu 'liệu' ở đây", "đặt nó trong ngoặc kép"]);
    desk.ocop(&["check", "Không có"]).is(2, &["ocop new \"Không có\""]);
    desk.ocop(&["new", "plain"]).is(0, &["3. ocop check plain\n"]);
}

#[test]
fn a_register_in_garbled_letters_stops_the_build_and_is_kept() {
    let desk = Desk::new();
    desk.catalog("c", &SOUND);
    desk.build().is(0, &[]);
    let kept = desk.read("c/slugs.csv");
    assert!(kept.starts_with('\u{feff}'), "Excel reads it");
    // As a program leaves it that takes UTF-8 for Windows-1252.
    desk.write("c/slugs.csv", &kept.replace("Mắm tép Ví Dụ", "Máº¯m tÃ©p VÃ\u{ad} Dá»¥"));
    let spoilt = desk.read("c/slugs.csv");
    desk.build().is(1, &["slugs.csv", "tệp đã được lưu sai bảng mã", "lấy lại bản slugs.csv cũ"]);
    assert_eq!(desk.read("c/slugs.csv"), spoilt);
    desk.write("c/slugs.csv", &kept);
    desk.build().is(0, &["không có lỗi"]);
    assert_eq!(desk.read("c/slugs.csv"), kept);
}

#[test]
fn a_commune_of_another_kind_is_guessed_by_its_name() {
    let desk = Desk::new();
    desk.write("c/catalog.toml", "title = \"Hàng thử\"\n");
    desk.write("c/products.csv", "Tên sản phẩm,Xã,Huyện\nMắm bịa,xã Hải Thanh,Tĩnh Gia\n");
    desk.ocop(&["check", "c"]).is(1, &["'xã Hải Thanh' — cần xã, phường hiện nay", "(ý bạn là 'phường Hải Thanh'?)"]);
}

#[test]
fn a_lost_register_is_noticed_by_the_addresses_of_the_standing_site() {
    let desk = Desk::new();
    let build = |rows: &[&str]| {
        desk.catalog("c", rows);
        desk.build()
    };
    build(&SOUND).is(0, &[]);
    let kept = desk.read("c/slugs.csv");
    let withdrawn = build(&SOUND[1..]);
    withdrawn.is(0, &[]);
    assert!(!withdrawn.err.contains("địa chỉ có trong trang cũ"), "{}", withdrawn.err);
    assert!(std::fs::remove_file(desk.path("c/slugs.csv")).is_ok());
    build(&SOUND[1..])
        .is(0, &["1 địa chỉ có trong trang cũ ở site nay không còn, như san-pham/mam-tep-vi-du/", "lấy lại bản cũ"]);
    desk.write("c/slugs.csv", &kept);
    build(&SOUND[1..]).is(0, &[]);
    assert!(desk.path("site/san-pham/mam-tep-vi-du/index.html").exists());
}
