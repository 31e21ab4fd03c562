# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole journeys of a user: real keys and clicks, seen through the accessibility tree.

    with Journey('save') as journey:
        with journey.step('a plan opens'):
            journey.start(path)
            journey.find('list', 'Teams')

Each step is one test. A step that fails leaves a picture of the display and the tree, and ends the
journey. Nothing sleeps for luck: everything waits for a condition until a deadline.
"""

import contextlib
import functools
import gc
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from tap import Tap  # noqa: E402

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLE = SOURCE / 'data' / 'examples' / 'northwind-q1.okr'
TODAY = '2027-02-24'
DEADLINE = 60 * float(os.environ.get('JOURNEY_PATIENCE', '1'))
PAUSE = 0.03

# The same widget has other names in other versions of GTK.
ROLES = {
    'button': {'push button', 'button', 'toggle button', 'push button menu'},
    'entry': {'text', 'entry', 'password text'},
    'window': {'frame', 'window', 'dialog', 'alert'},
    'row': {'list item', 'table row', 'tree item', 'table cell', 'row'},
}

# What is below them is their own.
LEAVES = {'label', 'heading', 'image', 'separator', 'scroll bar', 'page tab', 'progress bar'}

# A busy machine answers late.
Atspi.set_timeout(int(1000 * DEADLINE), int(1000 * DEADLINE))


class Problem(Exception):
    """Something is not as the journey says."""


class EndOfJourney(Exception):
    """A step failed: what comes after it means nothing."""


def matches(wanted, text):
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return wanted.search(text) is not None
    return text == wanted


class Node:
    """A widget, as a screen reader meets it."""

    def __init__(self, journey, accessible):
        self.journey = journey
        self.accessible = accessible

    def __repr__(self):
        return f'{self.role} “{self.name}”'

    @property
    def name(self):
        """What it is called; GTK 4.8 calls a button with a mnemonic "_Cancel Cancel"."""
        name = self.accessible.get_name() or self.label
        plain = name.replace('_', '')
        half = len(plain) // 2
        if name != plain and plain[:half] == plain[half + 1:]:
            return plain[:half]
        return name

    @property
    def label(self):
        """What its labels say: GTK 4.18 does not make a name of them in menus, but readers do."""
        if 'menu item' not in self.role:
            return ''
        return ' '.join(Atspi.Text.get_text(label.accessible, 0, -1)
                        for label in self.related('LABELLED_BY')
                        if 'Text' in label.accessible.get_interfaces())

    @property
    def title(self):
        """What stands on a window."""
        return (self.accessible.get_name() or '').strip()

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @functools.cached_property
    def role(self):
        """Asking takes a round trip, and a widget keeps its role."""
        return self.accessible.get_role_name()

    @property
    def text(self):
        """What is written in it: an entry's text, else its name."""
        try:
            if self.role != 'label' and 'Text' in self.accessible.get_interfaces():
                return Atspi.Text.get_text(self.accessible, 0, -1)
        except GLib.Error:
            pass
        return self.name

    def has(self, state):
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    def shows(self):
        """GTK 4.8 says of windows only that they show: what has no size is in no page that shows."""
        if not self.has('visible'):
            return False
        try:
            _, _, width, height = self.extents()
        except GLib.Error:
            return True  # a stack's page; its child tells
        return width > 0 and height > 0

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Node(self.journey, child)

    def walk(self, depth=0, leaves=LEAVES):
        """The showing widgets, parents first; of windows the newest first, as a person sees them."""
        children = self.children()
        for child in reversed(list(children)) if self.role == 'application' else children:
            try:
                if not child.shows():
                    continue
                yield depth, child
                if child.role not in leaves:
                    yield from child.walk(depth + 1, leaves)
            except GLib.Error:
                continue  # it went away meanwhile

    def find_all(self, role=None, name=None):
        roles = ROLES.get(role, {role})
        leaves = LEAVES | {'list item'} if role == 'row' else LEAVES
        for _, node in self.walk(leaves=leaves):
            try:
                if (role is None or node.role in roles) and matches(name, node.name):
                    yield node
            except GLib.Error:
                continue

    def find(self, role=None, name=None):
        return self.journey.wait(lambda: next(self.find_all(role, name), None),
                                 f'{role} {describe(name)} in {self}')

    def related(self, kind):
        """Those with which it says that it has a relation of this kind."""
        kind = getattr(Atspi.RelationType, kind)
        return [Node(self.journey, relation.get_target(i))
                for relation in self.accessible.get_relation_set()
                if relation.get_relation_type() == kind
                for i in range(relation.get_n_targets())]

    def extents(self):
        box = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def actions(self):
        try:
            count = Atspi.Action.get_n_actions(self.accessible)
            return [Atspi.Action.get_action_name(self.accessible, i) for i in range(count)]
        except GLib.Error:
            return []

    def do(self, action):
        names = self.actions()
        if action not in names:
            raise Problem(f'{self} cannot “{action}”, only {names}')
        Atspi.Action.do_action(self.accessible, names.index(action))

    def click(self):
        """As a person or a screen reader does it: by its action, else with the mouse."""
        if 'click' in self.actions():
            self.do('click')
            return
        for _, node in self.walk():  # a menu button's click is its inner button's
            if 'click' in node.actions():
                node.do('click')
                return
        if self.role == 'check box':  # those of GTK 4.18 have no action
            self.journey.reach(self)
            self.journey.key('space')
            return
        self.journey.click_at(self)


