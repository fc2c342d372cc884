"""Weights to start from: a checkpoint's averaged ones, or those of a committed ONNX file.

An exported network has its batch normalisations folded into the convolutions. They are unfolded here: each gets the statistics
that one batch of training data shows at its place, and a scale and shift that undo them, so that the network computes what the
file's does and can be trained on.
"""

import pathlib

import torch
from torch import nn

from .nets import ConvNorm


def start_from(network, path, images):
    """Fills `network` with the weights of `path` (.onnx, or a checkpoint). `images`: one batch of the network's inputs.

    Raises ValueError when the file's convolutions are not the network's.
    """
    if pathlib.Path(path).suffix == ".onnx":
        _from_onnx(network, path, images)
    else:
        state = torch.load(path, map_location="cpu")["average"]
        if set(network.state_dict()) - set(state) - {"hand.weight", "hand.bias"}:
            raise ValueError(f"{path}: its weights are not those of this network")
        network.load_state_dict(state, strict=False)


def _convolutions(network, images):
    """Every convolution with its normalisation (or None), in the order of execution."""
    norms = {m[0]: m[1] for m in network.modules() if isinstance(m, ConvNorm)}
    order, hooks = [], []
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            hooks.append(module.register_forward_hook(lambda conv, *_: order.append(conv)))
    with torch.no_grad():
        network.eval()(images[:1])
    for hook in hooks:
        hook.remove()
    return [(conv, norms.get(conv)) for conv in order]


def _from_onnx(network, path, images):
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    values = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    # The exporter stores equal tensors once and names them again.
    values.update((node.output[0], values[node.input[0]]) for node in graph.node if node.op_type == "Identity")
    stored = [[values[name] for name in node.input[1:]] for node in graph.node if node.op_type == "Conv"]
    convolutions = _convolutions(network, images)
    if [list(w[0].shape) for w in stored] != [list(conv.weight.shape) for conv, _ in convolutions]:
        raise ValueError(f"{path}: its convolutions are not those of this network")

    def unfold(bias):
        def hook(norm, inputs):
            mean, variance = inputs[0].mean((0, 2, 3)), inputs[0].var((0, 2, 3), unbiased=False)
            norm.running_mean.copy_(mean)
            norm.running_var.copy_(variance)
            norm.weight.copy_((variance + norm.eps).sqrt())
            norm.bias.copy_(bias.to(mean.device) + mean)

        return hook

    hooks = []
    with torch.no_grad():
        for (weight, bias), (conv, norm) in zip(stored, convolutions):
            conv.weight.copy_(weight)
            if norm is None:
                conv.bias.copy_(bias)
            else:
                hooks.append(norm.register_forward_pre_hook(unfold(bias)))
        network.eval()(images)
    for hook in hooks:
        hook.remove()
