//! Where the scanner prints its number, as it is said on the command line.
//!
//! Responsible for the arguments and for what they are on the wire. Not responsible for whether they make sense: the server is.

use clap::ValueEnum;
use liasse_client::v1;

/// See the command's help.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct EndorserArguments {
    /// Read the number that the scanner prints on its sheets (endorser), along this edge of the image as it came in.
    #[arg(long = "endorser", value_enum, value_name = "EDGE")]
    edge: Option<Edge>,
    /// What the number looks like: # is a digit, everything else itself, as in "LOT##-######". Without it, a line of digits.
    #[arg(long = "endorser-pattern", value_name = "PATTERN", requires = "edge", default_value_t)]
    pattern: String,
    /// How far from the edge it is at most, as a share of the page: 0 to 0.3; 0 stands for 0.06.
    #[arg(long = "endorser-depth", value_name = "SHARE", requires = "edge", default_value_t = 0.0)]
    depth: f32,
    /// Where the part of the edge begins that it is on, from the left or from the top: 0 to 1.
    #[arg(long = "endorser-from", value_name = "SHARE", requires = "edge", default_value_t = 0.0)]
    from: f32,
    /// Where that part of the edge ends.
    #[arg(long = "endorser-to", value_name = "SHARE", requires = "edge", default_value_t = 1.0)]
    to: f32,
    /// Where its text runs to on the image; without it, both ways along the edge are tried.
    #[arg(long = "endorser-direction", value_enum, requires = "edge")]
    direction: Option<Direction>,
}

/// See the command's help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Edge {
    Top,
    Bottom,
    Left,
    Right,
}

/// See the command's help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Direction {
    Right,
    Left,
    Down,
    Up,
}

impl EndorserArguments {
    /// What is asked of the server; `None` when nothing is.
    pub(crate) fn on_the_wire(self) -> Option<v1::EndorserPlace> {
        let edge = match self.edge? {
            Edge::Top => v1::Edge::Top,
            Edge::Bottom => v1::Edge::Bottom,
            Edge::Left => v1::Edge::Left,
            Edge::Right => v1::Edge::Right,
        };
        let direction = match self.direction {
            None => v1::ImprintDirection::Unspecified,
            Some(Direction::Right) => v1::ImprintDirection::Right,
            Some(Direction::Left) => v1::ImprintDirection::Left,
            Some(Direction::Down) => v1::ImprintDirection::Down,
            Some(Direction::Up) => v1::ImprintDirection::Up,
        };
        Some(v1::EndorserPlace {
            edge: edge.into(),
            depth: self.depth,
            from: self.from,
            to: self.to,
            direction: direction.into(),
            pattern: self.pattern,
        })
    }
}
