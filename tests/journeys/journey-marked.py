# SPDX-License-Identifier: GPL-3.0-or-later
"""A file in which git has left both versions opens as a merge."""

import re

from journey import EXAMPLE, Journey, starts

ID = 'k-9gm74fvf97'
TITLE, MINE, THEIRS = 'Net revenue retention', 'Net retention', 'Retention of revenue'
LEFT = re.compile('^git has left two versions in this file')
QUESTION = '1 question of a merge is open.'

with Journey('marked') as journey:
    plan = journey.path('plan.okr')

    def write_marked():
        lines = EXAMPLE.read_text('utf-8').splitlines(keepends=True)
        number, line = next((n, text) for n, text in enumerate(lines) if f'"{TITLE}"' in text)
        lines[number] = ''.join(['<<<<<<< HEAD\n', line.replace(TITLE, MINE),
                                 '||||||| base\n', line,
                                 '=======\n', line.replace(TITLE, THEIRS),
                                 '>>>>>>> theirs\n'])
        plan.write_text(''.join(lines), 'utf-8')

    with journey.step('both versions are brought together, and what differs is a question'):
        write_marked()
        marked = plan.read_bytes()
        journey.start(plan)
        journey.find('row', starts(MINE))
        journey.find('label', LEFT)
        journey.find('label', QUESTION)
        journey.find('button', 'Save Changes')
        assert plan.read_bytes() == marked

    with journey.step('the question is answered, and taken back'):
        journey.find('button', 'Review…').click()
        dialog = journey.find('window', 'Resolve Conflicts')
        dialog.find('button', f'Mine: {MINE}')
        dialog.find('button', f'Theirs: {THEIRS}').click()
        dialog.find('label', '1 of 1 answered')
        dialog.find('button', 'Apply').click()
        journey.gone('window', 'Resolve Conflicts')
        journey.says('Conflicts resolved')
        journey.find('row', starts(THEIRS))
        journey.gone('label', QUESTION)
        journey.key('ctrl+z')
        journey.find('row', starts(MINE))
        journey.find('label', QUESTION)
        journey.key('ctrl+shift+z')
        journey.gone('label', QUESTION)

    with journey.step('saved, the file is a plan again'):
        journey.key('ctrl+s')
        journey.says('Plan saved')
        assert journey.item(plan, ID)['title'] == THEIRS
        assert not journey.load(plan).get('conflicts')
        journey.gone('label', LEFT)
        journey.gone('button', 'Save Changes')
        journey.quit()

    with journey.step('without a save the file stays as git has left it'):
        write_marked()
        journey.start(plan)
        journey.find('label', LEFT)
        journey.key('ctrl+w')
        journey.find('button', 'Discard').click()
        journey.ends()
        assert plan.read_bytes() == marked
