//! TIFF: compressions, layouts and kinds of samples.

use liasse_imaging::PixelFormat::{Grey8, Rgb8};

use crate::pictures::{H, W, bilevel, difference, fixture, grey, grey_of, is_ink, open, read, rgb, tiff};

const WIDTH: u16 = 256;
const HEIGHT: u16 = 257;
const BITS: u16 = 258;
const COMPRESSION: u16 = 259;
const PHOTOMETRIC: u16 = 262;
const FILL_ORDER: u16 = 266;
const SAMPLES: u16 = 277;
const ROWS_PER_STRIP: u16 = 278;
const PLANAR: u16 = 284;
const PREDICTOR: u16 = 317;
const TILE_WIDTH: u16 = 322;
const TILE_LENGTH: u16 = 323;
const EXTRA: u16 = 338;

#[test]
fn every_fax_dialect_gives_the_same_page() {
    for name in ["g3.tif", "g3_2d.tif", "g3_aligned.tif", "g4.tif", "g4_white_is_zero.tif", "rle.tif", "packbits.tif"] {
        let page = read(fixture(name), Grey8).unwrap();
        assert_eq!(page.data(), bilevel(), "{name}");
        let colour = read(fixture(name), Rgb8).unwrap();
        assert!(colour.data().chunks(3).zip(page.data()).all(|(c, g)| c == [*g; 3]), "{name}");
    }
    assert_eq!(read(fixture("g4.tif"), Grey8).unwrap().dpi(), Some(300.0));
    let fax = read(fixture("g3.tif"), Grey8).unwrap().dpi().unwrap();
    assert!((fax - 199.96).abs() < 0.01, "{fax}");
}

#[test]
fn colours_palettes_and_inks() {
    assert_eq!(read(fixture("lzw_rgb.tif"), Rgb8).unwrap().data(), rgb());
    let (mean, _) = difference(read(fixture("jpeg_rgb.tif"), Rgb8).unwrap().data(), &rgb());
    assert!(mean < 3.0, "untransformed JPEG: {mean}");
    let (mean, _) = difference(read(fixture("jpeg_rgb.tif"), Grey8).unwrap().data(), &grey_of(&rgb()));
    assert!(mean < 3.0, "untransformed JPEG as grey: {mean}");
    let (mean, _) = difference(read(fixture("jpeg_grey.tif"), Grey8).unwrap().data(), &grey());
    assert!(mean < 2.0, "{mean}");
    let expected = read(fixture("palette_expected.png"), Rgb8).unwrap();
    assert_eq!(read(fixture("palette.tif"), Rgb8).unwrap().data(), expected.data());
    let seen: Vec<u8> = (0..W * H)
        .flat_map(|i| {
            let (x, y) = (i % W, i / W);
            let k = ((x + y) / 32 * 40) as f64 / 255.0;
            [x / 16 * 40, y / 16 * 60, 0].map(|ink| ((255 - ink) as f64 * (1.0 - k)).round() as u8)
        })
        .collect();
    let (_, most) = difference(read(fixture("cmyk.tif"), Rgb8).unwrap().data(), &seen);
    assert!(most <= 1, "{most}");
}

#[test]
fn pages_of_a_file_are_read_in_any_order() {
    let source = open(fixture("multi.tif")).unwrap();
    assert_eq!((source.content_type(), source.page_count()), ("image/tiff", 3));
    let turned: Vec<u8> = bilevel().into_iter().rev().collect();
    assert_eq!(source.decode(2, Grey8).unwrap().data(), turned);
    let white = source.decode(1, Grey8).unwrap();
    assert_eq!((white.width() as usize, white.data().iter().min()), (W / 2, Some(&255)));
    assert_eq!(source.decode(0, Grey8).unwrap().data(), bilevel());
    assert_eq!(source.decode(3, Grey8).unwrap_err().reason(), "NO_SUCH_PAGE");
}

/// Packs the bilevel picture, 1 = white.
fn packed() -> Vec<u8> {
    let mut packed = vec![0u8; W.div_ceil(8) * H];
    for i in 0..W * H {
        let (x, y) = (i % W, i / W);
        packed[y * W.div_ceil(8) + x / 8] |= u8::from(!is_ink(x, y)) << (7 - x % 8);
    }
    packed
}

