//! How far one has come.

use crate::report::style::{FAINT, GOOD, paint};

/// The widest bar; beyond it the eye has no use for more.
const WIDEST: usize = 40;

/// `solved` of `total` as a bar and in numbers, in one line of at most `width` columns where that is possible.
pub(crate) fn bar(solved: usize, total: usize, width: usize, unicode: bool) -> String {
    let numbers = format!("{solved} of {total} solved");
    let room = width.saturating_sub(numbers.len() + 2).min(WIDEST);
    if room < 4 {
        return numbers;
    }
    let full = filled(solved, total, room);
    let (done, open) = if unicode { ("━", "─") } else { ("#", "-") };
    format!(
        "{}{}  {numbers}",
        paint(GOOD, done.repeat(full)),
        paint(FAINT, open.repeat(room - full))
    )
}

/// Full only when all are solved, empty only when none is.
fn filled(solved: usize, total: usize, room: usize) -> usize {
    let part = (solved * room) / total.max(1);
    match solved {
        0 => 0,
        all if all == total => room,
        _ => part.clamp(1, room - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(solved: usize, total: usize, width: usize) -> String {
        anstream::adapter::strip_str(&bar(solved, total, width, false)).to_string()
    }

    #[test]
    fn the_bar_is_full_only_when_all_are_solved_and_empty_only_when_none_is() {
        assert_eq!(plain(0, 24, 28), "------------  0 of 24 solved");
        assert_eq!(plain(1, 24, 28), "#-----------  1 of 24 solved");
        assert_eq!(plain(23, 24, 29), "###########-  23 of 24 solved");
        assert_eq!(plain(24, 24, 29), "############  24 of 24 solved");
    }

    #[test]
    fn a_narrow_terminal_gets_the_numbers_alone() {
        assert_eq!(plain(3, 24, 16), "3 of 24 solved");
    }

    #[test]
    fn a_course_without_exercises_has_a_bar_too() {
        assert_eq!(plain(0, 0, 24), "---------  0 of 0 solved");
    }
}
