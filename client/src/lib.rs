//! The client SDK and the liasse command.
