//! Messages as proto3 JSON under the field names of the .proto files.
//!
//! Responsible for the JSON form that files and commands show. Not responsible for the wire, which is binary.

use prost::{DecodeError, Message, Name};
use prost_reflect::{DynamicMessage, SerializeOptions};

use crate::descriptor_pool;

/// Why a message has no JSON form.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum JsonError {
    /// The message is not one of this contract.
    #[error("{0} is not a message of this contract")]
    UnknownMessage(String),
    /// The message does not match its descriptor.
    #[error("the message does not match its descriptor")]
    Decode(#[source] DecodeError),
    /// It holds a value that JSON cannot express.
    #[error("the message holds a value that JSON cannot express")]
    Serialize(#[source] serde_json::Error),
    /// The JSON is none of this message, or has a field that it has not.
    #[error("the JSON does not match the message")]
    Deserialize(#[source] serde_json::Error),
}

/// The proto3 JSON form of `message`, with the field names of the .proto files (`page_number`, not `pageNumber`).
///
/// Every scalar and repeated field is there, also when it has its default value, so that a reader need not know the
/// defaults; a message field is there when it is set. As everywhere in proto3 JSON, 64-bit integers are strings and
/// enum values are their names.
///
/// # Errors
/// [`JsonError::UnknownMessage`] for a message type of another contract; the others only for a message that is not
/// what its type says.
///
/// ```
/// let point = liasse_proto::v1::Point { x: 1.5, y: 0.0 };
/// let json = liasse_proto::to_json(&point).unwrap();
/// assert_eq!(json.to_string(), r#"{"x":1.5,"y":0.0}"#);
/// ```
pub fn to_json<M: Message + Name>(message: &M) -> Result<serde_json::Value, JsonError> {
    let name = M::full_name();
    let descriptor = descriptor_pool().get_message_by_name(&name).ok_or(JsonError::UnknownMessage(name))?;
    let dynamic = DynamicMessage::decode(descriptor, message.encode_to_vec().as_slice()).map_err(JsonError::Decode)?;
    let options = SerializeOptions::new().use_proto_field_name(true).skip_default_fields(false);
    dynamic.serialize_with_options(serde_json::value::Serializer, &options).map_err(JsonError::Serialize)
}

/// The message of a proto3 JSON form, such as [`to_json`] gives.
///
/// # Errors
/// [`JsonError::Deserialize`] when it is not of this message; [`JsonError::UnknownMessage`] for a message type of another
/// contract.
///
/// ```
/// let json = serde_json::json!({ "x": 1.5 });
/// let point: liasse_proto::v1::Point = liasse_proto::from_json(&json).unwrap();
/// assert_eq!(point, liasse_proto::v1::Point { x: 1.5, y: 0.0 });
/// ```
pub fn from_json<M: Message + Name + Default>(json: &serde_json::Value) -> Result<M, JsonError> {
    let name = M::full_name();
    let descriptor = descriptor_pool().get_message_by_name(&name).ok_or(JsonError::UnknownMessage(name))?;
    let dynamic = DynamicMessage::deserialize(descriptor, json).map_err(JsonError::Deserialize)?;
    M::decode(dynamic.encode_to_vec().as_slice()).map_err(JsonError::Decode)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::v1;

    #[test]
    fn a_reading_has_the_field_names_of_the_contract() {
        let reading = v1::PageReading {
            page_number: 2,
            page_count: 3,
            skew_degrees: -1.5,
            text: "à l’œuvre\n".to_owned(),
            quality: Some(v1::QualityVerdict {
                issues: vec![v1::QualityIssue::ResolutionLow.into()],
                ..Default::default()
            }),
            timings: Some(v1::StageTimings { total_microseconds: 5_000_000_000, ..Default::default() }),
            ..Default::default()
        };
        let json = to_json(&reading).unwrap();
        assert_eq!(json["page_number"], 2);
        assert_eq!(json["page_count"], 3);
        assert_eq!(json["skew_degrees"], -1.5);
        assert_eq!(json["orientation_degrees"], 0, "defaults are written out");
        assert_eq!(json["lines"], serde_json::json!([]));
        assert_eq!(json["text"], "à l’œuvre\n");
        assert_eq!(json["quality"]["issues"][0], "QUALITY_ISSUE_RESOLUTION_LOW");
        assert_eq!(json["timings"]["total_microseconds"], "5000000000");
        assert_eq!(from_json::<v1::PageReading>(&json).unwrap(), reading);
        let error = from_json::<v1::PageReading>(&serde_json::json!({ "txt": "" })).unwrap_err();
        assert!(matches!(error, JsonError::Deserialize(_)), "{error:?}");
    }
}
