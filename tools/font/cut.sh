#!/usr/bin/env bash
# Makes public/fonts, style/font.css, style/paper.css, data/fonts and the widths of letters on paper anew: Archivo (SIL
# OFL) from npm, cut to the axes, weights and letters in use. data/fonts is what the native command draws preview pictures with: the same two slices, unpacked,
# with every letter they have, since a name may hold any. Needs Python 3 with venv, npm and a network; only who changes the fonts needs to run it.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=target/font
export SOURCE_DATE_EPOCH=1767225600 # the same bytes on every day
mkdir -p $work public/fonts data/fonts style

# what the style sheets use: width 74 to 100, weight 450 to 850
axes=(wdth=74:100 wght=450:850)
latin=U+20-7E,U+A0,U+AB,U+B0-B2,U+B7,U+BB,U+BD,U+C0-C3,U+C8-CA,U+CC,U+CD,U+D2-D5,U+D7,U+D9,U+DA,U+DD
latin+=,U+E0-E3,U+E8-EA,U+EC,U+ED,U+F2-F5,U+F9,U+FA,U+FD,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D
latin+=,U+2022,U+2026,U+2212
vietnamese=U+102,U+103,U+110,U+111,U+128,U+129,U+168,U+169,U+1A0,U+1A1,U+1AF,U+1B0,U+1EA0-1EF9,U+20AB

package() { # NAME VERSION: unpacked once into target/font/NAME
  [ -d "$work/$1" ] && return
  mkdir -p "$work/$1"
  (cd "$work/$1" && npm pack --silent "$2" >/dev/null && tar xzf ./*.tgz --strip-components=1 && rm ./*.tgz)
}
package archivo @fontsource-variable/archivo@5.3.0
package arimo @fontsource/arimo@5.3.0   # has the measures of Arial
package roboto @fontsource/roboto@5.3.0 # what Android has

if [ ! -x $work/venv/bin/pyftsubset ]; then
  python3 -m venv $work/venv
  $work/venv/bin/pip install --quiet fonttools==4.68.0 brotli==1.2.0
fi

cut_slice() { # SLICE UNICODES
  local font="$work/$1.ttf"
  $work/venv/bin/fonttools varLib.instancer --quiet -o "$font" \
    "$work/archivo/files/archivo-$1-wdth-normal.woff2" "${axes[@]}"
  # hints do nothing on screens of today
  $work/venv/bin/pyftsubset "$font" --unicodes="$2" --layout-features=kern,ccmp,tnum,rvrn --no-hinting \
    --name-IDs=0,1,2,13,14 --drop-tables+=STAT,gasp --flavor=woff2 --output-file="public/fonts/archivo-$1.woff2"
  # unpacked: what is cut keeps the form it came in
  $work/venv/bin/python - "$font" "$work/$1-plain.ttf" <<'UNPACK'
import sys
from fontTools.ttLib import TTFont
font = TTFont(sys.argv[1], recalcTimestamp=False)
font.flavor = None
font.save(sys.argv[2])
UNPACK
  $work/venv/bin/pyftsubset "$work/$1-plain.ttf" --unicodes='*' --layout-features=kern,ccmp,rvrn --no-hinting \
    --notdef-outline --name-IDs=0,1,2,13,14 --drop-tables+=STAT,gasp --output-file="data/fonts/archivo-$1.ttf"
}
cut_slice latin "$latin"
cut_slice vietnamese "$vietnamese"
cp $work/archivo/LICENSE public/fonts/OFL.txt
cp $work/archivo/LICENSE data/fonts/OFL.txt
$work/venv/bin/python tools/font/css.py $work "$latin" "$vietnamese" >style/font.css
$work/venv/bin/python tools/font/paper.py public/fonts "$latin" "$vietnamese" >style/paper.css
wc -c public/fonts/*.woff2 data/fonts/*.ttf
$work/venv/bin/python tools/font/widths.py public/fonts >src/press/metric/table.rs
