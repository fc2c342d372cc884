"""The mean of two checkpoints or models of one descent: often better than either, since what each forgot the other still knows.

Averaging the weights of networks that were trained on from the same weights: Wortsman et al., "Model soups" (2022).
"""

import pathlib

import onnx
import torch
from onnx import numpy_helper

from .train import save


def blend(earlier, later, share, out):
    """Writes `out`/checkpoint.pt: the averaged weights of checkpoint `later` count by `share` (0 to 1), those of `earlier` by the rest.

    The samples and seconds told are those of `later`; the result is for export or to be trained on from, not to be resumed.
    """
    before, after = (torch.load(path, map_location="cpu") for path in (earlier, later))
    for name, value in after["average"].items():
        if value.dtype.is_floating_point:
            value.lerp_(before["average"][name], 1 - share)
    after["network"] = after["average"]
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    save(out / "checkpoint.pt", **after)


def blend_exported(earlier, later, share):
    """Writes over the model.onnx `later` the mean with the model.onnx `earlier`: `later` counts by `share` (0 to 1).

    For weights of which the checkpoint is no more. Normalisations are folded into their convolutions in both, so that it is the mean of what layers do.
    """
    before, after = onnx.load(str(earlier)), onnx.load(str(later))
    kept = {weight.name: numpy_helper.to_array(weight) for weight in before.graph.initializer}
    if list(kept) != [weight.name for weight in after.graph.initializer]:
        raise ValueError(f"{earlier} is not of the same shape as {later}")
    for weight in after.graph.initializer:
        value = numpy_helper.to_array(weight)
        if value.dtype.kind == "f":
            mean = (1 - share) * kept[weight.name] + share * value
            weight.CopyFrom(numpy_helper.from_array(mean.astype(value.dtype), weight.name))
    onnx.save(after, str(later))
