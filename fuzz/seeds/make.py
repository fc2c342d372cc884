"""Makes the seeds that no fixture is there for, as encoders independent of the decoders under test.

python3 fuzz/seeds/make.py    (Pillow 13.0, zxing-cpp 3.1)

The TIFF, PNG and PDF fixtures of imaging/tests/fixtures are seeds as they are: `fuzz/seed.sh` takes both.
"""

from pathlib import Path

import zxingcpp
from PIL import Image

HERE = Path(__file__).parent
W, H = 61, 47

rgb = Image.new("RGB", (W, H))
rgb.putdata([(4 * x % 256, 5 * y, 255 - x - y) for y in range(H) for x in range(W)])
grey = rgb.convert("L")
bilevel = grey.convert("1")
palette = rgb.quantize(16)


def save(target, name, image, **options):
    folder = HERE / target
    folder.mkdir(exist_ok=True)
    image.save(folder / name, **options)


save("jpeg", "grey.jpg", grey, quality=80, dpi=(300, 300))
save("jpeg", "rgb_420.jpg", rgb, quality=80, subsampling=2)
save("jpeg", "rgb_444.jpg", rgb, quality=80, subsampling=0)
save("jpeg", "progressive.jpg", rgb, quality=80, progressive=True)
save("jpeg", "cmyk.jpg", rgb.convert("CMYK"), quality=80)
exif = Image.Exif()
exif[0x112] = 6
save("jpeg", "exif.jpg", grey, quality=50, exif=exif)
save("png", "grey.png", grey)
save("png", "rgb.png", rgb)
save("png", "alpha.png", rgb.convert("RGBA"))
save("png", "palette.png", palette)
save("png", "bilevel.png", bilevel, dpi=(200, 200))
save("webp", "lossy.webp", rgb, quality=60)
save("webp", "lossless.webp", rgb, lossless=True)
save("webp", "alpha.webp", rgb.convert("RGBA").rotate(20), quality=60)
save("webp", "animated.webp", rgb, save_all=True, append_images=[rgb.rotate(90)], duration=100)
save("bmp", "rgb.bmp", rgb.resize((31, 23)))
save("bmp", "palette.bmp", palette.resize((31, 23)))
save("bmp", "bilevel.bmp", bilevel)
save("gif", "palette.gif", palette)
save("gif", "interlaced.gif", palette, interlace=1)
save("gif", "animated.gif", palette, save_all=True, append_images=[palette.rotate(90)], duration=100)
save("pdf", "jpeg.pdf", rgb, resolution=72)
save("pdf", "pages.pdf", bilevel, save_all=True, append_images=[grey], resolution=72)
save("tiff", "jpeg.tif", rgb, compression="jpeg")
save("tiff", "deflate.tif", rgb, compression="tiff_adobe_deflate")
save("tiff", "lzw_predictor.tif", rgb, compression="tiff_lzw", tiffinfo={317: 2})

codes = {
    "code128": (zxingcpp.BarcodeFormat.Code128, "AB-123"),
    "code39": (zxingcpp.BarcodeFormat.Code39, "AB12"),
    "ean13": (zxingcpp.BarcodeFormat.EAN13, "3760012345670"),
    "itf": (zxingcpp.BarcodeFormat.ITF, "12345678"),
    "codabar": (zxingcpp.BarcodeFormat.Codabar, "A1234A"),
    "qr": (zxingcpp.BarcodeFormat.QRCode, "LIASSE"),
    "datamatrix": (zxingcpp.BarcodeFormat.DataMatrix, "LIASSE"),
    "pdf417": (zxingcpp.BarcodeFormat.PDF417, "LIASSE"),
    "aztec": (zxingcpp.BarcodeFormat.Aztec, "LIASSE"),
}
(HERE / "barcodes").mkdir(exist_ok=True)
for name, (kind, text) in codes.items():
    # The target's own form: the width in eights less one, then rows of grey levels.
    code = Image.fromarray(zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(text, kind), scale=2))
    if name in ("code128", "code39", "ean13", "itf", "codabar"):
        code = code.crop((0, 0, code.width, 24))  # The rest of the bars says the same.
    width = min((code.width + 15) // 8 * 8, 2048)
    page = Image.new("L", (width, code.height + 8), 245)
    page.paste(code, (4, 4))
    (HERE / "barcodes" / name).write_bytes(bytes([width // 8 - 1]) + page.tobytes())

# The target's own form: two characters that say where a line stands, then its words.
PLACE = "\x10\x7f"
invoice = [
    "ATELIER DU PONT SARL", "12 rue des Tanneurs", "69001 LYON", "SIRET 732 829 320 00074", "Facture n° F-2026-118",
    "Date : 03/05/2026", "Désignation Qté Prix unitaire Montant", "Papier A4 10 4,20 42,00", "Total HT 42,00 EUR",
    "TVA 20 % 8,40 EUR", "Net à payer 50,40 EUR", "IBAN FR76 3000 6000 0112 3456 7890 189",
]
zone = ["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6"]
code = (
    "DC04FR000001266626672801FR432,5\x1d44267801234567845202546MARTIN ZOE\x1d4A310720264Y3 RUE DES LILAS/69001/LYON\x1d"
    "4132150\x1d4730232176000534W418\x1d\x1fZ6OVOE2TZ3VCUC6UV6MSCKCQ7JESC6IFCQA6QYMFGY6YACXSALLCNCNB6WSXGAUW7OKQZT5MHT3TSDKQLAVSMZ4K"
)
(HERE / "documents").mkdir(exist_ok=True)
for name, lines in {
    "invoice": [PLACE + line for line in invoice],
    "card": [PLACE + "CARTE NATIONALE D'IDENTITÉ", *(PLACE + line for line in zone)],
    "zone": zone,
    "two_d_doc": [code],
    "wild": ["~" + line for line in invoice],
}.items():
    (HERE / "documents" / name).write_text("\n".join(lines), encoding="utf-8")
