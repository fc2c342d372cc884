"""What differs for the page-look network: its batches, its loss and how its quality is measured.

It is trained to put pages of one kind near each other and pages of others apart, so that kinds it has never met come apart
too. Not responsible for telling types: the documents crate compares what the network gives with that of example pages.

The loss is that of supervised contrastive learning (Khosla et al., 2020) over one view of each page.
"""

import numpy as np
import torch
from PIL import Image
from torch.nn import functional
from torch.utils.data import IterableDataset, get_worker_info

from . import data
from .nets import LOOK_SIZE, PageLook
from .tasks import VALIDATION_SEED

# Kinds that `liasse-bench documents --learn` learns and tells: the network never sees one, so that what is measured there is of
# kinds that are new to it.
HELD_OUT = {
    "bank_statement", "blank", "book", "certificate", "columns", "form", "handwritten", "identity_card", "invoice",
    "leaflet", "letter", "payslip", "receipt", "rib", "tax_notice", "typescript",
}
# Of these pages are told in validation, by the nearest mean of a few examples of each kind.
VALIDATED = HELD_OUT - {"blank", "book", "columns", "handwritten", "leaflet", "typescript"}
MAX_PIXELS = 100_000
# Ranks of the grey levels, as shares of the pixels, that count as ink and as paper; the same as in models/src/embedder.rs.
INK_RANK, PAPER_RANK = 0.02, 0.7
LEAST_CONTRAST = 40
TEMPERATURE = 0.1
# Examples that a kind is told by in validation, and how often they are chosen anew.
SHOTS, CHOICES = 5, 20


def look_of(page, sheet):
    """A page as the network sees it (96 x 128, uint8): its sheet in the whole picture, paper white and ink dark."""
    width, height = LOOK_SIZE
    # Pillow names corners counter-clockwise.
    quad = (*sheet[:2], *sheet[6:8], *sheet[4:6], *sheet[2:4])
    image = Image.fromarray(page).transform((2 * width, 2 * height), Image.QUAD, quad, Image.BICUBIC, fillcolor=255)
    values = np.asarray(image.resize(LOOK_SIZE, Image.BOX), np.float32)
    ranked = np.sort(values, axis=None)
    paper, ink = (ranked[int(rank * (ranked.size - 1))] for rank in (PAPER_RANK, INK_RANK))
    depth = np.clip((paper - values) / max(paper - ink, LEAST_CONTRAST), 0, 1)
    return (255 - np.round(255 * depth)).astype(np.uint8)


class PageLooks(IterableDataset):
    """Endless batches of pages as the network sees them: (n x 1 x 128 x 96 uint8, names of their kinds)."""

    def __init__(self, command, seed, batch, kinds):
        self.command, self.seed, self.batch, self.kinds = command, seed, batch, kinds

    def __iter__(self):
        worker = get_worker_info()
        seed = self.seed * 64 + (worker.id if worker else 0)
        looks, kinds = [], []
        for page, truth in data.pages([*self.command, "--seed", str(seed)]):
            if self.kinds(truth["doc_type"]):
                looks.append(look_of(page, truth["sheet"]))
                kinds.append(truth["doc_type"])
            if len(looks) == self.batch:
                yield torch.from_numpy(np.stack(looks)[:, None]), kinds
                looks, kinds = [], []


def varied(images):
    """The same pages lying, worn and inked a little otherwise."""
    n, device = len(images), images.device
    spread = lambda by: (torch.rand(n, device=device) - 0.5) * by
    lie = torch.zeros(n, 2, 3, device=device)
    lie[:, 0, 0], lie[:, 1, 1] = 1 + spread(0.12), 1 + spread(0.12)
    turn = spread(0.05)
    lie[:, 0, 1], lie[:, 1, 0] = turn, -turn
    lie[:, 0, 2], lie[:, 1, 2] = spread(0.14), spread(0.14)
    grid = functional.affine_grid(lie, images.shape, align_corners=False)
    images = functional.grid_sample(images, grid, align_corners=False)
    strength = 0.9 + spread(0.6).view(n, 1, 1, 1)
    grain = 0.06 * torch.rand(n, 1, 1, 1, device=device) * torch.randn_like(images)
    return (images * strength + grain).clamp(0, 1).contiguous(memory_format=torch.channels_last)


class LookTask:
    """Looks of pages of many kinds; measured by the share of pages of kinds never met that the nearest mean of examples tells wrongly."""

    name = "look"
    figure = "told_wrongly"

    def __init__(self, args):
        self.command = [args.corpus, "stream-pages", "--kinds", "every-type", "--max-pixels", str(MAX_PIXELS), *args.corpus_arguments]
        self.batch = args.batch_pages

    def network(self):
        return PageLook()

    def batches(self, seed, workers):
        return data.loader(PageLooks(self.command, seed, self.batch, lambda kind: kind not in HELD_OUT), workers)

    def count(self, batch):
        return len(batch[0])

    def loss(self, network, batch, device, autocast):
        images, kinds = batch
        with autocast:
            looks = network(varied(data.ink(images, device)))
        _, labels = np.unique(kinds, return_inverse=True)
        labels = torch.from_numpy(labels).to(device)
        likeness = looks.float() @ looks.float().T / TEMPERATURE
        itself = torch.eye(len(labels), dtype=torch.bool, device=device)
        logs = likeness - torch.logsumexp(likeness.masked_fill(itself, -torch.inf), 1, keepdim=True)
        same = (labels[:, None] == labels[None]) & ~itself
        others = same.sum(1)
        return -(logs * same).sum(1)[others > 0].div(others[others > 0]).mean()

    def validation(self, count):
        drawn = PageLooks(self.command, VALIDATION_SEED // 64, count, lambda kind: kind in VALIDATED)
        return [next(iter(drawn))]

    @torch.no_grad()
    def measure(self, network, batches, device):
        (images, kinds), = batches
        looks = np.concatenate([network(data.ink(part, device)).cpu().numpy() for part in images.split(128)])
        kinds, random = np.array(kinds), np.random.default_rng(0)
        names = [name for name in np.unique(kinds) if (kinds == name).sum() > SHOTS]
        wrong = total = 0
        for _ in range(CHOICES):
            shown = np.concatenate([random.choice(np.flatnonzero(kinds == name), SHOTS, replace=False) for name in names])
            means = looks[shown].reshape(len(names), SHOTS, -1).mean(1)
            means /= np.linalg.norm(means, axis=1, keepdims=True)
            told = np.setdiff1d(np.flatnonzero(np.isin(kinds, names)), shown)
            wrong += (np.array(names)[(looks[told] @ means.T).argmax(1)] != kinds[told]).sum()
            total += len(told)
        return float(wrong / max(total, 1))
