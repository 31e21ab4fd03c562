# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes reports, and tells what stands on which of their pages."""

import re

from pdf import tool, words

MARGIN = 48
BOTTOM = 0.6 * MARGIN
PAPERS = [(['--paper', 'a4'], [595, 842]), (['--paper', 'letter'], [612, 792]),
          (['--paper', 'a4', '--landscape'], [595, 842])]
REPORTS = ['summary', 'details', 'full', 'checkin', 'retrospective', 'teams', 'people']


def report(place, name, *arguments):
    place.okr('export', 'plan.okr', '-o', name, *arguments)
    return name


def squeeze(text):
    """What is left where it does not matter how lines break."""
    return re.sub(r'[\s\u200b-\u200f\u2060-\u206f\ufeff]', '', text)


def text_of(place, name):
    return squeeze(tool(place, 'pdftotext', '-raw', name, '-'))


def assert_inside(place, name):
    for number, (width, height, found) in enumerate(words(place, name), 1):
        for word, x, y, right, bottom in found:
            assert (x >= MARGIN - 1 and right <= width - MARGIN + 1 and y >= MARGIN - 4
                    and bottom <= height - BOTTOM + 2), (number, word, x, y, right, bottom)


def pages_of(place, name):
    return [squeeze(page) for page in tool(place, 'pdftotext', '-raw', name, '-').split('\f')]


def on_pages(pages, wanted):
    """The pages on which a row of words stands."""
    return [n for n, page in enumerate(pages, 1) if squeeze(wanted) in page]


def structure(place, *arguments):
    report(place, 'a.pdf', *arguments)
    pages = tool(place, 'pdftotext', '-layout', 'a.pdf', '-').rstrip('\f').split('\f')
    return ''.join(f'page {n}\n' + ''.join(
        re.sub(r' {2,}', ' | ', line.strip()) + '\n' for line in page.splitlines() if line.strip())
        for n, page in enumerate(pages, 1))


def every_text(place, *arguments, kind='details'):
    """What a report says in PDF, Markdown and HTML."""
    texts = [structure(place, '--report', kind, *arguments)]
    for name in ['a.md', 'a.html']:
        place.okr('export', 'plan.okr', '-o', name, '--report', kind, *arguments)
        texts.append(re.sub('<style>.*?</style>|<[^>]*>', ' ', (place.path / name).read_text(), flags=re.S))
    return [re.sub(r'[\u2066-\u2069\\]', '', text) for text in texts]


def check_in(id, day, **members):
    return {'id': id, 'date': day, 'created': f'{day}T09:00:00Z', **members}
