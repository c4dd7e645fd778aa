//! The worker against the real store, the real Cainiao source and a loopback HTTP server.

#![cfg(test)]

mod five;
mod handover;
mod held;
mod limits;
mod overlap;
mod passes;
mod refusals;
mod routing;
mod running;
mod support;
