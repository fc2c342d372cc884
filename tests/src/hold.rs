//! An engine that can be held, so that what waits behind it can be looked at, and that counts what it was given.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use liasse_models::Engine;

use crate::watched::watched;

/// The handle to an engine that can be held. Clones hold the same one.
#[derive(Debug, Clone, Default)]
pub struct Hold(Arc<(Mutex<State>, Condvar)>);

#[derive(Debug, Default)]
struct State {
    held: bool,
    /// A batch stands before the engine.
    waiting: bool,
    images: usize,
}

impl Hold {
    fn with<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let changed = change(&mut self.0.0.lock().unwrap_or_else(PoisonError::into_inner));
        self.0.1.notify_all();
        changed
    }

    /// From now on batches wait before the engine.
    pub fn hold(&self) {
        self.with(|state| state.held = true);
    }

    /// Lets them go on.
    pub fn release(&self) {
        self.with(|state| state.held = false);
    }

    /// How many images the engine was given so far, those that wait before it included.
    pub fn images(&self) -> usize {
        self.with(|state| state.images)
    }

    /// Waits until a batch stands before the held engine.
    pub async fn reached(&self) {
        while !self.with(|state| state.held && state.waiting) {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Puts the hold before an engine.
    pub fn before(&self, engine: impl Engine + 'static) -> Box<dyn Engine> {
        let hold = self.clone();
        watched(engine, None, move |input| {
            let [images, ..] = input.shape;
            hold.pass(images);
        })
    }

    fn pass(&self, images: usize) {
        let mut state = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.images += images;
        while state.held {
            state.waiting = true;
            state = self.0.1.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.waiting = false;
    }
}
