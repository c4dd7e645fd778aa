//! What woke the loop is answered: the state changes, and effects start.

use std::io;
use std::ops::ControlFlow;

use super::super::arrivals::Arrival;
use super::super::signals::SignalRequest;
use super::super::wait_for_input::Wakeup;
use super::super::{hangup, signals, terminal_modes};
use super::EventLoop;
use crate::app::keymap::KeyScope;
use crate::app::{Effect, Input, Reaction, TerminalRequest, update};

impl EventLoop {
    /// Takes in what keys turned out to be. A question is never answered by a key that came together with the one that
    /// raised it: nobody had seen it.
    pub(super) fn arrive(&mut self, arrived: Vec<Arrival>) -> io::Result<ControlFlow<()>> {
        let asked = self.app.place() == KeyScope::Confirm;
        for arrival in arrived {
            let taken = self.take(match arrival {
                Arrival::Key(key) => Input::Key(key),
                Arrival::Paste(text) => Input::Paste(text),
            })?;
            if taken.is_break() {
                return Ok(ControlFlow::Break(()));
            }
            if !asked && self.app.place() == KeyScope::Confirm {
                break;
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Answers what woke the loop; breaks where the screen is to close.
    pub(super) fn answer(&mut self, woken: Wakeup) -> io::Result<ControlFlow<()>> {
        match woken {
            Wakeup::Input(input @ Input::Resize(..)) => {
                // Also where the size is the old one again: the terminal may have lost what it showed in between.
                self.wiped = true;
                self.take(input)
            }
            Wakeup::Input(Input::Key(key)) => {
                let before = self.arrivals.push(key, self.keys_came, self.app.place());
                self.arrive(before)
            }
            Wakeup::Input(input @ Input::Paste(_)) => {
                let before = self.arrivals.take_all(self.app.place());
                if self.arrive(before)?.is_break() { Ok(ControlFlow::Break(())) } else { self.take(input) }
            }
            Wakeup::Input(input) => self.take(input),
            Wakeup::Time => self.take(Input::Tick),
            Wakeup::Asked(SignalRequest::Suspend) => {
                signals::suspend();
                Ok(ControlFlow::Continue(()))
            }
            Wakeup::Asked(SignalRequest::Resume) => {
                terminal_modes::reenter()?;
                self.wiped = true;
                let (width, height) = self.screen.size()?;
                self.take(Input::Resize(width, height))
            }
            // The signal alone does not tell: somebody may have sent it while the terminal goes on.
            Wakeup::Asked(SignalRequest::Hangup) if !hangup::has_happened() => Ok(ControlFlow::Break(())),
            Wakeup::Asked(SignalRequest::Hangup) | Wakeup::Gone => {
                hangup::detach();
                Ok(ControlFlow::Break(()))
            }
            Wakeup::Asked(SignalRequest::Quit | SignalRequest::Interrupt) => Ok(ControlFlow::Break(())),
            Wakeup::Nothing => Ok(ControlFlow::Continue(())),
        }
    }

    /// Changes the state and starts the effects; breaks where the screen is to close.
    pub(super) fn take(&mut self, input: Input) -> io::Result<ControlFlow<()>> {
        let Reaction { effects, redraw } = update(&mut self.app, input, self.clock.now());
        self.redraw |= redraw;
        for effect in effects {
            match effect {
                Effect::Task(task) => self.runner.start(task),
                Effect::Terminal(request) => {
                    if self.carry_out(request)?.is_break() {
                        return Ok(ControlFlow::Break(()));
                    }
                }
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn carry_out(&mut self, request: TerminalRequest) -> io::Result<ControlFlow<()>> {
        match request {
            TerminalRequest::Quit => return Ok(ControlFlow::Break(())),
            TerminalRequest::Suspend => signals::suspend(),
            TerminalRequest::OpenEditor(text) => self.outside = Some(text),
            TerminalRequest::Copy(text) => {
                self.clipboard.send(&text)?;
                return self.take(Input::Copied(text));
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}
