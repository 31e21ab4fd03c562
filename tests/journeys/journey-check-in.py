# SPDX-License-Identifier: GPL-3.0-or-later
"""Open a plan, check in, undo, redo, save, open it again."""

from journey import Journey, starts

TITLE = 'Net revenue retention'
ID = 'k-9gm74fvf97'
VALUE = 104.8

with Journey('check-in') as journey:
    plan = journey.copy_example()
    before = len(journey.item(plan, ID)['checkIns'])

    def latest():
        return journey.item(plan, ID)['checkIns'][-1]

    with journey.step('the plan opens'):
        journey.start(plan)
        journey.select(TITLE)
        journey.find('row', starts(f'{TITLE}, 60'))

    with journey.step('a check-in changes the progress'):
        journey.key('ctrl+Return')
        journey.find('window', 'Check In')
        journey.key('ctrl+a')
        journey.type(str(VALUE))
        journey.key('ctrl+Return')
        journey.gone('window', 'Check In')
        journey.says('Checked in')
        journey.find('row', starts(f'{TITLE}, 85'))

    with journey.step('Escape closes one at once, but not without a word about what was typed'):
        journey.key('ctrl+Return')
        journey.find('window', 'Check In')
        journey.key('Escape')
        journey.gone('window', 'Check In')
        journey.key('ctrl+Return')
        journey.find('window', 'Check In')
        journey.type('9')
        journey.key('Escape')
        journey.find('button', 'Discard').click()
        journey.gone('window', 'Check In')

    with journey.step('undo takes it back, redo brings it again'):
        journey.key('ctrl+z')
        journey.find('row', starts(f'{TITLE}, 60'))
        journey.gone('label', 'Checked in')
        journey.key('ctrl+shift+z')
        journey.find('row', starts(f'{TITLE}, 85'))

    with journey.step('saving writes the check-in'):
        journey.key('ctrl+s')
        journey.says('Plan saved')
        assert len(journey.item(plan, ID)['checkIns']) == before + 1
        assert latest()['value'] == VALUE, latest()
        assert latest()['date'] == '2027-02-24', latest()

    with journey.step('it is there when the plan is opened again'):
        journey.quit()
        journey.start(plan)
        journey.find('row', starts(f'{TITLE}, 85'))
        journey.quit()
