# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads PDF files back."""

import re
import subprocess
import xml.etree.ElementTree as ET

XHTML = '{http://www.w3.org/1999/xhtml}'


def tool(place, program, *arguments):
    return subprocess.run([program, *arguments], cwd=place.path, timeout=60, capture_output=True,
                          text=True, check=True).stdout


def sheets(place, name):
    """How many pages there are, and their size, the shorter side first."""
    info = tool(place, 'pdfinfo', name)
    width, height = map(float, re.search(r'Page size: +([\d.]+) x ([\d.]+)', info).groups())
    return int(re.search(r'Pages: +(\d+)', info).group(1)), sorted((round(width), round(height)))


def words(place, name):
    """For each page its width and height, and the words with their boxes: (text, x, y, right, bottom)."""
    text = tool(place, 'pdftotext', '-bbox', name, '-')
    text = re.sub(r'[\x00-\x08\x0b\x0c\x0e-\x1f]', '', text)
    return [(float(page.get('width')), float(page.get('height')),
             [(word.text or '', *(float(word.get(k)) for k in ('xMin', 'yMin', 'xMax', 'yMax')))
              for word in page.iter(XHTML + 'word')])
            for page in ET.fromstring(text).iter(XHTML + 'page')]


def type_sizes(place, name):
    """The smallest and the largest, in points: of the usual font, a line is 1.2 times as high. Since
    Poppler 23 a box is as high as what is drawn in it, and tells no size: then all are alike."""
    told = subprocess.run(['pdfinfo', '-v'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, check=False).stdout
    if int(re.search(r'version (\d+)', told)[1]) >= 23:
        print('# not compared: sizes of type, which this Poppler does not tell')
        return 7, 7
    heights = [bottom - y for page in words(place, name) for _, _, y, _, bottom in page[2]]
    return round(min(heights) / 1.2, 1), round(max(heights) / 1.2, 1)


def outline(place, name):
    """The titles of the outline with how deep they are, from 1."""
    text = tool(place, 'pdftohtml', '-xml', '-i', '-stdout', name)
    found = []

    def walk(element, depth):
        for child in element:
            if child.tag == 'item':
                found.append((depth, child.text))
            elif child.tag == 'outline':
                walk(child, depth + 1)

    for top in re.findall(r'<outline>.*</outline>', text, re.S):
        walk(ET.fromstring(top), 1)
    return found
