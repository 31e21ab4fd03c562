# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing with unsaved changes: Cancel, Discard, Save."""

from journey import EXAMPLE, Journey

FIRST, SECOND = 'Net revenue retention', 'Orders without a support case'
OBJECTIVE = 'o-b2pvmdtsp7'

with Journey('close') as journey:
    plan = journey.copy_example()

    def change():
        journey.start(plan)
        journey.select(SECOND)
        journey.key('alt+Up')
        journey.find('button', 'Save Changes')

    def ask():
        journey.key('ctrl+w')
        return journey.find('button', 'Discard')

    with journey.step('a change makes the window ask before it closes'):
        change()
        ask()

    with journey.step('Escape keeps the window and the change'):
        journey.key('Escape')
        journey.gone('button', 'Discard')
        journey.find('button', 'Save Changes')

    with journey.step('Discard closes and leaves the file as it was'):
        ask().click()
        journey.ends()
        assert plan.read_bytes() == EXAMPLE.read_bytes()

    with journey.step('Save writes the file and closes'):
        change()
        ask()
        journey.find('button', 'Save').click()
        journey.ends()
        results = journey.item(plan, OBJECTIVE)['keyResults']
        assert [kr['title'] for kr in results] == [SECOND, FIRST], results

    with journey.step('without a change nobody is asked'):
        journey.start(plan)
        journey.find('row')
        journey.key('ctrl+w')
        journey.ends()
