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
