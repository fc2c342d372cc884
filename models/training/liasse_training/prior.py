"""The character prior of French: how likely a letter is after the six before it, for the recogniser's decoder.

Responsible for counting, smoothing and pruning, and for writing the file that `models/src/recogniser/prior.rs` reads; what the
decoder makes of it is decided there. Interpolated Witten-Bell smoothing (Witten and Bell, 1991) over n-grams of letters without
case; n-grams that would hardly be missed are dropped and the back-off weights set anew (Stolcke, 1998).

    python -m liasse_training.prior OUT.bin [FOLDER OF TEXTS]

Counts come from the word frequencies of the `wordfreq` package (French, and a little English) and from running text, which
shows how words follow one another.
"""

import pathlib
import struct
import sys
import unicodedata

import numpy as np
import wordfreq

ORDER = 7
BITS = 6
# Class 0 is whatever is no letter: a figure, a sign, the line's end.
LETTERS = " '-abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿœæñ"
MAGIC = b"LSPR\x01"
# Frequencies are raised to this power: a rare word shall still count.
DAMPING = 0.7
RAREST = 1e-8
ENGLISH = 0.1
# Weight of a letter of running text beside that of a word list's.
RUNNING = 0.5
# N-grams of four letters and more are kept when their count times what they add to the logarithm exceeds this.
KEEP = 12.0
ELISIONS = {"l", "d", "qu", "n", "s", "c", "j", "m", "t", "jusqu", "lorsqu", "puisqu"}
VOWELS = set("aeiouyhàâäéèêëîïôöùûüœæ")


def encode(text):
    """Class numbers of a text's characters, uint64."""
    index = np.zeros(0x3000, np.uint64)
    for number, letter in enumerate(LETTERS, 1):
        index[ord(letter)] = number
    text = unicodedata.normalize("NFC", text.lower()).replace("’", "'")
    points = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    return np.where(points < len(index), index[np.minimum(points, len(index) - 1)], 0).astype(np.uint64)


def word_strings():
    """(text, weight) of every word of the lists, with what may stand before and after it."""
    for language, share in (("fr", 1.0), ("en", ENGLISH)):
        for word, frequency in wordfreq.get_frequency_dict(language, wordlist="best").items():
            weight = share * (frequency / RAREST) ** DAMPING
            if language == "fr" and word in ELISIONS:
                yield f" {word}'", weight
                continue
            yield f" {word} ", weight
            if language == "fr" and word[0] in VOWELS:
                yield f"'{word} ", 0.2 * weight


def count(texts):
    """For each order, the n-grams as packed numbers and their counts."""
    pieces, weights = [], []
    for text, weight in word_strings():
        piece = encode(text)
        pieces.append(piece)
        weights.append(np.full(len(piece), weight))
        # What is not a continuation within the word counts nothing.
        weights[-1][0] = 0
    for path in texts:
        piece = encode(path.read_text(encoding="utf-8", errors="replace").replace("\n", " \n "))
        pieces.append(piece)
        weights.append(np.full(len(piece), RUNNING))
    # A stretch of class 0 between pieces keeps them apart.
    gap, none = np.zeros(ORDER, np.uint64), np.zeros(ORDER)
    stream = np.concatenate([part for piece in pieces for part in (piece, gap)])
    weight = np.concatenate([part for piece in weights for part in (piece, none)])
    grams = []
    packed = np.zeros_like(stream)
    for order in range(1, ORDER + 1):
        packed = packed[: len(stream) - order + 1] << np.uint64(BITS) | stream[order - 1 :] if order > 1 else stream.copy()
        last = stream[order - 1 :]
        # No n-gram ends in class 0, nor has one within but at its very beginning.
        use = last > 0
        for back in range(1, order - 1):
            use &= stream[order - 1 - back : len(stream) - back] > 0
        mass = weight[order - 1 :]
        use &= mass > 0
        keys, where = np.unique(packed[use], return_inverse=True)
        grams.append((keys, np.bincount(where, mass[use])))
        print(f"order {order}: {len(keys)} n-grams", flush=True)
    return grams


def find(keys, wanted):
    """Where each of `wanted` stands in the sorted `keys`, and whether it does."""
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return at, keys[at] == wanted


