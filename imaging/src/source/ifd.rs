//! The directory structure that TIFF files and EXIF data share (TIFF 6.0, section 2, and BigTIFF).
//!
//! Responsible for finding tags and their values. Not responsible for what they mean. Every offset and count is checked
//! against the bytes at hand, so that no value can make it read or allocate more than the file holds.

/// Entries that one directory may have. Real ones have some dozens.
const MAX_ENTRIES: u64 = 4096;

pub(super) mod tag {
    //! The tags read here (TIFF 6.0, appendix A).
    pub(crate) const NEW_SUBFILE_TYPE: u16 = 254;
    pub(crate) const WIDTH: u16 = 256;
    pub(crate) const HEIGHT: u16 = 257;
    pub(crate) const BITS_PER_SAMPLE: u16 = 258;
    pub(crate) const COMPRESSION: u16 = 259;
    pub(crate) const PHOTOMETRIC: u16 = 262;
    pub(crate) const FILL_ORDER: u16 = 266;
    pub(crate) const STRIP_OFFSETS: u16 = 273;
    pub(crate) const ORIENTATION: u16 = 274;
    pub(crate) const SAMPLES_PER_PIXEL: u16 = 277;
    pub(crate) const ROWS_PER_STRIP: u16 = 278;
    pub(crate) const STRIP_BYTE_COUNTS: u16 = 279;
    pub(crate) const X_RESOLUTION: u16 = 282;
    pub(crate) const Y_RESOLUTION: u16 = 283;
    pub(crate) const PLANAR_CONFIGURATION: u16 = 284;
    pub(crate) const T4_OPTIONS: u16 = 292;
    pub(crate) const RESOLUTION_UNIT: u16 = 296;
    pub(crate) const PREDICTOR: u16 = 317;
    pub(crate) const COLOR_MAP: u16 = 320;
    pub(crate) const TILE_WIDTH: u16 = 322;
    pub(crate) const TILE_LENGTH: u16 = 323;
    pub(crate) const TILE_OFFSETS: u16 = 324;
    pub(crate) const TILE_BYTE_COUNTS: u16 = 325;
    pub(crate) const EXTRA_SAMPLES: u16 = 338;
    pub(crate) const SAMPLE_FORMAT: u16 = 339;
    pub(crate) const JPEG_TABLES: u16 = 347;
}

/// Bytes in which directories are found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    data: &'a [u8],
    little_endian: bool,
    big_tiff: bool,
}

/// One directory.
#[derive(Debug)]
pub(super) struct Directory {
    entries: Vec<Entry>,
    /// Offset of the next directory, 0 for none.
    pub(super) next: u64,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    tag: u16,
    kind: u16,
    count: u64,
    /// Where the values begin.
    at: u64,
}

impl Entry {
    const fn value_bytes(self) -> Option<u64> {
        match self.kind {
            1 | 2 | 6 | 7 => Some(1),
            3 | 8 => Some(2),
            4 | 9 | 11 | 13 => Some(4),
            5 | 10 | 12 | 16 | 17 | 18 => Some(8),
            _ => None,
        }
    }
}

impl<'a> Reader<'a> {
    /// Reads the file header; also returns the offset of the first directory. `None` when it is no such file.
    pub(super) fn new(data: &'a [u8]) -> Option<(Self, u64)> {
        let little_endian = match data.get(..2)? {
            b"II" => true,
            b"MM" => false,
            _ => return None,
        };
        let mut reader = Self { data, little_endian, big_tiff: false };
        match reader.u16(2)? {
            42 => Some((reader, u64::from(reader.u32(4)?))),
            43 if reader.u16(4)? == 8 => {
                reader.big_tiff = true;
                Some((reader, reader.u64(8)?))
            }
            _ => None,
        }
    }

