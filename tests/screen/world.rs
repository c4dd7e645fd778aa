//! Parcels in every state, and a screen to press keys on.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use posylka::app::{self, App, Code, DetailData, Effect, Input, Key, Reaction, Settings, SourceLabel, Task, update};
use posylka::domain::{
    CleanText, Country, Deadline, Eta, Event, EventTime, ListCounts, NumberRole, Outcome, Parcel, ParcelId,
    ParcelNumber, ReportedFacts, Seen, Sighting, SourceId, Standing, State, Status, SubStatus, Summary, Timeline,
    TrackingNumber,
};
use posylka::texts::{Language, Texts};
use posylka::ui;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

/// Monday noon, in UTC.
pub fn now() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

pub fn number(text: &str) -> TrackingNumber {
    TrackingNumber::parse(text).unwrap()
}

fn local(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn hours(n: i32) -> Option<FixedOffset> {
    FixedOffset::east_opt(n * 3600)
}

/// A parcel being put together.
pub struct Making {
    pub parcel: Parcel,
    sightings: Vec<Sighting>,
    standings: Vec<Standing>,
}

impl Making {
    pub fn new(id: i64, title: &str, first: &str) -> Self {
        let numbers = vec![ParcelNumber { number: number(first), role: NumberRole::First }];
        let parcel = Parcel {
            title: CleanText::some_line(title),
            numbers,
            ..Parcel::new(ParcelId(id), now() - TimeDelta::days(20) + TimeDelta::minutes(id))
        };
        Self { parcel, sightings: Vec::new(), standings: Vec::new() }
    }

    pub fn handover(mut self, to: &str) -> Self {
        self.parcel.numbers.push(ParcelNumber { number: number(to), role: NumberRole::Handover });
        self
    }

    pub fn with(mut self, change: impl FnOnce(&mut Parcel)) -> Self {
        change(&mut self.parcel);
        self
    }

    /// An event, newest first within its source.
    pub fn says(mut self, source: &str, time: EventTime, state: Option<State>, text: &str, place: &str) -> Self {
        let number = self.parcel.numbers.last().unwrap().number.clone();
        let event = Event {
            time: Some(time),
            place: CleanText::some_line(place),
            state,
            ..Event::new(number, CleanText::line(text))
        };
        let rank = u32::try_from(self.sightings.len()).unwrap();
        let first_seen = now() - TimeDelta::hours(1);
        self.sightings.push(Sighting { source: source.into(), event, rank, first_seen, withdrawn_at: None });
        self
    }

    /// The last event, told by its source in another language, too.
    pub fn translated(mut self, words: &str) -> Self {
        self.sightings.last_mut().unwrap().event.translation = Some(CleanText::line(words));
        self
    }

    pub fn withdrawn(mut self) -> Self {
        self.sightings.last_mut().unwrap().withdrawn_at = Some(now() - TimeDelta::days(1));
        self
    }

    pub fn stands(mut self, source: &str, outcome: Outcome, facts: impl Into<Option<ReportedFacts>>) -> Self {
        let number = self.parcel.numbers.last().unwrap().number.clone();
        let checked = now() - TimeDelta::minutes(17);
        let answered = if outcome.is_trouble() { now() - TimeDelta::days(3) } else { checked };
        self.standings.push(Standing {
            checked_at: Some(checked),
            outcome: Some(outcome),
            answered_at: Some(answered),
            changed_at: Some(answered),
            facts: facts.into(),
            next_check_at: Some(now() + TimeDelta::minutes(130)),
            failures: u32::from(outcome.is_trouble()),
            ..Standing::new(source.into(), number)
        });
        self
    }

    pub fn done(mut self) -> (Parcel, DetailData) {
        let timeline = Timeline::merge(self.sightings);
        self.parcel.summary = Summary::of(&self.standings, &timeline);
        let state = self.parcel.summary.state;
        self.parcel.seen = self.parcel.summary.changed_at.map(|at| Seen { at, state });
        let parcel_id = self.parcel.id;
        (
            self.parcel,
            DetailData { parcel_id, timeline, standings: self.standings, messages: Vec::new(), unsent: Vec::new() },
        )
    }
}

fn facts(state: State, words: &str) -> ReportedFacts {
    ReportedFacts { state: Some(state), status_text: CleanText::some_line(words), ..ReportedFacts::default() }
}

const CUSTOMS: State = State::new(Status::InTransit, SubStatus::CustomsProcessing);
const ARRIVED: State = State::new(Status::InTransit, SubStatus::Arrival);

fn stuck() -> Making {
    let eta = Eta { from: "2026-12-03".parse().unwrap(), to: "2026-12-09".parse().unwrap() };
    let cainiao = ReportedFacts {
        origin: Country::parse("CN"),
        destination: Country::parse("RU"),
        service: CleanText::some_line("Economy"),
        eta: Some(eta),
        ..facts(CUSTOMS, "清关中 Held by customs")
    };
    let at = |text, zone| EventTime::at(local(text), hours(zone));
    Making::new(1, "USB hub", "LP00620966542870")
        .handover("RA123456785RU")
        .with(|p| {
            p.own_protection = Some(Deadline::told("2026-11-26".parse::<NaiveDate>().unwrap()));
            p.shop = CleanText::some_line("AliExpress");
            p.orders = vec![CleanText::line("8190000000000001").into()];
        })
        .says("cainiao", at("2026-11-09T10:31:00", 3), Some(CUSTOMS), "Held by customs", "Внуково")
        .says("cainiao", at("2026-11-07T13:23:00", 3), Some(ARRIVED), "Arrived in the destination country", "Moscow")
        .says("cainiao", at("2026-10-28T20:00:00", 8), Some(State::UNDERWAY), "离开分拣中心 [深圳市]", "深圳市")
        .says("cainiao", EventTime::day("2026-10-27".parse().unwrap()), None, "Order created", "")
        .says(
            "russian-post",
            EventTime::at(local("2026-11-09T10:31:00"), None),
            Some(CUSTOMS),
            "Приём на таможню",
            "Внуково",
        )
        .says(
            "russian-post",
            EventTime::at(local("2026-11-08T05:00:00"), None),
            None,
            "Прибыло в место международного обмена",
            "",
        )
        .withdrawn()
        .stands("cainiao", Outcome::Answered, cainiao)
        .stands("russian-post", Outcome::Answered, facts(CUSTOMS, "Приём на таможню"))
}

/// Parcels in every state, with long, wide and Cyrillic texts.
pub fn parcels() -> Vec<(Parcel, DetailData)> {
    let day = |text: &str| EventTime::day(text.parse().unwrap());
    let at = |text| EventTime::at(local(text), None);
    let moving = State::UNDERWAY;
    let ready = State::only(Status::AvailableForPickup);
    let out = State::only(Status::OutForDelivery);
    let delivered = State::only(Status::Delivered);
    let returned = State::new(Status::Exception, SubStatus::Returned);
    let nobody = State::new(Status::DeliveryFailure, SubStatus::NoBody);
    vec![
        stuck().done(),
        Making::new(2, "Phone case", "RB000000014CN")
            .with(|p| {
                p.added_at = now() - TimeDelta::days(11);
                p.own_protection = Some(Deadline::told("2027-01-02".parse::<NaiveDate>().unwrap()));
            })
            .stands("cainiao", Outcome::UnknownNumber, None)
            .done(),
        Making::new(3, "Лампа настольная, с очень длинным названием", "RA000000014RU")
            .says("russian-post", at("2026-11-22T09:00:00"), Some(ready), "Прибыло в место вручения", "Томск")
            .stands("russian-post", Outcome::Answered, facts(ready, "Прибыло в место вручения"))
            .done(),
        Making::new(4, "手机壳和LED灯带超长标题测试商品", "LP00000000000004")
            .says("cainiao", at("2026-11-21T20:00:00"), Some(moving), "已到达分拣中心", "东莞市")
            .stands("cainiao", Outcome::Answered, facts(moving, "运输中"))
            .done(),
        Making::new(5, "Чёрный чехол", "LP00000000000005")
            .says("cainiao", at("2026-11-23T08:10:00"), Some(out), "Out for delivery", "Berlin")
            .stands("cainiao", Outcome::Answered, facts(out, "Out for delivery"))
            .done(),
        Making::new(6, "Cable", "LP00000000000006")
            .says("cainiao", day("2026-11-03"), Some(delivered), "Delivered to the addressee", "Berlin")
            .says("cainiao", day("2026-10-20"), None, "Order created", "")
            .stands("cainiao", Outcome::Answered, facts(delivered, "Delivered"))
            .done(),
        Making::new(7, "Наушники", "LP00000000000007")
            .says("17track", at("2026-11-19T10:00:00"), Some(delivered), "Delivered", "Berlin")
            .says("cainiao", at("2026-11-20T10:00:00"), Some(moving), "In transit", "Leipzig")
            .stands("17track", Outcome::Blocked, facts(delivered, "Delivered"))
            .stands("cainiao", Outcome::Answered, facts(moving, "In transit"))
            .done(),
        Making::new(8, "", "LP00000000000008").with(|p| p.added_at = now() - TimeDelta::minutes(2)).done(),
        Making::new(9, "Wrong size shoes", "LP00000000000009")
            .says("cainiao", at("2026-11-01T10:00:00"), Some(returned), "Returned to sender", "深圳市")
            .stands("cainiao", Outcome::Answered, facts(returned, "Returned"))
            .done(),
        Making::new(10, "Kettle", "LP00000000000010")
            .says("cainiao", at("2026-11-22T18:00:00"), Some(nobody), "Nobody was at home", "Potsdam")
            .stands("cainiao", Outcome::Answered, facts(nobody, "Delivery attempt failed"))
            .done(),
        Making::new(11, "Old socks", "LP00000000000011").with(|p| p.archived_at = Some(now())).done(),
    ]
}

/// A screen with a person in front of it.
pub struct Screen {
    pub app: App,
    pub now: DateTime<Utc>,
    texts: Texts,
    terminal: Terminal<TestBackend>,
    dossiers: Vec<DetailData>,
}

pub fn settings() -> Settings {
    let label = |id: &str, name: &str| SourceLabel {
        id: SourceId::new(id),
        name: name.to_owned(),
        page: format!("https://{id}.example/{{number}}"),
    };
    Settings {
        sources: vec![label("cainiao", "Cainiao"), label("russian-post", "Почта России"), label("17track", "17TRACK")],
        utc_offset: FixedOffset::east_opt(3 * 3600).unwrap(),
        ..Settings::default()
    }
}

impl Screen {
    pub fn empty(size: (u16, u16), language: Language, settings: Settings) -> Self {
        let settings = Settings { language, ..settings };
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let app = App::new(settings, size, now());
        let mut screen = Self { app, now: now(), texts: Texts::new(language), terminal, dossiers: Vec::new() };
        screen.draw();
        screen
    }

    /// With parcels in every state.
    pub fn full(size: (u16, u16), language: Language, settings: Settings) -> Self {
        let mut screen = Self::empty(size, language, settings);
        screen.fill(parcels());
        screen
    }

    pub fn new() -> Self {
        Self::full((80, 24), Language::En, settings())
    }

    pub fn fill(&mut self, parcels: Vec<(Parcel, DetailData)>) {
        let (parcels, dossiers) = parcels.into_iter().unzip();
        self.dossiers = dossiers;
        let effects = self.send(Input::Parcels(parcels));
        self.load(&effects);
    }

    /// Shows the first rows, as before a long list is read.
    pub fn preview(&mut self, first: Vec<Parcel>, counts: ListCounts, dossiers: Vec<DetailData>) {
        self.dossiers = dossiers;
        let effects = self.send(Input::FirstRows(first, counts));
        self.load(&effects);
    }

    /// Answers wishes for a dossier as the store would.
    pub fn load(&mut self, effects: &[Effect]) {
        for effect in effects {
            let Effect::Task(Task::LoadDetail(id)) = effect else { continue };
            let dossier = self.dossiers.iter().find(|d| d.parcel_id == *id).unwrap().clone();
            self.send(Input::Detail(Box::new(dossier)));
        }
    }

    /// Sends an input and draws, as the loop does.
    pub fn send(&mut self, input: Input) -> Vec<Effect> {
        let Reaction { effects, redraw } = self.update(input);
        if redraw {
            self.draw();
        }
        effects
    }

    /// Sends an input without drawing.
    pub fn update(&mut self, input: Input) -> Reaction {
        if let Input::Resize(width, height) = input {
            self.terminal.backend_mut().resize(width, height);
        }
        update(&mut self.app, input, self.now)
    }

    /// Lets so many milliseconds pass; the loop wakes whenever the screen asked for it.
    pub fn wait(&mut self, milliseconds: i64) -> Vec<Effect> {
        let end = self.now + TimeDelta::milliseconds(milliseconds);
        let mut all = Vec::new();
        while let Some(at) = self.app.next_change(self.now).filter(|at| *at <= end) {
            self.now = at;
            let effects = self.send(Input::Tick);
            self.load(&effects);
            all.extend(effects);
        }
        self.now = end;
        all
    }

    pub fn key(&mut self, key: Key) -> Vec<Effect> {
        self.send(Input::Key(key))
    }

    pub fn code(&mut self, code: Code) -> Vec<Effect> {
        self.key(Key::plain(code))
    }

    /// Types characters, one key each.
    pub fn press(&mut self, keys: &str) -> Vec<Effect> {
        keys.chars().flat_map(|c| self.key(Key::char(c))).collect()
    }

    pub fn draw(&mut self) {
        let (app, texts, now) = (&self.app, &self.texts, self.now);
        let mut drawn = app::Drawn::default();
        self.terminal.draw(|frame| drawn = ui::draw(frame, app, texts, now)).unwrap();
        self.app.drawn(drawn);
    }

    /// What a terminal that shows nothing yet would show now.
    pub fn fresh_frame(&self) -> Buffer {
        let (columns, rows) = self.app.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal.draw(|frame| _ = ui::draw(frame, &self.app, &self.texts, self.now)).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The cells as they were drawn, before it is decided which of them are sent.
    pub fn drawn_cells(&self) -> Buffer {
        let (columns, rows) = self.app.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let frame = terminal.draw(|frame| _ = ui::draw(frame, &self.app, &self.texts, self.now)).unwrap();
        frame.buffer.clone()
    }

    pub fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// The screen as text; the cell behind a wide letter is left out.
    pub fn text(&self) -> String {
        rows(self.buffer(), |cell| cell.symbol().to_owned())
    }

    /// The screen's styles, one letter a cell.
    pub fn styles(&self) -> String {
        rows(self.buffer(), |cell| style_letter(cell).to_string().repeat(width(cell.symbol())))
    }

    /// The row that holds this text.
    pub fn row(&self, text: &str) -> String {
        self.text().lines().find(|line| line.contains(text)).unwrap_or_default().to_owned()
    }

    pub fn shows(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// Whether a sentence is there, wherever its lines end.
    pub fn reads(&self, text: &str) -> bool {
        let screen = self.text();
        let panes =
            |line: &str| line.split_once('│').map_or((line.to_owned(), String::new()), |(a, b)| (a.into(), b.into()));
        let (left, right): (Vec<String>, Vec<String>) = screen.lines().map(panes).unzip();
        let flow = |lines: Vec<String>| lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        flow(left).contains(text) || flow(right).contains(text)
    }

    pub fn selected(&self) -> String {
        self.app.selected().map(|p| p.name().to_owned()).unwrap_or_default()
    }

    /// The names in the list, in order.
    pub fn names(&self) -> Vec<String> {
        self.app.list.rows().map(|p| p.name().to_owned()).collect()
    }
}

fn width(symbol: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(symbol).max(1)
}

fn rows(buffer: &Buffer, show: impl Fn(&ratatui::buffer::Cell) -> String) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            line.push_str(&show(cell));
            x += u16::try_from(width(cell.symbol())).unwrap();
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Reversed R, colours r g y m c, dim d, bold b, crossed out x, nothing `.`; bold colours in upper case.
fn style_letter(cell: &ratatui::buffer::Cell) -> char {
    let bold = cell.modifier.contains(Modifier::BOLD);
    if cell.modifier.contains(Modifier::REVERSED) {
        return '#';
    }
    if cell.modifier.contains(Modifier::CROSSED_OUT) {
        return 'x';
    }
    let letter = match cell.fg {
        // Of the theme for dark terminals.
        Color::Indexed(210) => 'r',
        Color::Indexed(114) => 'g',
        Color::Indexed(221) => 'y',
        Color::Indexed(213) => 'm',
        Color::Indexed(117) => 'c',
        Color::Indexed(248) => 'd',
        _ if bold => return 'b',
        _ if cell.symbol() == " " => return ' ',
        _ => return '.',
    };
    if cell.symbol() == " " {
        ' '
    } else if bold {
        letter.to_ascii_uppercase()
    } else {
        letter
    }
}
