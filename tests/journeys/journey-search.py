# SPDX-License-Identifier: GPL-3.0-or-later
"""Search, and filter by what needs attention."""

from journey import Journey, starts

FIRST = 'Orders without a support case'
MOBILE, OTHER = 'Raise mobile conversion rate', 'Cut mobile checkout time'

with Journey('search') as journey:
    def shows(*titles):
        journey.wait(lambda: all(journey.is_there('row', starts(title)) for title in titles),
                     f'row of each of {titles}')

    def hides(title):
        journey.gone('row', starts(title))

    with journey.step('everything shows'):
        journey.start(journey.copy_example())
        shows(FIRST)

    with journey.step('a search leaves what it finds'):
        journey.key('ctrl+f')
        journey.focus('entry', 'Search')
        journey.type('conversion')
        hides(FIRST)
        shows(MOBILE)

    with journey.step('Escape ends the search, and the list shows from its beginning'):
        journey.key('Escape')
        shows(FIRST)

    with journey.step('a reason for attention leaves what has it'):
        journey.find('button', starts('At risk')).click()
        hides(FIRST)
        shows(MOBILE)

    with journey.step('the same again shows all'):
        journey.find('button', starts('At risk')).click()
        shows(FIRST)

    with journey.step('a team leaves what is its own'):
        journey.click_at(journey.find('row', starts('Digital, ')))
        hides(FIRST)
        shows(MOBILE, OTHER)
        journey.quit()
