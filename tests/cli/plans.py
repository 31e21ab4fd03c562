# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans of any size and shape, the same for the same seed."""

import json
import random

WORDS = ('shops orders return week value open region support stock first mobile team learn happy '
         'pages churn quick online growth deliver').split()
TEAMS = [('t0', 'company', None), ('t1', 'department', 't0'), ('t2', 'team', 't1'),
         ('t3', 'team', 't1'), ('t4', 'person', 't2'), ('t5', 'person', 't3')]
LEVELS = [['t0'], ['t1'], ['t2', 't3'], ['t4', 't5']]


def document(objectives, mission='To be of use', **members):
    plan = {
        'format': 'okr', 'formatVersion': 1, 'minReader': 1, 'id': 'plan-1', 'title': 'Any plan',
        'mission': mission,
        'cycles': [{'id': 'c1', 'name': 'Q1 2027', 'start': '2027-01-04', 'end': '2027-04-04',
                    'state': 'active'}],
        'teams': [{'id': id, 'name': id.upper(), 'kind': kind, **({'parent': above} if above else {})}
                  for id, kind, above in TEAMS],
        'objectives': objectives, **members}
    return json.dumps(plan, ensure_ascii=False).encode()


def objective(number, team='t0', to=(), rows=2, title=None):
    return {'id': f'o{number}', 'title': title or f'Objective {number}', 'cycle': 'c1', 'team': team,
            'owner': 'Ann', 'contributesTo': list(to),
            'keyResults': [{'id': f'k{number}x{row}', 'title': f'Result {row} of {number}',
                            'kind': 'change', 'start': 0, 'target': 10} for row in range(rows)]}


