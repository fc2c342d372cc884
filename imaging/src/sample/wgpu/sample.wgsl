// Fills regions from a page: the same picking of neighbours and the same mixing as the sampler for processors.
//
// A tile is 1024 pixels of one region, 256 words of 4 pixels, in the order of the region's rows; the last tile of a region is
// filled up with pixels that nobody reads.

struct Region {
    // The rows of the matrix from pixels of the region to pixels of the level; the fourth number is of no use.
    to_level: array<vec4<f32>, 3>,
    width: u32,
    // Width times height.
    pixels: u32,
    background: u32,
    first_tile: u32,
    // Where the level begins in the page, in bytes.
    level_at: u32,
    level_width: u32,
    level_height: u32,
    unused: u32,
}

// Workgroups in a row of a dispatch; the host's plan.rs has the same number.
const GROUPS: u32 = 32768;
const TILE_WORDS: u32 = 256;

// Grey pixels, four to a word, the first in the lowest byte.
@group(0) @binding(0) var<storage, read> page: array<u32>;
@group(0) @binding(1) var<storage, read> regions: array<Region>;
// The region of each tile.
@group(0) @binding(2) var<storage, read> tiles: array<u32>;
@group(0) @binding(3) var<storage, read_write> images: array<u32>;

@compute @workgroup_size(256)
fn fill(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
    let tile = group.y * GROUPS + group.x;
    if tile >= arrayLength(&tiles) {
        return;
    }
    let index = tiles[tile];
    let first = ((tile - regions[index].first_tile) * TILE_WORDS + lane) * 4;
    var word = 0u;
    for (var i = 0u; i < 4; i++) {
        word |= pixel(index, first + i) << (8 * i);
    }
    images[tile * TILE_WORDS + lane] = word;
}

fn pixel(index: u32, number: u32) -> u32 {
    let width = regions[index].width;
    let at = vec3<f32>(f32(number % width) + 0.5, f32(number / width) + 0.5, 1.0);
    let w = dot(regions[index].to_level[2].xyz, at);
    let u = dot(regions[index].to_level[0].xyz, at) / w;
    let v = dot(regions[index].to_level[1].xyz, at) / w;
    // Half a pixel back: a pixel's value stands at its centre. Weights have 8 bits.
    let size = vec2<f32>(f32(regions[index].level_width), f32(regions[index].level_height));
    let fixed = vec2<i32>(floor(clamp(vec2<f32>(u, v) - 0.5, vec2<f32>(-2.0), size + 1.0) * 256.0));
    let whole = fixed >> vec2<u32>(8);
    let part = vec2<u32>(fixed & vec2<i32>(255));
    let above = across(index, whole, part.x);
    let below = across(index, whole + vec2<i32>(0, 1), part.x);
    return (above * (256 - part.y) + below * part.y + 32768) >> 16;
}

fn across(index: u32, at: vec2<i32>, part: u32) -> u32 {
    return level(index, at) * (256 - part) + level(index, at + vec2<i32>(1, 0)) * part;
}

fn level(index: u32, at: vec2<i32>) -> u32 {
    let size = vec2<i32>(i32(regions[index].level_width), i32(regions[index].level_height));
    if any(at < vec2<i32>(0)) || any(at >= size) {
        return regions[index].background;
    }
    let byte = regions[index].level_at + u32(at.y) * u32(size.x) + u32(at.x);
    return (page[byte / 4] >> (8 * (byte % 4))) & 255;
}
