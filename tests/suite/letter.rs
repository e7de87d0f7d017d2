//! The request to producers: each product once, under who makes it, to whom can be reached; and links that hold it.

use crate::sample::{SAMPLE, TODAY};
use ocop::catalog::{Contact, ProductId};
use ocop::page::Site;
use ocop::page::picks::{Asker, COMPARED, Letter, State, letters, mail, rows, sms, vcard, zalo};
use ocop::pick::{Item, List};
use ocop::route::Lang;
use proptest::prelude::*;
use std::sync::LazyLock;

/// The sample in which every third producer can be reached, and the office.
static REACHED: LazyLock<Site> = LazyLock::new(|| {
    let mut catalog = SAMPLE.catalog.clone();
    catalog.about.publisher = "Văn phòng OCOP Ví Dụ".into();
    catalog.about.contact.email = "ocop@vi-du.example".into();
    for (i, maker) in catalog.producers.iter_mut().enumerate().filter(|(i, _)| i % 3 == 0) {
        maker.contact = Contact { phone: format!("0912 345 {i:03}; 0237 1"), ..Contact::default() };
    }
    Site::new(catalog, TODAY)
});

fn list() -> impl Strategy<Value = List> {
    let item = (0..SAMPLE.catalog.products.len(), prop_oneof![Just(0_u16), 1..500_u16], "[a-zàếđ ]{0,12}");
    prop::collection::vec(item, 1..30).prop_map(|all| {
        all.into_iter()
            .map(|(at, quantity, note)| Item { slug: SAMPLE.catalog.products[at].slug.clone(), quantity, note })
            .collect()
    })
}

fn state(list: List) -> State {
    let asker = Asker {
        name: "Chị Lan".into(),
        firm: "Cửa hàng Hoa Sen".into(),
        reach: "0987 654 321".into(),
        place: "12 Hàng Ngang, Hà Nội".into(),
        questions: "Có hoá đơn không?".into(),
    };
    State { list, asker, ..State::default() }
}

const WHOLE: &str = "https://vi-du.example/chon/?list=0020ABC";

fn all(site: &Site, lang: Lang, list: &List) -> Vec<Letter> {
    letters(site.see(lang), &state(list.clone()), &|_| WHOLE.into())
}

fn list_of(slug: &str) -> List {
    let mut list = List::EMPTY;
    list.toggle(slug);
    list
}

