#!/bin/sh
# Lays the seeds of every target (or of those named) into fuzz/corpus, where cargo-fuzz looks for them.
set -eu
cd "$(dirname "$0")"
[ $# -gt 0 ] || set -- bmp barcodes documents facturx gif jpeg pdf png tiff webp
for target in "$@"; do
    mkdir -p "corpus/$target"
    case $target in
        tiff) cp ../imaging/tests/fixtures/*.tif corpus/tiff/ ;;
        png) cp ../imaging/tests/fixtures/*.png corpus/png/ ;;
        pdf) cp ../imaging/tests/fixtures/*.pdf corpus/pdf/ ;;
        facturx) cp ../documents/src/facturx/*.xml corpus/facturx/; continue ;;
    esac
    cp "seeds/$target"/* "corpus/$target/"
done
