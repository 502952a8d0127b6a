//! Archives as no honest tool makes them.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use tar::{Builder, EntryType, Header};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A `.zip` under way, in memory.
pub(crate) struct Zip(ZipWriter<std::io::Cursor<Vec<u8>>>);

impl Zip {
    pub(crate) fn new() -> Self {
        Self(ZipWriter::new(std::io::Cursor::default()))
    }

    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    pub(crate) fn bytes(mut self, path: &str, bytes: &[u8]) -> Self {
        let options = SimpleFileOptions::default().compression_level(Some(1));
        self.0.start_file(path, options).unwrap();
        self.0.write_all(bytes).unwrap();
        self
    }

    pub(crate) fn link(mut self, path: &str, to: &str) -> Self {
        self.0
            .add_symlink(path, to, SimpleFileOptions::default())
            .unwrap();
        self
    }

    pub(crate) fn write(self, to: &Path) {
        std::fs::write(to, self.0.finish().unwrap().into_inner()).unwrap();
    }
}

/// What an entry of a tape archive can be besides a file.
pub(crate) enum Special {
    Link(&'static str),
    HardLink(&'static str),
    Fifo,
    /// The device that never ends.
    Zeros,
}

/// A `.tar.gz` under way.
pub(crate) struct TarGz(Builder<GzEncoder<Vec<u8>>>);

impl TarGz {
    pub(crate) fn new() -> Self {
        Self(Builder::new(GzEncoder::new(
            Vec::new(),
            Compression::fast(),
        )))
    }

    pub(crate) fn file(mut self, path: &str, bytes: &[u8]) -> Self {
        let mut header = header(path, EntryType::Regular);
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        self.0.append(&header, bytes).unwrap();
        self
    }

    pub(crate) fn special(mut self, path: &str, what: Special) -> Self {
        let kind = match what {
            Special::Link(_) => EntryType::Symlink,
            Special::HardLink(_) => EntryType::Link,
            Special::Fifo => EntryType::Fifo,
            Special::Zeros => EntryType::Char,
        };
        let mut header = header(path, kind);
        match what {
            Special::Link(to) | Special::HardLink(to) => header.set_link_name(to).unwrap(),
            Special::Zeros => {
                header.set_device_major(1).unwrap();
                header.set_device_minor(5).unwrap();
            }
            Special::Fifo => {}
        }
        header.set_cksum();
        self.0.append(&header, &[][..]).unwrap();
        self
    }

    pub(crate) fn write(self, to: &Path) {
        let bytes = self.0.into_inner().unwrap().finish().unwrap();
        File::create(to).unwrap().write_all(&bytes).unwrap();
    }
}

/// The name goes in byte by byte: no honest way takes one that leads out.
fn header(path: &str, kind: EntryType) -> Header {
    let mut header = Header::new_ustar();
    header.as_old_mut().name[..path.len()].copy_from_slice(path.as_bytes());
    header.set_entry_type(kind);
    header.set_mode(0o644);
    header.set_size(0);
    header
}