/// A link as the app reads it that it opens.
fn decoded(text: &str) -> String {
    let plus = text.replace('+', "%2B");
    form_urlencoded::parse(format!("x={}", plus.replace('&', "%26")).as_bytes())
        .next()
        .map(|p| p.1.into_owned())
        .unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_product_stands_once_under_who_makes_it(list in list(), english: bool) {
        let site = &*REACHED;
        let all = all(site, if english { Lang::En } else { Lang::Vi }, &list);
        for item in list.items() {
            let Some(id) = site.catalog.find_product(&item.slug) else { unreachable!("a product of the sample") };
            let p = site.catalog.product(id);
            let maker = p.makers.first().map(|id| site.catalog.producer(*id));
            let line = format!("- {}", p.name.vi);
            let with = all.iter().filter(|letter| {
                let same = |l: &str| l == line || l.strip_prefix(&line).is_some_and(|rest| rest.starts_with([':', ';']));
                letter.text.lines().any(same)
            });
            let with: Vec<_> = with.collect();
            let twins = site.catalog.products.iter().filter(|other| other.name.vi == p.name.vi).count();
            prop_assert!(!with.is_empty() && with.len() <= twins, "{}", line);
            let reached = maker.filter(|maker| !maker.contact.phone.is_empty());
            let to = reached.map_or("Văn phòng OCOP Ví Dụ", |maker| maker.name.as_str());
            prop_assert!(with.iter().any(|letter| letter.to == to), "{} to {}", line, to);
            if item.quantity > 0 {
                let count = format!(" {}", item.quantity);
                prop_assert!(with.iter().any(|letter| letter.text.contains(&count)));
            }
        }
        let recipients: std::collections::HashSet<&str> = all.iter().map(|letter| letter.to.as_str()).collect();
        prop_assert_eq!(recipients.len(), all.len(), "one letter each");
    }

    #[test]
    fn links_hold_the_letter_and_are_not_too_long(list in list(), english: bool) {
        for letter in all(&REACHED, if english { Lang::En } else { Lang::Vi }, &list) {
            for said in ["Chị Lan", "Hoa Sen", "0987 654 321", "12 Hàng Ngang", "Có hoá đơn không?", WHOLE] {
                prop_assert!(letter.text.contains(said), "{}: {}", said, letter.text);
            }
            let body = |link: &str| decoded(link.split_once("body=").map_or("", |(_, body)| body));
            // Who has a telephone is sent a message, the office a mail.
            let (sms, mail) = (sms(&letter), mail(&letter));
            prop_assert_eq!((sms.is_some(), mail.is_none()), (letter.contact.email.is_empty(), letter.contact.email.is_empty()));
            if let Some(sms) = sms {
                let body = body(&sms);
                prop_assert!(body.chars().count() <= 670 && body.contains("Có hoá đơn không?"), "{}", body);
            }
            if let Some(mail) = mail {
                prop_assert!(mail.len() <= 2000 && mail.is_ascii() && !mail.contains(' '));
                let body = body(&mail);
                prop_assert!(body == letter.text || body.contains("0987 654 321") && body.contains("Có hoá đơn"), "{}", body);
            }
        }
    }

    /// Whatever is asked, however long: a short letter says who asks and where the list is, and loses of the questions first.
    #[test]
    fn a_short_letter_never_loses_who_asks(list in list(), questions in "[a-zàếđ\u{1f600} ]{0,900}", place in "[a-zàếđ ]{0,200}", at: bool, english: bool) {
        let mut state = state(list);
        (state.asker.questions, state.asker.place) = (questions.clone(), place);
        let whole = if at { WHOLE } else { "" };
        for letter in letters(REACHED.see(if english { Lang::En } else { Lang::Vi }), &state, &|_| whole.into()) {
            let body = |link: Option<String>| link.map(|link| decoded(link.split_once("body=").map_or("", |(_, body)| body)));
            let (sms, mail) = (body(sms(&letter)), body(mail(&letter)));
            let named = &letter.short.named;
            for (body, units) in [(sms, 670), (mail, 2000)] {
                let Some(body) = body else { continue };
                // The whole letter, where it fits, says it in other words.
                prop_assert!(body == letter.text || body.encode_utf16().count() <= units, "{}", body);
                prop_assert!(["Chị Lan", "Hoa Sen", "0987 654 321"].iter().all(|said| body.contains(said)), "{}", body);
                let first: String = named[0].chars().take(8).collect();
                let all = body == letter.text || body.contains(&named.join("; "));
                prop_assert!(all || if at { body.contains(WHOLE) } else { body.contains(&first) }, "{}", body);
                prop_assert!(body.contains(questions.trim()) || body.contains('…'), "{}", body);
            }
        }
    }

    #[test]
    fn a_card_is_read_back(name in "[^\\p{C}]{1,30}", address in "\\PC{1,40}", phone in "[0-9 ]{3,12}") {
        let contact = Contact { phone, address: address.clone(), ..Contact::default() };
        let Some(card) = vcard(&name, &contact) else { unreachable!("there is something to keep") };
        prop_assert!(card.starts_with("BEGIN:VCARD\r\nVERSION:3.0\r\n") && card.ends_with("\r\nEND:VCARD\r\n"));
        prop_assert!(card.split("\r\n").all(|line| line.is_empty() || line.contains(':')), "{}", card);
        prop_assert_eq!(card.matches('\n').count(), card.matches("\r\n").count());
        let value = |name: &str| card.split("\r\n").find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_string();
        let plain = |text: String| text.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
        prop_assert_eq!(plain(value("FN:")), name.trim());
        prop_assert!(value("TEL;TYPE=WORK,VOICE:").bytes().all(|b| b.is_ascii_digit()));
    }
}

