//! Sources, as the rest of the program sees them.

#[cfg(test)]
#[path = "../common/mod.rs"]
mod common;

#[cfg(test)]
mod ask;
#[cfg(test)]
mod asking;
#[cfg(test)]
mod belpost;
#[cfg(test)]
mod cainiao_fixtures;
#[cfg(test)]
mod cainiao_recordings;
#[cfg(test)]
mod correos_es;
#[cfg(test)]
mod dhl;
#[cfg(test)]
mod four_px;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod http;
#[cfg(test)]
mod inpost;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod kazpost;
#[cfg(test)]
mod la_poste;
#[cfg(test)]
mod language;
#[cfg(test)]
mod nova_poshta;
#[cfg(test)]
mod outside;
#[cfg(test)]
mod poste_italiane;
#[cfg(test)]
mod russian_post;
#[cfg(test)]
mod seventeen_track_fixtures;
#[cfg(test)]
mod seventeen_track_recordings;
#[cfg(test)]
mod shapes;
#[cfg(test)]
mod ship24;
#[cfg(test)]
mod support;
#[cfg(test)]
mod track24;
#[cfg(test)]
mod upu;
