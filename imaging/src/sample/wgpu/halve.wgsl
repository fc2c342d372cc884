// Makes one level of a page out of the one below it: the same means, rounded the same, as the host's pyramid.

struct Halving {
    // Where the level below begins in the page, in bytes, and its size.
    source_at: u32,
    source_width: u32,
    source_height: u32,
    // Where the level begins, in words, its width, and its number of pixels.
    target_at: u32,
    target_width: u32,
    target_pixels: u32,
}

// Workgroups in a row of a dispatch; the host's plan.rs has the same number.
const GROUPS: u32 = 32768;

// Grey pixels, four to a word, the first in the lowest byte.
@group(0) @binding(0) var<storage, read_write> page: array<u32>;
@group(0) @binding(1) var<uniform> halving: Halving;

@compute @workgroup_size(256)
fn halve(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
    let word = (group.y * GROUPS + group.x) * 256 + lane;
    if word * 4 >= halving.target_pixels {
        return;
    }
    var mean = 0u;
    for (var i = 0u; i < 4; i++) {
        let pixel = min(word * 4 + i, halving.target_pixels - 1);
        let x = pixel % halving.target_width * 2;
        let y = pixel / halving.target_width * 2;
        // The last row and column of an odd side are averaged with themselves.
        let right = min(x + 1, halving.source_width - 1);
        let below = min(y + 1, halving.source_height - 1);
        let sum = source(x, y) + source(right, y) + source(x, below) + source(right, below);
        mean |= ((sum + 2) >> 2) << (8 * i);
    }
    page[halving.target_at + word] = mean;
}

fn source(x: u32, y: u32) -> u32 {
    let byte = halving.source_at + y * halving.source_width + x;
    return (page[byte / 4] >> (8 * (byte % 4))) & 255;
}
