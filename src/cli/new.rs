//! `ocop new`: a folder to fill in.

use super::Stop;
use super::args::New;
use super::out::Out;
use super::serve::{slash, typed};
use crate::catalog::Text;
use crate::publish::{StartFault, start};
use serde_json::json;

/// Make the folder and say what to do next.
pub fn run(new: &New, out: &Out) -> Result<(), Stop> {
    let folder = &new.folder;
    let shown = slash(folder);
    let files = start(folder).map_err(|fault| match fault {
        StartFault::Taken(name) => Stop::Run(Text {
            vi: format!("thư mục {shown} không trống (có '{name}'); hãy chọn tên thư mục khác, không có gì bị ghi đè"),
            en: format!(
                "the folder {shown} is not empty (it holds '{name}'); choose another name, nothing was overwritten"
            ),
        }),
        StartFault::System(e) => Stop::at(folder)(e),
        StartFault::Workbook(why) => Stop::run(why),
    })?;
    let typed = typed(folder);
    let site = if shown == "site" { "website" } else { "site" };
    out.done(&Text {
        vi: format!(
            "Đã tạo thư mục {shown}:\n  {}\n\nBước tiếp theo:\n  1. Mở {shown}/products.xlsx, điền mỗi sản phẩm một dòng\n  \
             2. Chép ảnh vào {shown}/photos\n  3. ocop check {typed}\n  4. ocop serve {typed}\n  5. ocop build {typed} --out {site}",
            files.join("\n  ")
        ),
        en: format!(
            "Made the folder {shown}:\n  {}\n\nNext:\n  1. Open {shown}/products.xlsx and fill in a row a product\n  \
             2. Copy the pictures into {shown}/photos\n  3. ocop check {typed}\n  4. ocop serve {typed}\n  5. ocop build {typed} --out {site}",
            files.join("\n  ")
        ),
    });
    out.object(true, json!({ "folder": shown, "files": files }));
    Ok(())
}
