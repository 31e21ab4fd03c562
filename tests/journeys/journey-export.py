# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan leaves as other files: choose a format, a file, and see that it is there."""

import csv

from journey import Journey, starts


def open_dialog(journey):
    journey.find('button', 'Main Menu').click()
    journey.find('menu item', starts('Export')).click()
    return journey.find('window', 'Export')


def save_as(journey, path):
    journey.find('button', 'Export…').click()
    journey.find('button', 'Export')
    journey.focus('entry')
    journey.key('ctrl+a')
    journey.type(str(path))
    journey.key('Return')


with Journey('export') as journey:
    plan = journey.copy_example()

    with journey.step('a table of the team that is shown'):
        journey.start(plan)
        journey.select('Digital')
        dialog = open_dialog(journey)
        table = dialog.find('radio button', 'CSV Table')
        journey.click_at(table)
        journey.wait(lambda: table.has('checked'), 'chosen format')
        save_as(journey, journey.path('table'))
        journey.says('Exported to “table.csv”')
        journey.gone('window', 'Export')
        with open(journey.path('table.csv'), encoding='utf-8-sig', newline='') as rows:
            teams = {row['Team'] for row in csv.DictReader(rows)}
        assert 'Digital' in teams and 'Marketing' not in teams, teams

    with journey.step('what was chosen last is chosen, and a file that is there stays'):
        journey.path('mine.csv').write_text('mine')
        open_dialog(journey)
        save_as(journey, journey.path('mine'))
        journey.find('label', 'The Plan Was Not Exported')
        assert journey.path('mine.csv').read_text() == 'mine'
        journey.key('Escape')
        journey.gone('label', 'The Plan Was Not Exported')
        journey.key('Escape')
        journey.gone('window', 'Export')

    with journey.step('a web page'):
        dialog = open_dialog(journey)
        page = dialog.find('radio button', 'Web Page')
        journey.click_at(page)
        journey.wait(lambda: page.has('checked'), 'chosen format')
        save_as(journey, journey.path('page.html'))
        journey.says('Exported to “page.html”')
        assert 'Cut mobile checkout time' in journey.path('page.html').read_text('utf-8')
        journey.quit()