fn size() -> [(u16, &'static [u32]); 2] {
    [(WIDTH, &[W as u32]), (HEIGHT, &[H as u32])]
}

#[test]
fn bits_from_either_end_and_either_polarity() {
    let [width, height] = size();
    let file = tiff(&[width, height, (PHOTOMETRIC, &[1])], &[packed()]);
    assert_eq!(read(file, Grey8).unwrap().data(), bilevel());
    let inverted: Vec<u8> = packed().iter().map(|byte| !byte).collect();
    let file = tiff(&[width, height, (PHOTOMETRIC, &[0])], &[inverted]);
    assert_eq!(read(file, Grey8).unwrap().data(), bilevel());
    let reversed: Vec<u8> = packed().iter().map(|byte| byte.reverse_bits()).collect();
    let file = tiff(&[width, height, (PHOTOMETRIC, &[1]), (FILL_ORDER, &[2])], &[reversed]);
    assert_eq!(read(file, Grey8).unwrap().data(), bilevel());
}

#[test]
fn strips_of_any_height() {
    let [width, height] = size();
    for rows in [1, 7, 60, 61, 4000] {
        let strips: Vec<Vec<u8>> = grey().chunks(W * rows).map(<[u8]>::to_vec).collect();
        let file = tiff(&[width, height, (BITS, &[8]), (PHOTOMETRIC, &[1]), (ROWS_PER_STRIP, &[rows as u32])], &strips);
        assert_eq!(read(file, Grey8).unwrap().data(), grey(), "{rows} rows a strip");
    }
}

#[test]
fn tiles_that_stick_out_of_the_page() {
    let (across, down) = (W.div_ceil(32), H.div_ceil(16));
    let mut tiles = Vec::new();
    for tile in 0..across * down {
        let (left, top) = (tile % across * 32, tile / across * 16);
        let pixel = |i: usize| {
            let (x, y) = (left + i % 32, top + i / 32);
            if x < W && y < H { grey()[y * W + x] } else { 77 }
        };
        tiles.push((0..32 * 16).map(pixel).collect());
    }
    let [width, height] = size();
    let tags = [width, height, (BITS, &[8][..]), (PHOTOMETRIC, &[1]), (TILE_WIDTH, &[32]), (TILE_LENGTH, &[16])];
    assert_eq!(read(tiff(&tags, &tiles), Grey8).unwrap().data(), grey());
    assert_eq!(read(tiff(&tags, &tiles[1..]), Grey8).unwrap_err().reason(), "IMAGE_CORRUPT");
}

#[test]
fn planes_of_their_own() {
    let planes: Vec<Vec<u8>> = (0..3).map(|k| rgb().iter().skip(k).step_by(3).copied().collect()).collect();
    let [width, height] = size();
    let file =
        tiff(&[width, height, (BITS, &[8, 8, 8]), (PHOTOMETRIC, &[2]), (SAMPLES, &[3]), (PLANAR, &[2])], &planes);
    assert_eq!(read(file, Rgb8).unwrap().data(), rgb());
}

#[test]
fn sixteen_bits_with_and_without_differences() {
    let [width, height] = size();
    let wide: Vec<u16> = grey().iter().map(|&v| u16::from(v) * 257).collect();
    let bytes = |values: &[u16]| values.iter().flat_map(|v| v.to_le_bytes()).collect::<Vec<u8>>();
    let file = tiff(&[width, height, (BITS, &[16]), (PHOTOMETRIC, &[1])], &[bytes(&wide)]);
    assert_eq!(read(file, Grey8).unwrap().data(), grey());
    let mut differences = wide.clone();
    for row in differences.chunks_mut(W) {
        for x in (1..W).rev() {
            row[x] = row[x].wrapping_sub(row[x - 1]);
        }
    }
    let lzw =
        weezl::encode::Encoder::with_tiff_size_switch(weezl::BitOrder::Msb, 8).encode(&bytes(&differences)).unwrap();
    let file =
        tiff(&[width, height, (BITS, &[16]), (COMPRESSION, &[5]), (PHOTOMETRIC, &[1]), (PREDICTOR, &[2])], &[lzw]);
    assert_eq!(read(file, Grey8).unwrap().data(), grey());
}

#[test]
fn opacity_and_samples_without_meaning() {
    let samples = [10, 20, 30, 0, 200, 100, 50, 255];
    let file = |extra| {
        let tags: [(u16, &[u32]); 6] = [
            (WIDTH, &[2]),
            (HEIGHT, &[1]),
            (BITS, &[8, 8, 8, 8]),
            (PHOTOMETRIC, &[2]),
            (SAMPLES, &[4]),
            (EXTRA, extra),
        ];
        read(tiff(&tags, &[samples.to_vec()]), Rgb8).unwrap().into_data()
    };
    assert_eq!(file(&[2]), [255, 255, 255, 200, 100, 50]);
    assert_eq!(file(&[0]), [10, 20, 30, 200, 100, 50]);
}

#[test]
fn what_is_not_read_is_named() {
    let [width, height] = size();
    let refuse = |tags: &[(u16, &[u32])]| {
        let all: Vec<_> = [width, height].iter().chain(tags).copied().collect();
        let error = read(tiff(&all, &[grey()]), Grey8).unwrap_err();
        assert_eq!(error.reason(), "UNSUPPORTED_FEATURE", "{error}");
        error.to_string()
    };
    assert!(refuse(&[(COMPRESSION, &[34_676])]).contains("compression 34676"));
    assert!(refuse(&[(BITS, &[12]), (PHOTOMETRIC, &[1])]).contains("12 bits"));
    assert!(refuse(&[(BITS, &[8]), (PHOTOMETRIC, &[8])]).contains("interpretation 8"));
}
