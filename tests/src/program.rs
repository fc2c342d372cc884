//! The programs themselves, as a person starts them.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use crate::project;

/// A program of this project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// `liasse-server`.
    Server,
    /// `liasse`.
    Client,
}

/// A command that starts a program, in the project's folder. Cargo builds the programs beside the tests when the whole
/// workspace is tested.
///
/// # Panics
/// When it is not built, with the command that builds it.
pub fn program(program: Program) -> Command {
    let (name, package) = match program {
        Program::Server => ("liasse-server", "liasse-server"),
        Program::Client => ("liasse", "liasse-client"),
    };
    // target/PROFILE/deps/TEST
    let test = std::env::current_exe().expect("a test has a file");
    let folder = test.ancestors().nth(2).map(PathBuf::from).expect("a test lies in the target folder");
    let path = folder.join(name);
    assert!(path.is_file(), "{} is not built: cargo build -p {package}", path.display());
    let mut command = Command::new(path);
    command.current_dir(project());
    command
}

/// `liasse-server` at work; it is killed when this is dropped.
#[derive(Debug)]
pub struct Served {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    log: Arc<Mutex<String>>,
    logging: Option<JoinHandle<()>>,
}

impl Served {
    /// Starts the server on a free port with these further flags and waits until it listens.
    ///
    /// # Panics
    /// When it ends before.
    pub fn start(flags: &[&str]) -> Self {
        let mut child = program(Program::Server)
            .args(["--listen", "127.0.0.1:0"])
            .args(flags)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server can be started");
        let errors = BufReader::new(child.stderr.take().expect("its errors are piped"));
        let log = Arc::new(Mutex::new(String::new()));
        let to = Arc::clone(&log);
        // Taken off all the time, so that the server never waits for a full pipe.
        let logging = std::thread::spawn(move || {
            for line in errors.lines().map_while(Result::ok) {
                let mut log = to.lock().unwrap_or_else(PoisonError::into_inner);
                log.push_str(&line);
                log.push('\n');
            }
        });
        let mut lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
        let address = lines.find_map(|line| line.ok()?.strip_prefix("listening on ")?.parse().ok());
        let Some(address) = address else {
            let _ = child.kill();
            let _ = logging.join();
            panic!("the server ended before it listened: {}", log.lock().unwrap_or_else(PoisonError::into_inner));
        };
        Self { child, address, log, logging: Some(logging) }
    }

    fn log(&self) -> String {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What the log says behind `start`, to the end of that line.
    ///
    /// # Panics
    /// When it does not say it.
    pub fn logged(&self, start: &str) -> String {
        let log = self.log();
        let rest = log.split_once(start).map(|(_, rest)| rest);
        let rest = rest.unwrap_or_else(|| panic!("{start:?} is not in the log: {log}"));
        rest.lines().next().unwrap_or_default().to_owned()
    }

    /// Its address as a client wants it.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A line of /proc/PID/status in bytes, such as `VmRSS` or `VmHWM`.
    pub fn memory(&self, line: &str) -> u64 {
        let path = format!("/proc/{}/status", self.child.id());
        let status = std::fs::read_to_string(path).expect("the server runs");
        let value = status.lines().find_map(|l| l.strip_prefix(line)?.strip_prefix(':'));
        let kilobytes = value.and_then(|v| v.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
        kilobytes.expect("the system tells a process's memory") << 10
    }

    /// Sends SIGTERM, waits for the end, and gives what the server logged.
    pub fn terminate(mut self) -> (ExitStatus, String) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &pid]).status().expect("there is a kill command");
        assert!(sent.success(), "the server has ended already");
        let status = self.child.wait().expect("it is our child");
        if let Some(logging) = self.logging.take() {
            let _ = logging.join();
        }
        (status, self.log())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
