# SPDX-License-Identifier: GPL-3.0-or-later
"""A spreadsheet goes into a plan and out again, and one with errors becomes a plan."""

import re

from journey import Journey, starts

TABLE = """\
Objective;Key Result;Owner;Start;Target;Current;Quarter
Bake better bread;Loaves a day;Ana Reyes;100;150,5;120;Q1 2027
;Burnt loaves;Ana Reyes;9;few;7;
Open a shop;Shops;Tomás Gil;0;2;1;Whenever
"""

OBJECTIVE = 'o-b2pvmdtsp7'
OLD, NEW = 'Net revenue retention', 'Orders by telephone'

with Journey('import') as journey:
    table = journey.path('bakery.csv')
    plan = journey.copy_example()

    def targets(saved):
        return {kr['title']: kr.get('target') for objective in saved['objectives']
                for kr in objective.get('keyResults', [])}

    before = targets(journey.load(plan))
    title = journey.item(plan, OBJECTIVE)['title']
    later = (f'Objective ID,Objective,Key Result,Target\n{OBJECTIVE},{title},{OLD},60\n'
             f'{OBJECTIVE},{title},{NEW},40\n')

    with journey.step('a table goes into the plan that is open'):
        journey.start(plan)
        journey.select(OLD)
        table.write_text(later, encoding='utf-8')
        journey.key('F10')
        journey.find('menu item', starts('Import')).click()
        accept = journey.find('button', 'Import…')

        def choose():  # the only table beside the plan, as soon as it is listed
            if not journey.is_there('page tab', 'Columns'):
                accept.click()
            return journey.is_there('page tab', 'Columns')
        journey.wait(choose, 'dialog')
        dialog = journey.find('window', 'Import')
        dialog.find('label', '1 new key result, 1 item changed, 1 item unchanged')
        journey.focus('button', 'Import')
        journey.key('Return')
        journey.gone('window', 'Import')
        journey.says('Imported: 1 new key result, 1 item changed')
        journey.save(plan, lambda saved: targets(saved).get(NEW) == 40
                     and targets(saved)[OLD] == 60, 'table')

    with journey.step('and out of it as one step'):
        journey.key('ctrl+z')
        journey.save(plan, lambda saved: targets(saved) == before, 'plan as it was')
        journey.quit()

    with journey.step('a table with errors tells row, column and cure'):
        table.write_bytes(TABLE.encode('windows-1252'))
        journey.start(table)
        dialog = journey.find('window', 'Import')
        journey.find('row', re.compile('^Row 3, column . “Target”: “few” is not a number'))
        journey.find('row', re.compile('^Row 4, column . “Quarter”: “Whenever” is neither'))
        dialog.find('label', '2 rows have problems and are left out.')

    with journey.step('what comes is shown beforehand, and how it was understood'):
        journey.click_at(dialog.find('page tab', 'Preview'))
        measure = '100.* → 150.5 · now 120.* · Ana Reyes'
        journey.find('row', re.compile(f'^Loaves a day, New, {measure}, Row 2$'))
        journey.click_at(dialog.find('page tab', 'Columns'))
        for understood in ('Semicolon', 'Western (Windows-1252)', 'Comma: 1,5'):
            dialog.find('label', understood)

    with journey.step('the sound rows become a plan'):
        dialog.find('button', 'Import Without 2 Rows').click()
        journey.gone('window', 'Import')
        journey.says(re.compile('^Imported: 1 new objective, 1 new key result, .*2 rows left out$'))
        journey.find('window', re.compile('OKRs Q1 2027'))
        journey.select('Loaves a day')
        journey.key('ctrl+z')
        journey.find('label', 'No Objectives Here Yet')
