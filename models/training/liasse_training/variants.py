"""The same network in int8 and fp16, made from the committed model.onnx.

Static quantisation (ONNX Runtime's QDQ format, weights per channel, activations by their least and greatest value) over drawn
lines or page pieces that nothing was trained on. Layers that are slower in int8 or lose by it stay in float: the first
convolutions, which move more bytes than they compute, and the heads. A ReLU right after a layer in int8 is quantised with it,
which makes it part of that layer: on its own it would cost a way to float and back.
"""

import hashlib
import pathlib
import re
import tempfile

import numpy as np
import onnx
import onnxruntime
import torch
from onnxconverter_common import float16
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

from . import data

# Never trained on, and not what is validated with.
CALIBRATION_SEED = 960_000_000
CALIBRATION_BATCHES = 24
# Beginnings of the names of layers that stay in float, beside the heads.
IN_FLOAT = {"recogniser": ("/stem", "/stage1"), "detector": ("/stem", "/stage4")}
# What is in int8 beside convolutions. The recogniser's shortcuts lose by it, the detector's gain.
QUANTISED = {"recogniser": ["Conv", "Relu"], "detector": ["Conv", "Relu", "Add"]}
# They move values about, and are in int8 where what they move is.
MOVERS = ("Resize", "DepthToSpace")
HEADS = {"recogniser": 2, "detector": 1}


class _Batches(CalibrationDataReader):
    def __init__(self, batches):
        self._left = iter(batches)

    def get_next(self):
        batch = next(self._left, None)
        return None if batch is None else {"image": data.ink(batch[0], "cpu").contiguous().numpy()}


class Runtime:
    """An ONNX file with the interface that a task measures networks by."""

    def __init__(self, path):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def __call__(self, images):
        outputs = self._session.run(None, {"image": images.contiguous().numpy()})
        outputs = [torch.from_numpy(np.asarray(output)) for output in outputs]
        return outputs if len(outputs) > 1 else outputs[0]


def in_float(graph, task):
    """The names of the nodes of a kind that could be quantised and is not: what `IN_FLOAT` and `HEADS` name, and what works on their results."""
    kinds = QUANTISED[task.name]
    convolutions = [node.name for node in graph.node if node.op_type == "Conv"]
    kept = set(convolutions[-HEADS[task.name] :]) | {name for name in convolutions if name.startswith(IN_FLOAT[task.name])}
    integer = set()
    for node in graph.node:  # In the order of the work: what a node takes has been met.
        if node.op_type == "Conv":
            quantised = node.name not in kept
        else:
            quantised = node.op_type in (*kinds, *MOVERS) and all(name in integer for name in node.input[: 2 if node.op_type == "Add" else 1])
        if quantised:
            integer.update(node.output)
        elif node.op_type in kinds:
            kept.add(node.name)
    return sorted(kept)


def int8(model, path, task, batches):
    """Writes `model` with most of its layers in 8-bit integers to `path`."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = pathlib.Path(folder) / "prepared.onnx"
        quant_pre_process(str(model), str(prepared), skip_symbolic_shape=True)
        quantize_static(
            str(prepared),
            str(path),
            _Batches(batches),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            # Seven bits of weight: with eight, processors without VNNI would saturate.
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            calibrate_method=CalibrationMethod.MinMax,
            op_types_to_quantize=QUANTISED[task.name],
            nodes_to_exclude=in_float(onnx.load(prepared).graph, task),
        )


def fp16(model, path):
    """Writes `model` with 16-bit weights and arithmetic to `path`; input and outputs stay 32-bit."""
    onnx.save(float16.convert_float_to_float16(onnx.load(model), keep_io_types=True), str(path))


def variants(task, out, validation):
    """Makes both from `out`/model.onnx, measures all three on `validation` drawn samples, and writes their hashes into the manifest."""
    out = pathlib.Path(out)
    model = out / "model.onnx"
    batches = task.batches(CALIBRATION_SEED // 64, 1)
    calibration = [next(batches) for _ in range(CALIBRATION_BATCHES)]
    int8(model, out / "model.int8.onnx", task, calibration)
    fp16(model, out / "model.fp16.onnx")
    manifest = out / "manifest.toml"
    text = manifest.read_text(encoding="utf-8")
    drawn = task.validation(validation)
    for precision, name in (("fp32", "model.onnx"), ("int8", "model.int8.onnx"), ("fp16", "model.fp16.onnx")):
        path = out / name
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        figure = task.measure(Runtime(path), drawn, torch.device("cpu"))
        print(f"{precision}: {path.stat().st_size} bytes, sha256 {digest}, {task.figure} {figure:.4f} on drawn validation", flush=True)
        if precision != "fp32":
            section = rf'(?ms)(^\[variants\.{precision}\]\n.*?^sha256 = ")[^"]*(")'
            text, found = re.subn(section, rf"\g<1>{digest}\g<2>", text, count=1)
            if not found:
                text += f'\n[variants.{precision}]\nfile = "{name}"\nsha256 = "{digest}"\n'
    manifest.write_text(text, encoding="utf-8")
