//! Points and quadrilaterals.

use crate::Transform;

/// A point in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

impl Point {
    /// The point at `(x, y)`.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// Euclidean distance in pixels.
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point a share `t` of the way from here (0) to `other` (1).
    pub fn towards(self, other: Self, t: f32) -> Self {
        Self::new(self.x + (other.x - self.x) * t, self.y + (other.y - self.y) * t)
    }
}

/// Four corners, clockwise from the top-left corner of the content as one reads it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Quad {
    /// Top-left, top-right, bottom-right, bottom-left.
    pub corners: [Point; 4],
}

impl Quad {
    /// A quadrilateral of four corners, clockwise from the top-left.
    pub const fn new(corners: [Point; 4]) -> Self {
        Self { corners }
    }

    /// An upright rectangle.
    pub const fn from_rect(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self::new([Point::new(left, top), Point::new(right, top), Point::new(right, bottom), Point::new(left, bottom)])
    }

    /// Length along the reading direction: the mean of the top and bottom sides.
    pub fn width(&self) -> f32 {
        let [tl, tr, br, bl] = self.corners;
        (tl.distance(tr) + bl.distance(br)) / 2.0
    }

    /// Length across the reading direction: the mean of the left and right sides.
    pub fn height(&self) -> f32 {
        let [tl, tr, br, bl] = self.corners;
        (tl.distance(bl) + tr.distance(br)) / 2.0
    }

    /// The mean of the corners.
    pub fn centre(&self) -> Point {
        let [a, b, c, d] = self.corners;
        Point::new((a.x + b.x + c.x + d.x) / 4.0, (a.y + b.y + c.y + d.y) / 4.0)
    }

    /// Direction of reading in degrees, counter-clockwise positive as one sees it, -180 to 180.
    pub fn angle_degrees(&self) -> f32 {
        let [tl, tr, br, bl] = self.corners;
        let dx = (tr.x - tl.x) + (br.x - bl.x);
        let dy = (tr.y - tl.y) + (br.y - bl.y);
        (-dy).atan2(dx).to_degrees()
    }

    /// `(left, top, right, bottom)` of the smallest upright rectangle around the corners.
    pub fn bounds(&self) -> (f32, f32, f32, f32) {
        self.corners.iter().fold(
            (f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY),
            |(left, top, right, bottom), p| (left.min(p.x), top.min(p.y), right.max(p.x), bottom.max(p.y)),
        )
    }

    /// Area in square pixels (shoelace formula), never negative.
    pub fn area(&self) -> f32 {
        let c = &self.corners;
        let twice: f32 = (0..4).map(|i| c[i].x * c[(i + 1) % 4].y - c[(i + 1) % 4].x * c[i].y).sum();
        (twice / 2.0).abs()
    }

    /// The same quadrilateral seen through `transform`.
    pub fn mapped(&self, transform: &Transform) -> Self {
        Self::new(self.corners.map(|p| transform.apply(p)))
    }

    /// Grown by `left`, `top`, `right`, `bottom` pixels along its own sides (negative values shrink it).
    ///
    /// Each pair of opposite sides is moved along the other pair, so that a slanted quadrilateral stays one.
    pub fn grown(&self, left: f32, top: f32, right: f32, bottom: f32) -> Self {
        let [tl, tr, br, bl] = self.corners;
        // Along the reading direction first, then across it.
        let stretch = |from: Point, to: Point, before: f32, after: f32| {
            let length = from.distance(to).max(f32::EPSILON);
            (from.towards(to, -before / length), from.towards(to, 1.0 + after / length))
        };
        let (tl, tr) = stretch(tl, tr, left, right);
        let (bl, br) = stretch(bl, br, left, right);
        let (tl, bl) = stretch(tl, bl, top, bottom);
        let (tr, br) = stretch(tr, br, top, bottom);
        Self::new([tl, tr, br, bl])
    }