def forest(size, seed=1):
    """Objectives on four levels; a few have two parents, a few have none."""
    chance = random.Random(seed)
    made = [[], [], [], []]
    for number in range(size):
        level = 0 if number < max(1, size // 40) else min(3, 1 + 3 * number // size)
        above = [o for others in made[max(0, level - 1):level] for o in others] or made[0]
        to = []
        for _ in range(chance.choice([1] * 16 + [2, 0]) if level > 0 else 0):
            parent = chance.choice(above)
            to.append(chance.choice([parent['id'], *(k['id'] for k in parent['keyResults'])]))
        title = ' '.join(chance.choices(WORDS, k=chance.randint(2, 9))).capitalize()
        made[level].append(objective(number, chance.choice(LEVELS[level]), dict.fromkeys(to),
                                     chance.randint(0, 4), title))
    return [o for level in made for o in level]


# What cells, lists in cells and spreadsheets could take for something else.
TRAPS = ['=1+1', '-5', '+x', '@me', "'q", '"q"', '＝1', 'a; b', 'a, b', '[x] done', '[ ] open',
         '- dash', 'Ship (2027-01-20)', 'Ship (weight 2)', 'Ship (3/4/2027)', 'end)', '2027', 'true',
         'back\\slash', '“typographic”', 'Ünïcode', '100 %', '☑ box', '-', 'TBD', 'n/a']
# What a cell cannot keep, where the plan has it.
UNTIDY = [' blanks around  ', '\ttab', 'broken\nline', 'broken \r\n twice', '\u200ewritten\u200e']
PARTS = ['[x]', '[ ]', '[]', '(', ')', ', ', ';', '"', "'", '\n', '\r\n', ' ', '- ', '☑', 'weight 2',
         'poids 1,5', '2027-01-20', '3/4/2027', '3.2.1', 'Ship', '=', '\\', '\t', 'é']
DAYS = [f'2027-01-{day:02}' for day in range(4, 29)]
CYCLES = [('Q1 2027', '2027-01-04', '2027-04-04'), ('Q4 2026', '2026-10-05', '2027-01-03'),
          ('The year', '2027-01-01', '2027-12-31'), ('=Sprint', '2027-02-01', '2027-02-14')]


class Anything:
    """Plans that say something in every field that there is, or nothing."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.count = 0

    def id(self, letter):
        self.count += 1
        return f'{letter}-{self.count:010}'

    def text(self):
        return self.chance.choice([*TRAPS, *UNTIDY])

    def prose(self):
        return self.chance.choice([*TRAPS, *UNTIDY, 'two\nlines', 'A list:\n\n- one\n- two', '=cmd\nmore'])

    def number(self):
        return self.chance.choice([0, 1, 2.5, -3, 1e6, 0.1, 1 / 3, 12345.678, 1500, -0.25])

    def some(self, share=.5, /, **members):
        return {name: make() for name, make in members.items() if self.chance.random() < share}

    def weight(self):
        return self.some(.3, weight=lambda: self.chance.choice([0, 2, .5]))

    def grade(self):
        share = lambda: self.chance.choice([0, .25, .7, 1])
        grade = self.some(computed=share, self=share, reason=self.prose, learned=self.prose)
        return {'grade': grade} if grade and self.chance.random() < .5 else {}

    def check_in(self, kind):
        value = {'yesNo': lambda: self.chance.choice([0, 1]), 'milestones': None}.get(kind,
                                                                                   self.number)
        made = {'id': self.id('n'), 'date': self.chance.choice([*DAYS, '2027-05-01']),
                'created': f'2027-02-01T10:{self.count % 60:02}:00Z', 'author': self.text(),
                **self.some(confidence=lambda: self.chance.randint(0, 10), note=self.prose),
                **self.some(.2, obstacle=self.prose, retracted=lambda: True)}
        return {**made, **self.some(.8, value=value)} if value else made

    def line(self):
        """What one line of a cell could take for its box, its brackets or its end."""
        parts = self.chance.choices(PARTS, k=self.chance.choice([0, 1, 2, 3, 5]))
        return self.chance.choice([*TRAPS, *[''.join(parts)] * len(TRAPS)])

    def milestone(self):
        return {'id': self.id('m'), 'title': self.line(), **self.weight(),
                **self.some(done=lambda: self.chance.choice(DAYS))}

    def key_result(self):
        kind = self.chance.choice('change atLeast atMost between milestones yesNo baseline'.split())
        ranges = {'change': ['start', 'target'], 'atLeast': ['target'], 'atMost': ['target'],
                  'between': ['low', 'high']}
        milestones = [self.milestone() for _ in range(4)] if kind == 'milestones' else []
        lists = {'milestones': milestones,
                 'checkIns': [self.check_in(kind) for _ in range(self.chance.choice([0, 1, 1, 4]))]}
        return {'id': self.id('k'), 'title': f'{self.text()} {self.count}', 'kind': kind,
                **dict(zip(ranges.get(kind, []), sorted([self.number(), 2e6]))),
                **self.some(description=self.prose, owner=self.text, unit=self.text,
                            source=self.text, due=lambda: self.chance.choice(DAYS)),
                **self.weight(), **self.grade(),
                **{name: made for name, made in lists.items() if made}}

    def objective(self, cycles, teams, targets, earlier):
        choose = lambda among: self.chance.choice(among)['id']
        made = {'id': self.id('o'), 'title': f'{self.text()} {self.count}', 'cycle': choose(cycles),
                **self.some(.8, team=lambda: choose(teams)), **self.weight(), **self.grade(),
                **self.some(description=self.prose, owner=self.text,
                            tags=lambda: self.chance.sample(TRAPS, 3)),
                **self.some(.4, ambition=lambda: 'committed',
                            state=lambda: self.chance.choice(['draft', 'paused', 'done', 'dropped']))}
        if earlier:
            made.update(self.some(carriedFrom=lambda: choose(earlier), contributesTo=lambda:
                                  self.chance.sample(targets, min(3, len(targets)))))
        krs = [self.key_result() for _ in range(self.chance.randint(0, 3))]
        return {**made, 'keyResults': krs} if krs else made

    def teams(self):
        made = []
        for name in ['Firma', 'Ops', 'Ops', '-x', '=t']:
            above = self.some(.7, parent=lambda: self.chance.choice(made)['id']) if made else {}
            made.append({'id': self.id('t'), 'name': name, **above, **self.some(lead=self.text),
                         'kind': self.chance.choice(['company', 'department', 'team', 'person'])})
        return made

    def plan(self):
        cycles = [{'id': self.id('c'), 'name': name, 'start': start, 'end': end,
                   'state': self.chance.choice(['draft', 'active', 'closed'])}
                  for name, start, end in CYCLES]
        teams = self.teams()
        objectives, targets = [], []
        for _ in range(self.chance.randint(1, 6)):
            made = self.objective(cycles, teams, targets, objectives)
            targets += [made['id'], *(kr['id'] for kr in made.get('keyResults', []))]
            objectives.append(made)
        return {'format': 'okr', 'formatVersion': 1, 'minReader': 1, 'id': 'p-0000000000',
                'title': 'Any plan', 'cycles': cycles, 'teams': teams, 'objectives': objectives}
