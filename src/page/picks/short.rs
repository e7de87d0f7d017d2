//! A request in few words, for what takes no whole letter: a message, or a mail whose address would be too long.
//!
//! In: what the letter says. Out: a text that fits. Who asks, and the list's address, stay in it: the questions are shortened
//! first, and where the list has no address the last products are left to the answer.

/// What a short letter says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Short {
    /// What it is about.
    pub subject: String,
    /// The products, each with how many and what is to be said of it.
    pub named: Vec<String>,
    /// The public address of the list; empty where there is none.
    pub whole: String,
    /// What else they would know, as typed.
    pub questions: String,
    /// What is asked of every producer.
    pub please: &'static str,
    /// Who asks, how they are reached, where the goods are to go; each as typed.
    pub sender: [String; 4],
}

/// Letters of each thing said of who asks: all, or where the room is small only so many.
const WIDTHS: [usize; 3] = [usize::MAX, 60, 25];

/// What one letter takes of the room.
type Cost = fn(char) -> usize;

impl Short {
    /// The text in no more than that room.
    pub fn within(&self, room: usize, cost: Cost) -> String {
        let size = |goods: &str, sender: &str| sized(&self.text(goods, "", sender), cost);
        let senders = WIDTHS.map(|most| self.sender(most));
        let fits = |goods: &str| senders.iter().find(|sender| size(goods, sender) <= room);
        let [full, .., least] = &senders;
        let all = self.text(&[&self.named.join("; "), "."].concat(), &self.questions, full);
        if sized(&all, cost) <= room {
            return all;
        }
        let (goods, sender) = match fits(&self.whole).filter(|_| !self.whole.is_empty()) {
            Some(sender) => (self.whole.clone(), sender),
            None => {
                let sender = fits("…").unwrap_or(least);
                (self.goods(room.saturating_sub(size("…", sender)), cost), sender)
            }
        };
        let left = room.saturating_sub(size(&goods, sender) + cost(' '));
        cut(&self.text(&goods, &cut(&self.questions, left, cost), sender), room, cost)
    }

    /// The first products, as many as there is room for beside a third for the questions.
    fn goods(&self, room: usize, cost: Cost) -> String {
        let room = room - sized(&self.questions, cost).min(room / 3);
        let mut out = String::new();
        for name in &self.named {
            let more = [out.as_str(), if out.is_empty() { "" } else { "; " }, name].concat();
            if sized(&more, cost) > room {
                return if out.is_empty() { cut(name, room, cost) } else { [&out, "…"].concat() };
            }
            out = more;
        }
        out.push('.');
        out
    }

    fn sender(&self, most: usize) -> String {
        let said = self.sender.iter().map(|text| cut(text, most, |_| 1)).filter(|text| !text.is_empty());
        said.collect::<Vec<_>>().join(", ")
    }

    fn text(&self, goods: &str, questions: &str, sender: &str) -> String {
        let head = [&self.subject, ":"].concat();
        let all = [head.as_str(), goods, questions, self.please, sender].map(str::trim);
        all.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

fn sized(text: &str, cost: Cost) -> usize {
    text.chars().map(cost).sum()
}

/// As much of a text as fits, with a mark where its end is lost.
fn cut(text: &str, room: usize, cost: Cost) -> String {
    let text = text.trim();
    if sized(text, cost) <= room {
        return text.into();
    }
    let Some(mut left) = room.checked_sub(cost('…')) else { return String::new() };
    let fits = |c: &char| left.checked_sub(cost(*c)).inspect(|rest| left = *rest).is_some();
    let kept: String = text.chars().take_while(fits).collect();
    [kept.trim_end(), "…"].concat()
}
