# SPDX-License-Identifier: GPL-3.0-or-later
"""Type into the inspector, and take it back."""

from journey import Journey, starts

TITLE, ID = 'Net revenue retention', 'k-9gm74fvf97'
NEW = 'Shops stay and buy more'

with Journey('typing') as journey:
    plan = journey.copy_example()

    with journey.step('what is typed shows in the list at once'):
        journey.start(plan)
        journey.select(TITLE)
        entry = journey.wait(lambda: next((node for node in journey.application.find_all('entry')
                                           if node.text == TITLE), None), 'title in the inspector')
        journey.fill(entry, NEW)
        journey.find('row', starts(NEW))

    with journey.step('the whole word is one step to undo'):
        journey.key('Escape')
        journey.key('ctrl+z')
        journey.find('row', starts(TITLE))
        journey.wait(lambda: entry.text == TITLE, 'old title in the inspector')

    with journey.step('redo and save write it'):
        journey.key('ctrl+shift+z')
        journey.find('row', starts(NEW))
        journey.key('ctrl+s')
        journey.wait(lambda: journey.item(plan, ID)['title'] == NEW, 'new title in the file')
        journey.quit()
