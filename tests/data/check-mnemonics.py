#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No two entries of a menu, and no two labels of a page or a question, have the same access key.

Usage: check-mnemonics.py SOURCE-FOLDER

It looks at .ui files, and at the texts with an access key in each function of the C sources, in
English and in each language of po/LINGUAS. What has no translation yet is left out there.
"""

import gettext
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'support'))
from tap import Tap  # noqa: E402

ROOT = pathlib.Path(sys.argv[1])
KEY = re.compile(r'_(\w)')
# What is shown one at a time.
PAGES = {'GtkStackPage', 'AdwViewStackPage', 'AdwLeafletPage', 'GtkPopover'}
# Menus that are put together of several parts: the names of parts as below.
TOGETHER = [
    ('waymark-window.ui primary_menu', 'waymark-window.c format_undo', 'waymark-window.c format_redo',
     'waymark-window-open.c waymark_window_update_recent'),
    ('waymark-item-menu.ui item_menu', 'waymark-item-menu.c waymark_item_menu_popup_with',
     'waymark-alignment-actions.c new_item_menu', 'waymark-alignment-actions.c append_graph_entries'),
]
# Of these one is hidden while the other is shown.
APART = [
    {'_Hide All Key Results', 'S_how All Key Results'},
    {'_Undo', '_Undo: %s'},
    {'_Redo', '_Redo: %s'},
    {'_Save…', '_Save and Send'},
    {'_Cancel', '_Create'},
    {'Con_fidence: not set', 'Con_fidence: %d of 10'},
]


def translatable(element):
    return element.get('translatable') == 'yes' and KEY.search(element.text or '')


def menu_labels(menu):
    """Those of a menu and its sections: each submenu is a menu of its own."""
    for child in menu:
        if child.tag == 'attribute' and child.get('name') == 'label' and translatable(child):
            yield child.text
        elif child.tag in ('item', 'section'):
            yield from menu_labels(child)
        elif child.tag == 'submenu':
            yield from (part.text for part in child.findall('attribute') if translatable(part))


def is_page(element):
    return element.tag == 'object' and element.get('class') in PAGES


def page_labels(element):
    properties = {child.get('name'): child for child in element.findall('property')}
    if 'use-underline' in properties:
        yield from (child.text for name, child in properties.items() if translatable(child))
    for child in element:
        if not is_page(child):
            yield from page_labels(child)


def ui_parts(path):
    root = xml.etree.ElementTree.parse(path).getroot()
    for menu in root.iter('menu'):
        yield f'{path.name} {menu.get("id")}', list(menu_labels(menu))
    for submenu in root.iter('submenu'):
        yield f'{path.name} submenu', list(menu_labels(submenu))
    for top in root:
        if top.tag in ('template', 'object'):
            around = list(page_labels(top))
            yield f'{path.name} {top.get("class") or top.get("id")}', around
            for number, page in enumerate(child for child in top.iter() if is_page(child)):
                yield f'{path.name} page {number}', around + list(page_labels(page))


def c_parts(path):
    text = path.read_text(encoding='utf-8')
    for function in re.finditer(r'^(\w+) \([^;{]*\)\n\{\n(.*?)^\}', text, re.M | re.S):
        labels = re.findall(r'\bN?_ \("([^"]*)"\)', function[2])
        yield f'{path.name} {function[1]}', [label for label in labels if KEY.search(label)]
        for either in re.finditer(r'\? _ \("([^"]*)"\)\s+: _ \("([^"]*)"\)', function[2]):
            APART.append({either[1], either[2]})


def find_parts():
    parts = {}
    for path in sorted((ROOT / 'src' / 'app').rglob('*')):
        if path.suffix in ('.ui', '.c'):
            parts.update(ui_parts(path) if path.suffix == '.ui' else c_parts(path))
    return parts


def key_of(label):
    return KEY.search(label)[1].casefold()


def problems(parts, translate):
    for name, labels in parts.items():
        known = {}
        for label in dict.fromkeys(labels):
            shown = translate(label)
            if shown is None or not KEY.search(shown):
                continue
            other = known.setdefault(key_of(shown), label)
            if other != label and {label, other} not in APART:
                yield f'{name}: “{shown}” and “{translate(other)}”'


def translator(language):
    with tempfile.TemporaryDirectory() as folder:
        compiled = pathlib.Path(folder) / 'all.mo'
        subprocess.run(['msgfmt', '-o', compiled, ROOT / 'po' / f'{language}.po'], check=True)
        with compiled.open('rb') as file:
            catalogue = gettext.GNUTranslations(file)
    return lambda label: (catalogue.gettext(label)
                          if catalogue.gettext(label) != label else None)


def languages():
    lines = (ROOT / 'po' / 'LINGUAS').read_text(encoding='utf-8').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


tap = Tap()
parts = find_parts()
missing = [name for names in TOGETHER for name in names if not parts.get(name)]
tap.check('all parts of the menus are found', missing)
for names in TOGETHER:
    parts[' + '.join(names)] = [label for name in names for label in parts.get(name, [])]
tap.note(f'{sum(len(labels) > 1 for labels in parts.values())} menus, pages and questions')
tap.check('access keys in English', problems(parts, lambda label: label))
for language in languages():
    tap.check(f'access keys in {language}', problems(parts, translator(language)))
tap.finish()
