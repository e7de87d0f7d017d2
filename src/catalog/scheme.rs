//! The OCOP scheme: product groups and stars, as Decision 148/QĐ-TTg of 24 February 2023 has them.
//!
//! In: nothing. Out: the official tree of groups and the rules of a recognition's life. It knows no product.

use super::Text;

/// How long a recognition holds, in months (Decision 148/2023, article 4).
pub const VALID_MONTHS: u16 = 36;

/// A place in the group tree: index into [`GROUPS`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct GroupId(u8);

/// One node of the tree.
#[derive(Debug)]
pub struct Group {
    /// Number in the decision, e.g. `I.4.a`; its dots give the level.
    pub number: &'static str,
    /// Name in addresses; unique and never changed.
    pub slug: &'static str,
    /// Name in the decision, and in English.
    pub name: Text<&'static str>,
}

macro_rules! groups {
    ($($number:literal $slug:literal $vi:literal $en:literal;)*) => {
        /// All groups in the order of the decision: a parent stands before its children.
        pub static GROUPS: &[Group] = &[$(Group { number: $number, slug: $slug, name: Text { vi: $vi, en: $en } }),*];
    };
}

groups! {
    "I" "thuc-pham" "Thực phẩm" "Food";
    "I.1" "tuoi-song" "Thực phẩm tươi sống" "Fresh food";
    "I.1.a" "rau-cu-qua" "Rau, củ, quả, hạt tươi" "Fresh vegetables, tubers, fruit and seeds";
    "I.1.b" "thit-ca-trung-sua" "Thịt, thủy sản, trứng, sữa tươi" "Fresh meat, seafood, eggs and milk";
    "I.2" "so-che" "Thực phẩm thô, sơ chế" "Raw and semi-processed food";
    "I.2.a" "gao-ngu-coc" "Gạo, ngũ cốc, hạt sơ chế khác" "Rice, cereals and other grains";
    "I.2.b" "mat-ong" "Mật ong, mật khác và nông sản thực phẩm khác" "Honey, syrups and other farm food";
    "I.3" "che-bien" "Thực phẩm chế biến" "Processed food";
    "I.3.a" "do-an-nhanh" "Đồ ăn nhanh" "Ready-to-eat food";
    "I.3.b" "tu-gao" "Chế biến từ gạo, ngũ cốc" "Made from rice and cereals";
    "I.3.c" "tu-rau-qua" "Chế biến từ rau, củ, quả, hạt" "Made from vegetables, fruit and seeds";
    "I.3.d" "tu-thit-ca" "Chế biến từ thịt, trứng, sữa, thủy sản, sản phẩm từ mật ong và nông sản thực phẩm khác" "Made from meat, eggs, milk, seafood, honey and other farm food";
    "I.4" "gia-vi" "Gia vị" "Condiments";
    "I.4.a" "nuoc-mam" "Tương, nước mắm, gia vị dạng lỏng khác" "Sauces, fish sauce, other liquid seasonings";
    "I.4.b" "gia-vi-khac" "Gia vị khác" "Other condiments";
    "I.5" "che" "Chè" "Tea";
    "I.5.a" "che-tuoi" "Chè tươi, chế biến" "Tea, fresh and processed";
    "I.5.b" "che-thao-moc" "Sản phẩm chè từ thực vật khác" "Teas from other plants";
    "I.6" "ca-phe" "Cà phê, ca cao" "Coffee and cocoa";
    "II" "do-uong" "Đồ uống" "Drinks";
    "II.1" "co-con" "Đồ uống có cồn" "Alcoholic drinks";
    "II.1.a" "ruou-trang" "Rượu trắng" "White rice liquor";
    "II.1.b" "co-con-khac" "Đồ uống có cồn khác" "Other alcoholic drinks";
    "II.2" "khong-con" "Đồ uống không cồn" "Soft drinks";
    "II.2.a" "nuoc-khoang" "Nước khoáng thiên nhiên, nước uống đóng chai" "Mineral and bottled water";
    "II.2.b" "nuoc-uong" "Đồ uống không cồn" "Non-alcoholic drinks";
    "III" "duoc-lieu" "Dược liệu và sản phẩm từ dược liệu" "Medicinal herbs and herbal products";
    "III.1" "thuc-pham-chuc-nang" "Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền" "Food supplements, herbal and traditional medicines";
    "III.2" "my-pham" "Mỹ phẩm có thành phần từ dược liệu" "Cosmetics with herbs";
    "III.3" "tinh-dau" "Tinh dầu và dược liệu khác" "Essential oils and other herbs";
    "IV" "thu-cong" "Thủ công mỹ nghệ" "Handicrafts";
    "IV.1" "gia-dung" "Thủ công mỹ nghệ gia dụng, trang trí" "Household and decorative crafts";
    "IV.2" "vai" "Vải, may mặc" "Textiles and clothing";
    "V" "sinh-vat-canh" "Sinh vật cảnh" "Ornamentals";
    "V.1" "hoa" "Hoa" "Flowers";
    "V.2" "cay-canh" "Cây cảnh" "Ornamental plants";
    "V.3" "dong-vat-canh" "Động vật cảnh" "Ornamental animals";
    "VI" "du-lich" "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch" "Community and eco-tourism, tourist sites";
}

