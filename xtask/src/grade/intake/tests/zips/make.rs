//! Makes archives that no honest tool would make.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// One entry.
#[derive(Clone)]
pub(super) struct File {
    /// As it stands in the archive.
    pub(super) name: Vec<u8>,
    /// What is in it.
    pub(super) data: Vec<u8>,
    /// Unix type and permissions.
    pub(super) mode: u32,
    /// Bit 0: encrypted.
    pub(super) flags: u16,
    /// In place of the true size.
    pub(super) claimed: Option<u32>,
    /// In place of the true sum.
    pub(super) crc: Option<u32>,
    /// So many mebibytes of zeros come before the data.
    pub(super) zeros: usize,
}

impl File {
    pub(super) fn new(name: &str, data: &str) -> Self {
        Self {
            name: name.into(),
            data: data.into(),
            mode: 0o100_644,
            flags: 0,
            claimed: None,
            crc: None,
            zeros: 0,
        }
    }

    /// So many mebibytes of zeros.
    pub(super) fn bomb(name: &str, zeros: usize) -> Self {
        Self {
            zeros,
            ..Self::new(name, "")
        }
    }

    fn has_content_of(&self, other: &Self) -> bool {
        let content = |file: &Self| (file.data.clone(), file.zeros, file.claimed, file.crc);
        content(self) == content(other)
    }

    /// Deflated, with its sum and its size. The sum of a bomb is wrong: nobody gets as far.
    fn packed(&self) -> (Vec<u8>, u32, u32) {
        let mut packed = Vec::new();
        if self.zeros > 0 {
            packed = mebibyte_of_zeros().repeat(self.zeros);
        }
        packed.extend(deflated(&self.data).finish().unwrap());
        let mut sum = Crc::new();
        sum.update(&self.data);
        let size = sum.amount() + u32::try_from(self.zeros << 20).unwrap();
        (
            packed,
            self.crc.unwrap_or(sum.sum()),
            self.claimed.unwrap_or(size),
        )
    }
}

fn deflated(data: &[u8]) -> DeflateEncoder<Vec<u8>> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    packer.write_all(data).unwrap();
    packer
}

/// A piece of a stream that ends with a whole byte, and can be had again and again.
fn mebibyte_of_zeros() -> Vec<u8> {
    let mut packer = deflated(&vec![0; 1 << 20]);
    packer.flush().unwrap();
    packer.get_ref().clone()
}

/// The archive's bytes. At most 65,535 entries.
pub(super) fn pack(files: &[File]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    let mut last: Option<(&File, _)> = None;
    for file in files {
        // Thousands of the same content are packed once.
        let (packed, crc, size) = match last.take() {
            Some((same, packed)) if same.has_content_of(file) => packed,
            _ => file.packed(),
        };
        let offset = u32::try_from(archive.len()).unwrap();
        let mut common = Vec::new();
        for half in [20, file.flags, 8, 0, 0x21] {
            common.extend(u16::to_le_bytes(half));
        }
        for word in [crc, u32::try_from(packed.len()).unwrap(), size] {
            common.extend(word.to_le_bytes());
        }
        common.extend(u16::try_from(file.name.len()).unwrap().to_le_bytes());
        common.extend([0; 2]);
        archive.extend(b"PK\x03\x04");
        archive.extend(&common);
        archive.extend(&file.name);
        archive.extend(&packed);
        // Made by Unix: the upper half of the attributes is the mode.
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(common);
        directory.extend([0; 6]);
        directory.extend((file.mode << 16).to_le_bytes());
        directory.extend(offset.to_le_bytes());
        directory.extend(&file.name);
        last = Some((file, (packed, crc, size)));
    }
    let start = u32::try_from(archive.len()).unwrap();
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([count, count].concat());
    archive.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0; 2]);
    archive
}
