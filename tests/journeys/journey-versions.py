# SPDX-License-Identifier: GPL-3.0-or-later
"""An old version comes back, and goes again with Undo."""

import re

from journey import Journey, starts

OBJECTIVE = 'o-b2pvmdtsp7'
FIRST, SECOND = 'Net revenue retention', 'Orders without a support case'

with Journey('versions') as journey:
    plan = journey.copy_example()

    def order():
        return [kr['title'] for kr in journey.item(plan, OBJECTIVE)['keyResults']][:2]

    with journey.step('two saved states'):
        journey.start(plan)
        journey.select(SECOND)
        journey.key('alt+Up')
        journey.save(plan, lambda _: order() == [SECOND, FIRST], 'the new order')

    with journey.step('the history tells what changed'):
        journey.find('button', 'Main Menu').click()
        journey.find('menu item', starts('Version History')).click()
        dialog = journey.find('window', 'Version History')
        dialog.find('label', starts('1 moved'))

    with journey.step('the older one is restored'):
        def versions():
            rows = [row for row in dialog.find_all('row', re.compile('^Today'))
                    if len(row.name) > 5]
            return rows if len(rows) == 2 else None
        journey.click_at(journey.wait(versions, 'two versions')[1])
        button = dialog.find('button', 'Restore')
        journey.wait(lambda: button.has('sensitive'), 'version to restore')
        button.click()
        journey.gone('window', 'Version History')
        journey.says(re.compile('^The version from today at [0-9:]+ is back$'))
        journey.save(plan, lambda _: order() == [FIRST, SECOND], 'the old order')

    with journey.step('what changed since then leads to the item'):
        journey.select(FIRST)
        journey.key('alt+Down')
        journey.key('F10')
        journey.find('menu item', starts('What Changed Since')).click()
        dialog = journey.find('window', 'What Changed')
        dialog.find('label', '1 moved')
        change = dialog.find('label', re.compile('^Moved from place'))
        journey.click_at(change)
        journey.gone('window', 'What Changed')
        journey.wait(lambda: [row for row in journey.application.find_all('row', starts(SECOND))
                              if row.has('selected')], 'selection')
        journey.key('ctrl+z')

    with journey.step('undo takes the restoring back'):
        journey.key('ctrl+z')
        journey.save(plan, lambda _: order() == [SECOND, FIRST], 'the new order again')
        journey.quit()
