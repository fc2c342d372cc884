//! Buffers on the device that are used again.
//!
//! Responsible for the bound on what the device holds: so many bytes, those in use and those that wait to be used together.
//! Not responsible for what is in a buffer, which is whatever its last user left.

use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use wgpu::{Buffer, BufferDescriptor, BufferUsages, Device, ErrorFilter};

use super::Fallback;

/// Least size of a buffer. With it the bound in bytes is one in number too.
const LEAST: u64 = 64 << 10;
/// Buffers that wait to be used again, at most.
const MOST_IDLE: usize = 64;

/// What a buffer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A page and its smaller levels.
    Page,
    /// A page on its way to the device; mapped for writing while it is idle.
    Staging,
    /// What the shaders are told.
    Tables,
    /// What the shaders make.
    Images,
    /// Images on their way back; not mapped while it is idle.
    Readback,
}

impl Kind {
    fn usage(self) -> BufferUsages {
        match self {
            Self::Page => BufferUsages::STORAGE | BufferUsages::COPY_DST,
            Self::Staging => BufferUsages::MAP_WRITE | BufferUsages::COPY_SRC,
            Self::Tables => BufferUsages::STORAGE | BufferUsages::UNIFORM | BufferUsages::COPY_DST,
            Self::Images => BufferUsages::STORAGE | BufferUsages::COPY_SRC,
            Self::Readback => BufferUsages::MAP_READ | BufferUsages::COPY_DST,
        }
    }

    /// Whether a buffer can be used again whatever became of its last use: the device takes its uses in their order, but a
    /// mapping that did not come about leaves a buffer nobody knows the state of.
    const fn is_never_mapped(self) -> bool {
        matches!(self, Self::Page | Self::Tables | Self::Images)
    }
}

/// Buffers of one device.
#[derive(Debug)]
pub(super) struct Pool {
    device: Device,
    /// Of all buffers together.
    max_bytes: u64,
    /// Of one buffer.
    max_buffer: u64,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Those used last at the end.
    idle: Vec<(Kind, Buffer)>,
    /// Of all buffers, lent or idle.
    bytes: u64,
}

impl State {
    fn drop_oldest(&mut self) {
        let (_, buffer) = self.idle.remove(0);
        self.bytes -= buffer.size();
    }
}

impl Pool {
    pub(super) fn new(device: Device, max_bytes: u64, max_buffer: u64) -> Arc<Self> {
        Arc::new(Self { device, max_bytes, max_buffer, state: Mutex::default() })
    }

    /// A buffer of at least so many bytes.
    ///
    /// # Errors
    /// [`Fallback`] when it would be too large, or the bound or the device's memory is reached.
    pub(super) fn lend(self: &Arc<Self>, kind: Kind, bytes: u64) -> Result<Lent, Fallback> {
        if bytes > self.max_buffer {
            return Err(Fallback::TooLarge { bytes, most: self.max_buffer });
        }
        let size = size_class(bytes).min(self.max_buffer);
        let mut state = self.state();
        let fits = |(of, buffer): &(Kind, Buffer)| *of == kind && buffer.size() == size;
        if let Some(index) = state.idle.iter().rposition(fits) {
            let (_, buffer) = state.idle.remove(index);
            return Ok(self.lent(kind, buffer));
        }
        while state.bytes + size > self.max_bytes {
            if state.idle.is_empty() {
                return Err(Fallback::Full { most: self.max_bytes });
            }
            state.drop_oldest();
        }
        let buffer = self.create(kind, size);
        if buffer.is_err() {
            // Whatever is not in use may make room for the next page.
            while !state.idle.is_empty() {
                state.drop_oldest();
            }
        }
        let buffer = buffer?;
        state.bytes += size;
        Ok(self.lent(kind, buffer))
    }

    fn create(&self, kind: Kind, size: u64) -> Result<Buffer, Fallback> {
        let scopes =
            [ErrorFilter::Validation, ErrorFilter::OutOfMemory].map(|filter| self.device.push_error_scope(filter));
        let mapped_at_creation = kind == Kind::Staging;
        let buffer =
            self.device.create_buffer(&BufferDescriptor { label: None, size, usage: kind.usage(), mapped_at_creation });
        let errors = scopes.into_iter().rev().filter_map(|scope| pollster::block_on(scope.pop()));
        // All of them are popped, the last pushed first.
        match errors.last() {
            None => Ok(buffer),
            Some(_) => Err(Fallback::OutOfMemory),
        }
    }

    fn lent(self: &Arc<Self>, kind: Kind, buffer: Buffer) -> Lent {
        Lent { pool: Arc::clone(self), kind, buffer, reusable: kind.is_never_mapped() }
    }

    /// Of all buffers.
    pub(super) fn bytes(&self) -> u64 {
        self.state().bytes
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Every change of it is whole before anything can panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A buffer that goes back to its pool.
#[derive(Debug)]
pub(super) struct Lent {
    pool: Arc<Pool>,
    kind: Kind,
    buffer: Buffer,
    reusable: bool,
}

impl Lent {
    /// Says that the buffer is as the next user expects it: see [`Kind`].
    pub(super) const fn settled(&mut self) {
        self.reusable = true;
    }

    /// Whether it is of this pool.
    pub(super) fn is_of(&self, pool: &Arc<Pool>) -> bool {
        Arc::ptr_eq(&self.pool, pool)
    }
}

impl Deref for Lent {
    type Target = Buffer;

    fn deref(&self) -> &Buffer {
        &self.buffer
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let mut state = self.pool.state();
        if !self.reusable {
            state.bytes -= self.buffer.size();
            return;
        }
        if state.idle.len() >= MOST_IDLE {
            state.drop_oldest();
        }
        state.idle.push((self.kind, self.buffer.clone()));
    }
}

/// The size of the buffer that so many bytes are kept in: four sizes for each power of two, so that pages of one format share
/// buffers and a buffer is at most a quarter larger than it has to be.
fn size_class(bytes: u64) -> u64 {
    let step = (bytes.max(LEAST).next_power_of_two() / 8).max(4);
    bytes.max(LEAST).next_multiple_of(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buffer_is_at_most_a_quarter_too_large() {
        assert_eq!(size_class(1), LEAST);
        for bytes in [LEAST, LEAST + 1, 11_600_000, 8_699_840, (1 << 27) - 3] {
            let size = size_class(bytes);
            assert!(size >= bytes && size <= bytes + bytes / 4 && size.is_multiple_of(4), "{bytes}: {size}");
        }
    }
}