def smooth(grams):
    """Interpolated probabilities of every counted n-gram, and what the shorter context alone would give."""
    result = []
    for order, (keys, counts) in enumerate(grams, 1):
        if order == 1:
            shorter = np.full(len(keys), 1 / len(LETTERS))
        else:
            mask = np.uint64((1 << (BITS * (order - 1))) - 1)
            at, there = find(grams[order - 2][0], keys & mask)
            assert there.all()
            shorter = result[order - 2][0][at]
        context, where = np.unique(keys >> np.uint64(BITS), return_inverse=True)
        total, kinds = np.bincount(where, counts), np.bincount(where)
        result.append(((counts + kinds[where] * shorter) / (total + kinds)[where], shorter))
    return result


def prune(grams, smoothed):
    """Which n-grams are kept; the context of every kept one is kept too."""
    kept = [None] * ORDER
    for order in range(ORDER, 0, -1):
        keys, counts = grams[order - 1]
        probability, shorter = smoothed[order - 1]
        keep = counts * np.abs(np.log(probability / shorter)) > KEEP if order >= 4 else np.ones(len(keys), bool)
        if order < ORDER:
            longer = grams[order][0][kept[order]]
            at, there = find(keys, np.unique(longer >> np.uint64(BITS)))
            keep[at[there]] = True
        kept[order - 1] = keep
    return kept


def build(texts):
    """The kept n-grams of all orders: packed key, logarithm of the probability, logarithm of the back-off weight."""
    grams = count(texts)
    smoothed = smooth(grams)
    kept = prune(grams, smoothed)
    tables = [(keys[keep], p[keep]) for (keys, _), (p, _), keep in zip(grams, smoothed, kept)]
    weights = [np.zeros(len(keys)) for keys, _ in tables]

    def probability(wanted, order):
        """By the tables built so far, of n-grams of this order."""
        if order == 0:
            return np.full(len(wanted), 1 / len(LETTERS))
        keys, p = tables[order - 1]
        at, there = find(keys, wanted)
        result = np.where(there, p[at], 0)
        rest = np.flatnonzero(~there)
        if len(rest):
            mask = np.uint64((1 << (BITS * (order - 1))) - 1)
            value = probability(wanted[rest] & mask, order - 1)
            if order > 1:
                held, found = find(tables[order - 2][0], wanted[rest] >> np.uint64(BITS))
                value = value * np.where(found, np.exp(weights[order - 2][held]), 1)
            result[rest] = value
        return result

    for order in range(2, ORDER + 1):
        keys, p = tables[order - 1]
        contexts, where = np.unique(keys >> np.uint64(BITS), return_inverse=True)
        mask = np.uint64((1 << (BITS * (order - 1))) - 1)
        shorter = np.bincount(where, probability(keys & mask, order - 1))
        left = np.maximum(1 - np.bincount(where, p), 1e-4) / np.maximum(1 - shorter, 1e-4)
        at, there = find(tables[order - 2][0], contexts)
        weights[order - 2][at[there]] = np.log(left[there])
    keys, counts = grams[ORDER - 1]
    mean = -(counts * np.log(probability(keys, ORDER))).sum() / counts.sum()
    return tables, weights, mean


def main():
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    texts = sorted(path for path in folder.glob("*.txt") if path.stem != "words") if folder else []
    tables, weights, mean = build(texts)
    letters = LETTERS.encode()
    records = []
    for order, ((keys, p), weight) in enumerate(zip(tables, weights), 1):
        # In twentieths of a nat, as far as a byte reaches.
        level = np.clip(np.round(-np.log(p) * 20), 0, 255).astype(np.uint8)
        back = np.clip(np.round(weight * 20), -127, 127).astype(np.int8)
        table = np.zeros(len(keys), [("key", "<u4"), ("high", "<u2"), ("level", "u1"), ("back", "i1")])
        table["key"], table["high"] = keys & np.uint64(0xFFFFFFFF), keys >> np.uint64(32)
        table["level"], table["back"] = level, back
        records.append(struct.pack("<I", len(keys)) + table.tobytes())
        print(f"order {order}: {len(keys)} kept")
    out = pathlib.Path(sys.argv[1])
    out.write_bytes(MAGIC + struct.pack("<BH", ORDER, len(letters)) + letters + b"".join(records))
    print(f"{out}: {out.stat().st_size} bytes, {mean:.3f} nats a letter where it was counted")


if __name__ == "__main__":
    main()