def starts(text):
    """A name that begins so, as the names of rows do: "Digital, 37 %"."""
    return re.compile('^' + re.escape(text))


def describe(name):
    if isinstance(name, re.Pattern):
        return f'/{name.pattern}/'
    return '' if name is None else f'“{name}”'


class Journey:
    def __init__(self, name):
        self.name = name
        self.tap = Tap()
        self.process = None
        self.application = None
        self.last_click = None
        self.n_heard = 0
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-journey-'))
        self.log = self.folder / 'log'
        build = pathlib.Path(os.environ.get('G_TEST_BUILDDIR', tempfile.gettempdir()))
        self.pictures = build / 'pictures'

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
        if error is not None and kind is not EndOfJourney:
            self.tap.check('the journey itself', traceback.format_exception(error))
        self.tap.finish()

    @contextlib.contextmanager
    def step(self, name):
        problems = []
        began = time.monotonic()
        try:
            yield
            self.check_log()
        except (Problem, GLib.Error, OSError, subprocess.SubprocessError, AssertionError) as error:
            problems = [f'{type(error).__name__}: {error}'] + self.keep_evidence(name)
        self.tap.check(name, problems)
        self.tap.note(f'{time.monotonic() - began:.1f} s')
        if problems:
            raise EndOfJourney

    # The program

    def start(self, *arguments):
        """Starts Waymark and waits for its window."""
        program = os.environ['WAYMARK_PROGRAM']
        self.application = None
        gc.collect()  # clearing what is known follows what is left, which may lead in circles
        environment = dict(os.environ, OKR_TODAY=TODAY, G_DEBUG='fatal-criticals',
                           G_MESSAGES_DEBUG='Waymark', MALLOC_PERTURB_='165')
        with open(self.log, 'ab') as log:
            self.process = subprocess.Popen([program, *map(str, arguments)], env=environment,
                                            stdout=log, stderr=log)
        self.application = self.wait(self.find_application, 'the application')
        return self.find('window')

    def start_again(self, *arguments):
        """Starts Waymark while it runs: the program that is there does what is asked for."""
        program = os.environ['WAYMARK_PROGRAM']
        subprocess.run([program, *map(str, arguments)], check=True, timeout=DEADLINE,
                       env=dict(os.environ, OKR_TODAY=TODAY, G_DEBUG='fatal-criticals'))

    @functools.cached_property
    def version(self):
        """The version of GTK."""
        return tuple(map(int, self.application.accessible.get_toolkit_version().split('.')))

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_process_id() == self.process.pid:
                application.set_cache_mask(Atspi.Cache.NONE)
                return Node(self, application)
        return None

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def ends(self):
        """Waits until the program has ended by itself, and well."""
        self.wait(lambda: self.process.poll() is not None, 'the end of the program', ends=True)
        if self.process.returncode != 0:
            raise Problem(f'the program ended with {self.process.returncode}')

    def ask_for_gone_window(self):
        """As a screen reader does when a window goes between its counting and its asking: GTK 4.8
        answers with another window, and must be left one that it can name."""
        if self.process is None or self.process.poll() is not None:
            return
        with contextlib.suppress(GLib.Error):
            self.application.accessible.get_child_at_index(99)
        # Its next answer tells that it is still there; a program that was just ending may not be.
        with contextlib.suppress(GLib.Error):
            self.application.accessible.get_child_count()
        if self.process.poll() not in (None, 0):
            raise Problem(f'asked for a window that has gone, the program ended with '
                          f'{self.process.returncode}')

    def check_log(self):
        lines = self.log.read_text(errors='replace').splitlines() if self.log.exists() else []
        # GVfs says on its own when a connection breaks.
        bad = [line for line in lines if re.search(r'-(CRITICAL|WARNING)\b|ERROR:', line)
               and 'GVFS-WARNING' not in line]
        if bad:
            raise Problem('the program complains:\n' + '\n'.join(bad[:20]))

    # Waiting

    def wait(self, condition, what, seconds=None, ends=False):
        """Waits until condition() is true, and returns what it returned."""
        deadline = time.monotonic() + (seconds or DEADLINE)
        while True:
            try:
                result = condition()
            except GLib.Error:
                result = None  # a widget went away while it was looked at
            if result:
                return result
            if not ends and self.process.poll() is not None:
                raise Problem(f'the program ended with {self.process.returncode}')
            if time.monotonic() > deadline:
                raise Problem(f'there is no {what}')
            time.sleep(PAUSE)

    def find(self, role=None, name=None):
        return self.application.find(role, name)

    def says(self, text):
        """What it says in passing, after what it said before; a slow machine sees it too late."""
        def hear():
            lines = self.log.read_text(encoding='utf-8').splitlines()
            for number in range(self.n_heard, len(lines)):
                _, said, message = lines[number].partition(' Says: ')
                if said and matches(text, message):
                    self.n_heard = number + 1
                    return message
            return None
        return self.wait(hear, f'word {describe(text)}')

    def is_there(self, role=None, name=None):
        return next(self.application.find_all(role, name), None) is not None

    def gone(self, role=None, name=None):
        self.wait(lambda: not self.is_there(role, name), f'end of {role} {describe(name)}')

    # Keyboard and mouse

    def windows(self):
        """Ids of the windows on the display that have a title, the topmost last."""
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '.+'],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        # Tooltips and popovers are called like the program.
        program = pathlib.Path(os.environ['WAYMARK_PROGRAM']).name
        return [window for window in found.stdout.decode().split()
                if self.window_name(window) not in ('', program)]

    @staticmethod
    def window_name(window):
        return subprocess.run(['xdotool', 'getwindowname', window], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False).stdout.decode().strip()

    def activate_window(self):
        """There is no window manager: the topmost window takes the keys when it is told to. It has
        them once the program knows so, and the display shows the windows that the program has."""
        return self.wait(self.find_active_window, 'window that takes the keys')

    def find_active_window(self):
        windows = self.windows()
        names = [self.window_name(window) for window in windows]
        frames = [node for node in self.application.children() if node.shows()]
        if not windows or sorted(names) != sorted(frame.title for frame in frames):
            return None
        focused = subprocess.run(['xdotool', 'getwindowfocus'], stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, check=False).stdout.decode().strip()
        if focused != windows[-1]:
            subprocess.run(['xdotool', 'windowfocus', windows[-1]], check=False,
                           stderr=subprocess.DEVNULL, timeout=DEADLINE)
            return None
        # GTK 4.8 does not say of dialogs that they are active; then the others are not.
        active = [frame.title for frame in frames if frame.has('active')]
        top = next((frame for frame in frames if frame.title == names[-1]), None)
        silent = top is not None and top.role != 'frame' and not active
        return windows[-1] if active == [names[-1]] or silent else None

    def focus(self, role, name=None):
        """Waits until what is typed goes there; GTK 4.18 has no focus in a window that is not."""
        return self.wait(lambda: self.find_active_window() and next(
            (node for node in self.application.find_all(role, name) if node.has('focused')), None),
                         f'focus in {role} {describe(name)}')

    def key(self, *keys):
        self.activate_window()
        subprocess.run(['xdotool', 'key', '--clearmodifiers', '--delay', '20', *keys], check=True,
                       timeout=DEADLINE)

    def type(self, text):
        self.activate_window()
        subprocess.run(['xdotool', 'type', '--clearmodifiers', '--delay', '15', text], check=True,
                       timeout=DEADLINE)

    def fill(self, node, text):
        """Replaces what is in an entry; libadwaita 1.2 does not tell what is in its entry rows."""
        if self.version < (4, 10):
            self.click_at(node)
        else:
            self.wait(lambda: any(self.click_into(node, lower) for lower in (0, 8, 16, 24)),
                      f'focus in {node}', 1)
        self.key('ctrl+a')
        self.type(text)

    def click_into(self, node, lower):
        """Whether a click there, or a little lower and further right, brings the focus: the places
        that GTK 4.18 tells lack what all that is around a widget keeps free above and beside it."""
        x, y, note = self.place(node)
        self.click_point(x + lower, y + lower, note)
        with contextlib.suppress(Problem):
            return self.wait(lambda: node.has('focused'), 'focus', 10 * PAUSE)
        return False

    def reach(self, node):
        """Goes there with Tab."""
        for _ in range(60):
            with contextlib.suppress(Problem):
                self.wait(lambda: node.has('focused'), 'focus', 5 * PAUSE)
                return
            self.key('Tab')
        raise Problem(f'Tab does not lead to {node}')

    def settle(self, node):
        """Where a widget is once it has stopped moving: the same place five times."""
        seen = []

        def same():
            seen.append(node.extents())
            return len(seen) >= 5 and len(set(seen[-5:])) == 1
        self.wait(same, f'place of {node}')
        return seen[-1]

    def place(self, node, down=0.5):
        """A point on the display in the middle of a widget, or as far down, and how it was found."""
        window = self.activate_window()
        shell = subprocess.check_output(['xdotool', 'getwindowgeometry', '--shell', window]).decode()
        geometry = dict(line.split('=') for line in shell.split())
        frame = node.accessible
        while frame.get_role_name() not in ROLES['window']:
            frame = frame.get_parent()
        frame_x, frame_y, frame_width, frame_height = Node(self, frame).extents()
        x, y, width, height = self.settle(node)
        # The frame's border is outside of what the tree counts. GTK 4.18 counts it in the size and
        # subtracts it from all places.
        left = int(geometry['X']) + (int(geometry['WIDTH']) - frame_width) // 2 - 2 * frame_x
        top = int(geometry['Y']) + (int(geometry['HEIGHT']) - frame_height) // 2 - 2 * frame_y
        return (left + x + width // 2, top + y + int(height * down),
                f'on {node} at {(x, y, width, height)} of {(frame_width, frame_height)} in '
                f'{self.window_name(window)!r} {geometry}')

    def click_at(self, node, button=1, times=1, down=0.5):
        x, y, note = self.place(node, down)
        self.click_point(x, y, note, button, times)

    def click_point(self, x, y, note, button=1, times=1):
        # A new window learns of a pointer that does not move only when it moves.
        self.point(x - 3, y)
        self.point(x, y, note)
        subprocess.run(['xdotool', 'click', '--repeat', str(times), '--delay', '60', str(button)],
                       check=True, timeout=DEADLINE)

    def drag(self, node, target, down=0.5):
        """From one widget to the middle of another, step by step as a hand does."""
        x, y, note = self.place(node, down)
        end_x, end_y, end_note = self.place(target)
        self.point(x - 3, y)
        self.point(x, y, note)
        subprocess.run(['xdotool', 'mousedown', '1'], check=True, timeout=DEADLINE)
        for i in range(1, 11):
            self.point(x + (end_x - x) * i // 10, y + (end_y - y) * i // 10)
            time.sleep(0.1)
        for i in range(10):  # a target answers to the motion before the last one
            self.point(end_x + i % 2, end_y, end_note)
            time.sleep(0.1)
        subprocess.run(['xdotool', 'mouseup', '1'], check=True, timeout=DEADLINE)

    def point(self, x, y, note=''):
        subprocess.run(['xdotool', 'mousemove', str(x), str(y)], check=True, timeout=DEADLINE)
        where = f'x:{x} y:{y} '
        self.last_click = where + note
        self.wait(lambda: where in subprocess.check_output(
            ['xdotool', 'getmouselocation'], timeout=DEADLINE).decode(), f'pointer at {where}')

    # Files

    def path(self, name):
        return self.folder / name

    def copy_example(self, name='plan.okr'):
        return pathlib.Path(shutil.copy(EXAMPLE, self.path(name)))

    def load(self, path):
        """What is in a saved plan; None while there is none."""
        for attempt in range(500):
            try:
                return json.loads(pathlib.Path(path).read_text(encoding='utf-8'))
            except FileNotFoundError:
                return None
            except ValueError:
                # Our own saves are never seen by halves; a server may write in place.
                if not self.served or attempt == 499:
                    raise
                time.sleep(0.02)
        return None

    served = False

    def item(self, path, ident):
        """The item of a saved plan that has the id."""
        def search(value):
            if isinstance(value, dict):
                if value.get('id') == ident:
                    return value
                value = list(value.values())
            if isinstance(value, list):
                return next(filter(None, map(search, value)), None)
            return None
        return search(self.load(path))

    # What most journeys do

    def choose(self, path, button):
        """Types a path into the dialog for files that has the button."""
        self.find('button', button)
        self.key('ctrl+l')
        self.focus('entry')
        self.key('ctrl+a')
        self.type(str(path))
        self.key('shift+End', 'Delete', 'Return')  # without what GTK 4.18 had guessed meanwhile

    def select(self, title):
        """Selects the row with this title in the view that shows."""
        for _ in range(3):  # lists use their rows again for other items, mostly when they appear
            self.click_at(self.find('row', starts(title)))
            with contextlib.suppress(Problem):
                return self.wait(lambda: next((row for row in self.application.find_all(
                    'row', starts(title)) if row.has('selected')), None), 'selection', DEADLINE / 3)
        raise Problem(f'“{title}” cannot be selected')

    def save(self, path, condition, what):
        """Ctrl+S, and then the file says what it should."""
        self.key('ctrl+s')
        self.wait(lambda: condition(self.load(path)), f'{what} in the file')

    def quit(self):
        self.key('ctrl+q')
        self.ends()

    # When it fails

    def dump(self):
        lines = []
        for depth, node in self.application.walk():
            with contextlib.suppress(GLib.Error):
                lines.append(f'{"  " * depth}{node.role} {node.name!r} {node.text!r} '
                             f'{node.extents()}{" focused" if node.has("focused") else ""}')
        return lines

    def keep_evidence(self, step):
        self.pictures.mkdir(parents=True, exist_ok=True)
        base = self.pictures / re.sub(r'[^a-z0-9]+', '-', f'{self.name}-{step}'.lower()).strip('-')
        picture = base.with_suffix('.png')
        subprocess.run(['import', '-window', 'root', str(picture)], check=False,
                       stderr=subprocess.DEVNULL)
        evidence = [f'picture: {picture}', f'last click: {self.last_click}']
        with contextlib.suppress(GLib.Error, AttributeError):
            tree = base.with_suffix('.txt')
            tree.write_text('\n'.join(self.dump()) + '\n', encoding='utf-8')
            evidence.append(f'tree: {tree}')
        if self.log.exists():
            evidence += self.log.read_text(errors='replace').splitlines()[-20:]
        return evidence
