//! The watcher as a service: what is written is said, and exactly that is taken away again.

use std::os::unix::fs::PermissionsExt;

use crate::test_home::{Output, TestHome};

/// A home with a `systemctl` that notes how it was called.
fn home(script: &str) -> TestHome {
    let home = TestHome::new();
    let bin = home.path().join("bin");
    std::fs::create_dir(&bin).unwrap();
    let program = bin.join("systemctl");
    std::fs::write(&program, format!("#!/bin/sh\necho \"$@\" >> {}/calls\n{script}", home.path().display())).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    home
}

fn run(home: &TestHome, args: &[&str]) -> Output {
    let path = format!("{}:/usr/bin:/bin", home.path().join("bin").display());
    home.output_of(home.command(args).env("PATH", path))
}

fn calls(home: &TestHome) -> String {
    std::fs::read_to_string(home.path().join("calls")).unwrap_or_default()
}

#[test]
fn it_is_installed_seen_and_removed_without_a_trace() {
    let home = home("[ \"$2\" = is-active ] && echo active\nexit 0\n");
    let unit = home.path().join("config/systemd/user/posylka.service");
    let installed = run(&home, &["service", "install"]);
    assert_eq!(installed.status, 0, "{installed}");
    assert_eq!(
        installed.stderr,
        "Wrote [home]/config/systemd/user/posylka.service\n\
         Running: systemctl --user daemon-reload\nRunning: systemctl --user enable posylka.service\n\
         Running: systemctl --user restart posylka.service\n\
         It runs while you are logged in. To let it run without you, allow that once: loginctl enable-linger\n"
    );
    let text = std::fs::read_to_string(&unit).unwrap();
    assert!(text.contains("Type=notify\n") && text.contains("\"watch\"\n") && text.contains("WatchdogSec="), "{text}");
    let status = run(&home, &["service", "status"]);
    assert_eq!(
        status.stdout,
        "Installed: [home]/config/systemd/user/posylka.service\nState: active\nNobody has looked yet.\n"
    );
    let removed = run(&home, &["service", "remove"]);
    assert_eq!((removed.status, unit.exists()), (0, false), "{removed}");
    let expected = ["disable --now posylka.service", "daemon-reload"];
    assert!(expected.iter().all(|call| calls(&home).contains(call)), "{}", calls(&home));
    assert_eq!(run(&home, &["service", "remove"]).stderr, "The service is not installed.\n");
}

#[test]
fn what_somebody_else_wrote_is_left_alone_and_without_a_manager_nothing_is_written() {
    let home = home("exit 0\n");
    let unit = home.path().join("config/systemd/user/posylka.service");
    std::fs::create_dir_all(unit.parent().unwrap()).unwrap();
    std::fs::write(&unit, "[Service]\n").unwrap();
    for command in ["install", "remove"] {
        assert_eq!(run(&home, &["service", command]).status, 1);
    }
    assert_eq!(std::fs::read_to_string(&unit).unwrap(), "[Service]\n");
    let bare = TestHome::new();
    let output = bare.output_of(bare.command(&["service", "install"]).env("PATH", "/nowhere"));
    assert_eq!((output.status, bare.path().join("config").exists()), (1, false), "{output}");
}
