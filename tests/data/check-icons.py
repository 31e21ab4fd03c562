#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Icons are sound, drawable, and where themes look for them. Arguments: icon folder, rsvg-convert."""

import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'support'))
from tap import Tap  # noqa: E402

ICONS = pathlib.Path(sys.argv[1])
RSVG = sys.argv[2]
SVG = '{http://www.w3.org/2000/svg}'


def problems(path):
    symbolic = path.stem.endswith('-symbolic')
    side = 16 if symbolic else 128
    root = tree.parse(path).getroot()
    if root.tag != SVG + 'svg' or root.get('viewBox') != f'0 0 {side} {side}':
        yield f'the drawing is not {side} × {side}'
    for element in root.iter():
        if element.tag in (SVG + 'image', SVG + 'text', SVG + 'script', SVG + 'foreignObject'):
            yield f'{element.tag} is not allowed'
        if symbolic and (element.get('stroke') or element.get('fill') not in (None, '#222222')):
            yield 'a symbolic icon is filled with #222222 and has no stroke'
    drawn = subprocess.run([RSVG, '-w', '16', '-h', '16', str(path)], capture_output=True, check=False)
    if drawn.returncode or not re.match(rb'\x89PNG', drawn.stdout):
        yield drawn.stderr.decode() or 'cannot be drawn'


tap = Tap()
icons = sorted(ICONS.rglob('*.svg'))
NEEDED = ('scalable/apps/io.github.waymark.Waymark.svg',
          'symbolic/apps/io.github.waymark.Waymark-symbolic.svg',
          'scalable/mimetypes/application-vnd.waymark.okr+json.svg')
tap.check('the theme has our icons', (f'missing: {x}' for x in NEEDED if not (ICONS / 'hicolor' / x).exists()))
for icon in icons:
    tap.check(icon.name, problems(icon))
tap.finish()
