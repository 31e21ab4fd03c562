#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each translation in po/LINGUAS is well formed and covers nearly all text of today's sources.

Usage: check-translations.py SOURCE-FOLDER
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'support'))
from tap import Tap  # noqa: E402

ROOT = pathlib.Path(sys.argv[1])
# New text may land before its translation does.
MOST_MISSING = 0.05
# Those of meson's preset "glib", which makes the template.
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3',
            'g_dpgettext2:2c,3')


def run(*command):
    """The exit code of a program, and all that it says."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=ROOT,
                          env={**os.environ, 'LC_ALL': 'C'}, encoding='utf-8', check=False)
    return done.returncode, done.stdout


def figure(said, what):
    """A figure of `msgfmt --statistics`, such as "12 translated messages, 1 untranslated message."."""
    found = re.search(rf'(\d+) {what} message', said)
    return int(found[1]) if found else 0


def languages():
    lines = (ROOT / 'po' / 'LINGUAS').read_text(encoding='utf-8').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def form_problems(language):
    code, said = run('msgfmt', '--check', '--check-accelerators=_', '-o', os.devnull,
                     f'po/{language}.po')
    if code != 0:
        yield said
    header = (ROOT / 'po' / f'{language}.po').read_text(encoding='utf-8').split('\n\n')[0]
    if f'"Language: {language}\\n"' not in header:
        yield f'the header does not say “Language: {language}”'


def coverage_problems(language, template):
    merged = template.with_suffix('.po')
    code, said = run('msgmerge', '--quiet', '--no-fuzzy-matching', '-o', str(merged),
                     f'po/{language}.po', str(template))
    if code != 0:
        yield said
        return
    said = run('msgfmt', '--statistics', '-o', os.devnull, str(merged))[1]
    n_missing = figure(said, 'untranslated') + figure(said, 'fuzzy')
    n_all = n_missing + figure(said, 'translated')
    if n_all == 0 or n_missing > MOST_MISSING * n_all:
        yield f'{n_missing} of {n_all} are missing'
        yield run('msgattrib', '--untranslated', '--no-wrap', str(merged))[1]


def fuzzy_problems(language):
    said = run('msgfmt', '--statistics', '-o', os.devnull, f'po/{language}.po')[1]
    if figure(said, 'fuzzy'):
        yield f'{figure(said, "fuzzy")} are fuzzy'


tap = Tap()
with tempfile.TemporaryDirectory() as folder:
    template = pathlib.Path(folder) / 'template.pot'
    code, said = run('xgettext', '--from-code=UTF-8', '--files-from=po/POTFILES', '-o',
                     str(template), *(f'--keyword={keyword}' for keyword in KEYWORDS))
    tap.check('the template is made', [] if code == 0 and template.exists() else [said or 'empty'])
    for language in languages():
        tap.check(f'{language} is well formed', form_problems(language))
        tap.check(f'{language} has nothing fuzzy', fuzzy_problems(language))
        tap.check(f'{language} is nearly complete', coverage_problems(language, template))
tap.finish()
