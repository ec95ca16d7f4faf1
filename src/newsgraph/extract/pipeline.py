"""The chain from an article to its extraction. Third-party objects stop here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_suffix_regex
from threadpoolctl import ThreadpoolController

from newsgraph.cycles import no_search_for_cycles
from newsgraph.errors import ConfigError
from newsgraph.extract import story, titles
from newsgraph.extract.candidates import known_name_matcher
from newsgraph.extract.chains import Found, find_chains, quoted_tokens
from newsgraph.extract.coreference import find_phrases, tie
from newsgraph.extract.events import FoundEvent, find_events
from newsgraph.extract.names import find_names
from newsgraph.extract.parties import with_parties
from newsgraph.extract.positions import find_positions
from newsgraph.extract.quotes import find_quotes
from newsgraph.extract.reader.component import NAME as READER
from newsgraph.extract.reader.component import find_token_attributions, find_token_contents, find_triggers, reading_of
from newsgraph.extract.relations import find_relations
from newsgraph.extract.sources import Sources
from newsgraph.extract.surface import whole_text
from newsgraph.extract.teams import with_teams
from newsgraph.extract.times import FoundTime, find_times
from newsgraph.extract.values import Values
from newsgraph.extract.version import extractor_name
from newsgraph.extract.word_list import share_words
from newsgraph.model import Article, Extraction, Skipped

# One article at a time: its arrays stay in the core's cache, and what is beside it changes no bit of what is read.
BATCH = 1
REFERRING_BACK = frozenset({"same", "next", "following", "previous", "preceding", "prior"})


@dataclass(frozen=True)
class Pipeline:
    """A loaded spaCy pipeline with what newsgraph adds to it."""

    nlp: Language
    known_names: PhraseMatcher
    name: str
    arithmetic: ThreadpoolController


def load_pipeline(model: str) -> Pipeline:
    """Load a spaCy pipeline by package name or path.

    Raises:
        ConfigError: when it is not installed, or lacks a parser or a tagger.
    """
    try:
        nlp = spacy.load(model, exclude=["ner"])
    except OSError as error:
        raise ConfigError(
            f"model {model!r}: not installed and no such folder; pip install it or give --model"
        ) from error
    missing = {"parser", "tagger", "lemmatizer"} - set(nlp.pipe_names)
    if missing:
        raise ConfigError(f"model {model!r}: has no {', '.join(sorted(missing))}; newsgraph needs it")
    nlp.add_pipe(READER, first=True)
    nlp.add_pipe("newsgraph_paragraphs", before="parser")
    story.add_kin_words(nlp, titles.kin())
    share_words(nlp)
    _part_what_ran_together(nlp)
    return Pipeline(nlp, known_name_matcher(nlp), extractor_name(model), ThreadpoolController())


def _part_what_ran_together(nlp: Language) -> None:
    """«Fla.—Ana Lund», «Enforcement(ICE)», «the FBI/», «"swamp"—a», «left."But», «U.S.-led» are more than one word."""
    beside_marks = [r"(?<=[\w.,!?])\"", r"(?<=\")(?:—|–|-+)", r"(?:—|–|--)(?=\")"]
    infixes = [
        *nlp.Defaults.infixes, r"(?<=\.)(?:—|–|--)(?=[A-Z])", r"(?<=[a-z])\((?=[A-Z])",
        r"(?<=U\.S\.)-(?=[A-Za-z])", *beside_marks,
    ]  # fmt: skip
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    nlp.tokenizer.suffix_search = compile_suffix_regex([*nlp.Defaults.suffixes, r"(?<=[A-Za-z])/"]).search


def extract_articles(pipeline: Pipeline, articles: Iterable[Article]) -> Iterator[Extraction | Skipped]:
    """The extractions of some articles, in their order; an article that breaks a rule's code is skipped."""
    with no_search_for_cycles(), pipeline.nlp.memory_zone():
        pairs = ((story.story_text(article), article) for article in articles)
        for doc, article in pipeline.nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
            try:
                # So small are the matrices that more threads only wait for one another.
                with pipeline.arithmetic.limit(limits=1, user_api="blas"):
                    extraction = _extraction(pipeline, article, doc)
                yield extraction
            except Exception as error:  # noqa: BLE001 - whatever is wrong with one article, the others go on
                yield Skipped(article.location, "extract", f"{type(error).__name__}: {error}; please report it")


def _extraction(pipeline: Pipeline, article: Article, doc: Doc) -> Extraction:
    names = with_teams(doc, with_parties(doc, find_names(doc, pipeline.known_names)))
    named = find_chains(doc, names)
    reading = reading_of(doc)
    quoted = quoted_tokens(doc)
    ties = tie(doc, named, find_phrases(doc, reading, quoted, named), quoted)
    sources = Sources(doc, ties.found)
    quotes = find_quotes(doc, sources, quoted, find_token_attributions(reading), find_token_contents(reading))
    published = date.fromisoformat(article.date) if article.date else None
    times, ranges = _times_outside_names(doc, find_times(whole_text(doc), published), ties.found)
    values = Values(article, doc, sources.found, ties.names, quoted)
    values.add_phrases(ties.coreferences, find_triggers(reading))
    values.add_times(times)
    values.add_quotes(quotes)
    values.add_relations(find_relations(doc, sources.found))
    values.add_positions(find_positions(doc, sources.found))
    values.add_events(_dated_events(doc, sources.found, times, ranges))
    return values.extraction(pipeline.name)


def _times_outside_names(
    doc: Doc, times: Iterable[FoundTime], found: Iterable[Found]
) -> tuple[list[FoundTime], list[tuple[int, int]]]:
    """The times with their tokens; «Today» in «USA Today» and the «May» who is a prime minister are none."""
    named = {i for mention in found for i in range(mention.start, mention.end)}
    ranges = [(time, _token_range(doc, time.span.start, time.span.end)) for time in times]
    kept = [(time, tokens) for time, tokens in ranges if not named.issuperset(range(*tokens))]
    return [time for time, _ in kept], [tokens for _, tokens in kept]


def _dated_events(
    doc: Doc, found: Sequence[Found], times: Sequence[FoundTime], ranges: Sequence[tuple[int, int]]
) -> Iterator[FoundEvent]:
    """The events with the times they are dated by; «for two weeks», «recently» and «that month» date none."""
    dates = [n for n, time in enumerate(times) if time.is_date and not _refers_back(doc, ranges[n][0])]
    for event in find_events(doc, found, [ranges[number] for number in dates]):
        yield event if event.time is None else replace(event, time=dates[event.time])


def _refers_back(doc: Doc, start: int) -> bool:
    """«that month», «the following day»: counted from a time told before, and it is not sure from which."""
    first = doc[start].lower_
    return first == "that" or (first == "the" and doc[start + 1].lower_ in REFERRING_BACK)


def _token_range(doc: Doc, start: int, end: int) -> tuple[int, int]:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.start, span.end
