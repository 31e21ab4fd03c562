# SPDX-License-Identifier: GPL-3.0-or-later
"""From nothing to a saved plan."""

from journey import Journey, starts

TITLE = 'Harbour Bakery'

with Journey('new') as journey:
    path = journey.path('bakery.okr')

    with journey.step('the first page says what to do'):
        journey.start()
        journey.find('button', 'New Plan…').click()

    with journey.step('the assistant asks who plans'):
        assistant = journey.find('window', 'New Plan')
        journey.fill(assistant.find('entry', 'Organisation'), TITLE)

    with journey.step('Escape asks before it takes what was typed'):
        journey.key('Escape')
        journey.find('label', 'Discard the New Plan?')
        journey.key('Escape')
        journey.gone('label', 'Discard the New Plan?')

    with journey.step('it leads to a plan'):
        for number in (2, 3, 4):
            assistant.find('button', 'Next').click()
            assistant.find('label', f'Step {number} of 4')
        assistant.find('button', 'Create').click()
        journey.gone('window', 'New Plan')
        journey.find('row', starts('All teams'))

    with journey.step('it is saved where one says'):
        journey.key('ctrl+s')
        journey.find('button', 'Save')
        journey.key('ctrl+a')
        journey.type(str(path))
        journey.key('Return')
        journey.wait(path.exists, 'file')
        saved = journey.load(path)
        assert saved['format'] == 'okr' and saved['title'] == TITLE, saved
        assert len(saved['cycles']) == 1, saved['cycles']

    with journey.step('nothing is left to save'):
        journey.quit()
