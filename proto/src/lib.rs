//! The wire contract, `liasse.v1`: messages, clients and server traits made from `liasse/v1/*.proto`.
//!
//! Responsible for what goes over the wire, its descriptors (for reflection) and its JSON form. Not responsible for
//! what any of it means beyond the comments of the .proto files, which are the reference documentation: nothing here
//! validates, connects or decides.

mod json;

use std::sync::LazyLock;

use prost_reflect::DescriptorPool;

pub use json::{JsonError, from_json, to_json};

/// `liasse.v1`, generated.
///
/// The documentation of these items is that of the .proto files.
#[allow(missing_docs, unreachable_pub, clippy::all, reason = "generated code")]
pub mod v1 {
    tonic::include_proto!("liasse.v1");
}

/// An encoded `google.protobuf.FileDescriptorSet` of the whole contract, comments included: what a reflection service
/// gives out.
pub const FILE_DESCRIPTOR_SET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/descriptors.bin"));

/// The domain of every `google.rpc.ErrorInfo` that a Liasse server sends.
pub const ERROR_DOMAIN: &str = "liasse.v1";

/// The descriptors of the whole contract, for code that handles messages by name or as JSON.
pub fn descriptor_pool() -> &'static DescriptorPool {
    static POOL: LazyLock<DescriptorPool> = LazyLock::new(|| {
        #[expect(clippy::expect_used, reason = "the bytes are this crate's own build output; a test decodes them")]
        DescriptorPool::decode(FILE_DESCRIPTOR_SET).expect("the crate's own descriptors decode")
    });
    &POOL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptors_name_both_services() {
        let names: Vec<_> = descriptor_pool().services().map(|s| s.full_name().to_owned()).collect();
        assert!(names.contains(&"liasse.v1.Recognition".to_owned()), "{names:?}");
        assert!(names.contains(&"liasse.v1.Info".to_owned()), "{names:?}");
    }

    #[test]
    fn descriptors_carry_the_comments() {
        let page = descriptor_pool().get_message_by_name("liasse.v1.PageInput");
        let file = page.map(|m| m.parent_file().file_descriptor_proto().clone());
        let comments = file
            .and_then(|f| f.source_code_info)
            .map(|s| s.location.iter().filter(|l| l.leading_comments.is_some()).count());
        assert!(comments.is_some_and(|n| n > 50), "{comments:?}");
    }
}
