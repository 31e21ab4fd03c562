# SPDX-License-Identifier: GPL-3.0-or-later
"""Merge with another copy, answer the question that is left, take it back."""

import json

from journey import Journey, starts

ID = 'k-9gm74fvf97'
TITLE, MINE, THEIRS = 'Net revenue retention', 'Net retention', 'Retention of revenue'

with Journey('resolve') as journey:
    plan = journey.copy_example()
    copy = journey.copy_example('copy.okr')

    def rename(path, title):
        path.write_text(path.read_text('utf-8').replace(f'"{TITLE}"', f'"{title}"'), 'utf-8')

    def title():
        return journey.item(plan, ID)['title']

    def merge():
        journey.key('F10')
        journey.find('menu item', starts('Merge With')).click()
        journey.choose(copy, 'Merge…')

    with journey.step('a copy without anything new says so'):
        journey.start(plan)
        journey.find('row', starts(TITLE))
        merge()
        journey.says('“copy.okr” holds nothing new')

    with journey.step('what is no plan is refused'):
        text = copy.read_bytes()
        copy.write_bytes(b'{}')
        merge()
        journey.find('label', '“copy.okr” Cannot Be Merged')
        journey.key('Escape')
        journey.gone('label', '“copy.okr” Cannot Be Merged')

    with journey.step('titles that differ are questions'):
        copy.write_bytes(text)
        rename(copy, THEIRS)
        merge()
        dialog = journey.find('window', 'Review Merge')
        dialog.find('label', '0 of 2 answered')  # the title, and the one that was agreed
        dialog.find('button', f'Mine: {TITLE}')
        dialog.find('button', f'Theirs: {THEIRS}').click()
        dialog.find('label', '1 of 2 answered')
        dialog.find('button', 'All Theirs').click()
        dialog.find('label', '2 of 2 answered')
        dialog.find('button', 'Merge').click()
        journey.gone('window', 'Review Merge')
        journey.says('The copies are merged')
        journey.save(plan, lambda _: title() == THEIRS, 'their title')

    with journey.step('undo takes the merge back'):
        journey.key('ctrl+z')
        journey.save(plan, lambda _: title() == TITLE, 'my title')
        journey.quit()

    with journey.step('a question that is in the plan already is answered'):
        document = json.loads(plan.read_text('utf-8'))
        document['conflicts'] = [{'id': 'x-1', 'item': ID, 'field': 'title', 'ours': TITLE,
                                  'theirs': MINE}]
        plan.write_text(json.dumps(document), 'utf-8')
        journey.start(plan)
        journey.find('row', starts(TITLE))
        journey.find('label', '1 question of a merge is open.')
        journey.key('F10')
        journey.find('menu item', starts('Resolve Conflicts'))
        journey.key('Escape')
        journey.find('button', 'Review…').click()
        dialog = journey.find('window', 'Resolve Conflicts')
        dialog.find('button', 'All Theirs').click()
        dialog.find('label', '1 of 1 answered')
        dialog.find('button', 'Apply').click()
        journey.gone('window', 'Resolve Conflicts')
        journey.says('Conflicts resolved')
        journey.gone('label', '1 question of a merge is open.')
        journey.save(plan, lambda saved: title() == MINE and not saved.get('conflicts'), 'answer')
        journey.quit()
