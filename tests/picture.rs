//! The picture in the README is drawn by the program: the demonstration's first screen.
//!
//! `POSYLKA_UPDATE=1 cargo test --test picture` draws it anew.

#![cfg(test)]

use std::fs;
use std::path::Path;

use posylka::app::{App, DetailData, Input, Settings, SourceLabel, update};
use posylka::sources::profiles;
use posylka::store::ArchiveFilter;
use posylka::texts::{Language, Texts};
use posylka::{demo, ui};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const SIZE: (u16, u16) = (112, 26);

/// The state of the screen right after `posylka demo`.
async fn opened() -> App {
    let demo = demo::prepare().await.unwrap();
    let label = |id: &str, name: &str, page: &str| SourceLabel { id: id.into(), name: name.into(), page: page.into() };
    let sources = profiles().iter().map(|p| label(p.id, p.name, p.page)).collect();
    let settings = Settings { demo: true, sources, ..Settings::default() };
    let mut app = App::new(settings, SIZE, demo::now());
    let parcels = demo.store.call(|db| db.parcels(ArchiveFilter::All)).await.unwrap();
    let _ = update(&mut app, Input::Parcels(parcels), demo::now());
    let id = app.selected().unwrap().id;
    let dossier = demo.store.call(move |db| db.dossier(id)).await.unwrap().unwrap();
    let dossier = DetailData {
        parcel_id: id,
        timeline: dossier.timeline,
        standings: dossier.standings,
        messages: dossier.messages,
        unsent: dossier.unsent,
    };
    let _ = update(&mut app, Input::Detail(Box::new(dossier)), demo::now());
    app
}

#[tokio::test]
async fn the_picture_shows_what_the_program_draws() {
    let app = opened().await;
    let texts = Texts::new(Language::En);
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap();
    terminal
        .draw(|frame| {
            let _ = ui::draw(frame, &app, &texts, demo::now());
        })
        .unwrap();
    let picture = ui::svg_picture::svg(terminal.backend().buffer());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screen.svg");
    if std::env::var_os("POSYLKA_UPDATE").is_some() {
        fs::write(&path, &picture).unwrap();
    }
    assert!(fs::read_to_string(&path).unwrap() == picture, "docs/screen.svg is not what the program draws");
}
