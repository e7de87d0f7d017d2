"""Writes style/paper.css and the fonts it names: Archivo's slices in the five fixed faces of paper.

In:  the folder with the two variable slices, and their lists of code points.  Out: public/fonts/paper-*.woff2, and CSS
on standard output.  Firefox prints letters of variable fonts as drawings, which cannot be copied or read aloud from a
PDF; fixed faces are embedded as fonts by all browsers.
"""

import sys

from faces import FACES
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS, LATIN, VIETNAMESE = sys.argv[1:]

out = ["/* The fixed faces of paper. Written by tools/font/cut.sh: change that instead. */\n"]
for name, width, weight in FACES:
    for part, codes in (("latin", LATIN), ("vietnamese", VIETNAMESE)):
        font = TTFont(f"{FONTS}/archivo-{part}.woff2", recalcTimestamp=False)
        font = instantiateVariableFont(font, {"wdth": width, "wght": weight}, inplace=True)
        # a PDF tells fonts apart by their names
        for record in font["name"].names:
            if record.nameID in (1, 4, 16):
                record.string = f"Archivo Paper {name.title()}"
            elif record.nameID == 6:
                record.string = f"ArchivoPaper-{name.title()}"
        file = f"paper-{name}-{part}.woff2"
        font.flavor = "woff2"
        font.save(f"{FONTS}/{file}")
        out.append(
            f'@font-face {{\n  font-family: "Archivo Paper";\n  src: url("fonts/{file}") format("woff2");\n'
            f"  font-weight: {weight};\n  font-stretch: {width}%;\n  unicode-range: {codes.replace(',', ', ')};\n}}\n"
        )
print("\n".join(out), end="")
