//! What the figures were measured on.

use anyhow::{Context, bail};
use serde::Serialize;

/// The machine, as far as it bears on figures of speed.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Machine {
    pub(crate) processor: String,
    /// Cores that this process may use.
    pub(crate) cores: usize,
    /// Of the processor's vector instructions, those that matter to networks.
    pub(crate) vector_instructions: Vec<String>,
    /// The one-minute load average when the run started: well above zero means that others were at work too, and that
    /// seconds are too high.
    pub(crate) load_at_start: f64,
}

impl Machine {
    /// Looks at this machine; what cannot be found out is left empty.
    pub(crate) fn look() -> Self {
        let cpuinfo = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let field = |name: &str| {
            let line = cpuinfo.lines().find(|line| line.starts_with(name))?;
            line.split_once(':').map(|(_, value)| value.trim().to_owned())
        };
        let flags = field("flags").or_else(|| field("Features")).unwrap_or_default();
        let of_interest =
            ["avx2", "fma", "avx_vnni", "avx512f", "avx512_vnni", "amx_int8", "asimd", "asimddp", "i8mm", "sve"];
        Self {
            processor: field("model name").unwrap_or_default(),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            vector_instructions: flags
                .split(' ')
                .filter(|flag| of_interest.contains(flag))
                .map(str::to_owned)
                .collect(),
            load_at_start: std::fs::read_to_string("/proc/loadavg")
                .ok()
                .and_then(|text| text.split(' ').next()?.parse().ok())
                .unwrap_or(0.0),
        }
    }
}

impl std::fmt::Display for Machine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (processor, cores, load) = (&self.processor, self.cores, self.load_at_start);
        write!(f, "{processor}, {cores} cores, {}; load {load:.1} at the start", self.vector_instructions.join(" "))
    }
}

/// Confines this process, and so everything it starts, to `cores` of the cores it may use; call before any thread is
/// started. Every engine then has the same share of the machine, however many threads it likes.
///
/// # Errors
/// When there are not as many, or the system refuses.
pub(crate) fn confine(cores: usize) -> anyhow::Result<()> {
    let allowed = rustix::thread::sched_getaffinity(None).context("cannot ask which cores may be used")?;
    let mut chosen = rustix::thread::CpuSet::new();
    for core in (0..rustix::thread::CpuSet::MAX_CPU).filter(|core| allowed.is_set(*core)).take(cores) {
        chosen.set(core);
    }
    if cores == 0 || (chosen.count() as usize) < cores {
        bail!("--threads {cores}: this process may use {} cores", allowed.count());
    }
    rustix::thread::sched_setaffinity(None, &chosen).context("cannot choose cores")
}
