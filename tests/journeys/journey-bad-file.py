# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that is no plan: what is wrong, and where."""

import re

from journey import EXAMPLE, Journey

with Journey('bad-file') as journey:
    bad = journey.path('bad.okr')
    text = EXAMPLE.read_text(encoding='utf-8')
    line = text[:text.index('"mission"')].count('\n') + 1
    bad.write_text(text.replace('"mission": ', '"mission"; '), encoding='utf-8')

    with journey.step('the window tells the line and the column'):
        journey.start(bad)
        journey.find(None, re.compile('bad.okr.*Cannot Be Opened'))
        told = journey.find('label', re.compile('column')).name
        assert re.search(rf'\bline {line}, column 12\b', told, re.I), told

    with journey.step('closing it leads to the first page'):
        journey.key('Return')
        journey.find('button', 'New Plan…')

    with journey.step('the file is untouched'):
        assert '"mission"; ' in bad.read_text(encoding='utf-8')
        journey.quit()
