"""Reads one page knowing nothing but an address: the contract comes from server reflection.

Usage: reflection_client.py HOST:PORT IMAGE; prints a JSON object with the services, the page id and the text.
"""

import json
import sys

import grpc
from google.protobuf import descriptor_pool, message_factory
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase


def main(address, path):
    with grpc.insecure_channel(address) as channel:
        database = ProtoReflectionDescriptorDatabase(channel)
        pool = descriptor_pool.DescriptorPool(database)
        method = pool.FindServiceByName("liasse.v1.Recognition").FindMethodByName("Recognize")
        request_type = message_factory.GetMessageClass(method.input_type)
        response_type = message_factory.GetMessageClass(method.output_type)
        call = channel.unary_unary(
            "/liasse.v1.Recognition/Recognize",
            request_serializer=request_type.SerializeToString,
            response_deserializer=response_type.FromString,
        )
        with open(path, "rb") as file:
            request = request_type(page={"page_id": "from-python", "content": file.read()})
        reading = call(request, timeout=120).readings[0]
        answer = {"services": list(database.get_services()), "page_id": reading.page_id, "text": reading.text}
        print(json.dumps(answer))


main(*sys.argv[1:])
