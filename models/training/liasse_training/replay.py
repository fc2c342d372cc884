"""Batches trained on more than once, where the device is faster than the processors that draw for it.

Responsible for a bounded store of drawn batches on the training device. Not responsible for drawing or for the loss.
"""

import queue
import random
import threading

import torch

# Standard deviation, at most, of the noise that a batch gets each time it is seen again; in grey levels.
NOISE = 6.0


def fed(drawn, device, times, kept):
    """Endless batches: a new one of `drawn` where there is one, else one of the last `kept` that was seen less than `times` times.

    The first tensor of a batch is its images (uint8). They, and maps of their kind, move to the device once. What `drawn` raises
    is raised here.
    """

    def moved(value):
        # Lengths of texts stay where they are: the loss wants them on the processor.
        return value.to(device, non_blocking=True) if torch.is_tensor(value) and value.dim() == 4 else value

    fresh = queue.Queue(maxsize=8)

    def feed():
        try:
            for batch in drawn:
                fresh.put(tuple(moved(value) for value in batch))
            fresh.put(EOFError("no more batches are drawn"))
        except Exception as error:
            # Its thread would end unseen, and the training wait for ever.
            fresh.put(error)

    threading.Thread(target=feed, daemon=True).start()
    store = []
    chance = random.Random(0)
    while True:
        try:
            # Nothing left to repeat: wait for what is drawn.
            batch = fresh.get(block=not store)
            if isinstance(batch, Exception):
                raise batch
            store.append([batch, 1])
            if len(store) > kept:
                store.pop(0)
            yield batch
        except queue.Empty:
            place = chance.randrange(len(store))
            batch, seen = store[place]
            if seen + 1 >= times:
                store[place] = store[-1]
                store.pop()
            else:
                store[place][1] += 1
            images = batch[0]
            strength = torch.rand(len(images), 1, 1, 1, device=device) * NOISE
            noisy = images.float() + strength * torch.randn(images.shape, device=device)
            yield (noisy.clamp(0, 255).to(torch.uint8), *batch[1:])
