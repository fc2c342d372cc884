"""Command line: `python -m liasse_training {train,evaluate,blend,export,variants} {recogniser,detector,look} ...`."""

import argparse
import pathlib

import torch

from .blend import blend
from .export import export
from .look import LookTask
from .nets import RECOGNISERS
from .tasks import DetectTask, ReadTask
from .train import train
from .variants import variants

TASKS = {"recogniser": ReadTask, "detector": DetectTask, "look": LookTask}
ROOT = pathlib.Path(__file__).resolve().parents[3]


def arguments():
    parser = argparse.ArgumentParser(prog="liasse_training", description=__doc__)
    parser.add_argument("action", choices=["train", "evaluate", "blend", "export", "variants"])
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("--run", help="folder of the run: checkpoint.pt and curve.csv (all but variants)")
    parser.add_argument("--corpus", default=str(ROOT / "target/release/liasse-corpus"), help="the liasse-corpus command")
    parser.add_argument("--corpus-arguments", nargs=argparse.REMAINDER, default=[], help="passed on to it; must come last")
    parser.add_argument("--charset", default=str(ROOT / "corpus/charset.txt"))
    parser.add_argument("--out", help="export, variants: the folder under models/weights; blend: a new run folder")
    parser.add_argument("--weights", help="train: start from this checkpoint or committed model.onnx; blend: the earlier checkpoint; export: the mean with this model.onnx")
    parser.add_argument("--share", type=float, default=0.5, help="blend, export --weights: what the run's weights count for, 0 to 1")
    parser.add_argument("--until", type=int, default=1_000_000, help="samples (lines, page pieces or pages) to see in all")
    parser.add_argument("--decay-from", type=int, default=0, help="samples after which the learning rate falls to zero")
    parser.add_argument("--for-seconds", type=float, default=0, help="lay --until and --decay-from over so many seconds instead")
    parser.add_argument("--warm", type=int, default=4_000, help="samples of rising learning rate")
    parser.add_argument("--rate", type=float, default=2e-3, help="top learning rate of AdamW")
    parser.add_argument("--shape", choices=RECOGNISERS, default="chosen", help="recogniser: which shape, the same in every call of a run")
    parser.add_argument("--batch-columns", type=int, default=9_600, help="recogniser: pixel columns of one batch")
    parser.add_argument("--crop-side", type=int, default=640, help="detector: side of a page piece, a multiple of 32")
    parser.add_argument("--batch-crops", type=int, default=2, help="detector: page pieces of one batch")
    parser.add_argument("--batch-pages", type=int, default=128, help="look: pages of one batch")
    parser.add_argument("--validation", type=int, default=600, help="lines or pages drawn for validation")
    parser.add_argument("--save-seconds", type=float, default=240, help="seconds between checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1, help="drawing processes")
    parser.add_argument("--replay", type=int, default=1, help="how often a drawn batch is trained on while no new one is ready")
    parser.add_argument("--replay-batches", type=int, default=2_000, help="drawn batches kept on the device for that")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    args = parser.parse_args()
    if args.action == "variants" and args.task == "look":
        parser.error("the look of a page is so little work that it has one precision")
    if not args.run and args.action != "variants":
        parser.error(f"{args.action} needs --run")
    if not args.out and args.action in ("blend", "export", "variants"):
        parser.error(f"{args.action} needs --out")
    if not args.weights and args.action == "blend":
        parser.error("blend needs --weights")
    return args


def main():
    args = arguments()
    task = TASKS[args.task](args)
    if args.action == "variants":
        variants(task, args.out, args.validation)
        return
    checkpoint = pathlib.Path(args.run) / "checkpoint.pt"
    if args.action == "train":
        train(task, args)
    elif args.action == "blend":
        blend(args.weights, checkpoint, args.share, args.out)
    elif args.action == "export":
        export(task, checkpoint, args.out, args.weights, args.share)
    else:
        torch.set_num_threads(args.threads)
        network = task.network()
        network.load_state_dict(torch.load(checkpoint, map_location="cpu")["average"])
        network.eval()
        print(f"{task.figure} {task.measure(network, task.validation(args.validation), torch.device('cpu')):.4f}")


main()
