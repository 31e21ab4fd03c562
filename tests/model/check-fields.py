#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published schema says what the program does. Arguments: print-fields, the schema."""

import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'support'))
from tap import Tap  # noqa: E402

TABLES = json.loads(subprocess.run([sys.argv[1]], check=True, capture_output=True).stdout)
SCHEMA = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding='utf-8'))
TYPES = {'text': 'string', 'number': 'number', 'integer': 'integer', 'boolean': 'boolean',
         'id': 'string', 'reference': 'string'}


def camel(kind):
    head, *tail = kind.split('-')
    return head + ''.join(word.title() for word in tail)


def object_of(kind):
    return SCHEMA if kind == 'plan' else SCHEMA['$defs'][camel(kind)]


def resolved(schema):
    return SCHEMA['$defs'][schema['$ref'].rsplit('/', 1)[-1]] if '$ref' in schema else schema


def differences(path, field, schema):
    """One member: type, words, range and what its absence means."""
    kind = field['type']
    if kind in ('day', 'timestamp'):
        wanted = '#/$defs/' + ('date' if kind == 'day' else kind)
        if schema.get('$ref') != wanted:
            yield f'{path}: not a {kind}'
    elif kind == 'children':
        if schema.get('type') != 'array' \
                or schema['items'].get('$ref') != '#/$defs/' + camel(field['kind']):
            yield f'{path}: not a list of {field["kind"]}'
    elif kind == 'json':
        if schema.get('type', 'array') != 'array':
            yield f'{path}: not any value'
    elif kind in ('strings', 'references'):
        if schema.get('type') != 'array' or schema['items'].get('type') != 'string':
            yield f'{path}: not a list of texts'
    elif kind == 'enum':
        if schema.get('enum') != field['words']:
            yield f'{path}: words are {schema.get("enum")}, not {field["words"]}'
    elif schema.get('type', 'string' if 'const' in schema else None) != TYPES[kind]:
        yield f'{path}: type is {schema.get("type")}, not {TYPES[kind]}'
    if kind == 'reference' and 'kind' in field:
        prefix = TABLES[field['kind']]['prefix']
        if not schema['pattern'].startswith(f'^{prefix}-'):
            yield f'{path}: not the id of a {field["kind"]}'
    for bound in ('minimum', 'maximum'):
        if schema.get(bound) != field.get(bound):
            yield f'{path}: {bound} is {schema.get(bound)}, not {field.get(bound)}'
    if not field.get('required') and 'default' in schema and schema['default'] != field['fallback']:
        yield f'{path}: default is {schema["default"]}, not {field["fallback"]}'
    if field.get('required') and 'default' in schema:
        yield f'{path}: required, and yet has a default'


def members(fields, schema, path):
    """All members of an object: the same ones, in the order of the document."""
    names = []
    for field in fields:
        name = field.get('group', field['name']) if 'inside' not in field else field['name']
        if name not in names:
            names.append(name)
    if names != list(schema['properties']):
        yield f'{path}: members are {list(schema["properties"])}, not {names}'
    for field in fields:
        if 'group' in field and 'inside' not in field:
            continue
        member = schema['properties'].get(field['name'])
        if member is not None:
            yield from differences(f'{path}.{field["name"]}', field, member)
    required = {f['name'] for f in fields if f.get('required') and ('group' not in f or 'inside' in f)}
    if required != set(schema.get('required', ())):
        yield f'{path}: required are {sorted(schema.get("required", ()))}, not {sorted(required)}'
    if schema.get('additionalProperties') is not True:
        yield f'{path}: unknown members have to be welcome'


tap = Tap()
for kind, table in TABLES.items():
    schema = object_of(kind)
    found = list(members(table['fields'], schema, kind))
    pattern = schema['properties']['id']['pattern']
    if pattern != f'^{table["prefix"]}-[0-9a-z]{{10}}$':
        found.append(f'{kind}: ids are {pattern}')
    tap.check(f'{kind} is what the schema says', found)
    for group in dict.fromkeys(f['group'] for f in table['fields'] if 'group' in f):
        inside = [{**f, 'inside': True} for f in table['fields'] if f.get('group') == group]
        tap.check(f'{group} of {kind} is what the schema says',
                  members(inside, resolved(schema['properties'][group]), f'{kind}.{group}'))
known = {camel(kind) for kind in TABLES} | {'date', 'timestamp', 'settings', 'agreed', 'grade'}
tap.check('the schema names nothing else', sorted(set(SCHEMA['$defs']) - known))
tap.finish()
