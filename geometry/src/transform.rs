//! Projective transforms of the plane.

use crate::{Point, Quad};

/// A projective transform of the plane: a 3 x 3 matrix on homogeneous pixel coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Transform {
    m: [[f64; 3]; 3],
}

impl Transform {
    /// Leaves every point where it is.
    pub const IDENTITY: Self = Self { m: [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]] };

    /// Moves by `(dx, dy)` pixels.
    pub const fn translation(dx: f64, dy: f64) -> Self {
        Self { m: [[1.0, 0.0, dx], [0.0, 1.0, dy], [0.0, 0.0, 1.0]] }
    }

    /// Scales about the origin.
    pub const fn scaling(sx: f64, sy: f64) -> Self {
        Self { m: [[sx, 0.0, 0.0], [0.0, sy, 0.0], [0.0, 0.0, 1.0]] }
    }

    /// Moves what is one pixel further to the right down by `slope` pixels more; the left edge stays where it is.
    pub const fn shear_down(slope: f64) -> Self {
        Self { m: [[1.0, 0.0, 0.0], [slope, 1.0, 0.0], [0.0, 0.0, 1.0]] }
    }

    /// Turns about `centre` by `degrees`, counter-clockwise positive as one sees it (y is down).
    pub fn rotation(degrees: f64, centre: Point) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let turn = Self { m: [[cos, sin, 0.0], [-sin, cos, 0.0], [0.0, 0.0, 1.0]] };
        let (x, y) = (f64::from(centre.x), f64::from(centre.y));
        Self::translation(-x, -y).then(&turn).then(&Self::translation(x, y))
    }

    /// The transform that takes the corners of the upright rectangle `width` x `height` at the origin to `quad`'s.
    ///
    /// Source: Heckbert, "Fundamentals of Texture Mapping and Image Warping" (1989), square-to-quadrilateral mapping.
    /// Returns `None` when the rectangle or the quadrilateral is degenerate.
    pub fn from_rect_to_quad(width: f64, height: f64, quad: &Quad) -> Option<Self> {
        if !(width > 0.0 && height > 0.0) {
            return None;
        }
        let [p0, p1, p2, p3] = quad.corners.map(|p| (f64::from(p.x), f64::from(p.y)));
        let (sum_x, sum_y) = (p0.0 - p1.0 + p2.0 - p3.0, p0.1 - p1.1 + p2.1 - p3.1);
        let (dx1, dx2, dy1, dy2) = (p1.0 - p2.0, p3.0 - p2.0, p1.1 - p2.1, p3.1 - p2.1);
        let determinant = dx1 * dy2 - dx2 * dy1;
        if determinant.abs() < 1e-9 {
            return None;
        }
        let g = (sum_x * dy2 - dx2 * sum_y) / determinant;
        let h = (dx1 * sum_y - sum_x * dy1) / determinant;
        let square = Self {
            m: [
                [p1.0 - p0.0 + g * p1.0, p3.0 - p0.0 + h * p3.0, p0.0],
                [p1.1 - p0.1 + g * p1.1, p3.1 - p0.1 + h * p3.1, p0.1],
                [g, h, 1.0],
            ],
        };
        Some(Self::scaling(1.0 / width, 1.0 / height).then(&square))
    }

    /// This transform followed by `next`.
    pub fn then(&self, next: &Self) -> Self {
        let mut m = [[0.0; 3]; 3];
        for (row, out) in m.iter_mut().enumerate() {
            for (column, cell) in out.iter_mut().enumerate() {
                *cell = (0..3).map(|k| next.m[row][k] * self.m[k][column]).sum();
            }
        }
        Self { m }
    }

    /// The transform that undoes this one, or `None` when it cannot be undone.
    pub fn inverse(&self) -> Option<Self> {
        let m = &self.m;
        let cofactor = |r1: usize, c1: usize, r2: usize, c2: usize| m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
        let c = [
            [cofactor(1, 1, 2, 2), -cofactor(1, 0, 2, 2), cofactor(1, 0, 2, 1)],
            [-cofactor(0, 1, 2, 2), cofactor(0, 0, 2, 2), -cofactor(0, 0, 2, 1)],
            [cofactor(0, 1, 1, 2), -cofactor(0, 0, 1, 2), cofactor(0, 0, 1, 1)],
        ];
        let determinant = m[0][0] * c[0][0] + m[0][1] * c[0][1] + m[0][2] * c[0][2];
        if !determinant.is_finite() || determinant.abs() < 1e-12 {
            return None;
        }
        let mut inverse = [[0.0; 3]; 3];
        for (row, out) in inverse.iter_mut().enumerate() {
            for (column, cell) in out.iter_mut().enumerate() {
                *cell = c[column][row] / determinant;
            }
        }
        Some(Self { m: inverse })
    }

    /// Where `point` goes.
    pub fn apply(&self, point: Point) -> Point {
        let (x, y) = self.apply_f64(f64::from(point.x), f64::from(point.y));
        Point::new(x as f32, y as f32)
    }

    /// Where `(x, y)` goes, in double precision.
    pub fn apply_f64(&self, x: f64, y: f64) -> (f64, f64) {
        let m = &self.m;
        let w = m[2][0] * x + m[2][1] * y + m[2][2];
        ((m[0][0] * x + m[0][1] * y + m[0][2]) / w, (m[1][0] * x + m[1][1] * y + m[1][2]) / w)
    }

    /// The 3 x 3 matrix, row by row.
    pub const fn matrix(&self) -> &[[f64; 3]; 3] {
        &self.m
    }

    /// Whether lines that are parallel stay parallel (the last row is `0 0 w`).
    pub fn is_affine(&self) -> bool {
        self.m[2][0].abs() < 1e-12 && self.m[2][1].abs() < 1e-12
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: Point, b: Point) -> bool {
        a.distance(b) < 1e-3
    }

    #[test]
    fn rotation_is_counter_clockwise_as_seen() {
        let turned = Transform::rotation(90.0, Point::new(0.0, 0.0)).apply(Point::new(10.0, 0.0));
        assert!(close(turned, Point::new(0.0, -10.0)), "{turned:?}");
    }

    #[test]
    fn then_and_inverse_agree() {
        let t = Transform::rotation(7.0, Point::new(5.0, 9.0))
            .then(&Transform::scaling(0.5, 0.4))
            .then(&Transform::translation(3.0, -2.0));
        let p = Point::new(123.0, 456.0);
        let back = t.inverse().map(|i| i.apply(t.apply(p)));
        assert!(back.is_some_and(|b| close(b, p)), "{back:?}");
        assert!(Transform::scaling(0.0, 1.0).inverse().is_none());
    }

    #[test]
    fn rectangle_corners_land_on_the_quad() {
        let quad = Quad::new([
            Point::new(10.0, 12.0),
            Point::new(205.0, 30.0),
            Point::new(190.0, 95.0),
            Point::new(2.0, 80.0),
        ]);
        let t = Transform::from_rect_to_quad(400.0, 40.0, &quad);
        let corners = Quad::from_rect(0.0, 0.0, 400.0, 40.0);
        let landed = t.map(|t| corners.mapped(&t));
        assert!(landed.is_some_and(|l| l.corners.iter().zip(quad.corners).all(|(a, b)| close(*a, b))), "{landed:?}");
        assert!(Transform::from_rect_to_quad(0.0, 40.0, &quad).is_none());
    }
}
