//! Where the site will stand: its whole address, as crawlers want it, and the path at which its pages find each other.
//!
//! In: what the catalogue says; its settings are held to the same rule. Out: addresses that end in `/`. Without one the site stands at `/` of any host, and what
//! needs a whole address is left out.

/// The address of a site.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::publish) struct Home {
    /// `https://host/folder/`; empty if unknown.
    pub(in crate::publish) whole: String,
    /// `/folder/`.
    pub(super) path: String,
}

impl Home {
    /// Read it; an unreadable one is unknown.
    pub(in crate::publish) fn read(text: &str) -> Home {
        let known = || {
            let text = text.trim();
            let (scheme, rest) = text.split_once("://")?;
            let scheme = scheme.to_ascii_lowercase();
            let (host, folder) = rest.split_once('/').unwrap_or((rest, ""));
            let plain = |c: char| c.is_alphanumeric() || "-._~%/:".contains(c);
            if !matches!(scheme.as_str(), "http" | "https")
                || host.is_empty()
                || !rest.chars().all(plain)
                || folder.split('/').any(|part| part == "..")
            {
                return None;
            }
            let folder = folder.trim_matches('/');
            let path = if folder.is_empty() { "/".into() } else { format!("/{folder}/") };
            Some(Home { whole: format!("{scheme}://{host}{path}"), path })
        };
        known().unwrap_or_else(|| Home { whole: String::new(), path: "/".into() })
    }

    pub(super) fn is_known(&self) -> bool {
        !self.whole.is_empty()
    }

    /// The whole address of a path of the site; none if nobody knows it.
    pub(super) fn to(&self, path: &str) -> Option<String> {
        self.is_known().then(|| format!("{}{}", self.whole, path.trim_start_matches("./")))
    }
}

#[cfg(test)]
mod tests {
    use super::Home;

    #[test]
    fn a_home_is_read_however_it_is_written() {
        let home = |text| {
            let home = Home::read(text);
            (home.to("a/").unwrap_or_default(), home.path)
        };
        let (own, folder) = ("https://x.vn/a/".to_string(), "https://x.vn/ocop/thanh/a/".to_string());
        assert_eq!(home("https://x.vn"), (own.clone(), "/".into()));
        assert_eq!(home(" https://x.vn/ "), (own, "/".into()));
        assert_eq!(home("https://x.vn/ocop/thanh"), (folder, "/ocop/thanh/".into()));
        assert_eq!(home("http://127.0.0.1:8080/ocop/").0, "http://127.0.0.1:8080/ocop/a/");
        for text in [
            "",
            "x.vn",
            "ftp://x.vn/",
            "https://",
            "https://x.vn/?q=1",
            "https://x.vn/\"><script>",
            "https://x.vn/../a",
        ] {
            assert_eq!(home(text), (String::new(), "/".into()), "{text}");
        }
    }
}
