"""Reads pages with RapidOCR for liasse-bench: a path per line in, a JSON object per line out.

Only this program's standard output is the protocol; whatever RapidOCR prints goes to standard error.
"""

import json
import os
import sys
import time
from importlib.metadata import version

protocol = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)


def say(message):
    protocol.write(json.dumps(message, ensure_ascii=False) + "\n")
    protocol.flush()


def main():
    threads = int(sys.argv[1])
    from rapidocr import RapidOCR

    engine = RapidOCR(
        params={"Global.log_level": "error", "EngineConfig.onnxruntime.intra_op_num_threads": threads}
    )
    say({"rapidocr": version("rapidocr"), "onnxruntime": version("onnxruntime")})
    for line in sys.stdin:
        wall, cpu = time.monotonic(), time.process_time()
        try:
            lines = engine(line.rstrip("\n")).txts or ()
        except Exception as error:  # whatever it is, the next page can be read
            say({"error": f"{type(error).__name__}: {error}"})
            continue
        say({
            "text": "\n".join(lines),
            "seconds": time.monotonic() - wall,
            "cpu_seconds": time.process_time() - cpu,
        })


main()
