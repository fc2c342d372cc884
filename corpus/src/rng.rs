//! A small deterministic random generator and the distributions the drawing code asks of it.
//!
//! Every record and page has its own stream, derived from the seed and its index, so that any one of them can be drawn
//! again alone. Not for anything secret. The generator is xoroshiro128++ (Blackman and Vigna, 2019), seeded by splitmix64.

/// One stream of random numbers.
#[derive(Debug, Clone)]
pub(crate) struct Rng {
    a: u64,
    b: u64,
}

fn splitmix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Rng {
    /// The stream number `index` of `seed`.
    pub(crate) fn stream(seed: u64, index: u64) -> Rng {
        let mut state = seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ index.rotate_left(32) ^ index;
        let a = splitmix(&mut state);
        let b = splitmix(&mut state);
        Rng { a, b: b | 1 }
    }

    /// A stream of its own that goes on from this one, so that what it draws does not shift what comes after.
    pub(crate) fn fork(&mut self) -> Rng {
        let seed = self.u64();
        Rng::stream(seed, 1)
    }

    /// 64 random bits.
    #[inline]
    pub(crate) fn u64(&mut self) -> u64 {
        let (a, mut b) = (self.a, self.b);
        let out = a.wrapping_add(b).rotate_left(17).wrapping_add(a);
        b ^= a;
        self.a = a.rotate_left(49) ^ b ^ (b << 21);
        self.b = b.rotate_left(28);
        out
    }

    /// Uniform in [0, 1).
    #[inline]
    pub(crate) fn unit(&mut self) -> f32 {
        (self.u64() >> 40) as f32 / (1u64 << 24) as f32
    }

    /// Uniform in [`low`, `high`).
    #[inline]
    pub(crate) fn range(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// Uniform in [`low`, `high`) on a logarithmic scale; both above zero.
    pub(crate) fn log_range(&mut self, low: f32, high: f32) -> f32 {
        (self.range(low.ln(), high.ln())).exp()
    }

    /// Uniform in [0, `n`); 0 when `n` is 0.
    #[inline]
    pub(crate) fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.u64()) * n as u128) >> 64) as usize
    }

    /// Uniform whole number in [`low`, `high`], both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(1) as usize) as i64
    }

    /// True with probability `p`.
    #[inline]
    pub(crate) fn chance(&mut self, p: f32) -> bool {
        self.unit() < p
    }

    /// Nearly normal with mean 0 and deviation 1, bounded by ±3.5 (a sum of four uniforms).
    #[inline]
    pub(crate) fn normal(&mut self) -> f32 {
        let bits = self.u64();
        let sum = (bits & 0xffff) + ((bits >> 16) & 0xffff) + ((bits >> 32) & 0xffff) + (bits >> 48);
        (sum as f32 / 65535.0 - 2.0) * 1.732
    }

    /// In [-`limit`, `limit`] with most of the mass near nothing (the cube of a uniform).
    pub(crate) fn near_zero(&mut self, limit: f32) -> f32 {
        let u = self.range(-1.0, 1.0);
        limit * u * u * u
    }

    /// One of `items`, which must not be empty.
    #[inline]
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, items: &'a [&'a T]) -> &'a T {
        items[self.below(items.len())]
    }

    /// One of `items`, which must not be empty.
    #[inline]
    pub(crate) fn choose<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())].clone()
    }

    /// An index of `weights`, with probability in proportion to each weight.
    pub(crate) fn weighted(&mut self, weights: &[f32]) -> usize {
        let total: f32 = weights.iter().sum();
        let mut at = self.unit() * total;
        for (i, w) in weights.iter().enumerate() {
            if at < *w {
                return i;
            }
            at -= w;
        }
        weights.len().saturating_sub(1)
    }

    /// One decimal digit.
    pub(crate) fn digit(&mut self) -> char {
        char::from(b'0' + self.below(10) as u8)
    }

    /// `n` decimal digits.
    pub(crate) fn digits(&mut self, n: usize) -> String {
        (0..n).map(|_| self.digit()).collect()
    }

    /// One capital letter without accent.
    pub(crate) fn capital(&mut self) -> char {
        char::from(b'A' + self.below(26) as u8)
    }
}
