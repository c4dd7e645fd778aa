//! The file that makes a service: a systemd user unit, or a launchd agent.

use std::path::PathBuf;

use crate::cli::context::CommandContext;
use crate::config::Env;

/// Stands in every file that `install` writes: no other one is touched.
pub(super) const MARK: &str = "Written by `posylka service install`";

/// The service manager of this system, and where its file is.
pub(super) struct Manager {
    kind: Kind,
    pub file: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Systemd,
    Launchd,
}

impl Manager {
    /// That of this system; `None`: there is no home directory.
    pub fn of(env: &Env) -> Option<Self> {
        let home = env.path("HOME");
        if cfg!(target_os = "macos") {
            let file = home?.join("Library/LaunchAgents/org.posylka.watch.plist");
            return Some(Self { kind: Kind::Launchd, file });
        }
        let config = env.path("XDG_CONFIG_HOME").filter(|path| path.is_absolute());
        let config = config.or_else(|| home.map(|home| home.join(".config")))?;
        Some(Self { kind: Kind::Systemd, file: config.join("systemd/user/posylka.service") })
    }

    pub fn is_systemd(&self) -> bool {
        self.kind == Kind::Systemd
    }

    /// The program without which nothing can be installed.
    pub fn program(&self) -> Option<&'static str> {
        self.is_systemd().then_some("systemctl")
    }

    /// The file; `None`: this program does not know where it is.
    pub fn unit(&self, context: &CommandContext) -> Option<String> {
        let program = std::env::current_exe().ok()?.to_string_lossy().into_owned();
        let mut words = vec![program, "--data-dir".to_owned(), path(&context.config.data_dir)];
        words.extend(["--config".to_owned(), path(&context.config.file), "watch".to_owned()]);
        let language = context.config.language.code();
        Some(match self.kind {
            Kind::Systemd => systemd(&words, language),
            Kind::Launchd => launchd(&words, language),
        })
    }

    pub fn start_commands(&self) -> Vec<Vec<String>> {
        match self.kind {
            Kind::Systemd => {
                vec![
                    systemctl(&["daemon-reload"]),
                    systemctl(&["enable", "posylka.service"]),
                    systemctl(&["restart", "posylka.service"]),
                ]
            }
            Kind::Launchd => vec![strings(&["launchctl", "load", "-w", &path(&self.file)])],
        }
    }

    pub fn stop_commands(&self) -> Vec<Vec<String>> {
        match self.kind {
            Kind::Systemd => vec![systemctl(&["disable", "--now", "posylka.service"])],
            Kind::Launchd => vec![strings(&["launchctl", "unload", "-w", &path(&self.file)])],
        }
    }

    pub fn after_removal(&self) -> Vec<Vec<String>> {
        if self.is_systemd() { vec![systemctl(&["daemon-reload"])] } else { Vec::new() }
    }

    /// Prints how it fares.
    pub fn state_command(&self) -> Vec<String> {
        match self.kind {
            Kind::Systemd => systemctl(&["is-active", "posylka.service"]),
            Kind::Launchd => strings(&["launchctl", "list", "org.posylka.watch"]),
        }
    }
}

fn path(path: &std::path::Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).to_string_lossy().into_owned()
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn systemctl(words: &[&str]) -> Vec<String> {
    strings(&[&["systemctl", "--user"], words].concat())
}

fn systemd(words: &[String], language: &str) -> String {
    let quoted = |word: &String| {
        format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%").replace('$', "$$"))
    };
    let command = words.iter().map(quoted).collect::<Vec<_>>().join(" ");
    format!(
        "# {MARK}; `posylka service remove` takes it away.\n\
         [Unit]\nDescription=posylka watches parcels\nWants=network-online.target\nAfter=network-online.target\n\n\
         [Service]\nType=notify\nExecStart={command}\nExecReload=/bin/kill -HUP $MAINPID\nEnvironment=POSYLKA_LANG={language}\n\
         Restart=on-failure\nRestartSec=30\nWatchdogSec=120\nNice=10\n\n[Install]\nWantedBy=default.target\n"
    )
}

fn launchd(words: &[String], language: &str) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let arguments =
        words.iter().fold(String::new(), |lines, word| lines + "    <string>" + &escaped(word) + "</string>\n");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- {MARK}; `posylka service remove` takes it away. -->\n\
         <plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n  <string>org.posylka.watch</string>\n\
         \x20 <key>ProgramArguments</key>\n  <array>\n{arguments}  </array>\n\
         \x20 <key>EnvironmentVariables</key>\n  <dict>\n    <key>POSYLKA_LANG</key>\n    <string>{language}</string>\n  </dict>\n\
         \x20 <key>RunAtLoad</key>\n  <true/>\n  <key>KeepAlive</key>\n  <true/>\n</dict>\n</plist>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_path_holds_stays_one_word() {
        let words = ["/home/a b/posylka".to_owned(), "100%$x\"".to_owned()];
        assert!(systemd(&words, "ru").contains("ExecStart=\"/home/a b/posylka\" \"100%%$$x\\\"\"\n"));
        let plist = launchd(&["/a&b".to_owned()], "en");
        assert!(plist.contains("    <string>/a&amp;b</string>\n") && plist.contains("<key>KeepAlive</key>"), "{plist}");
    }
}
