"""Checkpoint to ONNX (dynamic batch and width) with its manifest's changing parts.

The manifest beside the weights is written by hand once; this only replaces the file's hash and the training record, so that
nothing a person wrote about the model is lost.
"""

import hashlib
import pathlib
import re

import torch

from .blend import blend_exported
from .nets import LOOK_SIZE

OPSET = 17


def export(task, checkpoint, out, earlier=None, share=1.0):
    """Writes `out`/model.onnx from the averaged weights of `checkpoint` and returns its SHA-256.

    With `earlier`, a model.onnx that the run started from, it is the mean of both, in which the checkpoint counts by `share`; the figure told is the checkpoint's.
    """
    state = torch.load(checkpoint, map_location="cpu")
    network = task.network()
    network.load_state_dict(state["average"])
    network.eval()
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    path = out / "model.onnx"
    if task.name == "recogniser":
        example, axes = torch.zeros(1, 1, 40, 320), {0: "n", 3: "w"}
        outputs = {"logits": {0: "n", 1: "steps"}, "handwriting": {0: "n", 1: "pairs"}}
    elif task.name == "look":
        example, axes = torch.zeros(1, 1, LOOK_SIZE[1], LOOK_SIZE[0]), {0: "n"}
        outputs = {"look": {0: "n"}}
    else:
        example, axes = torch.zeros(1, 1, 64, 96), {0: "n", 2: "h", 3: "w"}
        outputs = {"maps": {0: "n", 2: "h4", 3: "w4"}}
    torch.onnx.export(
        network,
        (example,),
        str(path),
        input_names=["image"],
        output_names=list(outputs),
        dynamic_axes={"image": axes, **outputs},
        opset_version=OPSET,
        dynamo=False,
    )
    if earlier:
        blend_exported(earlier, path, share)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest = out / "manifest.toml"
    if manifest.exists():
        # The first is the network's; a prior's stands in its own table below.
        text = re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{digest}"', manifest.read_text(encoding="utf-8"), count=1)
        text = re.sub(r"(?m)^samples_seen = .*$", f"samples_seen = {state['seen']}", text)
        text = re.sub(r"(?m)^seconds = .*$", f"seconds = {state['seconds']:.0f}", text)
        manifest.write_text(text, encoding="utf-8")
    print(f"{path}: {path.stat().st_size} bytes, sha256 {digest}, {task.figure} {state['figure']:.4f} on drawn validation")
    return digest
