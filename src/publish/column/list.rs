//! All columns of a products' sheet, in the order of a new one.
//!
//! Data only: keys, titles, explanations and other names. How they are found, the module above says.

use super::Column;
use crate::catalog::Text;

const fn column(
    key: &'static str,
    [vi, en]: [&'static str; 2],
    [about_vi, about_en]: [&'static str; 2],
    names: &'static [&'static str],
) -> Column {
    Column { key, title: Text { vi, en }, about: Text { vi: about_vi, en: about_en }, names }
}

/// Titles of columns that hold nothing to read.
pub const IGNORED: &[&str] = &["STT", "TT", "Số TT", "Số thứ tự", "No.", "No", "#", "Ghi chú nội bộ"];

/// The only column that a sheet must have.
pub const NAME: &str = "name_vi";

/// All columns, in the order of a new sheet.
pub const COLUMNS: &[Column] = &[
    column(
        NAME,
        ["Tên sản phẩm", "Product name"],
        ["Tên đầy đủ như trên nhãn. Bắt buộc.", "Full name as on the label. Required."],
        &["Sản phẩm", "Tên SP", "Tên sản phẩm OCOP", "Sản phẩm OCOP", "Tên hàng", "Name", "Product", "Tên"],
    ),
    column(
        "name_en",
        ["Tên tiếng Anh", "English name"],
        ["Để trống nếu chưa có.", "Leave empty if there is none."],
        &["Tên sản phẩm tiếng Anh", "Tên tiếng Anh của sản phẩm", "Product name in English", "Name in English"],
    ),
    column(
        "name_en_is_literal_translation",
        ["Tên tiếng Anh là bản dịch", "English name is a translation"],
        ["có nếu tên tiếng Anh chỉ là bản dịch.", "yes if the English name is only a literal translation."],
        &["Dịch nghĩa"],
    ),
    column(
        "producer",
        ["Chủ thể", "Producer"],
        [
            "Doanh nghiệp, hợp tác xã hoặc hộ làm ra sản phẩm; nhiều chủ thể cách nhau bằng ;",
            "Company, cooperative or household that makes it; several parted by ;",
        ],
        &[
            "Cơ sở sản xuất",
            "Đơn vị",
            "Đơn vị sản xuất",
            "Nhà sản xuất",
            "Tên chủ thể",
            "Chủ thể OCOP",
            "Chủ thể sản xuất",
            "Cơ sở",
            "Tên cơ sở",
            "Manufacturer",
            "Maker",
        ],
    ),
    column(
        "commune",
        ["Xã, phường", "Commune or ward"],
        [
            "Xã, phường hiện nay hoặc trước 7/2025 (khi đó ghi thêm huyện cũ), hoặc mã xã 5 chữ số.",
            "Commune of today, or of before July 2025 (then with its former district), or the code of five digits.",
        ],
        &["Xã", "Phường", "Xã/phường/thị trấn", "Địa chỉ xã", "Tên xã", "Commune", "Ward", "Mã xã", "Xã/phường mới"],
    ),
    column(
        "district",
        ["Huyện cũ", "Former district"],
        ["Huyện trước 7/2025; chỉ cần khi ghi xã cũ.", "District until June 2025; needed for a former commune only."],
        &["Huyện", "Huyện/thị xã/thành phố", "Huyện, TX, TP", "District", "Địa chỉ huyện", "Tên huyện"],
    ),
    column(
        "province",
        ["Tỉnh", "Province"],
        ["Để trống cũng được.", "May be empty."],
        &["Tỉnh/thành phố", "Tỉnh, thành phố"],
    ),
    column(
        "stars",
        ["Hạng sao", "Stars"],
        ["3, 4 hoặc 5; để trống nếu không rõ.", "3, 4 or 5; empty if not known."],
        &[
            "Xếp hạng",
            "Số sao",
            "Sao",
            "Hạng",
            "Kết quả",
            "Phân hạng",
            "Hạng OCOP",
            "Xếp hạng sao",
            "Kết quả xếp hạng",
            "Star",
            "OCOP stars",
            "Rating",
        ],
    ),
    column(
        "year",
        ["Năm công nhận", "Year of recognition"],
        ["Nếu không có ngày quyết định.", "If the day of the decision is not known."],
        &["Năm", "Năm cấp", "Năm đạt", "Năm đạt OCOP", "Year"],
    ),
    column(
        "decision",
        ["Số quyết định", "Decision number"],
        ["Như 5445/QĐ-UBND.", "Such as 5445/QĐ-UBND."],
        &["Quyết định", "Số QĐ", "Quyết định công nhận", "Quyết định số", "Decision", "Số quyết định công nhận"],
    ),
    column(
        "decision_date",
        ["Ngày quyết định", "Decision date"],
        ["Ngày/tháng/năm; sao có hạn 36 tháng từ ngày này.", "Day/month/year; stars hold 36 months from then."],
        &["Ngày cấp", "Ngày QĐ", "Ngày công nhận", "Ngày ký", "Ngày tháng quyết định", "Date of decision", "Date"],
    ),
    column(
        "group",
        ["Nhóm sản phẩm", "Product group"],
        ["Nhóm của Quyết định 148/2023.", "A group of Decision 148/2023."],
        &["Nhóm", "Ngành hàng", "Ngành", "Ngành sản phẩm", "Group"],
    ),
    column(
        "subgroup",
        ["Phân nhóm", "Sub-group"],
        [
            "Các cấp dưới cách nhau bằng / có dấu cách hai bên.",
            "Levels below, parted by / with a space on either side.",
        ],
        &["Phân nhóm sản phẩm", "Nhóm con", "Subgroup"],
    ),
    column(
        "certificates",
        ["Chứng nhận", "Certificates"],
        [
            "HACCP; VietGAP; ISO 22000… cách nhau bằng ; hoặc xuống dòng.",
            "HACCP; VietGAP; ISO 22000… parted by ; or line breaks.",
        ],
        &["Chứng nhận chất lượng", "Giấy chứng nhận", "Chứng chỉ", "Tiêu chuẩn", "Certificate", "Certifications"],
    ),
    column(
        "channels",
        ["Kênh bán", "Sales channels"],
        ["Siêu thị; Shopee… cách nhau bằng ; hoặc xuống dòng.", "Supermarkets; Shopee… parted by ; or line breaks."],
        &["Kênh bán hàng", "Kênh tiêu thụ", "Nơi bán", "Kênh phân phối", "Channels"],
    ),
    column(
        "export_markets",
        ["Thị trường xuất khẩu", "Export markets"],
        ["Các nước, cách nhau bằng ; hoặc xuống dòng.", "Countries, parted by ; or line breaks."],
        &["Xuất khẩu", "Nước xuất khẩu", "Thị trường XK", "Markets"],
    ),
    column(
        "story",
        ["Câu chuyện sản phẩm", "Story"],
        ["Mô tả ngắn cho người mua.", "A short description for buyers."],
        &["Mô tả", "Giới thiệu", "Giới thiệu sản phẩm", "Mô tả sản phẩm", "Câu chuyện", "Description"],
    ),
    column(
        "story_en",
        ["Câu chuyện tiếng Anh", "Story in English"],
        ["Để trống nếu chưa có.", "Leave empty if there is none."],
        &["Mô tả tiếng Anh", "Giới thiệu tiếng Anh", "Description in English", "English story"],
    ),
    column(
        "attributes",
        ["Đặc điểm", "Attributes"],
        ["Các đặc điểm, cách nhau bằng ; hoặc xuống dòng.", "Facts, parted by ; or line breaks."],
        &["Thông tin khác", "Thành phần", "Facts"],
    ),
    column(
        "price",
        ["Giá bán", "Price"],
        [
            "Số đồng một gói, như 150.000; 150k, 150 nghìn, 1,2 triệu cũng được.",
            "Dong for a pack, such as 150,000; 150k and 1,2 triệu are understood too.",
        ],
        &["Giá", "Đơn giá", "Giá bán lẻ", "Giá lẻ", "Giá sản phẩm"],
    ),
    column(
        "pack",
        ["Quy cách", "Pack"],
        ["Như hũ 200 g.", "Such as jar 200 g."],
        &["Khối lượng tịnh", "Quy cách đóng gói", "Khối lượng", "Dung tích", "Trọng lượng", "Net content", "Size"],
    ),
    column(
        "gtin",
        ["Mã vạch", "Bar code"],
        ["8, 12, 13 hoặc 14 chữ số.", "8, 12, 13 or 14 digits."],
        &["GTIN", "EAN", "Barcode", "Mã số mã vạch", "Mã GTIN", "UPC"],
    ),
    column(
        "photos",
        ["Ảnh", "Photos"],
        ["Tên các tệp trong thư mục photos, cách nhau bằng ;", "Names of files in the folder photos, parted by ;"],
        &["Hình ảnh", "Ảnh sản phẩm", "Tên ảnh", "Tệp ảnh", "Photo", "Picture", "Pictures", "Image", "Images", "Hình"],
    ),
    column(
        "person",
        ["Người đại diện", "Contact person"],
        ["Người để liên hệ.", "Whom to ask for."],
        &["Người liên hệ", "Đại diện", "Họ tên người đại diện", "Chủ cơ sở", "Giám đốc", "Contact", "Person"],
    ),
    column(
        "phone",
        ["Điện thoại", "Phone"],
        ["Số của chủ thể; nhiều số cách nhau bằng ;", "Number of the producer; several parted by ;"],
        &["SĐT", "ĐT", "Hotline", "Số điện thoại", "Di động", "Tel", "Telephone", "Số ĐT"],
    ),
    column(
        "email",
        ["Email", "E-mail"],
        ["Thư điện tử của chủ thể.", "E-mail of the producer."],
        &["Thư điện tử", "Mail"],
    ),
    column(
        "website",
        ["Website", "Web page"],
        ["Trang web hoặc gian hàng.", "Page or shop."],
        &["Trang web", "Web", "Fanpage", "Facebook", "Website/Facebook"],
    ),
    column(
        "address",
        ["Địa chỉ", "Address"],
        ["Địa chỉ của chủ thể.", "Address of the producer."],
        &["Địa chỉ cơ sở", "Địa chỉ sản xuất", "Địa chỉ chủ thể", "Địa chỉ liên hệ"],
    ),
    column(
        "source_title",
        ["Nguồn", "Source"],
        ["Các thông tin này lấy từ đâu.", "Where these facts come from."],
        &["Nguồn thông tin", "Nguồn tin"],
    ),
    column(
        "source_url",
        ["Địa chỉ nguồn", "Source address"],
        ["Đường dẫn, bắt đầu bằng https://", "A link that begins with https://"],
        &["Link nguồn", "Đường dẫn nguồn", "URL nguồn", "URL", "Link"],
    ),
];
