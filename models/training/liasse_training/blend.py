"""The mean of two checkpoints of one descent: often better than either, since what each forgot the other still knows.

Averaging the weights of networks that were trained on from the same weights: Wortsman et al., "Model soups" (2022).
"""

import pathlib

import torch

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
