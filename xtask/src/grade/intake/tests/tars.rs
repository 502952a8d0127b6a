//! Claims about `.tar.gz`, honest and hostile.

use std::io::{self, Read, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use tar::{Builder, EntryType, Header};

use super::{PROGRAM, Taken, folder, refusal, take, write};

const COUNTER: &str = "exercises/locks/src/counter.rs";

type Tar = Builder<GzEncoder<Vec<u8>>>;

/// The archive that `fill` fills.
fn tar(fill: impl FnOnce(&mut Tar)) -> Vec<u8> {
    let mut tar = Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
    fill(&mut tar);
    tar.into_inner().unwrap().finish().unwrap()
}

/// The name is written as it is: the library would refuse the hostile ones.
fn header(name: &str, kind: EntryType, size: u64) -> Header {
    let mut header = Header::new_gnu();
    header.as_gnu_mut().unwrap().name[..name.len()].copy_from_slice(name.as_bytes());
    header.set_entry_type(kind);
    header.set_mode(0o644);
    header.set_size(size);
    header.set_cksum();
    header
}

fn add(tar: &mut Tar, name: &str, kind: EntryType, size: u64, data: impl Read) {
    tar.append(&header(name, kind, size), data).unwrap();
}

fn file(tar: &mut Tar, name: &str, text: &str) {
    add(
        tar,
        name,
        EntryType::Regular,
        text.len() as u64,
        text.as_bytes(),
    );
}

fn taken(fill: impl FnOnce(&mut Tar)) -> Taken {
    let class = folder();
    write(class.path(), "jane.tar.gz", tar(fill));
    take(class.path()).unwrap()
}

#[test]
fn exercises_are_taken_of_an_archive() {
    let long = format!("{}/{COUNTER}", "deep".repeat(40));
    let taken = taken(|tar| {
        add(tar, "jane/", EntryType::Directory, 0, io::empty());
        add(
            tar,
            "pax_global_header",
            EntryType::XGlobalHeader,
            0,
            io::empty(),
        );
        let mut header = Header::new_gnu();
        header.set_size(PROGRAM.len() as u64);
        tar.append_data(&mut header, &long, PROGRAM.as_bytes())
            .unwrap();
        file(tar, "README.md", "x");
    });
    assert_eq!(taken.ids(), ["locks/counter"]);
    assert_eq!(taken.ignored.len(), 1);
}

#[test]
fn what_is_no_file_is_rejected() {
    for (kind, says) in [
        (EntryType::Symlink, "symbolic link"),
        (EntryType::Link, "hard link"),
        (EntryType::Fifo, "FIFO"),
        (EntryType::Char, "device"),
        (EntryType::Block, "device"),
    ] {
        let taken = taken(|tar| add(tar, COUNTER, kind, 0, io::empty()));
        assert!(
            taken.why_rejected("locks/counter").contains(says),
            "{kind:?}"
        );
    }
}

#[test]
fn paths_that_lead_out_are_listed_and_nothing_else() {
    for name in ["../greeter.rs", "/greeter.rs", "a/../../greeter.rs"] {
        let taken = taken(|tar| file(tar, name, PROGRAM));
        assert!(taken.is_empty(), "{name}");
        assert!(taken.why_ignored(name).contains("leads out"));
    }
}

#[test]
fn two_entries_of_one_name_are_refused() {
    let taken = taken(|tar| {
        file(tar, COUNTER, PROGRAM);
        file(tar, COUNTER, "pub fn other() {}");
    });
    assert!(
        taken
            .why_rejected("locks/counter")
            .contains("more than once")
    );
}

#[test]
fn a_gigabyte_in_a_small_archive_ends_at_the_limit() {
    let class = folder();
    let zip = |data: &[u8]| {
        let mut zip = GzEncoder::new(Vec::new(), Compression::best());
        zip.write_all(data).unwrap();
        zip.finish().unwrap()
    };
    // Gzip streams may follow each other: a header, and then a mebibyte of zeros again and again.
    let mut bomb = zip(header("a.bin", EntryType::Regular, 1 << 30).as_bytes());
    bomb.extend(zip(&vec![0; 1 << 20]).repeat(1024));
    assert!(bomb.len() < 2 << 20);
    write(class.path(), "jane.tgz", bomb);
    assert!(refusal(class.path()).contains("more than 128 MiB"));
}

#[test]
fn a_name_without_end_is_refused() {
    let class = folder();
    let name = "a/".repeat(100_000);
    let bomb = tar(|tar| {
        add(
            tar,
            "././@LongLink",
            EntryType::GNULongName,
            name.len() as u64,
            name.as_bytes(),
        );
        file(tar, "a", "");
    });
    write(class.path(), "jane.tgz", bomb);
    assert!(refusal(class.path()).contains("more than 1024 bytes"));
}

#[test]
fn a_hundred_thousand_entries_are_refused() {
    let class = folder();
    let many = tar(|tar| (0..100_000).for_each(|at| file(tar, &format!("{at}.rs"), "")));
    write(class.path(), "jane.tgz", many);
    assert!(refusal(class.path()).contains("more than 50000 files"));
}

#[test]
fn archives_that_are_cut_off_or_none_cannot_be_graded() {
    let whole = tar(|tar| file(tar, COUNTER, PROGRAM));
    let mut no_tar = GzEncoder::new(Vec::new(), Compression::fast());
    no_tar.write_all(&[b'x'; 2048]).unwrap();
    let no_tar = no_tar.finish().unwrap();
    for bytes in [
        &whole[..whole.len() / 2],
        &whole[..whole.len() - 4],
        b"",
        b"no archive",
        &no_tar,
    ] {
        let class = folder();
        write(class.path(), "jane.tar.gz", bytes);
        let refusal = refusal(class.path());
        assert!(refusal.contains("cannot be read"), "{refusal}");
    }
}
