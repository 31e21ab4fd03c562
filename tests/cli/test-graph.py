#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""graph: the contract of its JSON, order, loops, DOT."""

import json
import random
import shutil
import subprocess

from okr import UNREADABLE, Place, run
from plans import document, forest, objective

NODE = ['id', 'x', 'y', 'width', 'height', 'layer', 'rows']
EDGE = ['from', 'to', 'main', 'points']


def graph(place, *arguments, **options):
    return json.loads(place.okr('graph', *arguments, 'plan.okr', **options).out)


def check(shown):
    """All that 6-window promises of any plan; returns the nodes by id."""
    assert list(shown) == ['width', 'height', 'nodes', 'edges'], list(shown)
    nodes, places = {}, {}
    for node in shown['nodes']:
        assert list(node) == NODE, list(node)
        assert node['id'] not in nodes
        nodes[node['id']] = node
        places[node['id']] = (node, None)
        assert 0 <= node['x'] <= node['x'] + node['width'] <= shown['width'] + 1e-6
        assert 0 <= node['y'] <= node['y'] + node['height'] <= shown['height'] + 1e-6
        bottom = node['y']
        for row in node['rows']:
            assert list(row) == ['id', 'y', 'height'] and row['y'] >= bottom
            bottom = row['y'] + row['height']
            places[row['id']] = (node, row)
        assert bottom <= node['y'] + node['height'] + 1e-6
    check_apart(shown['nodes'])
    for edge in shown['edges']:
        check_edge(edge, nodes, places)
    return nodes


def check_apart(nodes):
    below = None
    for node in sorted(nodes, key=lambda n: (n['x'], n['y'])):
        if below and below['x'] == node['x']:
            assert below['y'] + below['height'] <= node['y'] + 1e-6, (below, node)
        below = node


def check_edge(edge, nodes, places):
    assert list(edge) == EDGE and isinstance(edge['main'], bool), list(edge)
    source, (target, row) = nodes[edge['from']], places[edge['to']]
    assert source['layer'] > target['layer'], edge
    first, last = edge['points'][0], edge['points'][-1]
    assert first[0] == source['x'] and source['y'] < first[1] < source['y'] + source['height']
    assert abs(last[0] - target['x'] - target['width']) < 0.02
    part = row or target
    assert part['y'] < last[1] < part['y'] + part['height'], (edge, part)
    if row:
        assert abs(last[1] - row['y'] - row['height'] / 2) < 0.02
    xs = [x for x, _ in edge['points']]
    assert xs == sorted(xs, reverse=True)


def layers(shown):
    """The order from top to bottom in each column."""
    columns = {}
    for node in sorted(shown['nodes'], key=lambda n: n['y']):
        columns.setdefault((node['x'], node['layer']), []).append(node['id'])
    return columns


def test_example():
    with Place() as place:
        plan = json.loads(place.read())
        shown = graph(place)
        nodes = check(shown)
        assert set(nodes) == {'mission', *(o['id'] for o in plan['objectives'])}
        assert nodes['mission']['layer'] == 0
        for item in plan['objectives']:
            assert [r['id'] for r in nodes[item['id']]['rows']] == [
                k['id'] for k in item.get('keyResults', [])]
            links = [(e['to'], e['main']) for e in shown['edges'] if e['from'] == item['id']]
            to = item.get('contributesTo', [])
            assert links == [(t, i == 0) for i, t in enumerate(to)] or (
                not to and links == [('mission', True)]), item['id']
        assert place.okr('graph', '--format', 'json', 'plan.okr').out == place.okr(
            'graph', 'plan.okr').out
        assert place.okr('graph', '-', data=place.read()).out == place.okr('graph', 'plan.okr').out


def test_same_bytes():
    """On another day, in another language, and from a file in another order of members."""
    with Place() as place:
        place.plan.write_bytes(document(forest(300)))
        first = place.okr('graph', 'plan.okr')
        assert first.err == ''
        for environment in [{}, {'OKR_TODAY': '2031-01-01'}, {'LC_ALL': 'es_ES.UTF-8'},
                            {'MALLOC_PERTURB_': '85'}]:
            assert place.okr('graph', 'plan.okr', **environment).stdout == first.stdout


