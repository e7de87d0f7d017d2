//! What a clerk stumbles over: rows and sheets that are no products, files beside the sheet, cells that say nothing.

use super::command::{Desk, SOUND};
use super::office::{read, told};
use ocop::route::Lang;
use rust_xlsxwriter::Workbook;

/// Names of the products that are read.
fn names(name: &str, bytes: &[u8]) -> Vec<String> {
    let sheets = read(name, bytes);
    assert!(sheets.is_ok(), "{:#?}", sheets.err());
    sheets.map(|s| s.catalog.products.iter().map(|p| p.name.vi.clone()).collect()).unwrap_or_default()
}

#[test]
fn a_row_that_sums_up_is_no_product() {
    let sheet =
        |rows: &str| format!("STT,Tên sản phẩm,Chủ thể,Hạng sao,Giá bán\n1,Mắm bịa,HTX Bịa,4,150.000\n{rows}\n");
    for sum in [
        ",Tổng cộng: 9 sản phẩm,,,",
        ",TỔNG CỘNG,,,1.150.000",
        ",Tổng số,,,",
        ",Cộng,,,",
        ",Total: 9 products,,,",
        "Tổng cộng,,9,5,",
        "Tổng số sản phẩm,9 sản phẩm,,,",
    ] {
        let sheet = sheet(sum);
        assert_eq!(names("products.csv", sheet.as_bytes()), ["Mắm bịa"], "{sum}");
        let all = told("products.csv", sheet.as_bytes(), Lang::Vi);
        assert_eq!(all.len(), 1, "{all:#?}");
        assert!(all[0].contains("dòng 3: 'T") || all[0].contains("dòng 3: 'C"), "{all:?}");
        assert!(all[0].contains("đây là dòng tổng, không được đọc (nếu đây là tên một sản phẩm"), "{all:?}");
    }
    for product in [",Cồng,,,", ",Tổng cộng,HTX Bịa,,", ",Tổng hợp mứt bịa,,,", ",Cộng,,3,", "Tổng cộng,Trà bịa,,,"]
    {
        assert_eq!(names("products.csv", sheet(product).as_bytes()).len(), 2, "{product}");
    }
}

#[test]
fn what_is_signed_under_a_table_is_no_product() {
    let sheet = |rows: &str| format!("Tên sản phẩm,Chủ thể,Hạng sao\nMắm bịa,HTX Bịa,4\n{rows}\n");
    for signed in [
        ",,\"Hạc Thành, ngày 5 tháng 11 năm 2026\"",
        "NGƯỜI LẬP BIỂU,,TM. UBND XÃ",
        "\"(Ký, ghi rõ họ tên)\",,",
        "CHỦ TỊCH,,",
    ] {
        let sheet = sheet(signed);
        assert_eq!(names("products.csv", sheet.as_bytes()), ["Mắm bịa"], "{signed}");
        let all = told("products.csv", sheet.as_bytes(), Lang::Vi);
        assert!(all.len() == 1 && all[0].contains("đây là dòng ký tên, không được đọc"), "{all:#?}");
    }
    for product in ["Trà người lập bịa,,", "Chủ tịch trà bịa,HTX Bịa,", "Rượu năm bịa,,3"] {
        assert_eq!(names("products.csv", sheet(product).as_bytes()).len(), 2, "{product}");
    }
}

#[test]
fn a_sheet_that_repeats_another_is_one_fault() {
    let book = |sheets: &[(&str, &[&str])]| {
        let mut book = Workbook::new();
        for (name, products) in sheets {
            let sheet = book.add_worksheet();
            assert!(sheet.set_name(*name).is_ok() && sheet.write(0, 0, "Tên sản phẩm").is_ok());
            assert!(sheet.write_column(1, 0, products.iter().copied()).is_ok());
        }
        book.save_to_buffer().unwrap_or_default()
    };
    let all = ["Mắm bịa", "Trà bịa", "Nem bịa"];
    let copied = book(&[("Sản phẩm", &all), ("Sản phẩm (2)", &["Mắm bịa", "Trà bịa", "Rượu bịa"])]);
    assert_eq!(
        told("products.xlsx", &copied, Lang::Vi),
        [
            "tệp products.xlsx, trang 'Sản phẩm (2)': cần mỗi sản phẩm một lần; 2 trong 3 dòng của trang này đã có ở trang \
          'Sản phẩm' (nếu là bản sao, hãy xóa hoặc ẩn trang này: trang ẩn không được đọc)"
        ]
    );
    assert!(read("products.xlsx", &copied).is_err(), "which of the two counts, nobody can tell");
    let more = book(&[("Đợt 1", &all), ("Đợt 2", &["Rượu bịa", "Trà bịa", "Chè bịa", "Mứt bịa"])]);
    let all = told("products.xlsx", &more, Lang::Vi);
    assert!(all.len() == 1 && all[0].contains("trang 'Đợt 2', dòng 3, cột 'Tên sản phẩm': 'Trà bịa'"), "{all:#?}");
}

