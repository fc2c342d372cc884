//! Small separable blurs on 8-bit planes, in fixed point so that they run as vectors.

use super::Plane;

/// The half kernel (centre first) of a Gaussian, as weights that sum to 256 over the whole kernel.
fn kernel(sigma: f32) -> Vec<u16> {
    let radius = ((sigma * 2.6).ceil() as usize).clamp(1, 12);
    let raw: Vec<f32> = (0..=radius).map(|i| (-((i * i) as f32) / (2.0 * sigma * sigma)).exp()).collect();
    let total = raw[0] + 2.0 * raw[1..].iter().sum::<f32>();
    let mut k: Vec<u16> = raw.iter().map(|v| (v / total * 256.0).round() as u16).collect();
    let side: u16 = k[1..].iter().sum();
    k[0] = 256 - 2 * side.min(128);
    k
}

/// Gaussian blur with its own deviation (pixels) across and down. Below 0.2 nothing is done. At most 4.6.
pub(crate) fn gaussian(plane: &mut Plane, sigma_x: f32, sigma_y: f32) {
    if plane.width == 0 || plane.height == 0 {
        return;
    }
    if sigma_x >= 0.2 {
        across(plane, &kernel(sigma_x.min(4.6)));
    }
    if sigma_y >= 0.2 {
        down(plane, &kernel(sigma_y.min(4.6)));
    }
}

fn across(plane: &mut Plane, k: &[u16]) {
    let (w, r) = (plane.width, k.len() - 1);
    let mut padded = vec![0u8; w + 2 * r];
    let mut acc = vec![0u16; w];
    for y in 0..plane.height {
        let row = plane.row_mut(y);
        padded[..r].fill(row[0]);
        padded[r..r + w].copy_from_slice(row);
        padded[r + w..].fill(row[w - 1]);
        for (a, p) in acc.iter_mut().zip(&padded[r..]) {
            *a = u16::from(*p) * k[0];
        }
        for (i, weight) in k.iter().enumerate().skip(1) {
            let (left, right) = (&padded[r - i..r - i + w], &padded[r + i..r + i + w]);
            for ((a, p), q) in acc.iter_mut().zip(left).zip(right) {
                *a += (u16::from(*p) + u16::from(*q)) * weight;
            }
        }
        for (out, a) in row.iter_mut().zip(&acc) {
            *out = (a.saturating_add(128) >> 8) as u8;
        }
    }
}

fn down(plane: &mut Plane, k: &[u16]) {
    let (w, h, r) = (plane.width, plane.height, k.len() - 1);
    // A ring of the rows above, which are overwritten as we go.
    let mut ring: Vec<Vec<u8>> = (0..=r).map(|_| plane.row(0).to_vec()).collect();
    let mut acc = vec![0u16; w];
    for y in 0..h {
        let slot = y % (r + 1);
        ring[slot].copy_from_slice(&plane.data[y * w..(y + 1) * w]);
        for (a, p) in acc.iter_mut().zip(&ring[slot]) {
            *a = u16::from(*p) * k[0];
        }
        for (i, weight) in k.iter().enumerate().skip(1) {
            let above = if y >= i { &ring[(y - i) % (r + 1)] } else { &ring[(r + 1 - i + y) % (r + 1)] };
            let below = (y + i).min(h - 1);
            let below = &plane.data[below * w..(below + 1) * w];
            for ((a, p), q) in acc.iter_mut().zip(above).zip(below) {
                *a += (u16::from(*p) + u16::from(*q)) * weight;
            }
        }
        for (out, a) in plane.data[y * w..(y + 1) * w].iter_mut().zip(&acc) {
            *out = (a.saturating_add(128) >> 8) as u8;
        }
    }
}

/// Blur along one direction by averaging `steps` copies of the plane moved along (`dx`, `dy`) pixels in all.
pub(crate) fn motion(plane: &mut Plane, dx: f32, dy: f32) {
    let length = dx.hypot(dy);
    if length < 0.8 {
        return;
    }
    let steps = (length.ceil() as usize + 1).clamp(2, 8);
    let source = plane.clone();
    let (w, h) = (plane.width as i32, plane.height as i32);
    let mut acc = vec![0u16; plane.width];
    for y in 0..h {
        acc.fill(0);
        for step in 0..steps {
            let t = step as f32 / (steps - 1) as f32 - 0.5;
            let (ox, oy) = ((dx * t).round() as i32, (dy * t).round() as i32);
            let row = source.row((y + oy).clamp(0, h - 1) as usize);
            let from = ox.clamp(0, w - 1) as usize;
            let to = (w + ox).clamp(1, w) as usize;
            let at = (-ox).max(0) as usize;
            for (a, p) in acc[at.min(plane.width)..].iter_mut().zip(&row[from..to]) {
                *a += u16::from(*p);
            }
            for a in &mut acc[..at.min(plane.width)] {
                *a += u16::from(row[0]);
            }
            let filled = at + (to - from);
            for a in &mut acc[filled.min(plane.width)..] {
                *a += u16::from(row[plane.width - 1]);
            }
        }
        for (out, a) in plane.row_mut(y as usize).iter_mut().zip(&acc) {
            *out = (a / steps as u16) as u8;
        }
    }
}
