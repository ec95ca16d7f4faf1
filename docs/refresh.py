# ruff: noqa: INP001, T201 - a script beside the documents
"""Writes the pages of this folder that are read off the code, see ``GENERATED``. Run: python -m docs.refresh."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click
import rdflib
from rdflib.namespace import RDF, RDFS, SKOS

from newsgraph import model
from newsgraph.cli.main import COMMANDS, main
from newsgraph.graph.queries import named_queries
from newsgraph.graph.relation_types import RELATIONS, RelationType
from newsgraph.graph.standing import Standing
from newsgraph.graph.vocabulary import NG, NGE, NGR, ontology_path

ROOT = Path(__file__).parents[1]
WIDTH = 80


def command_line_page() -> str:
    """The help text of every command."""
    parts = [
        "# The command line\n",
        "These are the help texts of the program (`newsgraph --help`, `newsgraph build --help` and so on).",
        "This page is written by `python -m docs.refresh`; a test keeps it equal to the program.\n",
        "What you asked for goes to standard output, everything else to standard error. The exit status is 0 when",
        "all is done, 1 when something failed (one line says what), 2 when the command was used wrongly. Progress",
        "is shown on a terminal only.\n",
        "The workspace is a folder. Name it with `-w` before the command, or once and for all in the environment",
        "variable `NEWSGRAPH_WORKSPACE`.\n",
        _help("newsgraph", main, None),
    ]
    parent = _context("newsgraph", main, None)
    for name in COMMANDS:
        command = main.get_command(parent, name)
        if command is not None:
            parts.append(f"## {name}\n\n{_help(name, command, parent)}")
    return "\n".join(parts)


def _help(name: str, command: click.Command, parent: click.Context | None) -> str:
    return f"```text\n{command.get_help(_context(name, command, parent)).strip()}\n```\n"


def _context(name: str, command: click.Command, parent: click.Context | None) -> click.Context:
    return command.context_class(
        command,
        info_name=name,
        parent=parent,
        **{"terminal_width": WIDTH, "max_content_width": WIDTH, **command.context_settings},
    )


def ontology_page() -> str:
    """The relations, the event types, the stances and standings, as the ontology defines them."""
    graph = rdflib.Graph().parse(ontology_path("newsgraph.ttl"), format="turtle")
    relations = (
        (f"`ngr:{name}`", _ends(kind), _said(graph, NGR.iri + name), _shown(graph, NGR.iri + name))
        for name, kind in RELATIONS.items()
    )
    events = ((f"`nge:{name}`", _said(graph, NGE.iri + name), _shown(graph, NGE.iri + name)) for name in NGE.terms)
    parts = [
        "# What the graph speaks of\n",
        "The ontology is [ontologies/newsgraph.ttl](../ontologies/newsgraph.ttl): each term with a definition and",
        "an example. [alignments.ttl](../ontologies/alignments.ttl) says which terms of others are close, and",
        "[shapes.ttl](../ontologies/shapes.ttl) what must hold in every graph. This page is written by",
        "`python -m docs.refresh`; a test keeps it equal to the ontology. The people in the examples are made up.\n",
        "## Relations\n",
        _table(("relation", "between", "meaning", "example"), relations),
        "## Events\n",
        _table(("event type", "meaning", "example"), events),
    ]
    for title, name in (("How a source stands to what it says", "Stance"), ("How a statement stands", "Standing")):
        members = sorted(graph.subjects(RDF.type, rdflib.URIRef(NG.iri + name)), key=str)
        rows = ((f"`ng:{str(each).removeprefix(NG.iri)}`", _said(graph, each), _shown(graph, each)) for each in members)
        parts += [f"## {title}\n", _table((name.lower(), "meaning", "example"), rows)]
    return "\n".join(parts)


def named_queries_page() -> str:
    """The named queries with what they ask and the values they take."""
    parts = [
        "# Named queries\n",
        "`newsgraph query --named NAME --param VALUE=…` asks one. Names of persons, bodies and places mean one entity;",
        "an IRI will do as well. The queries are files in `src/newsgraph/graph/queries/`: copy one to change it.",
        "This page is written by `python -m docs.refresh`; a test keeps it equal to the queries.\n",
    ]
    for name, query in named_queries().items():
        parts.append(f"## {name}\n\n{query.title}. {query.description}\n")
        rows = (
            (
                f"`{each.name}`",
                each.meaning,
                "is needed" if each.default is None else f"`{each.default}`" * bool(each.default),
            )
            for each in query.parameters
        )
        if query.parameters:
            parts.append(_table(("value", "meaning", "when left out"), rows))
    return "\n".join(parts)


def _ends(kind: RelationType) -> str:
    ends = (", ".join(allowed) or "anything" for allowed in (kind.domain, kind.range))
    return " → ".join(ends) + (" (both ways)" if kind.symmetric else "")


def _said(graph: rdflib.Graph, term: object) -> str:
    return str(graph.value(rdflib.URIRef(str(term)), SKOS.definition))


def _shown(graph: rdflib.Graph, term: object) -> str:
    example = graph.value(rdflib.URIRef(str(term)), SKOS.example)
    return str(example or graph.value(rdflib.URIRef(str(term)), RDFS.label))


def _table(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = list(titles)
    lines = [titles, ["---"] * len(titles), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


def words_of_the_model() -> list[str]:
    """Every value that a user can meet in the graph or in a list of what was skipped."""
    kinds = (
        model.FurnitureReason,
        model.MentionForm,
        model.Stance,
        model.Certainty,
        model.QuoteKind,
        model.Role,
        model.Realis,
        Standing,
    )
    return [member.value for kind in kinds for member in kind]


GENERATED: dict[str, Callable[[], str]] = {
    "docs/cli.md": command_line_page,
    "docs/named-queries.md": named_queries_page,
    "docs/ontology.md": ontology_page,
}


if __name__ == "__main__":
    for page, write in GENERATED.items():
        (ROOT / page).write_text(write(), encoding="utf-8")
        print(page)
