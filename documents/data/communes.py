#!/usr/bin/env python3
"""Makes communes.gz: which communes a postcode has. Usage: communes.py PACKAGE/data/communes.json communes.gz

The input is that of the npm package @etalab/decoupage-administratif. A line of the output is a postcode and the folded names
of its communes, parted by tabs, in order; see README.md beside this file.
"""
import gzip
import json
import re
import sys
import unicodedata


def folded(name: str) -> str:
    """As `validators::communes` folds what it compares: letters and digits in lower case, parted by single spaces."""
    opened = name.replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae").replace("Æ", "Ae")
    plain = "".join(c for c in unicodedata.normalize("NFKD", opened) if not unicodedata.combining(c))
    words = re.sub(r"[^a-z0-9]+", " ", plain.lower()).split()
    short = {"saint": "st", "sainte": "ste"}
    return " ".join(short.get(word, word) for word in words)


def main() -> None:
    communes = json.load(open(sys.argv[1], encoding="utf-8"))
    own = {c["code"]: c.get("codesPostaux", []) for c in communes if c["type"] == "commune-actuelle"}
    names: dict[str, set[str]] = {}
    for c in communes:
        # Communes that became a part of another have its postcodes, and are still written on envelopes.
        for postcode in c.get("codesPostaux") or own.get(c.get("chefLieu"), []):
            if c["type"] != "arrondissement-municipal":
                names.setdefault(postcode, set()).add(folded(c["nom"]))
    lines = ["\t".join([postcode, *sorted(names[postcode])]) for postcode in sorted(names)]
    with open(sys.argv[2], "wb") as out, gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9, mtime=0, filename="") as gz:
        gz.write("\n".join(lines).encode() + b"\n")


if __name__ == "__main__":
    main()
