//! Sources, as the rest of the program sees them.

#[cfg(test)]
#[path = "../common/mod.rs"]
mod common;

#[cfg(test)]
mod asking;
#[cfg(test)]
mod cainiao_fixtures;
#[cfg(test)]
mod cainiao_recordings;
#[cfg(test)]
mod correos_es;
#[cfg(test)]
mod four_px;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod http;
#[cfg(test)]
mod outside;
#[cfg(test)]
mod poste_italiane;
#[cfg(test)]
mod seventeen_track_fixtures;
#[cfg(test)]
mod seventeen_track_recordings;
#[cfg(test)]
mod support;
