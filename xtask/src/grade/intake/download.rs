//! The names that Canvas and Moodle give to what they let an instructor download.
//!
//! - Canvas puts every file beside every other: `lastnamefirst_12345_67890_counter.rs`, or `lastnamefirst_LATE_…`. The
//!   first number is the student's, Canvas's `ID`; the second is the file's. A text typed into a box comes as
//!   `lastnamefirst_12345_text.html`. ("Download submissions" of an assignment.)
//! - Moodle makes folders `First Last_1234567_assignsubmission_file_`, or puts that before the file's name. The number
//!   is the participant's in this one assignment. ("Download all submissions".)

use crate::grade::record::Student;

/// What such a name says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Download<'a> {
    /// The same for all files of one student.
    pub(super) id: String,
    /// What is known of the student.
    pub(super) student: Student,
    /// The name that the student gave to the file; empty for a folder.
    pub(super) file: &'a str,
}

/// Reads the name; none if it is neither Canvas's nor Moodle's.
pub(super) fn read(name: &str) -> Option<Download<'_>> {
    moodle(name).or_else(|| canvas(name))
}

fn moodle(name: &str) -> Option<Download<'_>> {
    let (who, rest) = name.split_once("_assignsubmission_")?;
    let (person, number) = who.rsplit_once('_')?;
    if !is_number(number) || person.is_empty() {
        return None;
    }
    let (_plugin, file) = rest.split_once('_').unwrap_or((rest, ""));
    let is_blind = person == "Participant";
    Some(Download {
        id: who.to_owned(),
        student: Student {
            name: (!is_blind).then(|| person.to_owned()),
            ..Student::default()
        },
        file,
    })
}

fn canvas(name: &str) -> Option<Download<'_>> {
    let (who, rest) = name.split_once('_')?;
    let rest = rest.strip_prefix("LATE_").unwrap_or(rest);
    let (number, rest) = rest.split_once('_')?;
    let file = match rest.split_once('_') {
        Some((attachment, file)) if is_number(attachment) => file,
        _ if matches!(rest, "text.html" | "link.html") => rest,
        _ => return None,
    };
    if who.is_empty() || !is_number(number) || file.is_empty() {
        return None;
    }
    Some(Download {
        id: format!("{who}_{number}"),
        student: Student {
            number: Some(number.to_owned()),
            ..Student::default()
        },
        file,
    })
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id_number_name_file(name: &str) -> Option<(String, Option<String>, Option<String>, &str)> {
        let found = read(name)?;
        Some((
            found.id,
            found.student.number,
            found.student.name,
            found.file,
        ))
    }

    #[test]
    fn all_files_of_a_student_in_canvas_have_one_id() {
        for (name, file) in [
            ("doejane_12345_67890_counter.rs", "counter.rs"),
            ("doejane_12345_67891_lost_update-1.rs", "lost_update-1.rs"),
            ("doejane_LATE_12345_67892_home work.zip", "home work.zip"),
            ("doejane_12345_text.html", "text.html"),
        ] {
            let expected = ("doejane_12345".into(), Some("12345".into()), None, file);
            assert_eq!(id_number_name_file(name), Some(expected), "{name}");
        }
    }

    #[test]
    fn all_files_of_a_student_in_moodle_have_one_id() {
        for (name, file) in [
            ("Ann Smith_1234567_assignsubmission_file_", ""),
            ("Ann Smith_1234567_assignsubmission_file", ""),
            ("Ann Smith_1234567_assignsubmission_onlinetext_", ""),
            (
                "Ann Smith_1234567_assignsubmission_file_read_write.rs",
                "read_write.rs",
            ),
        ] {
            let expected = (
                "Ann Smith_1234567".into(),
                None,
                Some("Ann Smith".into()),
                file,
            );
            assert_eq!(id_number_name_file(name), Some(expected), "{name}");
        }
    }

    #[test]
    fn who_is_hidden_stays_hidden() {
        let found = read("Participant_1234567_assignsubmission_file_").unwrap();
        assert_eq!(found.student, Student::default());
    }

    #[test]
    fn ordinary_names_are_no_downloads() {
        for name in [
            "jane",
            "lost_update.rs",
            "team_4",
            "week_2_final",
            "a_1_b.rs",
            "_1_2_b.rs",
        ] {
            assert_eq!(read(name), None, "{name}");
        }
    }
}
