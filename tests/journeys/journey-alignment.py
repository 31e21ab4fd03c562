# SPDX-License-Identifier: GPL-3.0-or-later
"""See what contributes to what: walk, zoom, align by dragging, undo, export."""

import re
import subprocess

from journey import Journey, starts

OBJECTIVE, OBJECTIVE_ID = 'Make mobile the channel', 'o-2h7f580qjd'
PARENT, ITS_OBJECTIVE = 'Revenue from repeat customers', 'Grow into'
OTHER = 'Be the name buyers'
TARGET = 'Net revenue retention'
HIT, ITS_TEAM = 'Taps that miss', 'Checkout feels instant'
MISSION = 'Mission: '
TITLE = 0.2  # of the height of a box; its rows are below


def named(title):
    """A box or a row: its title is followed by progress and status."""
    return re.compile(re.escape(title) + '.*, .*, ')


with Journey('alignment') as journey:
    plan = journey.copy_example()

    def graph():
        return journey.find('list', 'Alignment graph')

    def box(title):
        return graph().find(None, named(title))

    def mission():
        return graph().find(None, starts(MISSION))

    def selected(*titles):
        journey.wait(lambda: any(box(title).has('selected') and box(title).has('focused')
                                 for title in titles), f'selection of {" or ".join(titles)}')

    def contributes_to(title):
        return f'Contributes to “{title}' in box(OBJECTIVE).description

    def leads_to(title, target):
        return [node.name for node in box(title).related('FLOWS_TO')
                if node.name.startswith(target)]

    def inspector_shows(title):
        """A pane that is away stands beyond the edge of its window."""
        edge = journey.find('window').extents()[2]
        return any(node.text == title and graph().extents()[0] < node.extents()[0] < edge
                   for node in journey.application.find_all('entry'))

    def opens_inspector(act, title):
        """With the pane away, does what should bring it, and takes the pane away again."""
        act()
        journey.wait(lambda: inspector_shows(title), f'inspector of {title}')
        journey.key('ctrl+i')
        journey.wait(lambda: not inspector_shows(title), 'end of the inspector')

    def choose_second_paper():
        """GTK 4.8 gives the choices of its file chooser no names; the papers come first."""
        journey.find('combo box').click()
        journey.find(None, 'Sheets of US Letter')
        journey.key('Down', 'Return')

    def get_paper(path):
        info = subprocess.run(['pdfinfo', str(path)], stdout=subprocess.PIPE, check=False,
                              stderr=subprocess.DEVNULL).stdout.decode()
        found = re.search(r'Page size: .*\((.*)\)', info)
        return found.group(1) if found else None

    with journey.step('the graph shows every objective with what it contributes to'):
        journey.start(plan)
        journey.key('alt+3')
        mission()
        journey.wait(lambda: contributes_to(PARENT), 'link to what it contributes to')

    with journey.step('a screen reader is told where the links lead'):
        journey.wait(lambda: leads_to(OBJECTIVE, PARENT), 'relation to a row')
        journey.wait(lambda: leads_to(ITS_OBJECTIVE, MISSION), 'relation to the mission')

    with journey.step('the arrow keys walk along the links'):
        journey.click_at(mission())
        journey.wait(lambda: mission().has('focused'), 'focus')
        journey.key('Right')
        journey.wait(lambda: not mission().has('focused'), 'a step')
        journey.click_at(box(PARENT))
        selected(PARENT)
        journey.key('Left')
        selected(ITS_OBJECTIVE)
        journey.key('Down')
        selected(PARENT)
        journey.key('Right')
        selected(OBJECTIVE, OTHER)
        journey.key('Left')
        selected(PARENT)

    with journey.step('a double click and Return open the inspector'):
        title = journey.item(plan, OBJECTIVE_ID)['title']
        if inspector_shows(title):
            journey.key('ctrl+i')
            journey.wait(lambda: not inspector_shows(title), 'end of the inspector')
        opens_inspector(lambda: journey.click_at(box(OBJECTIVE), times=2, down=TITLE),
                        title)
        opens_inspector(lambda: journey.key('Return'), title)

    with journey.step('Return goes to what is searched for, and Escape lets one walk on from there'):
        journey.key('ctrl+f')
        journey.focus('entry')
        journey.type(HIT)
        journey.find('label', starts('1 objective · 1 key result'))
        journey.key('Return')
        journey.wait(lambda: box(HIT).has('selected'), 'selection of the hit')
        journey.key('Escape')
        selected(HIT)
        journey.key('Left')
        selected(ITS_TEAM)

    with journey.step('plus makes it larger, F shows all of it'):
        width = journey.settle(box(ITS_OBJECTIVE))[2]
        journey.key('plus')
        journey.wait(lambda: box(ITS_OBJECTIVE).extents()[2] > width, 'a larger box')
        journey.key('f')
        journey.wait(lambda: box(ITS_OBJECTIVE).extents()[2] == width, 'the box as it was')

    with journey.step('a box that is dropped on a row contributes to it'):
        journey.drag(box(OBJECTIVE), box(TARGET), down=TITLE)
        journey.wait(lambda: contributes_to(TARGET), f'link to {TARGET}')

    with journey.step('undo takes it back'):
        journey.key('ctrl+z')
        journey.wait(lambda: contributes_to(PARENT), 'the link as it was')

    with journey.step('the graph can be exported'):
        picture = journey.path('graph.svg')
        journey.find('button', 'Graph Options').click()
        journey.find('menu item', 'Export Picture…').click()
        journey.find('button', 'Export')
        journey.focus('entry')
        journey.key('ctrl+a')
        journey.type(str(picture))
        journey.key('Return')
        journey.wait(lambda: picture.exists() and OBJECTIVE in picture.read_text('utf-8'),
                     'the picture')

    with journey.step('a PDF can be made for sheets of paper'):
        pages = journey.path('graph.pdf')
        journey.find('button', 'Graph Options').click()
        journey.find('menu item', 'Export Picture…').click()
        journey.find('button', 'Export')
        journey.focus('entry')
        journey.key('ctrl+a')
        journey.type(str(pages))
        choose_second_paper()
        journey.find('button', 'Export').click()
        journey.wait(lambda: get_paper(pages) == 'A4', 'a sheet of A4')
        journey.quit()
