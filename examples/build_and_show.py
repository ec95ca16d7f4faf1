# ruff: noqa: INP001, T201
"""Builds a graph of a folder and prints what it knows about one name: WORKSPACE FOLDER NAME."""

import sys

import newsgraph

workspace, folder, name = sys.argv[1:4]
ws = newsgraph.open(workspace)
try:
    done = ws.build([folder], on_skip=lambda skipped: print("skipped", skipped.where, skipped.reason))
    print(done.articles_new, "new articles,", done.entities, "entities,", done.statements, "statements")
    for tie in ws.show(name).ties:
        print(f"{tie.subject} – {tie.predicate} – {tie.object} ({tie.standing}, {tie.origins} independent reports)")
        print(f"    «{tie.evidence}» {tie.place.outlet}, {tie.place.date}")
except newsgraph.NewsgraphError as error:
    sys.exit(str(error))
