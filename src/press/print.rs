//! Whatever is asked of the printer, laid out in steps and given sheet by sheet.

use super::book::Book;
use super::job::Job;
use super::sheet::Sheet;
use super::small::Small;
use crate::paper::Kind;

/// A print, laid out or on the way to it.
pub enum Print<'a> {
    /// A catalogue.
    Book(Box<Book<'a>>),
    /// Anything else.
    Small(Box<Small<'a>>),
}

impl<'a> Print<'a> {
    /// What a job asks for.
    pub fn begin(job: Job<'a>) -> Print<'a> {
        match job.paper.kind {
            Kind::Book => Print::Book(Box::new(Book::begin(job))),
            _ => Print::Small(Box::new(Small::lay(job))),
        }
    }

    /// Work on at most so many products; true when every page is known.
    pub fn step(&mut self, products: usize) -> bool {
        match self {
            Print::Book(book) => book.step(products),
            Print::Small(_) => true,
        }
    }

    /// How much of the layout is done, in thousandths.
    pub fn progress(&self) -> usize {
        match self {
            Print::Book(book) => book.progress(),
            Print::Small(_) => 1000,
        }
    }

    /// How many sheets it has; none before it is laid out.
    pub fn pages(&self) -> usize {
        match self {
            Print::Book(book) => book.pages(),
            Print::Small(small) => small.pages(),
        }
    }

    /// The sheet of that number, from 1; none beyond the last.
    pub fn sheet(&self, number: usize) -> Option<Sheet> {
        match self {
            Print::Book(book) => book.sheet(number),
            Print::Small(small) => small.sheet(number),
        }
    }
}
