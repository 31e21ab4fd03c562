# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that one can use has a name, and nothing is called like its class."""

import re

from gi.repository import GLib

from journey import DEADLINE, Journey, Problem, starts

OBJECTIVE, KEY_RESULT = 'Customers stay because it works', 'Orders without a support case'

# GTK 4.8 calls what has no name like its class. Parts of its own and libadwaita's widgets that do
# nothing by themselves cannot be named from outside.
CLASS = re.compile(r'^(Gtk|Gdk|Adw|Waymark|Choice)[A-Z][A-Za-z]+$')
TOOLKIT = re.compile(r'^(Gtk|Adw)')
SILENT = {'filler', 'panel', 'image', 'scroll bar'}
# They take the focus only to be scrolled; their contents have names.
NAMELESS = {'scroll pane'}


def is_part_of_row(node):
    """A list of one row, which libadwaita 1.7 makes of rows that open and tells nobody about."""
    return node.role == 'panel' and [child.role for child in node.children()] == ['list item']


def complain(node):
    """What is wrong with the name of a widget, or None."""
    name = node.accessible.get_name() or ''
    interactive = node.has('focusable') or 'click' in node.actions()
    if CLASS.match(name):
        if interactive or node.role not in SILENT or not TOOLKIT.match(name):
            return 'is called like its class'
    elif not name and interactive and node.role not in NAMELESS and not is_part_of_row(node):
        return 'has no name'
    return None


def find_problems(window):
    problems = []
    path = []
    n = 0
    for depth, node in window.walk(leaves={'label', 'heading'}):
        try:
            path[depth:] = [repr(node)]
            problem = complain(node)
        except GLib.Error:
            continue  # it went away meanwhile
        n += 1
        if problem is not None:
            problems.append(f'{problem}: {" > ".join(path[-4:])}')
    if n < 20:
        problems.append(f'only {n} widgets in {window}')
    return problems


def examine(window):
    """Waits until all is well: what has just come gets its size and its name a little later."""
    problems = []

    def is_well():
        problems[:] = find_problems(window)
        return not problems
    try:
        journey.wait(is_well, f'name for everything in {window}', DEADLINE / 6)
    except Problem as problem:
        raise Problem('\n'.join([str(problem), *problems])) from problem


with Journey('names') as journey:
    def dialog(title, *keys):
        """Examines a dialog, that some keys open, and closes it."""
        if keys:
            journey.key(*keys)
        window = journey.find('window', title)
        journey.wait(lambda: len(journey.windows()) > 1, 'window of the dialog')
        examine(window)
        journey.key('Escape')
        journey.gone('window', title)

    with journey.step('an empty window'):
        journey.start()
        examine(journey.application)
        journey.quit()

    with journey.step('the list and what is shown of all'):
        window = journey.start(journey.copy_example())
        journey.find('row', re.compile(OBJECTIVE))
        examine(window)

    with journey.step('a key result'):
        journey.select(KEY_RESULT)
        journey.find('list', 'Measure')
        journey.find('list', 'Check-ins')
        examine(window)

    with journey.step('an objective'):
        journey.select(OBJECTIVE)
        journey.find('list', 'Details')
        examine(window)

    with journey.step('the choice of what it contributes to'):
        dialog('Contributes To', 'ctrl+l')

    with journey.step('the properties of the plan'):
        journey.find('button', starts('Cycle: ')).click()
        edit = journey.find('button', 'Edit Cycles…')
        examine(window)
        edit.click()
        dialog(re.compile('Plan Properties'))

    with journey.step('a check-in'):
        journey.select(KEY_RESULT)
        dialog(re.compile('Check In'), 'ctrl+Return')

    with journey.step('the tree'):
        journey.find('page tab', 'Tree').click()
        journey.find('table row', re.compile(OBJECTIVE))
        examine(window)

    with journey.step('the graph'):
        journey.find('page tab', 'Alignment').click()
        journey.find('list', 'Alignment graph').find(None, starts('Mission: '))
        examine(window)

    with journey.step('a search'):
        journey.key('ctrl+f')
        journey.focus('entry', 'Search')
        journey.type('conversion')
        examine(window)
        journey.quit()
