# ruff: noqa: INP001
"""Writes who denied what, with the sentences, to standard output as CSV: WORKSPACE."""

import csv
import sys

import newsgraph

columns = ["date", "publisher", "who", "denied", "sentence"]
table = csv.DictWriter(sys.stdout, columns, extrasaction="ignore")
table.writeheader()
try:
    denials = newsgraph.open(sys.argv[1]).named_query("who-denied-what")
except newsgraph.NewsgraphError as error:
    sys.exit(str(error))
for row in denials.values():
    table.writerow(row)
