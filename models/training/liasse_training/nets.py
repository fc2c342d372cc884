"""The networks: a line recogniser (CTC), a line detector (line field), and what a page looks like.

Responsible for architectures only. Not responsible for data, losses or training.

All take grey images as `(255 - value) / 255`, so that ink is 1 and paper, padding included, is 0.
"""

from functools import partial

import torch
from torch import nn

CROP_HEIGHT = 40
STEP_PIXELS = 4
# Width and height in pixels of a page whose look is taken, and how many numbers that is.
LOOK_SIZE = (96, 128)
LOOK_DIMENSIONS = 64


class ConvNorm(nn.Sequential):
    """Convolution, batch normalisation and (unless told otherwise) a ReLU; padded to keep the size at stride 1."""

    def __init__(self, inputs, outputs, kernel, stride=(1, 1), groups=1, padding=None, activate=True):
        if padding is None:
            padding = (kernel[0] // 2, kernel[1] // 2)
        layers = [
            nn.Conv2d(inputs, outputs, kernel, stride, padding, groups=groups, bias=False),
            nn.BatchNorm2d(outputs),
        ]
        if activate:
            layers.append(nn.ReLU(inplace=True))
        super().__init__(*layers)


class Separable(nn.Module):
    """Depthwise then pointwise convolution, with a shortcut where the shape allows it."""

    def __init__(self, inputs, outputs, kernel=(3, 3), stride=(1, 1)):
        super().__init__()
        self.depthwise = ConvNorm(inputs, inputs, kernel, stride, groups=inputs)
        self.pointwise = ConvNorm(inputs, outputs, (1, 1), activate=False)
        self.shortcut = inputs == outputs and stride == (1, 1)

    def forward(self, x):
        y = self.pointwise(self.depthwise(x))
        return torch.relu(x + y if self.shortcut else y)


class Mixer(nn.Module):
    """A wide depthwise convolution along the line, then a two-layer pointwise network, each with a shortcut.

    The shape is ConvNeXt's (Liu et al., 2022) with batch normalisation, which folds into the convolutions at export.
    """

    def __init__(self, channels, kernel, expansion=2):
        super().__init__()
        self.depthwise = ConvNorm(channels, channels, (1, kernel), groups=channels)
        self.expand = ConvNorm(channels, channels * expansion, (1, 1))
        self.project = ConvNorm(channels * expansion, channels, (1, 1), activate=False)

    def forward(self, x):
        return x + self.project(self.expand(self.depthwise(x)))


class Recogniser(nn.Module):
    """Reads one line of text: n x 1 x 40 x W (W a multiple of 8) to n x W/4 x classes logits (class 0 blank, class 1 space), and
    whether it is handwriting to n x W/8 logits.

    Most of the work is done at a step of 8 pixels, where a context block costs half as much; the answer has a step of 4, since
    narrow letters that stand twice ("ill") need a blank between them. The fine steps see the strokes again past the waist.
    """

    def __init__(self, classes, widths=(24, 48, 96), width=192, kernels=(5, 7, 9, 11, 7, 5), fine=128):
        super().__init__()
        a, b, c = widths
        self.fine_channels = fine
        self.stem = ConvNorm(1, a, (3, 3), (2, 2))
        self.stage1 = nn.Sequential(Separable(a, b, stride=(2, 2)), Separable(b, b))
        self.stage2 = nn.Sequential(Separable(b, c, stride=(2, 1)), Separable(c, c), Separable(c, c))
        # The five remaining rows become one: every row has its own weights, so the height of a stroke is kept.
        self.collapse = ConvNorm(c, width, (5, 4), (1, 2), padding=(0, 1))
        self.mixers = nn.Sequential(*(Mixer(width, k) for k in kernels))
        self.widen = ConvNorm(width, 2 * fine, (1, 1), activate=False)
        self.skip = ConvNorm(c, fine, (5, 1), padding=(0, 0), activate=False)
        self.refine = Mixer(fine, 5)
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Conv2d(fine, classes, (1, 1))
        self.hand = nn.Conv2d(width, 1, (1, 1))

    def forward(self, x):
        strokes = self.stage2(self.stage1(self.stem(x)))
        context = torch.relu(self.mixers(self.collapse(strokes)))
        hand = self.hand(context).flatten(1)
        coarse = self.widen(context)
        n, _, _, w = coarse.shape
        # Two fine steps out of every coarse one.
        unfolded = coarse.reshape(n, 2, self.fine_channels, w).permute(0, 2, 3, 1).reshape(n, self.fine_channels, 1, 2 * w)
        fine = self.refine(torch.relu(unfolded + self.skip(strokes)))
        return self.head(self.dropout(torch.relu(fine))).squeeze(2).transpose(1, 2), hand


# Shapes of recogniser that were compared (docs/models.md); all take and give the same, so that any of them can be trained and served.
RECOGNISERS = {
    "chosen": Recogniser,
    "wide": partial(Recogniser, width=256),
    "narrow": partial(Recogniser, widths=(16, 32, 64), width=144, fine=96),
}


class Detector(nn.Module):
    """Finds lines: n x 1 x H x W (multiples of 32) to n x 3 x H/4 x W/4 (core logit, log distances up and down).

    Nearly all the work is done at a step of 8 pixels and more. The answer has a step of 4, so that lines of small print stay apart: four
    fine cells are unfolded out of every coarse one (Shi et al., "Real-time single image ... super-resolution", 2016) and see the strokes
    again by a thin shortcut.
    """

    def __init__(self, widths=(16, 32, 64, 112, 144), neck=40, top=64, fine=16):
        super().__init__()
        a, b, c, d, e = widths
        self.stem = ConvNorm(1, a, (3, 3), (2, 2))
        self.stage4 = nn.Sequential(Separable(a, b, stride=(2, 2)), Separable(b, b))
        self.stage8 = nn.Sequential(Separable(b, c, (5, 5), (2, 2)), Separable(c, c), Separable(c, c, (5, 5)))
        self.stage16 = nn.Sequential(Separable(c, d, (5, 5), (2, 2)), Separable(d, d, (5, 5)), Separable(d, d, (5, 5)))
        self.stage32 = nn.Sequential(Separable(d, e, (5, 5), (2, 2)), Separable(e, e, (5, 5)), Separable(e, e, (5, 5)))
        self.lateral = nn.ModuleList(ConvNorm(w, neck, (1, 1), activate=False) for w in (c, d, e))
        self.smooth = nn.ModuleList(Separable(neck, neck) for _ in range(2))
        self.top = nn.Sequential(Separable(neck, top, (3, 5)), Separable(top, top, (3, 5)))
        self.widen = ConvNorm(top, 4 * fine, (1, 1), activate=False)
        self.skip = ConvNorm(b, fine, (1, 1), activate=False)
        self.refine = Separable(fine, fine)
        self.head = nn.Conv2d(fine, 3, (1, 1))

    def forward(self, x):
        x4 = self.stage4(self.stem(x))
        x8 = self.stage8(x4)
        x16 = self.stage16(x8)
        x32 = self.stage32(x16)
        up = self.lateral[2](x32)
        for smooth, lateral, skip in zip(self.smooth, (self.lateral[1], self.lateral[0]), (x16, x8)):
            up = smooth(lateral(skip) + nn.functional.interpolate(up, scale_factor=2.0, mode="nearest"))
        fine = nn.functional.pixel_shuffle(self.widen(self.top(up)), 2)
        return self.head(self.refine(torch.relu(fine + self.skip(x4))))


class PageLook(nn.Module):
    """What a page looks like: n x 1 x 128 x 96 to n x 64, of length 1. Pages that look alike have a large dot product."""

    def __init__(self, dimensions=LOOK_DIMENSIONS):
        super().__init__()
        self.body = nn.Sequential(
            ConvNorm(1, 16, (3, 3), (2, 2)),
            Separable(16, 32, stride=(2, 2)),
            Separable(32, 32),
            Separable(32, 64, (5, 5), (2, 2)),
            Separable(64, 64),
            Separable(64, 96, (5, 5), (2, 2)),
            Separable(96, 96),
            Separable(96, 96),
        )
        # Each channel is weighed twice by where on the page it is: 8 x 6 places.
        self.places = nn.Conv2d(96, 192, (8, 6), groups=96)
        self.out = nn.Conv2d(192, dimensions, (1, 1))

    def forward(self, x):
        look = self.out(torch.relu(self.places(self.body(x)))).flatten(1)
        return look / look.square().sum(1, keepdim=True).clamp(min=1e-12).sqrt()
