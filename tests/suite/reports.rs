//! `ocop check`: what it tells, to whom, in which form.

use crate::command::{Desk, SOUND};
use serde_json::Value;

/// Rows with something wrong: no such stars, a formula for a name, two producers alike.
const SPOILT: [&str; 4] = [
    "Mắm tép Ví Dụ,HTX Nông nghiệp Ví Dụ,Phường Hạc Thành,6,,,",
    "\"=HYPERLINK(\"\"http://x.example\"\")<b>\",Hợp tác xã nông nghiệp Ví Dụ,Phường Hạc Thành,4,15/3/2021,,",
    "Chè lam Ví Dụ,Hộ Trần Thị Thử,,3,15/3/2024,,0237 000 0000",
    "Nem Ví Dụ,Hộ Trần Thị Thử,Phường Hạc Thành,3,1/10/2026,,",
];

fn spoilt() -> Desk {
    let desk = Desk::new();
    desk.catalog("c", &SPOILT);
    desk
}

#[test]
fn errors_stand_apart_and_what_is_missing_is_summed_up() {
    let desk = spoilt();
    let said = desk.ocop(&["check", "c", "--on", "25/11/2026"]);
    said.is(
        1,
        &[
            "LỖI, phải sửa mới xuất bản được (1)\n  products.csv\n    dòng 2, cột 'Hạng sao': '6' — cần",
            "CẦN BỔ SUNG",
            "Chưa có ảnh: 4 sản phẩm",
            "… và 1 chỗ nữa (thêm --all để xem hết)",
            "Công nhận đã hết hạn: 1 sản phẩm\n    dòng 3 =HYPERLINK",
            "Công nhận hết hạn trong 6 tháng tới: 1 sản phẩm\n    dòng 4 Chè lam Ví Dụ",
            "Chưa rõ xã, phường hiện nay: 1 sản phẩm",
            "Chủ thể có vẻ trùng nhau: 2 sản phẩm",
            "4 sản phẩm: 1 lỗi",
        ],
    );
    let said = desk.ocop(&["check", "c", "--on", "25/11/2026", "--all", "--lang", "en"]);
    said.is(1, &[
        "ERRORS: nothing is published until they are mended (1)",
        "row 3: 'Hợp tác xã nông nghiệp Ví Dụ' — expected one way of writing one producer; row 2 has 'HTX Nông nghiệp Ví Dụ'",
        "this one ended 15/3/2024",
        "this recognition ends 15/3/2027",
    ]);
    assert!(!said.out.contains("more (--all"), "{}", said.out);
}

#[test]
fn without_errors_it_ends_with_nought_and_strictly_only_when_all_is_there() {
    let desk = Desk::new();
    desk.catalog("c", &SOUND);
    desk.ocop(&["check", "c", "--on", "25/11/2026"]).is(0, &["2 sản phẩm: không có lỗi"]);
    desk.ocop(&["check", "c", "--on", "25/11/2026", "--strict"]).is(1, &["Chưa có ảnh"]);
}

#[test]
fn json_has_every_fault_with_its_rule() {
    let said = spoilt().ocop(&["check", "c", "--json", "--on", "25/11/2026"]);
    let json = said.json();
    assert_eq!((said.code, json["command"].as_str(), json["ok"].as_bool()), (Some(1), Some("check"), Some(false)));
    assert_eq!((json["products"].as_u64(), json["errors"].as_u64()), (Some(4), Some(1)));
    let faults = json["faults"].as_array().cloned().unwrap_or_default();
    let of = |rule: &str| faults.iter().filter(|f| f["rule"].as_str() == Some(rule)).count();
    assert_eq!((of("no-picture"), of("lapsed"), of("lapsing"), of("alike-producers")), (4, 1, 1, 1));
    let error = faults.iter().find(|f| f["severity"] == "error").unwrap_or(&Value::Null);
    assert_eq!((error["row"].as_u64(), error["column"].as_str()), (Some(2), Some("Hạng sao")));
    assert_eq!(error["producer"].as_str(), Some("HTX Nông nghiệp Ví Dụ"));
    assert!(error["expected"]["vi"].is_string() && error["expected"]["en"].is_string());
    let needs = json["needs"].as_array().map(Vec::len);
    assert!(needs.is_some_and(|count| count >= 6), "{json}");
    assert_eq!(spoilt().ocop(&["check", "c", "--format", "json", "--on", "25/11/2026"]).out, said.out);
}

#[test]
fn csv_opens_in_excel_and_runs_nothing() {
    let desk = spoilt();
    desk.ocop(&["check", "c", "--format", "csv", "--out", "faults.csv", "--on", "25/11/2026"])
        .is(1, &["Đã ghi faults.csv"]);
    let text = desk.read("faults.csv");
    assert!(text.starts_with("\u{feff}\"Mức\",\"Quy tắc\""), "{text}");
    assert!(text.contains("\"'=HYPERLINK(\"\"http://x.example\"\")<b>\""), "{text}");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().flatten().collect();
    assert!(rows.len() > 8 && rows.iter().all(|row| row.len() == 11), "{text}");
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
    let english = desk.ocop(&["check", "c", "--format", "csv", "--lang", "en", "--on", "25/11/2026"]);
    english.is(1, &["\"Severity\",\"Rule\"", "\"error\"", "\"No picture\""]);
}

#[test]
fn html_is_one_page_without_scripts() {
    let desk = spoilt();
    desk.ocop(&["check", "c", "--format", "html", "--out", "faults.html", "--on", "25/11/2026"]).is(1, &[]);
    let page = desk.read("faults.html");
    for part in ["<!doctype html>", "lang=\"vi\"", "<td>6</td>", "&lt;b&gt;", "Hàng thử", "25/11/2026", "@media print"]
    {
        assert!(page.contains(part), "no {part} in {page}");
    }
    for part in ["<script", "<b>", "src=", "href=", "url("] {
        assert!(!page.contains(part), "{part} in {page}");
    }
}

#[test]
fn a_producer_gets_only_its_own() {
    let desk = spoilt();
    let said = desk.ocop(&["check", "c", "--producer", "tran thi thu", "--json", "--on", "25/11/2026"]);
    let json = said.json();
    assert_eq!((said.code, json["errors"].as_u64()), (Some(0), Some(0)));
    let faults = json["faults"].as_array().cloned().unwrap_or_default();
    assert!(!faults.is_empty() && faults.iter().all(|f| f["producer"] == "Hộ Trần Thị Thử"), "{json}");
    let page = desk.ocop(&["check", "c", "--producer", "nông nghiệp", "--format", "html", "--on", "25/11/2026"]);
    page.is(1, &["<td>6</td>"]);
    assert!(!page.out.contains("Trần Thị Thử"), "{}", page.out);
}