#[test]
fn workbooks_beside_the_sheet_are_told_and_so_is_an_open_one() {
    let desk = Desk::new();
    desk.catalog("c", &SOUND);
    desk.ocop(&["check", "c"]).is(0, &["2 sản phẩm: không có lỗi"]);
    for name in ["products - Copy.csv", "Danh sách gốc.xlsx", "~$khac.xlsx", "ghi-chu.csv"] {
        desk.write(&format!("c/{name}"), "Tên sản phẩm\nTrà bịa\n");
    }
    desk.write("c/.~lock.products.csv#", "");
    let said = desk.ocop(&["check", "c"]);
    said.is(0, &[
        "Danh sách gốc.xlsx",
        "cần một bảng sản phẩm; bảng được đọc là products.csv (tệp này không được đọc; nếu đây mới là bản đúng, ghi vào \
         catalog.toml: [files] products = \"products - Copy.csv\")",
        "bảng đang mở ở một chương trình khác; phần chưa lưu thì chưa được đọc",
    ]);
    assert!(!said.out.contains("ghi-chu.csv") && !said.out.contains("khac.xlsx"), "{}", said.out);
}

#[test]
fn a_sheet_of_another_name_is_told_what_it_must_be_called() {
    let desk = Desk::new();
    desk.write("c/catalog.toml", "title = \"Hàng thử\"\nas_of = \"23/11/2026\"\n");
    desk.ocop(&["check", "c"]).is(1, &["cần tệp sản phẩm: một trong products.xlsx, products.xls"]);
    desk.write("c/Danh sách SP 2026.XLSX", "");
    desk.ocop(&["check", "c"]).is(1, &[
        "trong thư mục có 'Danh sách SP 2026.XLSX': đổi tên tệp này thành products.xlsx, hoặc ghi vào catalog.toml: \
         [files] products = \"Danh sách SP 2026.XLSX\"",
    ]);
    desk.ocop(&["check", "c", "--lang", "en"]).is(1, &["rename it to products.xlsx"]);
    desk.write("c/khác.csv", "");
    desk.ocop(&["check", "c"]).is(1, &["trong thư mục có Danh sách SP 2026.XLSX, khác.csv: đổi tên tệp cần đọc"]);
}

/// What is told of one product in that column.
fn cell(title: &str, text: &str) -> String {
    let sheet = format!("Tên sản phẩm,{title}\nMắm bịa,\"{text}\"\n");
    told("products.csv", sheet.as_bytes(), Lang::Vi).join("\n")
}

#[test]
fn a_day_that_is_none_says_why() {
    for (text, hint) in [
        ("15/3/25", "(ghi năm đủ bốn chữ số, như 15/3/2025)"),
        ("31/2/2025", "(tháng 2 năm 2025 chỉ có 28 ngày)"),
        ("12/31/2024", "(ngày đứng trước tháng: 31/12/2024)"),
    ] {
        let all = cell("Ngày quyết định", text);
        assert!(
            all.contains(&format!("dòng 2, cột 'Ngày quyết định': '{text}' — cần")) && all.ends_with(hint),
            "{all}"
        );
        let all = cell("Chứng nhận", &format!("QĐ 12/QĐ-UBND ({text})"));
        assert!(all.contains(&format!("cột 'Chứng nhận': '{text}' — cần")) && all.ends_with(hint), "{all}");
    }
}

