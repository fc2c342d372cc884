"""Training data: record streams of `liasse-corpus`, made into batches.

Responsible for reading the corpus command's output, for cutting and padding, and for the detector's target maps. Not
responsible for drawing: what a page or a line looks like is decided in the corpus crate alone.
"""

import json
import struct
import subprocess

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from .nets import CROP_HEIGHT, STEP_PIXELS

LINE_MAGIC = 0x4E4C534C
PAGE_MAGIC = 0x4750534C
LINE_HEADER = struct.Struct("<IHHHH")
PAGE_HEADER = struct.Struct("<IIII")

# The line field's convention, shared with models/src (post-processing): which part of a line's nominal box is its core.
CORE_HEIGHT = 0.5
CORE_END = 0.15
# Half the length, as a share of the height, up to which a core is not drawn in at all.
CORE_LEAST = 0.25
MAP_SCALE = 4


class Charset:
    """Characters and their classes: 0 is the CTC blank, 1 the space, 2 and up the charset file's lines."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.characters = [line.rstrip("\n") for line in file if line.rstrip("\n")]
        if len(set(self.characters)) != len(self.characters) or any(len(c) != 1 for c in self.characters):
            raise ValueError(f"{path}: every line must hold one character, each once")
        self.classes = len(self.characters) + 2
        self._index = {" ": 1, **{c: i + 2 for i, c in enumerate(self.characters)}}

    def encode(self, text):
        """Class numbers of `text`; KeyError for a character that is not in the charset."""
        return [self._index[c] for c in text]

    def decode(self, steps):
        """Greedy CTC decoding of a sequence of best classes."""
        text, previous = [], 0
        for step in steps:
            if step != previous and step != 0:
                text.append(" " if step == 1 else self.characters[step - 2])
            previous = step
        return " ".join("".join(text).split())


def _read(pipe, size):
    data = pipe.read(size)
    if len(data) != size:
        raise EOFError("the corpus command ended early; its messages are above")
    return data


def _start(command):
    return subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=1 << 20)


def lines(command):
    """Yields (image, text, flags) from `liasse-corpus stream-lines`; image is 40 x W, uint8."""
    process = _start(command)
    try:
        while header := process.stdout.read(LINE_HEADER.size):
            magic, width, height, text_bytes, flags = LINE_HEADER.unpack(header)
            if magic != LINE_MAGIC or height != CROP_HEIGHT:
                raise ValueError(f"not a line record: magic {magic:#x}, height {height}")
            text = _read(process.stdout, text_bytes).decode("utf-8")
            pixels = np.frombuffer(_read(process.stdout, width * height), np.uint8)
            yield pixels.reshape(height, width), text, flags
    finally:
        process.kill()
        process.wait()


def pages(command):
    """Yields (image, truth) from `liasse-corpus stream-pages`; image is H x W, uint8, truth the parsed JSON."""
    process = _start(command)
    try:
        while header := process.stdout.read(PAGE_HEADER.size):
            magic, width, height, json_bytes = PAGE_HEADER.unpack(header)
            if magic != PAGE_MAGIC:
                raise ValueError(f"not a page record: magic {magic:#x}")
            truth = json.loads(_read(process.stdout, json_bytes))
            pixels = np.frombuffer(_read(process.stdout, width * height), np.uint8)
            yield pixels.reshape(height, width), truth
    finally:
        process.kill()
        process.wait()


def steps_needed(labels):
    """Time steps that CTC needs for `labels`: one each, and a blank between two that are the same."""
    return len(labels) + sum(a == b for a, b in zip(labels, labels[1:]))


HAND_FLAG = 1


def collate_lines(chunk, charset, step=16):
    """Pads lines to one width, a multiple of `step`, with paper: (n x 1 x 40 x W uint8, labels, label lengths, texts, widths, handwriting 0 or 1)."""
    width = max(image.shape[1] for image, _, _ in chunk)
    width = (width + step - 1) // step * step
    images = np.full((len(chunk), 1, CROP_HEIGHT, width), 255, np.uint8)
    labels, lengths = [], []
    for slot, (image, text, _) in zip(images, chunk):
        slot[0, :, : image.shape[1]] = image
        encoded = charset.encode(text)
        labels.extend(encoded)
        lengths.append(len(encoded))
    widths = torch.tensor([image.shape[1] for image, _, _ in chunk])
    hand = torch.tensor([float(flags & HAND_FLAG) for _, _, flags in chunk])
    texts = [text for _, text, _ in chunk]
    return torch.from_numpy(images), torch.tensor(labels), torch.tensor(lengths), texts, widths, hand


class LineBatches(IterableDataset):
    """Endless batches of lines of similar width, about `columns` pixel columns each.

    Widths go by steps of `STEP`, and each has its number of lines: on a GPU every new shape of a batch costs a search for the
    best way to compute it, so there must be few.
    """

    STEP = 64

    def __init__(self, command, charset, seed, columns):
        self.command, self.charset, self.seed, self.columns = command, charset, seed, columns

    def __iter__(self):
        worker = get_worker_info()
        seed = self.seed * 64 + (worker.id if worker else 0)
        waiting = {}
        for image, text, flags in lines(self.command + ["--seed", str(seed)]):
            # A line squeezed below a step per character cannot be learnt and would give an infinite loss.
            if steps_needed(self.charset.encode(text)) > image.shape[1] // STEP_PIXELS:
                continue
            width = (image.shape[1] + self.STEP - 1) // self.STEP * self.STEP
            chunk = waiting.setdefault(width, [])
            chunk.append((image, text, flags))
            if len(chunk) == max(self.columns // width, 1):
                del waiting[width]
                yield collate_lines(chunk, self.charset, self.STEP)


def line_field(shape, quads):
    """Target maps of the detector: (core, up, down), each shape / 4, float32; distances in pixels / 4.

    `quads`: n x 8 nominal boxes in pixels, clockwise from the top-left of the text.
    """
    height, width = shape[0] // MAP_SCALE, shape[1] // MAP_SCALE
    core = np.zeros((height, width), np.float32)
    up = np.ones((height, width), np.float32)
    down = np.ones((height, width), np.float32)
    for quad in np.asarray(quads, np.float32).reshape(-1, 4, 2):
        tl, tr, br, bl = quad
        along, across = (tr - tl + br - bl) / 2, (bl - tl + br - tr) / 2
        length, tall = np.hypot(*along), np.hypot(*across)
        if length < 1 or tall < 2:
            continue
        left, top = np.floor(quad.min(0) / MAP_SCALE).astype(int)
        right, bottom = np.ceil(quad.max(0) / MAP_SCALE).astype(int)
        left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
        if left >= right or top >= bottom:
            continue
        xs = (np.arange(left, right, dtype=np.float32) + 0.5) * MAP_SCALE
        ys = (np.arange(top, bottom, dtype=np.float32)[:, None] + 0.5) * MAP_SCALE
        centre = quad.mean(0)
        direction = along / length
        u = (xs - centre[0]) * direction[0] + (ys - centre[1]) * direction[1]
        v = -(xs - centre[0]) * direction[1] + (ys - centre[1]) * direction[0]
        # At least one map pixel thick, so that small print has a core at all.
        half = max(CORE_HEIGHT * tall / 2, MAP_SCALE * 0.5)
        # A lone digit or two keep their width: drawn in, they would be a pixel or two among specks.
        end = max(length / 2 - CORE_END * tall, min(length / 2, CORE_LEAST * tall), MAP_SCALE * 0.5)
        inside = (np.abs(v) <= half) & (np.abs(u) <= end)
        window = np.s_[top:bottom, left:right]
        core[window][inside] = 1
        up[window][inside] = np.maximum(tall / 2 + v, 1)[inside] / MAP_SCALE
        down[window][inside] = np.maximum(tall / 2 - v, 1)[inside] / MAP_SCALE
    return core, up, down


class PageCrops(IterableDataset):
    """Endless batches of square page pieces with their line fields: (n x 1 x S x S uint8, n x 3 x S/4 x S/4)."""

    def __init__(self, command, seed, side, batch, per_page=2):
        self.command, self.seed, self.side, self.batch, self.per_page = command, seed, side, batch, per_page

    def __iter__(self):
        worker = get_worker_info()
        seed = self.seed * 64 + (worker.id if worker else 0)
        rng = np.random.default_rng(seed)
        images, fields = [], []
        for image, truth in pages(self.command + ["--seed", str(seed)]):
            quads = np.array([line["quad"] for line in truth["lines"]], np.float32).reshape(-1, 8)
            for _ in range(self.per_page):
                x = rng.integers(0, max(image.shape[1] - self.side, 0) + 1)
                y = rng.integers(0, max(image.shape[0] - self.side, 0) + 1)
                piece = image[y : y + self.side, x : x + self.side]
                padded = np.full((self.side, self.side), 255, np.uint8)
                padded[: piece.shape[0], : piece.shape[1]] = piece
                images.append(padded)
                fields.append(np.stack(line_field(padded.shape, quads - np.array([x, y] * 4, np.float32))))
                if len(images) == self.batch:
                    yield torch.from_numpy(np.stack(images)[:, None]), torch.from_numpy(np.stack(fields))
                    images, fields = [], []


def loader(dataset, workers):
    """Batches drawn in `workers` processes beside the training."""
    return iter(DataLoader(dataset, batch_size=None, num_workers=workers, prefetch_factor=8))


def ink(images, device):
    """uint8 grey to the networks' input: ink 1, paper 0."""
    values = (255 - images.to(device, non_blocking=True).float()) / 255
    return values.contiguous(memory_format=torch.channels_last)
