"""Writes style/font.css: Archivo's two slices, and the system's faces brought to its measures.

In:  the folder with the unpacked packages and the two lists of code points.  Out: CSS on standard output.
A fallback face is widened or narrowed until this catalogue's kind of text is as long as in Archivo, and
stands on the same line, so that nothing moves when the font arrives.
"""

import sys

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

WORK, LATIN, VIETNAMESE = sys.argv[1:]
# what the site mostly shows: names of products and producers, places, states, numbers
SAMPLE = """Nước mắm Lê Gia cốt đặc biệt 40N Công ty TNHH Thực phẩm và Thương mại dịch vụ Lê Gia xã Hoằng Thanh
huyện cũ Hoằng Hóa Còn hiệu lực đến 7/2027 Hết hiệu lực 23/12/2022 Nguồn không ghi ngày Giỏ trái đất Việt Trang
Hợp tác xã nông nghiệp Bánh gai Tứ Trụ Chè lam Phủ Quảng Rượu cần Sản phẩm Chủ thể Nơi làm Xuất khẩu Nhật Bản
In force until 2027 Picture drawn from the catalogue's data; it is not a photograph. Former district Quality"""
# name, local faces for regular and bold, package, its weights
SYSTEM = [
    ("Archivo Arial", {400: ["Arial", "Liberation Sans", "Arimo", "Helvetica"],
                       700: ["Arial Bold", "Liberation Sans Bold", "Arimo Bold", "Helvetica Bold"]}, "arimo"),
    ("Archivo Roboto", {400: ["Roboto", "Roboto Regular"], 700: ["Roboto Bold"]}, "roboto"),
]
# where Archivo is measured (width, weight), for which widths and weights, and with which face of the system
PLACES = [
    (100, 450, "90% 100%", "400 549", 400),
    (100, 650, "90% 100%", "550 900", 700),
    (80, 550, "78% 89%", "400 649", 400),
    (80, 800, "78% 89%", "650 900", 700),
    (74, 850, "74% 77%", "400 900", 700),
]


def length(fonts):
    maps = [(f.getBestCmap(), f["hmtx"].metrics, f["head"].unitsPerEm) for f in fonts]
    total = 0.0
    for letter in SAMPLE.replace("\n", " "):
        cmap, metrics, units = next(m for m in maps if ord(letter) in m[0])
        total += metrics[cmap[ord(letter)]][0] / units
    return total


def archivo(width, weight):
    fonts = []
    for name in ("latin", "vietnamese"):
        font = TTFont(f"{WORK}/archivo/files/archivo-{name}-wdth-normal.woff2")
        fonts.append(instantiateVariableFont(font, {"wdth": width, "wght": weight}, inplace=True))
    return fonts


def system(package, weight):
    return [TTFont(f"{WORK}/{package}/files/{package}-{name}-{weight}-normal.woff2") for name in ("latin", "vietnamese")]


def face(name, lines):
    body = "".join(f"  {key}: {value};\n" for key, value in lines)
    return f'@font-face {{\n  font-family: "{name}";\n{body}}}\n'


out = ["/* Archivo, SIL Open Font Licence (public/fonts/OFL.txt). Written by tools/font/cut.sh: change that instead.\n"
       "   Addresses are seen from the built style sheet, at the root of the site.\n"
       "   Use as: font-family: Archivo, \"Archivo Arial\", \"Archivo Roboto\", sans-serif; */\n"]
for name, codes in (("latin", LATIN), ("vietnamese", VIETNAMESE)):
    out.append(face("Archivo", [
        ("src", f'url("fonts/archivo-{name}.woff2") format("woff2")'), ("font-weight", "450 850"),
        ("font-stretch", "74% 100%"), ("font-display", "swap"), ("unicode-range", codes.replace(",", ", "))]))

hhea = TTFont(f"{WORK}/archivo/files/archivo-latin-wdth-normal.woff2")["hhea"]
for name, local, package in SYSTEM:
    for width, weight, widths, weights, bold in PLACES:
        adjust = length(archivo(width, weight)) / length(system(package, bold))
        out.append(face(name, [
            ("src", ", ".join(f'local("{face_name}")' for face_name in local[bold])), ("font-weight", weights),
            ("font-stretch", widths), ("size-adjust", f"{adjust:.2%}"),
            ("ascent-override", f"{hhea.ascent / 1000 / adjust:.2%}"),
            ("descent-override", f"{-hhea.descent / 1000 / adjust:.2%}"), ("line-gap-override", "0%")]))
print("\n".join(out), end="")
