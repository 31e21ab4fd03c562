#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""House rules that no compiler checks. Argument: the source folder."""

import pathlib
import re
import statistics
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'support'))
from tap import Tap  # noqa: E402

ROOT = pathlib.Path(sys.argv[1])
LONGEST_FILE = 600
LONGEST_FUNCTION = 60
WIDEST_LINE = 100

# A floor may include its own headers and those of the floors that it stands on.
FLOORS = {
    'model': {'model'},
    'store': {'store', 'model'},
    'graph': {'graph'},
    'coach': {'coach', 'model'},
    'report': {'report', 'model', 'graph'},
    'cli': {'cli', 'model', 'store', 'graph', 'coach', 'report'},
    'app': {'app', 'model', 'store', 'graph', 'coach', 'report'},
}
# Libraries that only some floors know.
LIBRARIES = {
    r'(gtk|gdk|gsk)/|adwaita\.h|gtk\.h': {'app'},
    r'(cairo|pango)[-/.]|pango/': {'report', 'app'},
    r'json-glib/': {'model', 'cli', 'coach', 'report', 'app'},
}
CODE = ('.c', '.h')
SIGNED = ('.c', '.h', '.py', '.ui', '.css', '.build', '.sh', '.in', '.xml', '.svg', '.js')


def files(*folders, suffixes=None):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob('*')):
            if path.is_file() and '__pycache__' not in path.parts \
                    and (suffixes is None or path.suffix in suffixes):
                yield path


def name(path):
    return path.relative_to(ROOT)


def unsigned():
    paths = [*files('src', 'tests', 'data', 'po', suffixes=SIGNED), ROOT / 'meson.build',
             *(p for p in files('build-aux', '.ci') if p.suffix != '.md')]
    for path in paths:
        if 'tests/data/' in str(path) and path.suffix != '.py' and path.name != 'meson.build':
            continue
        head = path.read_text(encoding='utf-8', errors='replace').splitlines()[:3]
        if not any('SPDX-License-Identifier: GPL-3.0-or-later' in line for line in head):
            yield f'{name(path)}: no SPDX line at the top'


def forbidden_includes():
    homes = {}
    for path in files('src', suffixes=('.h',)):
        homes[path.name] = path.relative_to(ROOT / 'src').parts[0]
    for path in files('src', suffixes=CODE):
        floor = path.relative_to(ROOT / 'src').parts[0]
        text = path.read_text(encoding='utf-8')
        for line, match in enumerate_includes(text):
            for pattern, allowed in LIBRARIES.items():
                if re.match(pattern, match) and floor not in allowed:
                    yield f'{name(path)}:{line}: {floor} may not include <{match}>'
            home = homes.get(match.rsplit('/', 1)[-1])
            if home and home not in FLOORS.get(floor, {home}):
                yield f'{name(path)}:{line}: {floor} may not include {match} of {home}'


def enumerate_includes(text):
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if match:
            yield number, match[1]


def children_that_know_their_window():
    """Parts of the window send a signal or activate an action; widgets know no session either."""
    window = {path.name for path in files('src/app/window', suffixes=('.h',))}
    window.add('waymark-application.h')
    for path in files('src/app', suffixes=CODE):
        room = path.relative_to(ROOT / 'src/app').parts[0]
        if room == 'window' or '.' in room:
            continue
        for line, match in enumerate_includes(path.read_text(encoding='utf-8')):
            header = match.rsplit('/', 1)[-1]
            if header in window or (room == 'widgets' and header == 'waymark-session.h'):
                yield f'{name(path)}:{line}: {room} may not include {match}'


def helpers_without_a_home():
    for path in files('src', suffixes=CODE):
        if re.search(r'(^|-)(utils?|misc|helpers?|common)\.[ch]$', path.name):
            yield f'{name(path)}: a helper goes to the type it serves'


def long_files():
    for path in files('src', 'tests', 'build-aux', suffixes=(*CODE, '.py', '.ui', '.css', '.sh')):
        lines = len(path.read_text(encoding='utf-8', errors='replace').splitlines())
        if lines > LONGEST_FILE:
            yield f'{name(path)}: {lines} lines, {LONGEST_FILE} are allowed'


def wide_lines():
    for path in files('src', 'tests', suffixes=CODE):
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            if len(line) > WIDEST_LINE:
                yield f'{name(path)}:{number}: {len(line)} columns, {WIDEST_LINE} are allowed'


def functions(path):
    """Yields name, line and length of the functions in a file of the house's brace style."""
    title, start = None, None
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        match = re.match(r'([a-z_][a-z0-9_]*) \(', line)
        if match:
            title = match[1]
        elif line == '{' and title:
            start = number
        elif line.startswith('}'):
            if start and title:
                yield title, start, number - start - 1
            title = start = None


def long_functions(measured):
    for path, title, line, length in measured:
        if length > LONGEST_FUNCTION and not title.endswith('_class_init'):
            yield f'{name(path)}:{line}: {title} has {length} lines, {LONGEST_FUNCTION} are allowed'


def jumps():
    for path in files('src', suffixes=CODE):
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            if re.match(r'\s+goto \w+;', line):
                yield f'{name(path)}:{number}: goto'


def untidy():
    for path in files('src', 'tests', suffixes=(*CODE, '.py', '.ui', '.css', '.build')):
        if path.suffix not in ('.py', '.build') and 'tests/data/' in str(path):
            continue
        text = path.read_text(encoding='utf-8', errors='replace')
        if text and not text.endswith('\n'):
            yield f'{name(path)}: no newline at the end'
        for number, line in enumerate(text.splitlines(), 1):
            if line.rstrip() != line or '\t' in line:
                yield f'{name(path)}:{number}: tab or space at the end'


tap = Tap()
tap.check('every source names its licence', unsigned())
tap.check('floors include only what they stand on', forbidden_includes())
tap.check('no part of the window knows it', children_that_know_their_window())
tap.check('no file of stray helpers', helpers_without_a_home())
tap.check('no file is too long', long_files())
tap.check('no line is too wide', wide_lines())
MEASURED = [(path, *found) for path in files('src', suffixes=('.c',)) for found in functions(path)]
tap.check('no function is too long', long_functions(MEASURED))
tap.check('no goto', jumps())
tap.check('no tabs, no spaces at the end', untidy())
if MEASURED:
    lengths = [length for *_, length in MEASURED]
    short = sum(length <= 40 for length in lengths) / len(lengths)
    tap.note(f'{len(lengths)} functions, median {statistics.median(lengths):.0f} lines, '
             f'{short:.0%} of at most 40')
    sizes = [len(path.read_text(encoding='utf-8').splitlines()) for path in files('src', suffixes=CODE)]
    tap.note(f'{len(sizes)} files, median {statistics.median(sizes):.0f} lines')
tap.finish()