def test_shapes():
    chain = [objective(n, 't4', [f'k{n - 1}x0'] if n else [], 1) for n in range(12)]
    cases = {
        'nothing at all': ([], ''),
        'a mission only': ([], 'Be of use'),
        'one objective': ([objective(1)], ''),
        'one objective and the mission': ([objective(1)], 'Be of use'),
        'no mission': (forest(40), ''),
        'a blank mission': (forest(40), ' '),
        'nothing contributes': ([objective(n, 't2') for n in range(30)], 'Be of use'),
        'wide': ([objective(0), *(objective(n, 't2', ['k0x0']) for n in range(1, 60))], 'Be of use'),
        'deep': (chain, 'Be of use'),
        'no key results': ([objective(n, 't2', ['o0'] if n else [], 0) for n in range(9)], 'Go'),
        'two thousand': (forest(2000), 'Be of use'),
    }
    for name, (objectives, mission) in cases.items():
        with Place() as place:
            place.plan.write_bytes(document(objectives, mission))
            shown = graph(place)
            nodes = check(shown)
            assert len(nodes) == len(objectives) + bool(mission.strip()), name
            assert ('mission' in nodes) == bool(mission.strip()), name
            assert all(nodes[o['id']]['layer'] >= 1 for o in objectives), name


def test_loops():
    """Of each loop one link is left out and named; the rest is drawn."""
    items = [objective(0), objective(1, 't2', ['o3', 'k0x0']), objective(2, 't2', ['k1x1']),
             objective(3, 't2', ['o2']), objective(4, 't2', ['k4x0']), objective(5, 't2', ['o0'])]
    with Place() as place:
        place.plan.write_bytes(document(items))
        result = place.okr('graph', 'plan.okr')
        shown = json.loads(result.out)
        check(shown)
        assert len(result.err.splitlines()) == 2, result.err
        assert 'o4' in result.err and 'k4x0' in result.err and 'okr: ' in result.err
        assert len(shown['edges']) == sum(len(o['contributesTo']) for o in items) + 1 - 2
        assert place.okr('graph', '--format', 'dot', 'plan.okr').err == result.err


def test_broken_links():
    with Place() as place:
        place.plan.write_bytes(document([objective(0), objective(1, 't2', ['o9', 'k0x1', 'k0x1'])]))
        shown = graph(place)
        check(shown)
        assert [(e['from'], e['to'], e['main']) for e in shown['edges']] == [
            ('o0', 'mission', True), ('o1', 'k0x1', False)]


def test_like():
    """What stays keeps its order, whatever comes, goes or is aligned anew."""
    chance = random.Random(7)
    for seed in range(6):
        old = forest(120, seed)
        new = [dict(o) for o in old]
        gone = chance.choice(new[60:])
        inside = {gone['id'], *(k['id'] for k in gone['keyResults'])}
        new.remove(gone)
        for item in new:
            item['contributesTo'] = [t for t in item['contributesTo'] if t not in inside]
        new.insert(chance.randrange(len(new)), objective(900, 't2', [new[0]['id']]))
        with Place() as place:
            place.plan.write_bytes(document(old))
            shutil.copyfile(place.plan, place.path / 'old.okr')
            before = layers(graph(place))
            assert layers(graph(place, '--like', 'old.okr')) == before
            place.plan.write_bytes(document(new))
            shown = graph(place, '--like', 'old.okr')
            check(shown)
            after = layers(shown)
            check_kept(before, after)


def check_kept(before, after):
    """No two boxes of one column that stand in one column again have changed places."""
    where = {i: (key, n) for key, column in before.items() for n, i in enumerate(column)}
    for column in after.values():
        last = {}
        for item in column:
            if item not in where:
                continue
            key, number = where[item]
            assert number > last.get(key, -1), f'{item} has moved'
            last[key] = number


def test_like_needs_a_plan():
    with Place() as place:
        (place.path / 'bad.okr').write_text('{')
        result = place.okr('graph', '--like', 'bad.okr', 'plan.okr', status=UNREADABLE)
        assert 'bad.okr' in result.err and result.out == ''
        place.okr('graph', '--like', 'missing.okr', 'plan.okr', status=UNREADABLE)


def test_dot():
    """Graphviz, where it is there, reads it with the same boxes and links."""
    tricky = objective(107, 't2', ['k100x0'], title='{a|b} <c> "d" \\ e\\n\té')
    with Place() as place:
        place.plan.write_bytes(document([*forest(50), objective(100), tricky]))
        text = place.okr('graph', '--format', 'dot', 'plan.okr').out
        assert text.startswith('digraph') and text.endswith('}\n')
        shown = graph(place)
        assert text.count(' -> ') == len(shown['edges'])
        assert text.count('style=dashed') == sum(not e['main'] for e in shown['edges'])
        if shutil.which('dot'):
            result = subprocess.run(['dot', '-Tplain'], input=text, text=True, timeout=60,
                                    capture_output=True, check=True)
            assert result.stderr == '', result.stderr
            assert result.stdout.count('\nnode ') == len(shown['nodes'])
            assert result.stdout.count('\nedge ') == len(shown['edges'])


run([test_example, test_same_bytes, test_shapes, test_loops, test_broken_links, test_like,
     test_like_needs_a_plan, test_dot])
