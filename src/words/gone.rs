//! Words of pages of what was withdrawn.

use crate::route::Lang;

/// The words of those pages in that language.
pub fn gone(lang: Lang) -> &'static Gone {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// All words of one language.
pub struct Gone {
    pub product: &'static str,
    pub producer: &'static str,
    /// Leads to where it stands now.
    pub present: &'static str,
}

static VI: Gone = Gone {
    product: "Sản phẩm này không còn trong danh mục. Thông tin trên bản in, trên liên kết cũ có thể không còn đúng.",
    producer: "Chủ thể này không còn trong danh mục. Thông tin trên bản in, trên liên kết cũ có thể không còn đúng.",
    present: "Đến trang hiện nay",
};

static EN: Gone = Gone {
    product: "This product is no longer in the catalogue. What a print or an old link says of it may no longer hold.",
    producer: "This producer is no longer in the catalogue. What a print or an old link says of it may no longer hold.",
    present: "Go to its present page",
};