impl GroupId {
    /// Every group, in the order of the decision.
    pub fn all() -> impl Iterator<Item = GroupId> {
        (0..GROUPS.len() as u8).map(GroupId)
    }

    /// The group at that place of [`GROUPS`], if there is one.
    pub fn at(index: usize) -> Option<GroupId> {
        (index < GROUPS.len()).then_some(GroupId(index as u8))
    }

    /// The group with that slug.
    pub fn of_slug(slug: &str) -> Option<GroupId> {
        GroupId::all().find(|id| id.get().slug == slug)
    }

    /// The node itself.
    pub fn get(self) -> &'static Group {
        &GROUPS[self.index()]
    }

    /// Place in [`GROUPS`].
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// 0 for a main group, 1 and 2 below it.
    pub fn level(self) -> usize {
        self.get().number.bytes().filter(|b| *b == b'.').count()
    }

    /// The group above, none for a main group.
    pub fn parent(self) -> Option<GroupId> {
        let own = self.get().number;
        let right_above = |id: &GroupId| {
            let rest = own.strip_prefix(id.get().number).unwrap_or_default();
            rest.starts_with('.') && id.level() + 1 == self.level()
        };
        GroupId::all().find(right_above)
    }

    /// From the main group down to this one.
    pub fn path(self) -> Vec<GroupId> {
        let mut path = vec![self];
        while let Some(above) = path[path.len() - 1].parent() {
            path.push(above);
        }
        path.reverse();
        path
    }

    /// Whether it is food or stands below it (group I).
    pub fn is_food(self) -> bool {
        self.get().number.split('.').next() == Some("I")
    }

    /// The kind of goods by which tiles and swatches are coloured.
    pub fn goods(self) -> &'static str {
        match self.get().number.as_bytes() {
            [b'I', b'.', b'1', ..] => "fresh",
            [b'I', b'.', b'2', ..] => "raw",
            [b'I', b'.', b'4', ..] => "condiment",
            [b'I', b'.', b'5' | b'6', ..] => "tea",
            [b'I', b'I'] | [b'I', b'I', b'.', ..] => "drink",
            [b'I', b'I', b'I', ..] => "herb",
            [b'I', b'V', ..] => "craft",
            [b'V', b'I', ..] => "tourism",
            [b'V', ..] => "ornamental",
            _ => "processed",
        }
    }
}

/// Stars of a recognition: 3, 4 or 5 (below 3 nothing is recognised).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Stars(u8);

impl Stars {
    /// 3 to 5, else none.
    pub fn new(count: u8) -> Option<Stars> {
        (3..=5).contains(&count).then_some(Stars(count))
    }

    /// How many.
    pub fn count(self) -> u8 {
        self.0
    }
}
