"""What differs between the two networks: their batches, their loss and how their quality is measured."""

import numpy as np
import torch
from torch.nn import functional

from . import data
from .nets import RECOGNISERS, STEP_PIXELS, Detector

# Never used for training: validation draws from its own seeds.
VALIDATION_SEED = 900_000_000
# What telling handwriting counts for beside reading.
HAND_WEIGHT = 0.2
# Pixels of width of a character, where there are fewer than their line has room for.
EMPTY_PITCH = 40


def edit_distance(a, b):
    """Levenshtein distance of two strings."""
    row = np.arange(len(b) + 1)
    other = np.frombuffer(b.encode("utf-32-le"), np.uint32)
    for i, character in enumerate(a, 1):
        best = np.minimum(row[1:] + 1, row[:-1] + (other != ord(character)))
        # The insertion chain: each cell may be reached from its left neighbour at a cost of one.
        offsets = np.arange(len(b) + 1)
        row = np.minimum.accumulate(np.concatenate(([i], best)) - offsets) + offsets
    return int(row[-1])


class ReadTask:
    """CTC over drawn lines; measured by the character error rate."""

    name = "recogniser"
    figure = "cer"

    def __init__(self, args):
        self.charset = data.Charset(args.charset)
        self.command = [args.corpus, "stream-lines", "--height", "40", *args.corpus_arguments]
        self.columns = args.batch_columns
        self.shape = RECOGNISERS[args.shape]

    def network(self):
        return self.shape(self.charset.classes)

    def batches(self, seed, workers):
        return data.loader(data.LineBatches(self.command, self.charset, seed, self.columns), workers)

    def count(self, batch):
        return len(batch[0])

    def loss(self, network, batch, device, autocast):
        images, labels, lengths, _, widths, hand = batch
        with autocast:
            logits, pen = network(data.ink(images, device))
        steps = torch.full((len(images),), logits.shape[1], dtype=torch.long)
        log_probabilities = logits.float().log_softmax(2).transpose(0, 1)
        # Per character, so that long lines do not drown short ones; a line without a text as if it had one, widely spaced.
        losses = functional.ctc_loss(
            log_probabilities, labels.to(device), steps, lengths, reduction="none", zero_infinity=True
        )
        # Whether it is handwriting is asked at every step of the line, padding left out.
        within = (torch.arange(pen.shape[1]) < (widths / (2 * STEP_PIXELS)).unsqueeze(1)).float().to(device)
        hands = hand.to(device).unsqueeze(1).expand_as(pen)
        doubts = functional.binary_cross_entropy_with_logits(pen.float(), hands, reduction="none")
        characters = torch.maximum(lengths, widths // EMPTY_PITCH).clamp(min=1).to(device)
        return (losses / characters).mean() + HAND_WEIGHT * (doubts * within).sum() / within.sum()

    def validation(self, count):
        command = [*self.command, "--count", str(count), "--seed", str(VALIDATION_SEED)]
        drawn = sorted(data.lines(command), key=lambda item: item[0].shape[1])
        return [data.collate_lines(chunk, self.charset) for chunk in (drawn[i : i + 16] for i in range(0, len(drawn), 16))]

    @torch.no_grad()
    def measure(self, network, batches, device):
        wrong = total = 0
        for images, _, _, texts, _, _ in batches:
            best = network(data.ink(images, device))[0].argmax(2).cpu().numpy()
            for steps, text in zip(best, texts):
                wrong += edit_distance(self.charset.decode(steps), text)
                total += len(text)
        return wrong / max(total, 1)


class DetectTask:
    """The line field over drawn pages; measured by one minus the core's F1 over map pixels."""

    name = "detector"
    figure = "core_error"

    def __init__(self, args):
        self.command = [args.corpus, "stream-pages", *args.corpus_arguments]
        self.side, self.batch = args.crop_side, args.batch_crops

    def network(self):
        return Detector()

    def batches(self, seed, workers):
        return data.loader(data.PageCrops(self.command, seed, self.side, self.batch), workers)

    def count(self, batch):
        return len(batch[0])

    def loss(self, network, batch, device, autocast):
        images, field = batch
        with autocast:
            maps = network(data.ink(images, device))
        maps, field = maps.float(), field.to(device)
        core = field[:, 0]
        probability = maps[:, 0].sigmoid()
        entropy = functional.binary_cross_entropy_with_logits(maps[:, 0], core, pos_weight=torch.tensor(2.0, device=device))
        dice = 1 - (2 * (probability * core).sum() + 1) / (probability.sum() + core.sum() + 1)
        distance = functional.smooth_l1_loss(maps[:, 1:], field[:, 1:].log(), reduction="none", beta=0.1).sum(1)
        return entropy + 0.5 * dice + (distance * core).sum() / (core.sum() + 1)

    def validation(self, count):
        command = [*self.command, "--count", str(count)]
        return list(data.PageCrops(command, VALIDATION_SEED // 64, self.side, 1))

    @torch.no_grad()
    def measure(self, network, batches, device):
        hit = found = true = 0.0
        for images, field in batches:
            core, predicted = field[:, 0] > 0.5, network(data.ink(images, device))[:, 0].cpu() > 0
            hit += (core & predicted).sum().item()
            found += predicted.sum().item()
            true += core.sum().item()
        return 1 - 2 * hit / max(found + true, 1)
