"""Writes src/press/metric/table.rs: how wide each letter of Archivo is in the faces that paper uses.

In:  the folder with the site's two slices of the font.  Out: Rust on standard output.
A letter that neither slice has stands as 0.
"""

import sys

from faces import FACES
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FOLDER = sys.argv[1]
# code points from and to, inclusive: ASCII, Latin, quotation marks and dashes, the dong, the minus, Vietnamese
STRETCHES = [(0x20, 0x7E), (0xA0, 0x1B0), (0x1EA0, 0x1EF9), (0x2013, 0x2026), (0x20AB, 0x20AB), (0x2212, 0x2212)]


def widths(width, weight):
    known = {}
    for part in ("latin", "vietnamese"):
        font = TTFont(f"{FOLDER}/archivo-{part}.woff2")
        assert font["head"].unitsPerEm == 1000
        font = instantiateVariableFont(font, {"wdth": width, "wght": weight})
        for code, glyph in font.getBestCmap().items():
            known.setdefault(code, font["hmtx"][glyph][0])
    inside = [code for first, last in STRETCHES for code in range(first, last + 1)]
    assert set(known) <= set(inside), "a letter of the site stands in no stretch"
    return [known.get(code, 0) for code in inside]


faces = [widths(width, weight) for _, width, weight in FACES]
stretches = ", ".join(f"(0x{first:X}, 0x{last:X})" for first, last in STRETCHES)
print("//! How wide each letter is in each face of paper, in thousandths of its size; 0 where the site's fonts have no such")
print("//! letter. Written by tools/font/cut.sh: change that instead.")
print()
print("/// The first and the last letter of each stretch that the widths stand for.")
print(f"pub(super) const STRETCHES: [(u32, u32); {len(STRETCHES)}] = [{stretches}];")
print()
print("/// A row a face, in the order of [`Face`](super::Face).")
print("#[rustfmt::skip]")
print(f"pub(super) static WIDTHS: [[u16; {len(faces[0])}]; {len(faces)}] = [")
for face in faces:
    print("    [")
    for at in range(0, len(face), 24):
        print("        " + " ".join(f"{w}," for w in face[at:at + 24]))
    print("    ],")
print("];")
