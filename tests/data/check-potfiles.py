#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES names every file with text for people, and only such.

Usage: check-potfiles.py SOURCE-FOLDER [--write]; --write brings the list up to date instead.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'support'))
from tap import Tap  # noqa: E402

ROOT = pathlib.Path(sys.argv[1])
MARKED = {
    '.c': r'\b(N?C?_|ngettext|g_dngettext|g_dpgettext2|g_dgettext|dgettext|gettext) ?\(\s*"',
    '.h': r'\bN?C?_ ?\(\s*"',
    '.ui': r'translatable="(yes|true)"',
}


def marked():
    for path in sorted((ROOT / 'src').rglob('*')):
        pattern = MARKED.get(path.suffix)
        if pattern and re.search(pattern, path.read_text(encoding='utf-8')):
            yield str(path.relative_to(ROOT))
    for pattern in ('data/*.desktop.in', 'data/*.metainfo.xml.in', 'data/*.mime.xml.in',
                    'data/*.gschema.xml'):
        yield from (str(path.relative_to(ROOT)) for path in sorted(ROOT.glob(pattern)))


def entries(path):
    lines = (ROOT / path).read_text(encoding='utf-8').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


wanted = set(marked())
if '--write' in sys.argv[2:]:
    potfiles = ROOT / 'po' / 'POTFILES'
    comments = [line for line in potfiles.read_text(encoding='utf-8').splitlines() if line[:1] == '#']
    potfiles.write_text('\n'.join([*comments, *sorted(wanted)]) + '\n', encoding='utf-8')
    sys.exit(0)

listed = entries('po/POTFILES')
tap = Tap()
tap.check('every file with text is listed', (f'missing: {x}' for x in sorted(wanted - set(listed))))
tap.check('only files with text are listed', (f'stray: {x}' for x in listed if x not in wanted))
tap.check('listed once, in order', () if listed == sorted(set(listed)) else ['sort po/POTFILES'])
languages = entries('po/LINGUAS')
tap.check('each language has its file',
          (f'missing: po/{x}.po' for x in languages if not (ROOT / 'po' / f'{x}.po').exists()))
tap.check('each file has its language',
          (f'not in LINGUAS: {x.name}' for x in (ROOT / 'po').glob('*.po') if x.stem not in languages))
tap.finish()