#[test]
fn a_district_is_known_by_the_name_it_had_before() {
    for place in ["phường Hải Thanh,Tĩnh Gia", "phường Hải Thanh,huyện Tĩnh Gia", "\"phường Hải Thanh, Tĩnh Gia\","]
    {
        let sheet = format!("Tên sản phẩm,Xã,Huyện cũ\nMắm bịa,{place}\n");
        assert_eq!(told("products.csv", sheet.as_bytes(), Lang::Vi), [] as [&str; 0], "{place}");
        let sheets = read("products.csv", sheet.as_bytes());
        let districts = sheets.map(|s| s.catalog.districts.iter().map(|d| d.name.clone()).collect::<Vec<_>>());
        assert_eq!(districts.ok(), Some(vec!["Nghi Sơn".to_owned()]), "{place}");
    }
}

#[test]
fn a_group_is_asked_about_by_its_words() {
    let tourism = "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch";
    for text in ["Du lịch", "Dịch vụ du lịch cộng đồng", "Homestay", "du lich sinh thai", "Sản phẩm du lịch"]
    {
        let all = cell("Nhóm", text);
        assert!(all.ends_with(&format!("(ý bạn là '{tourism}'?)")), "{text}: {all}");
    }
    assert!(cell("Nhóm", "Nước mắm").ends_with("(ý bạn là 'Tương, nước mắm, gia vị dạng lỏng khác'?)"));
    assert!(cell("Nhóm", "Trà").contains("'Chè', 'Chè tươi, chế biến'"), "{}", cell("Nhóm", "Trà"));
    assert!(!cell("Nhóm", "Xe đạp").contains("ý bạn"), "{}", cell("Nhóm", "Xe đạp"));
}

#[test]
fn a_price_that_cannot_be_read_says_what_to_write() {
    for (text, hint) in [
        ("1tr2", "(ý bạn là 1,2 triệu? Để vậy thì sản phẩm hiện không có giá)"),
        ("30-50 nghìn", "(ghi một giá: giá của gói ghi ở cột quy cách."),
        ("120.000đ/lít", "(ở đây chỉ ghi 120.000đ, còn 'lít' ghi vào cột quy cách."),
        ("từ 30.000đ", "(bỏ chữ 'từ', chỉ ghi 30.000đ."),
        ("liên hệ", "(chỉ ghi số; giá phải hỏi thì để trống ô này."),
    ] {
        let all = cell("Giá", text);
        assert!(all.contains(&format!("cột 'Giá': '{text}' — cần")) && all.contains(hint), "{all}");
    }
}

#[test]
fn a_cell_that_says_there_is_nothing_is_empty() {
    for title in ["Mã vạch", "Điện thoại", "Email", "Giá", "Ảnh", "Hạng sao", "Ngày quyết định", "Xuất khẩu"]
    {
        for text in ["không", "KHÔNG CÓ", "chưa có", "Chưa", "-", "—", "N/A"] {
            assert_eq!(cell(title, text), "", "{title}: {text}");
        }
    }
    let sheet = "Tên sản phẩm,Xuất khẩu,Chứng nhận\nMắm bịa,Không,Chưa có\n";
    let sheets = read("products.csv", sheet.as_bytes());
    assert_eq!(sheets.map(|s| s.catalog.markets.len() + s.catalog.qualities.len()).ok(), Some(0));
    assert_eq!(names("products.csv", "Tên sản phẩm\nKhông\n".as_bytes()), ["Không"]);
}

#[test]
fn letters_that_were_lost_are_one_fault() {
    let rows = |accent: fn(char) -> char| -> Vec<u8> {
        let text = "Tên sản phẩm,Chủ thể,Địa chỉ\nMắm tôm bịa,Hộ Bịa Đặt,Thôn Bịa\nRượu bịa,Hợp tác xã Bịa,Xóm Bịa\n";
        text.chars().map(|c| u8::try_from(u32::from(accent(c))).unwrap_or(b'?')).collect()
    };
    // As the code page of America has it, where ê and ô stay, and with no letter left but those of ASCII.
    for bytes in [rows(|c| c), rows(|c| if c.is_ascii() { c } else { '?' })] {
        let all = told("products.csv", &bytes, Lang::Vi);
        assert_eq!(all.len(), 1, "{all:#?}");
        assert!(all[0].contains("dòng 1, cột 'A': 'T") && all[0].contains("s?n ph?m' — cần chữ tiếng Việt"), "{all:?}");
        assert!(all[0].contains("mở bản gốc rồi lưu lại dạng \"CSV UTF-8\" hoặc .xlsx"), "{all:?}");
        assert!(read("products.csv", &bytes).is_err());
    }
    let asked = "Tên sản phẩm,Câu chuyện,Website\nMắm bịa,Ngon không? Rất ngon,https://a.vn/?id=1\nTrà bịa,Ai?Ở đâu,\n";
    assert_eq!(names("products.csv", asked.as_bytes()), ["Mắm bịa", "Trà bịa"]);
}

