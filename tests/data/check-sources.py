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
# Rooms of a floor, from the ground up: a room sees those before it, and none beside it.
ROOMS = {
    'model': ['.', 'values', 'json text', 'figures', 'items', 'plan', 'document', 'merge',
              'check'],
    'app': ['text', 'widgets', 'session', 'asking', 'forms', 'document exchange', 'views dialogs',
            'window', '.'],
    'report': ['draw import', 'digest', 'pages picture', 'export'],
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
    for path, line, header, home in includes():
        floor = folders(path)[0]
        for pattern, allowed in LIBRARIES.items():
            if re.match(pattern, header) and floor not in allowed:
                yield f'{name(path)}:{line}: {floor} may not include <{header}>'
        if home and home[0] not in FLOORS.get(floor, {home[0]}):
            yield f'{name(path)}:{line}: {floor} may not include {header} of {home[0]}'


def rooms_out_of_order():
    for path, line, header, home in includes():
        floor, room = (*folders(path), '.')[:2]
        if home is None or home[0] != floor or floor not in ROOMS:
            continue
        other = (*home, '.')[1]
        storeys = {each: storey for storey, rooms in enumerate(ROOMS[floor])
                   for each in rooms.split()}
        if room not in storeys:
            yield f'{name(path)}: {room} has no place among the rooms of {floor}'
        elif other != room and storeys.get(other, 0) >= storeys[room]:
            yield f'{name(path)}:{line}: {room} may not include {header} of {other}'


def rooms_in_circles():
    """Folders that include each other are one folder, whatever they are called."""
    seen = {}
    for path, _, header, home in includes():
        if home and home != folders(path) and home[0] == folders(path)[0]:
            seen.setdefault(folders(path), {}).setdefault(home, (path, header))
    for room in seen:
        reached = {}
        left = [(room, None)]
        while left:
            here, first = left.pop()
            for there, why in seen.get(here, {}).items():
                if there not in reached:
                    reached[there] = first or why
                    left.append((there, reached[there]))
        if room in reached:
            path, header = reached[room]
            yield f'{"/".join(room)} is included by what it includes, as {name(path)}: {header}'


def folders(path):
    return path.relative_to(ROOT / 'src').parts[:-1]


def includes():
    """Yields path, line and header of each include, and in which folder that is, if in any."""
    homes = {path.name: folders(path) for path in files('src', suffixes=('.h',))}
    for path in files('src', suffixes=CODE):
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if match:
                yield path, number, match[1], homes.get(match[1].rsplit('/', 1)[-1])


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
tap.check('rooms of a floor include only what they stand on', rooms_out_of_order())
tap.check('no folders include each other in a circle', rooms_in_circles())
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
