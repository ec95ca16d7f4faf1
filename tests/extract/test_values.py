"""Laws of an extraction: spans, ids and references hold for any text, and depend on the article alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsgraph.extract.pipeline import Pipeline, extract_articles
from newsgraph.model import Extraction, Furniture, FurnitureReason, Skipped, Span
from tests import build
from tests.extract.reading import Extract, Reading, read_all, read_texts
from tests.extract.sentences import GAPS, SENTENCES

pytestmark = pytest.mark.model

STORIES = (
    " ".join(SENTENCES),
    "\n\n".join(SENTENCES),
    "\n".join(reversed(SENTENCES)),
    "\n\n".join(" ".join(SENTENCES[i : i + 4]) for i in range(0, len(SENTENCES), 3)),
)
ODD = ("", " ", "\n\n\n", '"', '""""', "'s", ".", "the", "The the THE", "\0\x01", "é" * 50, "Trump " * 60, "“”" * 20)


def spans(extraction: Extraction) -> Iterator[Span]:
    for mention in extraction.mentions:
        yield mention.span
    for quote in extraction.quotes:
        yield from (quote.cue, quote.content, quote.evidence)
    for relation in extraction.relations:
        yield from (relation.cue, relation.evidence)
    for event in extraction.events:
        yield from (event.trigger, event.evidence)
    for time in extraction.times:
        yield time.span


def assert_sound(reading: Reading) -> None:
    article, extraction = reading
    assert extraction.article_id == article.id
    assert all(span.end <= len(article.text) for span in spans(extraction))
    for mention in extraction.mentions:
        assert mention.surface == article.text[mention.span.start : mention.span.end]
    assert_ids_unique(extraction)
    assert_chains_share_out_the_mentions(extraction)
    assert_references_hold(extraction)


def assert_ids_unique(extraction: Extraction) -> None:
    ids = [m.id for m in extraction.mentions] + [c.id for c in extraction.chains] + [q.id for q in extraction.quotes]
    ids += [r.id for r in extraction.relations] + [e.id for e in extraction.events] + [t.id for t in extraction.times]
    twice = [number for number, times in Counter(ids).items() if times > 1]
    assert twice == []


def assert_chains_share_out_the_mentions(extraction: Extraction) -> None:
    in_chains = [number for chain in extraction.chains for number in chain.mention_ids]
    assert sorted(in_chains) == sorted(m.id for m in extraction.mentions)
    assert all(chain.name.strip() for chain in extraction.chains)


def assert_references_hold(extraction: Extraction) -> None:
    mentions = {m.id: m for m in extraction.mentions}
    chains = {number: chain.id for chain in extraction.chains for number in chain.mention_ids}
    quotes = {q.id: q for q in extraction.quotes}
    for quote in extraction.quotes:
        assert quote.source_id is None or quote.source_id in mentions
        assert quote.evidence.covers(quote.cue)
        assert quote.evidence.covers(quote.content)
        assert quote.parent_id is None or quotes[quote.parent_id].content.covers(quote.cue)
        assert quote.parent_id != quote.id
    for relation in extraction.relations:
        assert chains[relation.subject_id] != chains[relation.object_id]
        for span in (relation.cue, mentions[relation.subject_id].span, mentions[relation.object_id].span):
            assert relation.evidence.covers(span)
        assert relation.quote_id is None or quotes[relation.quote_id].content.covers(relation.cue)
    for event in extraction.events:
        assert event.arguments
        assert all(event.evidence.covers(mentions[a.mention_id].span) for a in event.arguments)
        assert event.time_id is None or event.time_id in {time.id for time in extraction.times}
        assert event.quote_id is None or quotes[event.quote_id].content.covers(event.trigger)


@pytest.mark.parametrize("text", STORIES)
def test_an_extraction_is_sound(extract: Extract, text: str) -> None:
    reading = extract(text)
    assert_sound(reading)
    extraction = reading.extraction
    assert extraction.words > 0
    kinds = (extraction.mentions, extraction.quotes, extraction.relations, extraction.events, extraction.times)
    assert all(kinds), "the sentences hold something of every kind"


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_break_nothing(extract: Extract, text: str) -> None:
    assert_sound(extract(text))


def test_nothing_is_extracted_from_furniture(extract: Extract) -> None:
    text = "Donald Trump met Angela Merkel. MORE FROM: Jared Kushner fired James Comey in May. Trump left."
    start = text.index("MORE")
    widget = Furniture(Span(start, text.index("Trump left")), FurnitureReason.RELATED)
    reading = extract(text, furniture=(widget,))
    assert_sound(reading)
    assert set(reading.names()) == {"Donald Trump", "Angela Merkel"}
    assert not any(span.overlaps(widget.span) for span in spans(reading.extraction) if span.end - span.start < 20)


def test_the_same_article_gives_the_same_extraction(pipeline: Pipeline) -> None:
    assert read_texts(pipeline, STORIES) == read_texts(pipeline, STORIES)


def test_an_article_does_not_depend_on_its_batch(pipeline: Pipeline) -> None:
    together = read_texts(pipeline, STORIES)
    alone = [read_texts(pipeline, [text])[0] for text in STORIES]
    backwards = read_texts(pipeline, STORIES[::-1])[::-1]
    assert together == alone == backwards


def test_ids_come_from_the_article(pipeline: Pipeline) -> None:
    article = build.article(STORIES[0], date="2017-06-27")
    other = replace(article, id="another")
    one, two = (reading.extraction for reading in read_all(pipeline, [article, other]))
    assert {m.id for m in one.mentions}.isdisjoint(m.id for m in two.mentions)
    assert {c.id for c in one.chains}.isdisjoint(c.id for c in two.chains)
    assert [m.span for m in one.mentions] == [m.span for m in two.mentions]


def test_an_article_with_a_date_that_is_none_is_skipped_alone(pipeline: Pipeline) -> None:
    texts = ["Donald Trump spoke.", "Jared Kushner spoke."]
    articles = [build.article(texts[0], date="yesterday"), build.article(texts[1], date="2017-06-27")]
    skipped, extraction = extract_articles(pipeline, articles)
    assert isinstance(skipped, Skipped)
    assert skipped.stage == "extract"
    assert isinstance(extraction, Extraction)
    assert [c.name for c in extraction.chains] == ["Jared Kushner"]


def test_an_article_without_a_date_has_times_that_are_not_anchored(extract: Extract) -> None:
    reading = extract("Donald Trump fired James Comey on Tuesday.", date=None)
    assert [(t.value, t.begin, t.end) for t in reading.extraction.times] == [("XXXX-WXX-2", None, None)]


STORY = st.lists(
    st.one_of(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES), st.text(max_size=12)), max_size=10
).flatmap(
    lambda pieces: st.lists(st.sampled_from(GAPS), min_size=len(pieces), max_size=len(pieces)).map(
        lambda gaps: "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True))
    )
)


@given(STORY)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_a_sound_extraction(pipeline: Pipeline, text: str) -> None:
    (reading,) = read_texts(pipeline, [text])
    assert_sound(reading)


def test_marks_for_bold_letters_do_not_cut_the_sentence(extract: Extract) -> None:
    text = "Ana Costa is the chief executive of **Acme Corp.**, a maker of locks that she founded in Lisbon."
    marks = [text.index("**"), text.rindex("**")]
    furniture = tuple(Furniture(Span(start, start + 2), FurnitureReason.MARKUP) for start in marks)
    (led,) = [r for r in extract(text, furniture=furniture).extraction.relations if r.predicate in ("ceoOf", "headOf")]
    assert text[led.evidence.start : led.evidence.end] == text
