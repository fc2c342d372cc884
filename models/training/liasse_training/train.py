"""The training loop: resumable, on CPU or CUDA, the same for all networks.

The learning rate warms up, stays, and falls linearly to zero over the last part ("warm-up, stable, decay"): a run can be
lengthened by resuming from a checkpoint of the stable part, and any checkpoint can be given its final decay. With
`--for-seconds` the same curve is laid over a length of time instead of a number of samples: for a machine at hand for so long.
"""

import contextlib
import copy
import csv
import pathlib
import time

import torch

from . import data
from .replay import fed
from .restore import start_from

EMA_DECAY = 0.998


def rate(seen, position, args):
    """Share of the top learning rate after `seen` samples, at `position` between 0 and `args.until`."""
    decay_from = args.decay_from or args.until
    if seen < args.warm:
        return seen / args.warm
    if position > decay_from:
        return max(args.until - position, 0) / max(args.until - decay_from, 1)
    return 1.0


def follow(average, network, share):
    """Draws the floating-point weights of `average` to those of `network` by `share`; copies the others."""
    kept, new = average.state_dict(), network.state_dict()
    moving = [name for name, value in kept.items() if value.dtype.is_floating_point]
    torch._foreach_lerp_([kept[name] for name in moving], [new[name] for name in moving], share)
    for name in kept.keys() - set(moving):
        kept[name].copy_(new[name])


def settled(running, losses):
    """The running loss with `losses` taken in, and no losses left. Asked for rarely, since it waits for the device."""
    if not losses:
        return running, losses
    mean = torch.stack(losses).mean().item()
    return mean if running is None else (running + mean) / 2, []


def save(path, **state):
    """Writes a checkpoint so that a kill at any moment leaves the old or the new one."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def train(task, args):
    """Trains until `args.until` samples were seen; writes checkpoint.pt and curve.csv under `args.run`."""
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    device = torch.device(args.device)
    run = pathlib.Path(args.run)
    run.mkdir(parents=True, exist_ok=True)
    network = task.network().to(device, memory_format=torch.channels_last)
    average = copy.deepcopy(network).eval()
    optimiser = torch.optim.AdamW(network.parameters(), lr=args.rate, weight_decay=0.02, betas=(0.9, 0.98))
    seen, restarts, spent = 0, 0, 0.0
    checkpoint = run / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        seen, restarts, spent = state["seen"], state["restarts"] + 1, state["seconds"]
        print(f"going on from {checkpoint}: {seen} samples seen", flush=True)
    elif args.weights:
        batch = next(task.batches(args.seed, 1))
        start_from(network, args.weights, data.ink(batch[0], device))
        average.load_state_dict(network.state_dict())
        print(f"starting from the weights of {args.weights}", flush=True)
    autocast = torch.autocast("cuda", torch.bfloat16) if device.type == "cuda" else contextlib.nullcontext()
    validation = task.validation(args.validation)
    # A restart draws from a seed of its own: nothing is seen twice.
    drawn = task.batches(args.seed + restarts * 1_000_003, args.workers)
    batches = fed(drawn, device, args.replay, args.replay_batches) if args.replay > 1 else drawn
    curve = run / "curve.csv"
    if not curve.exists():
        curve.write_text(f"samples,seconds,loss,{task.figure}\n")
    started = last_save = time.monotonic()
    began, running = started - spent, None
    losses = []
    steps = 0
    while True:
        elapsed = time.monotonic() - started
        position = args.until * elapsed / args.for_seconds if args.for_seconds else seen
        done = position >= args.until
        if done or time.monotonic() - last_save > args.save_seconds:
            running, losses = settled(running, losses)
            figure = task.measure(average, validation, device)
            seconds = time.monotonic() - began
            print(f"{seen} samples, {seconds:.0f} s, loss {running or 0:.4f}, {task.figure} {figure:.4f}", flush=True)
            with curve.open("a", newline="") as file:
                csv.writer(file).writerow([seen, round(seconds), f"{running or 0:.4f}", f"{figure:.4f}"])
            save(
                checkpoint,
                network=network.state_dict(),
                average=average.state_dict(),
                optimiser=optimiser.state_dict(),
                seen=seen,
                restarts=restarts,
                seconds=seconds,
                figure=figure,
            )
            last_save = time.monotonic()
            if done:
                return
        batch = next(batches)
        for group in optimiser.param_groups:
            group["lr"] = args.rate * rate(seen, position, args)
        loss = task.loss(network, batch, device, autocast)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        steps += 1
        # The average forgets quickly at first, so that it is never far behind a young network.
        decay = min(EMA_DECAY, (1 + steps) / (10 + steps)) if not restarts else EMA_DECAY
        with torch.no_grad():
            follow(average, network, 1 - decay)
        seen += task.count(batch)
        losses.append(loss.detach())
        if steps % 100 == 0:
            running, losses = settled(running, losses)
            print(f"  {seen} samples, {time.monotonic() - began:.0f} s, loss {running:.4f}", flush=True)
