//! The help in Vietnamese, for each command and option.
//!
//! Data only: what is not here would be said in English, which a test of the module above does not let pass.

/// An option or value by its id in `args`: what it is for, and how its value is called.
pub type Word = (&'static str, &'static str, &'static str);

/// The help of one command.
pub struct Page {
    /// Its name, as typed.
    pub name: &'static str,
    /// In one line.
    pub about: &'static str,
    /// What is typed behind its name.
    pub usage: &'static str,
    /// What only `--help` tells.
    pub more: &'static str,
    /// Its own options and values.
    pub words: &'static [Word],
}

/// How the help of the whole command is laid out.
pub const FRONT: &str = "\
{about-with-newline}
Cách dùng: {usage}

Lệnh:
{subcommands}

Tùy chọn:
{options}{after-help}";

/// How that of one command is.
pub const OWN: &str = "\
{about-with-newline}
Cách dùng: {usage}

Giá trị:
{positionals}

Tùy chọn:
{options}{after-help}";

pub const ABOUT: &str = "Làm danh mục sản phẩm OCOP: từ bảng tính và ảnh thành trang web";
pub const HELP: &str = "Giải thích một lệnh";
pub const AFTER: &str = "`ocop --help` có ví dụ; `ocop help LỆNH` giải thích từng lệnh.";

pub const LONG_ABOUT: &str = "\
Làm danh mục sản phẩm OCOP (Mỗi xã một sản phẩm): từ bảng tính và ảnh thành một
trang web gồm các tệp tĩnh, máy chủ nào cũng chạy được.

Mỗi danh mục là một thư mục: catalog.toml cho biết danh mục là gì, products.xlsx
ghi mỗi sản phẩm một dòng, photos/ chứa ảnh. `ocop new` tạo sẵn thư mục như vậy,
có giải thích bên trong bằng tiếng Việt và tiếng Anh.";

pub const EXAMPLES: &str = "\
Các bước thường làm:
  ocop new danh-muc                   tạo thư mục để điền
  ocop check danh-muc                 còn sai, thiếu gì, theo từng dòng
  ocop serve danh-muc                 xem thử; mỗi lần lưu, trang tự tải lại
  ocop build danh-muc --out trang     trang web, sẵn sàng tải lên máy chủ

Ngôn ngữ: tiếng Việt hoặc tiếng Anh, theo --lang, rồi đến LC_ALL, LC_MESSAGES,
LANG; không có thì là tiếng Việt.

Kết quả in ra đầu ra chuẩn; tiến độ và lời nhắc in ra đầu ra lỗi. Với --json, đầu
ra chuẩn là một đối tượng JSON {\"command\": \"…\", \"ok\": true, …}; các thành phần
khác xem ở `ocop help LỆNH`. Câu chữ cho người đọc trong đó có dạng {\"vi\": \"…\",
\"en\": \"…\"}. Lệnh không chạy được thì cho {\"command\": \"…\", \"ok\": false, \"error\":
{\"vi\": …, \"en\": …}}.

Mã kết thúc: 0 xong và sạch, 1 danh mục có lỗi (đã báo hết), 2 không chạy được.";

/// What every command has.
pub const WORDS: [Word; 5] = [
    ("lang", "Ngôn ngữ thông báo: vi, en (mặc định theo LC_ALL, LC_MESSAGES, LANG, rồi vi)", "NGÔN NGỮ"),
    ("quiet", "Không báo tiến độ, không nhắc: chỉ kết quả và lỗi", ""),
    ("json", "In một đối tượng JSON thay cho chữ", ""),
    ("help", "In phần giải thích này (--help đầy đủ hơn -h)", ""),
    ("version", "In số phiên bản", ""),
];

const FOLDER: &str = "Thư mục có catalog.toml và bảng sản phẩm (XLSX, XLS, ODS hoặc CSV)";
const SHELL: Word = ("shell", "Khung trang do Trunk dựng, thay cho khung có sẵn trong lệnh này", "THƯ-MỤC");

/// All commands.
pub const COMMANDS: [Page; 8] = [
    Page {
        name: "new",
        about: "Tạo thư mục để điền: thiết lập, bảng có giải thích từng cột, chỗ để ảnh",
        usage: "[TÙY CHỌN] THƯ-MỤC",
        more: "\
Ghi catalog.toml, products.xlsx, photos/, HUONG-DAN.md và README.md. Thư mục phải
trống hoặc chưa có: không có gì bị ghi đè. Bảng chưa có sản phẩm nào; ví dụ nằm ở
trang hướng dẫn của bảng, trang đó không được đọc.

Ví dụ:
  ocop new danh-muc

JSON: folder, files (tên các tệp đã ghi).",
        words: &[("folder", "Thư mục cần tạo", "THƯ-MỤC")],
    },
    Page {
        name: "check",
        about: "Báo mọi chỗ sai hoặc thiếu cùng một lúc, theo tệp, trang và dòng",
        usage: "[TÙY CHỌN] THƯ-MỤC",
        more: "\
Có lỗi thì không xuất bản được. Có cảnh báo thì vẫn được, nhưng có thể không đúng
như ý. Những gì còn thiếu trước khi đem ra cho người xem (ảnh, liên hệ, công nhận
hết hạn, tên quá dài cho ảnh xem trước, hai chủ thể có vẻ là một…) được tóm tắt,
mỗi mục một dòng; --all liệt kê từng chỗ.

Ví dụ:
  ocop check danh-muc
  ocop check danh-muc --all --lang en
  ocop check danh-muc --format html --out can-sua.html      một trang, để in hoặc gửi
  ocop check danh-muc --format csv --out can-sua.csv        cho Excel
  ocop check danh-muc --producer 'Le Gia' --format html --out le-gia.html

Mã kết thúc: 0 không có lỗi (với --strict: không có gì để báo), 1 có lỗi, 2 không
chạy được.

JSON: folder, products, producers, rows (số dòng đã đọc trong bảng sản phẩm),
rows_with_faults, errors, warnings, faults (mỗi chỗ: severity, rule, file, sheet,
row, column, value, expected, hint, product, producer) và needs (mỗi mục: rule,
title, products). Thành phần không rõ là null.",
        words: &[
            ("folder", FOLDER, "THƯ-MỤC"),
            ("format", "Dạng báo cáo: text (màn hình, mặc định), csv (Excel), html (in, gửi), json", "DẠNG"),
            ("out", "Ghi báo cáo vào tệp này thay vì in ra", "TỆP"),
            ("producer", "Chỉ những chủ thể có tên chứa chữ này (không kể hoa thường, có dấu hay không)", "TÊN"),
            ("all", "Liệt kê từng chỗ của mỗi mục, không chỉ số lượng", ""),
            ("on", "Xét hạn công nhận vào ngày này, dạng ngày/tháng/năm (mặc định: hôm nay)", "NGÀY"),
            ("strict", "Cảnh báo và những gì còn thiếu cũng tính là lỗi", ""),
        ],
    },
    Page {
        name: "build",
        about: "Kiểm tra, rồi ghi cả trang web",
        usage: "[TÙY CHỌN] THƯ-MỤC --out TRANG",
        more: "\
Trang mới được ghi bên cạnh, đến cuối mới đưa vào chỗ: hỏng giữa chừng hoặc bị
dừng (Ctrl-C) thì trang cũ vẫn còn nguyên. Gì không đổi thì không làm lại. Danh
mục có lỗi thì không ghi gì cả. TRANG có thể nằm ngay trong thư mục danh mục,
nhưng không được nằm trong photos/.

Ví dụ:
  ocop build danh-muc --out trang
  ocop build danh-muc --out trang --quiet && rsync -a --delete trang/ may-chu:/var/www/danh-muc/

JSON: folder, out, products, producers, errors, warnings, faults (như ở `ocop help
check`), pages, files và reused (trong số tệp đó, bao nhiêu tệp đã có sẵn), lacks
(trang còn thiếu gì vì danh mục chưa ghi).",
        words: &[
            ("folder", FOLDER, "THƯ-MỤC"),
            ("out", "Thư mục của trang web; được thay cả thư mục, chỉ khi do lệnh này làm ra", "TRANG"),
            SHELL,
        ],
    },
    Page {
        name: "serve",
        about: "Xem danh mục, hoặc trang đã dựng, bằng trình duyệt trên máy này",
        usage: "[TÙY CHỌN] THƯ-MỤC",
        more: "\
Thư mục có catalog.toml được dựng ở một chỗ tạm, và dựng lại mỗi khi lưu tệp nào
trong đó; trang đang mở tự tải lại. Nếu có lỗi, trang tốt gần nhất vẫn hiện và báo
lỗi; danh sách lỗi ở /__ocop/faults. Không có gì được ghi vào thư mục ngoài ảnh đã
xử lý, trong .ocop/. Thư mục có index.html là trang đã dựng, được hiện như nó có.

Địa chỉ là dòng đầu của đầu ra chuẩn (với --json: {\"command\": \"serve\", \"ok\": true,
\"address\": \"http://…\"}). Chỉ máy này xem được. Ctrl-C để dừng.

Ví dụ:
  ocop serve danh-muc --open
  ocop serve trang --port 0",
        words: &[
            ("folder", "Thư mục có catalog.toml, hoặc trang đã dựng", "THƯ-MỤC"),
            ("port", "Số cổng; 0 để máy tự chọn cổng trống (mặc định: 8080)", "CỔNG"),
            ("open", "Mở luôn trình duyệt", ""),
            SHELL,
        ],
    },
    Page {
        name: "diff",
        about: "Cho biết sản phẩm nào mới, thay đổi hay đã rút giữa hai danh mục",
        usage: "[TÙY CHỌN] CŨ MỚI",
        more: "\
CŨ và MỚI mỗi bên là một trang đã dựng, thư mục catalog/ của nó, một tệp list.json,
hoặc thư mục có catalog.toml, được đọc như khi `ocop build`. Sản phẩm được nhận ra
theo địa chỉ trang, thứ không bao giờ đổi. Công nhận còn hạn hay không được xét
theo ngày số liệu của từng danh mục.

Ví dụ:
  ocop diff trang-thang-5 trang
  ocop diff trang danh-muc          nếu dựng lại thì có gì khác

Mã kết thúc: 0 dù có khác hay không, 1 thư mục có lỗi, 2 không chạy được.

JSON: old, new (đường dẫn), added và withdrawn (mỗi sản phẩm: slug, name, producer),
changed (mỗi sản phẩm, có fields: field, title, old, new), lists_only (true nếu
không so được phần chi tiết).",
        words: &[("old", "Danh mục cũ", "CŨ"), ("new", "Danh mục mới", "MỚI")],
    },
    Page {
        name: "completions",
        about: "In phần giúp shell gõ nốt các chữ của lệnh này",
        usage: "[TÙY CHỌN] SHELL",
        more: "\
Ví dụ:
  ocop completions bash > ~/.local/share/bash-completion/completions/ocop
  ocop completions zsh > ~/.zfunc/_ocop
  ocop completions fish > ~/.config/fish/completions/ocop.fish
  ocop completions powershell >> $PROFILE",
        words: &[("shell", "bash, elvish, fish, powershell hoặc zsh", "SHELL")],
    },
    Page {
        name: "bundle",
        about: "Chỉ ghi dữ liệu của danh mục: gói dữ liệu và các hình vẽ",
        usage: "[TÙY CHỌN] THƯ-MỤC --out ĐÍCH",
        more: "",
        words: &[("data", FOLDER, "THƯ-MỤC"), ("out", "Thư mục để ghi list.json, detail-NN.json và tile/", "ĐÍCH")],
    },
    Page {
        name: "generate",
        about: "Ghi gói dữ liệu gồm sản phẩm bịa ra, có đánh dấu, để thử với số lượng lớn",
        usage: "[TÙY CHỌN] --products SỐ --out ĐÍCH",
        more: "",
        words: &[
            ("products", "Bao nhiêu sản phẩm", "SỐ"),
            ("seed", "Cùng một hạt giống thì cho cùng một danh mục (mặc định: 1)", "HẠT"),
            ("out", "Thư mục để ghi vào", "ĐÍCH"),
            ("no_tiles", "Bỏ các hình vẽ", ""),
            ("site", "Ghi cả trang web, không chỉ gói dữ liệu", ""),
            ("home", "Địa chỉ nơi trang sẽ đặt", "URL"),
        ],
    },
];
