# ruff: noqa: INP001
"""Writes who denied what, with the sentences, to standard output as CSV: WORKSPACE."""

import csv
import sys

import newsgraph

columns = ["date", "publisher", "who", "denied", "sentence"]
table = csv.DictWriter(sys.stdout, columns, extrasaction="ignore")
table.writeheader()
for row in newsgraph.open(sys.argv[1]).named_query("who-denied-what").values():
    table.writerow(row)
