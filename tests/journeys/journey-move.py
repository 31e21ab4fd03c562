# SPDX-License-Identifier: GPL-3.0-or-later
"""Reorder with the keyboard, and contribute to something else."""

from journey import Journey, starts

OBJECTIVE = 'o-b2pvmdtsp7'
FIRST, SECOND = 'Net revenue retention', 'Orders without a support case'
CHILD = 'Customers stay because it works'
PARENT, PARENT_ID = 'Revenue from repeat customers', 'k-jeaj90089k'

with Journey('move') as journey:
    plan = journey.copy_example()

    def titles(saved):
        objective = next(o for o in saved['objectives'] if o['id'] == OBJECTIVE)
        return [kr['title'] for kr in objective['keyResults']][:2]

    def parents(saved):
        return next(o for o in saved['objectives'] if o['id'] == OBJECTIVE).get('contributesTo', [])

    with journey.step('Alt+Up moves a key result up'):
        journey.start(plan)
        journey.select(SECOND)
        journey.key('alt+Up')
        journey.save(plan, lambda saved: titles(saved) == [SECOND, FIRST], 'the new order')

    with journey.step('Alt+Down moves it back'):
        journey.key('alt+Down')
        journey.save(plan, lambda saved: titles(saved) == [FIRST, SECOND], 'the old order')

    with journey.step('the picker changes what an objective contributes to'):
        journey.select(CHILD)
        journey.key('ctrl+l')
        dialog = journey.find('window', 'Contributes To')
        dialog.find('check box', starts(PARENT)).click()
        dialog.find('button', 'Apply').click()
        journey.gone('window', 'Contributes To')
        journey.save(plan, lambda saved: PARENT_ID in parents(saved), 'the new parent')

    with journey.step('undo takes it back'):
        journey.key('ctrl+z')
        journey.save(plan, lambda saved: parents(saved) == [], 'no parent')
        journey.quit()
