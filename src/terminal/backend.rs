//! The terminal as something to draw on: one write for each frame, marked as one update.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::Frame;
use ratatui::Terminal;
use ratatui::layout::Rect;

use super::sized_backend::SizedBackend;
use super::{sgr, terminal_modes};

/// Begin and end of a synchronized update (DEC private mode 2026); terminals that do not know it ignore it.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

pub(super) struct TerminalBackend {
    terminal: Terminal<SizedBackend<Pending>>,
    pending: Pending,
    /// The terminal shows something that was not drawn.
    is_plain: bool,
}

/// What a frame has written so far. Flushing does nothing: the backend flushes several times a frame.
#[derive(Clone, Default)]
struct Pending(Rc<RefCell<Vec<u8>>>);

impl Write for Pending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl TerminalBackend {
    pub fn new() -> io::Result<Self> {
        let pending = Pending::default();
        let terminal = Terminal::new(SizedBackend::new(pending.clone()))?;
        Ok(Self { terminal, pending, is_plain: false })
    }

    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// Draws one frame and sends what differs from the last one.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame)) -> io::Result<()> {
        if std::mem::take(&mut self.is_plain) {
            self.forget()?;
        }
        self.terminal.draw(render)?;
        self.send()
    }

    /// Shows a text without any cell being placed, so that the terminal breaks its lines and knows them as whole; and
    /// a hint in the last row.
    pub fn draw_plain(&mut self, text: &str, hint: &str) -> io::Result<()> {
        self.is_plain = true;
        let (_, rows) = self.size()?;
        let frame = format!("\x1b[m\x1b[?25l\x1b[H\x1b[2J{text}\x1b[{rows};1H{hint}");
        if terminal_modes::is_entered() {
            terminal_modes::write_all(&[BEGIN, frame.as_bytes(), END].concat())
        } else {
            Ok(())
        }
    }

    /// Forgets what the terminal shows, so that the next frame is sent whole.
    pub fn forget(&mut self) -> io::Result<()> {
        let (width, height) = self.size()?;
        self.terminal.resize(Rect::new(0, 0, width, height))
    }

    fn send(&mut self) -> io::Result<()> {
        let mut frame = self.pending.0.borrow_mut();
        if frame.is_empty() {
            return Ok(());
        }
        if !terminal_modes::is_entered() {
            frame.clear();
            return Ok(());
        }
        let frame = sgr::shorten(&std::mem::take(&mut *frame));
        terminal_modes::write_all(&[BEGIN, &frame, END].concat())
    }
}