#[test]
fn what_is_called_a_workbook_and_is_none_is_told_so() {
    let all = told("products.xlsx", b"", Lang::Vi).join("\n");
    assert!(all.contains("tệp trống, không phải bảng tính; có thể chép dở dang"), "{all}");
    let all = told("products.xlsx", "ghi chú của tôi\n".as_bytes(), Lang::Vi).join("\n");
    assert!(all.contains("dòng 1: 'ghi chú của tôi' — cần dòng tiêu đề"), "{all}");
    assert!(all.contains("tệp này là văn bản, không phải bảng tính: nếu là CSV thì đặt đuôi .csv"), "{all}");
    assert_eq!(names("products.xls", "Tên sản phẩm\tHạng sao\nMắm bịa\t4\n".as_bytes()), ["Mắm bịa"]);
    for bytes in [&b"PK\x03\x04 and no more"[..], b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"] {
        let all = told("products.xlsx", bytes, Lang::Vi).join("\n");
        assert!(all.starts_with("tệp products.xlsx: cần bảng tính nguyên vẹn (tệp hỏng hoặc tải về dở dang;"), "{all}");
        assert!(all.contains("lưu lại; nguyên văn: "), "{all}");
    }
}

#[test]
fn a_decision_said_twice_is_one_and_keeps_what_either_says() {
    let read = |number: &str, date: &str, certificates: &str| {
        let sheet = format!(
            "Tên sản phẩm,Hạng sao,Số quyết định,Ngày quyết định,Chứng nhận\nMắm bịa,3,{number},{date},\"{certificates}\"\n"
        );
        let sheets = read("products.csv", sheet.as_bytes());
        let told = |faults: &[ocop::publish::Fault]| faults.iter().map(|f| f.told(Lang::Vi)).collect::<Vec<_>>();
        match sheets {
            Ok(sheets) => {
                let one = &sheets.catalog.products[0].recognitions[0];
                let note = one.note.as_ref().map_or("", |note| note.vi.as_str());
                let by = one.authority.map_or("", |by| by.key());
                let number = one.decision.as_deref().unwrap_or_default();
                (format!("{number} {} {note} {by}", one.when.write()), told(&sheets.warnings))
            }
            Err(faults) => (String::new(), told(&faults)),
        }
    };
    let whole = "12/QĐ-UBND 23/12/2023 Đợt 2 district";
    let said = "QĐ 12/QĐ-UBND (23/12/2023, đợt 2, UBND huyện Bịa)";
    for (number, date, certificates) in [
        ("12/QĐ-UBND", "", said),
        ("12/qđ-ubnd", "2023", &said.replace("12/QĐ-UBND", "12/qđ-ubnd")),
        ("QĐ 12/QĐ-UBND", "23/12/2023", &said.replace("23/12/2023, ", "")),
        ("", "23/12/2023", said),
        ("", "", "QĐ 12/QĐ-UBND (ngày 23-12-2023) (đợt 2) (UBND huyện Bịa)"),
    ] {
        let (one, told) = read(number, date, certificates);
        assert_eq!((one.replace("qđ-ubnd", "QĐ-UBND").as_str(), told.len()), (whole, 0), "{certificates}: {told:?}");
    }
    let (one, told) = read("12/QĐ-UBND", "24/12/2023", said);
    assert_eq!(one, "12/QĐ-UBND 24/12/2023 Đợt 2 district");
    assert!(
        told.len() == 1 && told[0].contains("cột 'Ngày quyết định': '24/12/2023' — cần 23/12/2023, ngày"),
        "{told:?}"
    );
    assert!(read("13/QĐ-UBND", "", said).1[0].contains("nhiều nhất một quyết định"));
    assert_eq!(
        read("", "", "QĐ 12/QĐ-UBND (23/12/2023, đợt 2, công nhận lại)").0.trim(),
        "12/QĐ-UBND 23/12/2023 Đợt 2; Công nhận lại"
    );
}
