//! The pages of a database file as bytes, with what its write-ahead log holds, without SQLite: a damaged or cut file has
//! them too. Nothing is written, locked or made. Formats: <https://sqlite.org/fileformat2.html>.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;

use crate::store::database::data_dir::sibling;
use crate::store::{Result, StoreError};

/// What SQLite takes where nobody says otherwise, as this program does.
pub(super) const USUAL_PAGE: usize = 4096;
const MAGIC: &[u8] = b"SQLite format 3\0";
/// Bytes before the first frame of a log, and before each page in it.
const LOG_HEAD: usize = 32;
const FRAME_HEAD: usize = 24;

/// A database file, page by page.
pub(in crate::store) struct PageFile {
    file: File,
    /// Pages of which the log holds a newer state that was committed.
    log: BTreeMap<u32, Vec<u8>>,
    page_size: usize,
    pages: u32,
}

impl PageFile {
    /// Opens a file for reading; `page_size`: in place of what the file says.
    pub(in crate::store) fn open(path: &Path, page_size: Option<usize>) -> Result<Self> {
        let failed = |error: std::io::Error| StoreError::io(path, &error);
        let mut file = File::open(path).map_err(failed)?;
        let length = file.seek(SeekFrom::End(0)).map_err(failed)?;
        let page_size = page_size.unwrap_or_else(|| size_in_head(&mut file));
        let log = read_log(&sibling(path, "-wal"), page_size).unwrap_or_default();
        // A file that was cut within a page has a part of it.
        let whole = u32::try_from(length.div_ceil(page_size as u64)).unwrap_or(u32::MAX);
        let pages = whole.max(log.keys().next_back().copied().unwrap_or_default());
        Ok(Self { file, log, page_size, pages })
    }

    /// Bytes of a page.
    pub(super) fn page_size(&self) -> usize {
        self.page_size
    }

    /// How many pages there are, from 1.
    pub(in crate::store) fn pages(&self) -> u32 {
        self.pages
    }

    /// A page; what a cut file does not hold of it is zero. `None`: the file does not reach that far, or the disk cannot
    /// read it.
    pub(in crate::store) fn page(&mut self, number: u32) -> Option<Vec<u8>> {
        if let Some(newer) = self.log.get(&number) {
            return Some(newer.clone());
        }
        let start = u64::from(number.checked_sub(1)?) * self.page_size as u64;
        self.file.seek(SeekFrom::Start(start)).ok()?;
        let mut page = vec![0; self.page_size];
        let read = fill(&mut self.file, &mut page)?;
        (read > 0).then_some(page)
    }
}

/// The page size that the head of the file tells.
fn size_in_head(file: &mut File) -> usize {
    let mut head = [0; 18];
    let read = file.seek(SeekFrom::Start(0)).ok().and_then(|_| fill(file, &mut head));
    let said = match u16::from_be_bytes([head[16], head[17]]) {
        1 => 65536,
        said => usize::from(said),
    };
    let is_sound = read == Some(head.len()) && head.starts_with(MAGIC) && said.is_power_of_two() && said >= 512;
    if is_sound { said } else { USUAL_PAGE }
}

/// Reads as much as there is; `None` where the disk fails.
fn fill(file: &mut File, into: &mut [u8]) -> Option<usize> {
    let mut done = 0;
    while done < into.len() {
        match file.read(&mut into[done..]) {
            Ok(0) => break,
            Ok(read) => done += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
    Some(done)
}

/// The newest committed state of each page in a write-ahead log, up to the first frame that is not whole.
fn read_log(path: &Path, page_size: usize) -> Option<BTreeMap<u32, Vec<u8>>> {
    let mut file = File::open(path).ok()?;
    let mut head = [0; LOG_HEAD];
    if fill(&mut file, &mut head)? < LOG_HEAD || word(&head, 8) as usize != page_size {
        return None;
    }
    let sum = match word(&head, 0) {
        0x377f_0682 => Sum::little(),
        0x377f_0683 => Sum::big(),
        _ => return None,
    };
    let mut sum = sum.over(&head[..24]);
    if !sum.is(&head[24..]) {
        return None;
    }
    let (mut committed, mut open) = (BTreeMap::new(), BTreeMap::new());
    let mut frame = vec![0; FRAME_HEAD + page_size];
    while fill(&mut file, &mut frame) == Some(frame.len()) {
        sum = sum.over(&frame[..8]).over(&frame[FRAME_HEAD..]);
        if frame[8..16] != head[16..24] || !sum.is(&frame[16..FRAME_HEAD]) {
            break;
        }
        open.insert(word(&frame, 0), frame[FRAME_HEAD..].to_vec());
        if word(&frame, 4) != 0 {
            committed.append(&mut open);
        }
    }
    Some(committed)
}

/// Four bytes, the highest first.
pub(super) fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_be_bytes)
}

/// The running check sum of a log.
#[derive(Clone, Copy)]
struct Sum {
    one: u32,
    other: u32,
    is_big: bool,
}

impl Sum {
    fn little() -> Self {
        Self { one: 0, other: 0, is_big: false }
    }

    fn big() -> Self {
        Self { is_big: true, ..Self::little() }
    }

    fn over(mut self, bytes: &[u8]) -> Self {
        for pair in bytes.chunks_exact(8) {
            let read = |at| if self.is_big { word(pair, at) } else { word(pair, at).swap_bytes() };
            let (first, second) = (read(0), read(4));
            self.one = self.one.wrapping_add(first).wrapping_add(self.other);
            self.other = self.other.wrapping_add(second).wrapping_add(self.one);
        }
        self
    }

    fn is(self, bytes: &[u8]) -> bool {
        (word(bytes, 0), word(bytes, 4)) == (self.one, self.other)
    }
}
