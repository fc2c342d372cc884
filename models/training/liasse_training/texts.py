"""French running text out of installed Debian packages, as .txt files for `liasse-corpus --text-dir`.

Responsible for taking the markup off manual pages, help pages and documentation (manpages-fr, libreoffice-help-fr,
debian-reference-fr) and for copying word lists (wfrench). Nothing of it is kept in the repository.

    python -m liasse_training.texts OUT
"""

import gzip
import html
import pathlib
import re
import sys

MANUALS = "/usr/share/man/fr"
PAGES = ["/usr/share/libreoffice/help/fr", "/usr/share/debian-reference", "/usr/share/doc/debian-reference-fr"]
WORDS = "/usr/share/dict/french"
LONGEST = 20 << 20


def manual(source):
    """Prose of a manual page: its macros and escapes away, paragraphs joined."""
    text = []
    for line in source.splitlines():
        if line.startswith((".", "'")):
            text.append("\n" if re.match(r"\.(SH|SS|TP|PP|P|IP|br|sp|TH)\b", line) else " ")
            line = re.sub(r"^\.(B|I|BR|IR|RB|RI|BI|IB|SM)\s+", "", line)
            if line.startswith((".", "'")):
                continue
            line = line.replace('"', "")
        line = re.sub(r"\\f(\[[^]]*\]|.)|\\[&/,|^%:]|\\s[-+]?\d", "", line)
        line = line.replace("\\-", "-").replace("\\(bu", "•").replace("\\~", " ").replace("\\ ", " ").replace("\\(aq", "'")
        text.append(re.sub(r"\\\S*", "", line) + " ")
    return "".join(text)


def page(source):
    """Text of an HTML page, a line per block."""
    source = re.sub(r"(?is)<(script|style|head)\b.*?</\1>", " ", source)
    source = re.sub(r"(?i)<(p|div|li|h\d|td|tr|br|dt|dd|pre)\b[^>]*>", "\n", source)
    return html.unescape(re.sub(r"<[^>]*>", "", source))


def prose(text):
    """Lines that look like sentences: long enough, mostly letters, each once."""
    for line in text.splitlines():
        line = " ".join(line.split())
        if len(line) > 40 and sum(c.isalpha() or c == " " for c in line) > 0.8 * len(line):
            yield line


def main():
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    seen = set()
    for name, folders, suffix, clean in [("manuals", [MANUALS], ".gz", manual), ("pages", PAGES, ".html", page)]:
        size = 0
        with (out / f"{name}.txt").open("w", encoding="utf-8") as file:
            for path in sorted(p for folder in folders for p in pathlib.Path(folder).rglob(f"*{suffix}")):
                if path.is_symlink() or (suffix == ".html" and re.search(r"\.(?!fr)[a-z]{2}\.html$", path.name)):
                    continue
                data = path.read_bytes()
                source = (gzip.decompress(data) if suffix == ".gz" else data).decode("utf-8", "replace")
                for line in prose(clean(source)):
                    if line not in seen and size < LONGEST:
                        seen.add(line)
                        size += len(line.encode())
                        file.write(line + "\n")
        print(f"{name}: {size} bytes")
    words = pathlib.Path(WORDS)
    if words.exists():
        (out / "words.txt").write_bytes(words.read_bytes())
        print(f"words: {words.stat().st_size} bytes")


if __name__ == "__main__":
    main()
