#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published schema accepts our plans and refuses broken ones. Argument: the data folder."""

import copy
import json
import pathlib
import sys

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'support'))
from tap import Tap  # noqa: E402

DATA = pathlib.Path(sys.argv[1])
SCHEMA = json.loads((DATA / 'okr-1.schema.json').read_text(encoding='utf-8'))
EXAMPLE = DATA / 'examples' / 'northwind-q1.okr'
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def problems(document):
    return [f'{error.json_path}: {error.message}' for error in VALIDATOR.iter_errors(document)]


def items(value, path=''):
    if isinstance(value, dict):
        yield path, value
        for key, child in value.items():
            yield from items(child, f'{path}.{key}')
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from items(child, f'{path}[{index}]')


def written(value, depth=0):
    """The canonical form, written once more and on other ways than the program's writer."""
    indent = '  ' * depth
    if isinstance(value, dict):
        members = (f'{indent}  {json.dumps(k, ensure_ascii=False)}: {written(v, depth + 1)}'
                   for k, v in value.items())
        return '{\n' + ',\n'.join(members) + f'\n{indent}}}'
    if isinstance(value, list) and any(isinstance(child, (dict, list)) for child in value):
        return '[\n' + ',\n'.join(f'{indent}  {written(v, depth + 1)}' for v in value) + f'\n{indent}]'
    if isinstance(value, list):
        return '[' + ', '.join(written(child) for child in value) + ']'
    return json.dumps(value, ensure_ascii=False)


def order_of(schema):
    return list(schema.get('properties', {}))


def unordered(document):
    """Members stand in the order in which the schema names them; defaults and empties are absent."""
    kinds = {'p': SCHEMA, 'c': 'cycle', 't': 'team', 'o': 'objective', 'k': 'keyResult',
             'm': 'milestone', 'i': 'initiative', 'n': 'checkIn', 'h': 'kpi', 'r': 'reading',
             'v': 'review'}
    for path, item in items(document):
        if 'id' not in item:
            continue
        schema = kinds[item['id'][0]]
        schema = schema if isinstance(schema, dict) else SCHEMA['$defs'][schema]
        order = [member for member in order_of(schema) if member in item]
        if order != list(item):
            yield f'{path}: order is {list(item)}, not {order}'
        if item.get('weight') == 1 or item.get('ambition') == 'aspirational':
            yield f'{path}: a default is written'
        yield from (f'{path}.{k}: empty' for k, v in item.items() if v in ('', [], {}, None))


def twice(document):
    seen = set()
    for path, item in items(document):
        if item.get('id') in seen:
            yield f'{path}: {item["id"]} is used twice'
        if 'id' in item:
            seen.add(item['id'])


def dangling(document):
    known = {item['id'] for _, item in items(document) if 'id' in item}
    for path, item in items(document):
        for member in ('parent', 'cycle', 'team', 'kpi', 'carriedFrom'):
            if member in item and item[member] not in known:
                yield f'{path}.{member}: {item[member]} does not exist'
        yield from (f'{path}: {x} does not exist' for x in item.get('contributesTo', ()) if x not in known)


def mutants(document):
    """Documents with one fault each."""
    def faulty(change):
        other = copy.deepcopy(document)
        change(other)
        return other

    key_result = lambda d: d['objectives'][0]['keyResults'][0]  # noqa: E731
    yield 'another format', faulty(lambda d: d.update(format='goals'))
    yield 'no title', faulty(lambda d: d.pop('title'))
    yield 'a null', faulty(lambda d: d.update(vision=None))
    yield 'an id of another type', faulty(lambda d: d['cycles'][0].update(id='t-0123456789'))
    yield 'a short id', faulty(lambda d: d['cycles'][0].update(id='c-01'))
    yield 'a date without day', faulty(lambda d: d['cycles'][0].update(start='2027-01'))
    yield 'month 13', faulty(lambda d: d['cycles'][0].update(start='2027-13-01'))
    yield '30 February', faulty(lambda d: d['cycles'][0].update(start='2027-02-30'))
    yield 'an unknown kind', faulty(lambda d: key_result(d).update(kind='guess'))
    yield 'a target in words', faulty(lambda d: key_result(d).update(target='much'))
    yield 'a negative weight', faulty(lambda d: key_result(d).update(weight=-1))
    yield 'confidence 11', faulty(lambda d: key_result(d)['checkIns'][0].update(confidence=11))
    yield 'a local time', faulty(lambda d: key_result(d)['checkIns'][0].update(created='2027-01-04T09:00'))
    yield 'an own grade without reason', faulty(lambda d: key_result(d).update(grade={'self': 0.5}))
    yield 'one alignment, no list', faulty(lambda d: d['objectives'][0].update(contributesTo='k-0123456789'))
    yield 'a reading without value', faulty(lambda d: d['kpis'][0]['readings'][0].pop('value'))
    yield 'fiscal year in month 0', faulty(lambda d: d.update(settings={'fiscalYearStart': 0}))


def with_unknown_members(document):
    other = copy.deepcopy(document)
    for _, item in list(items(other)):
        item['fromTheFuture'] = {'anything': [1, None, 'x']}
    return other


tap = Tap()
try:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    tap.check('the schema is one', ())
except jsonschema.SchemaError as error:
    tap.check('the schema is one', [error.message])
plans = sorted(DATA.rglob('*.okr'))
tap.check('the example is there', () if EXAMPLE in plans else [f'{EXAMPLE} is missing'])
for plan in plans:
    text = plan.read_text(encoding='utf-8')
    document = json.loads(text)
    label = plan.relative_to(DATA)
    tap.check(f'{label} follows the schema', problems(document))
    tap.check(f'{label} has canonical order', unordered(document))
    tap.check(f'{label} has canonical layout',
              () if written(document) + '\n' == text else ['not the canonical layout'])
    tap.check(f'{label} uses no id twice', twice(document))
    tap.check(f'{label} has no dangling reference', dangling(document))
example = json.loads(EXAMPLE.read_text(encoding='utf-8'))
tap.check('unknown members are welcome', problems(with_unknown_members(example)))
for fault, mutant in mutants(example):
    tap.check(f'refused: {fault}', () if problems(mutant) else ['the schema accepts it'])
tap.finish()