    /// The part of the quadrilateral between the shares `from` and `to` (0 = left end, 1 = right end) of its width.
    pub fn slice(&self, from: f32, to: f32) -> Self {
        let [tl, tr, br, bl] = self.corners;
        Self::new([tl.towards(tr, from), tl.towards(tr, to), bl.towards(br, to), bl.towards(br, from)])
    }

    /// Intersection over union with another convex quadrilateral, 0 to 1.
    ///
    /// The intersection is found by Sutherland-Hodgman clipping.
    pub fn iou(&self, other: &Self) -> f32 {
        let intersection = self.intersection_area(other);
        let union = self.area() + other.area() - intersection;
        if union > 0.0 { (intersection / union).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// Area in square pixels that is shared with another convex quadrilateral.
    pub fn intersection_area(&self, other: &Self) -> f32 {
        let mut polygon: Vec<Point> = self.corners.to_vec();
        let clip = other.corners;
        let centre = other.centre();
        for i in 0..4 {
            let (a, b) = (clip[i], clip[(i + 1) % 4]);
            let side = |p: Point| (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
            // The centre tells which side is inside, whatever the winding.
            let sign = if side(centre) >= 0.0 { 1.0 } else { -1.0 };
            let mut kept = Vec::with_capacity(polygon.len() + 2);
            for j in 0..polygon.len() {
                let (p, q) = (polygon[j], polygon[(j + 1) % polygon.len()]);
                let (sp, sq) = (side(p) * sign, side(q) * sign);
                if sp >= 0.0 {
                    kept.push(p);
                }
                if (sp > 0.0 && sq < 0.0) || (sp < 0.0 && sq > 0.0) {
                    kept.push(p.towards(q, sp / (sp - sq)));
                }
            }
            polygon = kept;
            if polygon.is_empty() {
                return 0.0;
            }
        }
        let n = polygon.len();
        let twice: f32 =
            (0..n).map(|i| polygon[i].x * polygon[(i + 1) % n].y - polygon[(i + 1) % n].x * polygon[i].y).sum();
        (twice / 2.0).abs()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_of_a_rectangle() {
        let quad = Quad::from_rect(10.0, 20.0, 110.0, 50.0);
        assert_eq!((quad.width(), quad.height(), quad.area()), (100.0, 30.0, 3000.0));
        assert_eq!(quad.centre(), Point::new(60.0, 35.0));
        assert_eq!(quad.angle_degrees(), 0.0);
    }

    #[test]
    fn counter_clockwise_is_positive() {
        let rising =
            Quad::new([Point::new(0.0, 10.0), Point::new(100.0, 0.0), Point::new(101.0, 10.0), Point::new(1.0, 20.0)]);
        assert!((rising.angle_degrees() - 5.71).abs() < 0.01, "{}", rising.angle_degrees());
    }

    #[test]
    fn iou_of_half_overlapping_squares_is_a_third() {
        let a = Quad::from_rect(0.0, 0.0, 10.0, 10.0);
        let b = Quad::from_rect(5.0, 0.0, 15.0, 10.0);
        assert!((a.iou(&b) - 1.0 / 3.0).abs() < 1e-5);
        assert!((a.iou(&a) - 1.0).abs() < 1e-5);
        assert_eq!(a.iou(&Quad::from_rect(20.0, 0.0, 30.0, 10.0)), 0.0);
    }

    #[test]
    fn grown_moves_each_side_by_its_own_amount() {
        let quad = Quad::from_rect(10.0, 20.0, 110.0, 50.0).grown(1.0, 2.0, 3.0, 4.0);
        assert_eq!(quad, Quad::from_rect(9.0, 18.0, 113.0, 54.0));
    }

    #[test]
    fn slice_keeps_the_height() {
        assert_eq!(Quad::from_rect(0.0, 0.0, 100.0, 10.0).slice(0.25, 0.5), Quad::from_rect(25.0, 0.0, 50.0, 10.0));
    }
}
