//! Numbers as a scanner's ink jet prints them on its sheets: in dots, along an edge, whichever way round.

use image::{GrayImage, Luma, imageops};
use liasse_proto::v1::{Edge, ImprintDirection};

/// Rows of five dots, seven from top to bottom.
const DOTS: [(char, [&str; 7]); 14] = [
    ('0', [" ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "]),
    ('1', ["  #  ", " ##  ", "  #  ", "  #  ", "  #  ", "  #  ", " ### "]),
    ('2', [" ### ", "#   #", "    #", "   # ", "  #  ", " #   ", "#####"]),
    ('3', ["#####", "   # ", "  #  ", "   # ", "    #", "#   #", " ### "]),
    ('4', ["   # ", "  ## ", " # # ", "#  # ", "#####", "   # ", "   # "]),
    ('5', ["#####", "#    ", "#### ", "    #", "    #", "#   #", " ### "]),
    ('6', ["  ## ", " #   ", "#    ", "#### ", "#   #", "#   #", " ### "]),
    ('7', ["#####", "    #", "   # ", "  #  ", " #   ", " #   ", " #   "]),
    ('8', [" ### ", "#   #", "#   #", " ### ", "#   #", "#   #", " ### "]),
    ('9', [" ### ", "#   #", "#   #", " ####", "    #", "   # ", " ##  "]),
    ('-', ["     ", "     ", "     ", "#####", "     ", "     ", "     "]),
    ('L', ["#    ", "#    ", "#    ", "#    ", "#    ", "#    ", "#####"]),
    ('O', [" ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "]),
    ('T', ["#####", "  #  ", "  #  ", "  #  ", "  #  ", "  #  ", "  #  "]),
];

/// Whether a page's paper reaches to the edges of its image, so that what is printed there is printed on it.
pub fn is_paper_to_its_edges(page: &GrayImage) -> bool {
    let (width, height) = page.dimensions();
    let inset = width.min(height) / 100;
    let edge = |x: u32, y: u32| x < inset || y < inset || x >= width - inset || y >= height - inset;
    page.enumerate_pixels().filter(|(x, y, _)| edge(*x, *y)).all(|(_, _, value)| value.0[0] > 170)
}

/// Prints `text` (digits and `-LOT`) on a page in grey, at a place along an edge. Gives left, top, right and bottom of what was printed.
///
/// `pitch` is the distance of dots in pixels, `at` where it begins as a share of the edge, `inset` how far from the edge it stands.
///
/// # Panics
/// When there is no such character.
pub fn print(
    page: &mut GrayImage,
    text: &str,
    (edge, direction): (Edge, ImprintDirection),
    pitch: f32,
    at: f32,
    inset: u32,
) -> (f32, f32, f32, f32) {
    let dots: Vec<(f32, f32)> = text
        .chars()
        .enumerate()
        .flat_map(|(number, c)| {
            let rows = DOTS.iter().find(|(known, _)| *known == c).expect("a character that is printed").1;
            rows.into_iter().enumerate().flat_map(move |(y, row)| {
                let inked = row.bytes().enumerate().filter(|(_, dot)| *dot == b'#');
                inked.map(move |(x, _)| ((6 * number + x) as f32 + 0.5, y as f32 + 0.5))
            })
        })
        .collect();
    let (width, height) = ((6.0 * text.chars().count() as f32 * pitch).ceil(), (7.0 * pitch).ceil());
    let upright = GrayImage::from_fn(width as u32, height as u32, |x, y| {
        let (x, y) = ((x as f32 + 0.5) / pitch, (y as f32 + 0.5) / pitch);
        let nearest = dots.iter().map(|dot| (dot.0 - x).hypot(dot.1 - y)).fold(f32::INFINITY, f32::min);
        // Dots run into one another a little, and fade within a pixel.
        let ink = ((0.62 - nearest) * pitch + 0.5).clamp(0.0, 1.0);
        Luma([(255.0 - 200.0 * ink) as u8])
    });
    let printed = match direction {
        ImprintDirection::Down => imageops::rotate90(&upright),
        ImprintDirection::Left => imageops::rotate180(&upright),
        ImprintDirection::Up => imageops::rotate270(&upright),
        ImprintDirection::Right | ImprintDirection::Unspecified => upright,
    };
    let (wide, high) = printed.dimensions();
    let along = |length: u32| (at * length as f32) as u32;
    let (left, top) = match edge {
        Edge::Top | Edge::Unspecified => (along(page.width()), inset),
        Edge::Bottom => (along(page.width()), page.height() - inset - high),
        Edge::Left => (inset, along(page.height())),
        Edge::Right => (page.width() - inset - wide, along(page.height())),
    };
    for (x, y, ink) in printed.enumerate_pixels() {
        let under = page.get_pixel_mut(left + x, top + y);
        under.0[0] = under.0[0].min(ink.0[0]);
    }
    (left as f32, top as f32, (left + wide) as f32, (top + high) as f32)
}
