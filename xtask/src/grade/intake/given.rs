//! Who a student is by the name of a download, and by the `submission.toml` in it. Canvas and Moodle know whose file it is;
//! a student can write anything, also another one's number. So the name of the download counts, and what it does not say is
//! taken from the file.

use crate::grade::record::Student;

/// What is to be believed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// Both together.
    pub(super) student: Option<Student>,
    /// What was written otherwise than it was given.
    pub(super) overruled: Option<Student>,
    /// Why that does not count, a line each.
    pub(super) why: Vec<String>,
}

/// Takes what was `given` by the name of the download, and the rest of what was `written`.
pub(super) fn agree(given: Option<Student>, written: Option<Student>) -> Told {
    let (Some(mut student), Some(mut written)) = (given.clone(), written.clone()) else {
        return Told {
            student: given.or(written),
            ..Told::default()
        };
    };
    let (mut overruled, mut why) = (Student::default(), Vec::new());
    let fields = student.fields().into_iter().zip(written.fields());
    for (((what, given), (_, written)), (_, over)) in fields.zip(overruled.fields()) {
        match (given.as_deref(), written.take()) {
            (Some(known), Some(claim)) if !are_the_same(known, &claim) => {
                why.push(format!(
                    "the {what} `{claim}` does not count: the name of the download says `{known}`"
                ));
                *over = Some(claim);
            }
            (None, Some(claim)) => *given = Some(claim),
            (_, _) => {}
        }
    }
    Told {
        student: Some(student),
        overruled: (!why.is_empty()).then_some(overruled),
        why,
    }
}

/// As an import compares them.
fn are_the_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn student(name: Option<&str>, number: Option<&str>) -> Student {
        Student {
            name: name.map(str::to_owned),
            number: number.map(str::to_owned),
            ..Student::default()
        }
    }

    #[test]
    fn who_is_known_by_one_of_both_is_known() {
        let ann = student(Some("Ann"), None);
        for (given, written) in [(Some(ann.clone()), None), (None, Some(ann.clone()))] {
            let told = agree(given, written);
            assert_eq!((told.student, told.overruled), (Some(ann.clone()), None));
        }
        assert_eq!(agree(None, None), Told::default());
    }

    #[test]
    fn what_is_not_given_is_taken_from_what_was_written() {
        let told = agree(
            Some(student(None, Some("12345"))),
            Some(student(Some("Ann"), Some(" 12345 "))),
        );
        assert_eq!(told.student, Some(student(Some("Ann"), Some("12345"))));
        assert!(told.overruled.is_none() && told.why.is_empty());
    }

    #[test]
    fn what_is_given_counts_and_the_contradiction_is_told() {
        let told = agree(
            Some(student(None, Some("12345"))),
            Some(student(Some("Ann"), Some("54321"))),
        );
        assert_eq!(told.student, Some(student(Some("Ann"), Some("12345"))));
        assert_eq!(told.overruled, Some(student(None, Some("54321"))));
        assert_eq!(
            told.why,
            ["the number `54321` does not count: the name of the download says `12345`"]
        );
    }
}