#[test]
fn a_letter_reads_as_people_write() {
    let mut list = list_of("mam-tom-le-gia");
    list.count("mam-tom-le-gia", 20);
    let all = letters(SAMPLE.see(Lang::Vi), &state(list.clone()), &|_| String::new());
    assert_eq!(all.len(), 1);
    let expected = "Kính gửi quý cơ sở,\n\nTôi là Chị Lan, Cửa hàng Hoa Sen. Qua danh mục Hàng xứ Thanh, tôi quan tâm và muốn hỏi mua 1 sản phẩm sau:\n\nCông ty TNHH Thực phẩm và Thương mại dịch vụ Lê Gia:\n- Mắm tôm Lê Gia: số lượng 20\n\nNơi giao hàng: 12 Hàng Ngang, Hà Nội\n\nCâu hỏi: Có hoá đơn không?\n\nXin vui lòng báo giá, số lượng có thể cung cấp, thời gian giao hàng và cách thanh toán.\n\nXin trân trọng cảm ơn.\nChị Lan\nCửa hàng Hoa Sen\n0987 654 321";
    assert_eq!(all[0].text, expected);
    // A title that says itself what it is of is not doubled.
    let mut catalog = SAMPLE.catalog.clone();
    catalog.about.title = "Danh mục sản phẩm OCOP".into();
    let titled = Site::new(catalog, TODAY);
    let titled = letters(titled.see(Lang::Vi), &state(list.clone()), &|_| String::new()).remove(0);
    assert!(titled.text.contains("Qua danh mục sản phẩm OCOP, tôi"), "{}", titled.text);
    assert_eq!(titled.subject, "Hỏi mua 1 sản phẩm trong danh mục sản phẩm OCOP");
    // A firm is no person's name.
    let firm = Asker { firm: "ABC Ltd".into(), ..Asker::default() };
    let by = |lang| {
        letters(SAMPLE.see(lang), &State { list: list.clone(), asker: firm.clone(), ..State::default() }, &|_| {
            String::new()
        })
    };
    assert!(by(Lang::En)[0].text.contains("\n\nI am writing on behalf of ABC Ltd. In the"), "{}", by(Lang::En)[0].text);
    assert!(by(Lang::Vi)[0].text.contains("\n\nTôi đại diện cho ABC Ltd. Qua"), "{}", by(Lang::Vi)[0].text);
    // Who says nothing of themselves leaves no gaps.
    let silent = letters(SAMPLE.see(Lang::En), &State { list, ..State::default() }, &|_| String::new());
    assert!(!silent[0].text.contains("\n\n\n") && silent[0].text.ends_with("With kind regards"), "{}", silent[0].text);
    assert_eq!(zalo(&silent[0]), None, "no number is known");
    assert_eq!(vcard("Ai", &Contact::default()), None);
}

#[test]
fn only_what_takes_a_message_is_offered_for_one() {
    let ways = |phone: &str, email: &str| {
        let contact = Contact { phone: phone.into(), email: email.into(), ..Contact::default() };
        let mut letter = all(&SAMPLE, Lang::Vi, &list_of("mam-tom-le-gia")).remove(0);
        letter.contact = contact;
        let to = |link: Option<String>| link.map(|link| link.split('?').next().unwrap_or_default().to_string());
        [zalo(&letter), to(sms(&letter)), to(mail(&letter))].map(Option::unwrap_or_default)
    };
    let mobile = ["https://zalo.me/0912345678", "sms:0912345678", ""];
    assert_eq!(ways("0912 345 678", ""), mobile);
    assert_eq!(ways("0237 385 0000; 1900 1234; 0912.345.678", ""), mobile, "the first that takes one");
    assert_eq!(ways("+84 912 345 678", "")[0], "https://zalo.me/84912345678");
    for fixed in ["0237 385 0000", "+84 237 385 0000", "02373850000", "1800 1234"] {
        assert_eq!(ways(fixed, ""), ["", "", ""], "{fixed}");
        assert_eq!(ways(fixed, "a@vi-du.example"), ["", "", "mailto:a@vi-du.example"], "{fixed}");
    }
    // Where nobody is known the sender says to whom.
    assert_eq!(ways("", ""), ["", "sms:", "mailto:"]);
}

#[test]
fn only_rows_in_which_products_differ_are_marked_so() {
    let ids: Vec<ProductId> = (0..COMPARED as u32).map(ProductId).collect();
    let state = State::default();
    for lang in Lang::ALL {
        let all = rows(SAMPLE.see(lang), &state, &ids);
        assert!(all.len() > 4);
        for row in &all {
            assert_eq!(row.cells.len(), COMPARED);
            assert_eq!(row.differs(), row.cells.iter().any(|cell| cell != &row.cells[0]), "{row:?}");
            assert!(row.cells.iter().any(|cell| !cell.is_empty()));
        }
        let same = rows(SAMPLE.see(lang), &state, &[ProductId(0), ProductId(0)]);
        assert!(same.iter().all(|row| !row.differs()));
    }
}