    /// The bytes from `at` on, `length` of them; `None` when they are not all there.
    pub(super) fn bytes(&self, at: u64, length: u64) -> Option<&'a [u8]> {
        let start = usize::try_from(at).ok()?;
        let end = start.checked_add(usize::try_from(length).ok()?)?;
        self.data.get(start..end)
    }

    /// Number of bytes from `at` to the end of the file.
    pub(super) fn rest(&self, at: u64) -> u64 {
        (self.data.len() as u64).saturating_sub(at)
    }

    /// Whether 16-bit samples have their low byte first.
    pub(super) const fn little_endian(&self) -> bool {
        self.little_endian
    }

    fn u16(&self, at: u64) -> Option<u16> {
        let bytes = self.bytes(at, 2)?.try_into().ok()?;
        Some(if self.little_endian { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn u32(&self, at: u64) -> Option<u32> {
        let bytes = self.bytes(at, 4)?.try_into().ok()?;
        Some(if self.little_endian { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn u64(&self, at: u64) -> Option<u64> {
        let bytes = self.bytes(at, 8)?.try_into().ok()?;
        Some(if self.little_endian { u64::from_le_bytes(bytes) } else { u64::from_be_bytes(bytes) })
    }

    /// Reads the directory at `offset`; `None` when it is not wholly inside the file or absurdly long.
    pub(super) fn directory(&self, offset: u64) -> Option<Directory> {
        let (count, entry_bytes, first) = if self.big_tiff {
            (self.u64(offset)?, 20, offset.checked_add(8)?)
        } else {
            (u64::from(self.u16(offset)?), 12, offset.checked_add(2)?)
        };
        if count == 0 || count > MAX_ENTRIES {
            return None;
        }
        let mut entries = Vec::with_capacity(count as usize);
        for i in 0..count {
            let at = first.checked_add(i * entry_bytes)?;
            let (count, inline_at, inline_bytes) =
                if self.big_tiff { (self.u64(at + 4)?, at + 12, 8) } else { (u64::from(self.u32(at + 4)?), at + 8, 4) };
            let mut entry = Entry { tag: self.u16(at)?, kind: self.u16(at + 2)?, count, at: inline_at };
            let Some(total) = entry.value_bytes().and_then(|bytes| bytes.checked_mul(count)) else {
                continue;
            };
            if total > inline_bytes {
                entry.at = if self.big_tiff { self.u64(inline_at)? } else { u64::from(self.u32(inline_at)?) };
            }
            // A value that lies outside the file is as good as absent.
            if self.bytes(entry.at, total).is_some() {
                entries.push(entry);
            }
        }
        let after = first.checked_add(count * entry_bytes)?;
        // A file that ends right after its last directory has no next one.
        let next = if self.big_tiff { self.u64(after) } else { self.u32(after).map(u64::from) };
        Some(Directory { entries, next: next.unwrap_or(0) })
    }

    fn value(&self, entry: &Entry, index: u64) -> Option<u64> {
        if index >= entry.count {
            return None;
        }
        let at = entry.at.checked_add(index.checked_mul(entry.value_bytes()?)?)?;
        match entry.kind {
            1 | 6 | 7 => Some(u64::from(*self.bytes(at, 1)?.first()?)),
            3 | 8 => self.u16(at).map(u64::from),
            4 | 9 | 13 => self.u32(at).map(u64::from),
            16..=18 => self.u64(at),
            _ => None,
        }
    }
}

impl Directory {
    fn entry(&self, tag: u16) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.tag == tag)
    }

    /// Number of values of a tag, 0 when it is absent.
    pub(super) fn count(&self, tag: u16) -> u64 {
        self.entry(tag).map_or(0, |entry| entry.count)
    }

    /// The value of a tag at `index`, where it is an unsigned integer.
    pub(super) fn unsigned_at(&self, reader: &Reader<'_>, tag: u16, index: u64) -> Option<u64> {
        reader.value(self.entry(tag)?, index)
    }

    /// The first value of a tag, where it is an unsigned integer.
    pub(super) fn unsigned(&self, reader: &Reader<'_>, tag: u16) -> Option<u64> {
        self.unsigned_at(reader, tag, 0)
    }

    /// The first value of a tag as a real number, where it is a fraction, a float or an integer.
    pub(super) fn real(&self, reader: &Reader<'_>, tag: u16) -> Option<f64> {
        let entry = self.entry(tag)?;
        match entry.kind {
            5 => {
                let (numerator, denominator) = (reader.u32(entry.at)?, reader.u32(entry.at.checked_add(4)?)?);
                (denominator != 0).then(|| f64::from(numerator) / f64::from(denominator))
            }
            11 => reader.u32(entry.at).map(|bits| f64::from(f32::from_bits(bits))),
            12 => reader.u64(entry.at).map(f64::from_bits),
            _ => reader.value(entry, 0).map(|value| value as f64),
        }
    }

    /// The bytes of a tag that holds bytes.
    pub(super) fn bytes<'a>(&self, reader: &Reader<'a>, tag: u16) -> Option<&'a [u8]> {
        let entry = self.entry(tag)?;
        if entry.value_bytes()? != 1 {
            return None;
        }
        reader.bytes(entry.at, entry.count)
    }

    /// Resolution in dots per inch from the resolution tags.
    pub(super) fn dpi(&self, reader: &Reader<'_>) -> Option<f32> {
        let x = self.real(reader, tag::X_RESOLUTION);
        let y = self.real(reader, tag::Y_RESOLUTION);
        let unit = match self.unsigned(reader, tag::RESOLUTION_UNIT).unwrap_or(2) {
            2 => 1.0,
            3 => 2.54,
            _ => return None,
        };
        let (x, y) = (x.or(y)?, y.or(x)?);
        let dpi = (x * y).sqrt() * unit;
        dpi.is_finite().then_some(dpi as f32)
    }

    /// The orientation tag, 1 to 8, or 1.
    pub(super) fn orientation(&self, reader: &Reader<'_>) -> u8 {
        match self.unsigned(reader, tag::ORIENTATION) {
            Some(value @ 1..=8) => value as u8,
            _ => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_outside_the_file_are_absent() {
        let mut file = b"II\x2a\0\x08\0\0\0\x02\0".to_vec();
        file.extend([0x00, 0x01, 3, 0, 1, 0, 0, 0, 0x34, 0x12, 0, 0]); // width, one short
        file.extend([0x11, 0x01, 4, 0, 0xff, 0xff, 0xff, 0xff, 8, 0, 0, 0]); // 2^32 - 1 strip offsets
        let (reader, first) = Reader::new(&file).unwrap();
        let directory = reader.directory(first).unwrap();
        assert_eq!(directory.unsigned(&reader, tag::WIDTH), Some(0x1234));
        assert_eq!(directory.count(tag::STRIP_OFFSETS), 0);
        assert_eq!(directory.next, 0);
        assert!(reader.directory(u64::MAX).is_none());
    }
}
