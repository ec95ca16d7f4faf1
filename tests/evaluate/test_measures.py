"""Each measure on a page small enough to count by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsgraph.evaluate.coref import head_of, measure_coref
from newsgraph.evaluate.crossdoc import measure_crossdoc
from newsgraph.evaluate.events import measure_events
from newsgraph.evaluate.gold import GoldArticle, GoldEntity, GoldError, GoldEvent, GoldMention, GoldQuote, GoldRelation
from newsgraph.evaluate.link import measure_link
from newsgraph.evaluate.ner import measure_ner
from newsgraph.evaluate.quotes import measure_quotes
from newsgraph.evaluate.reading import Reading
from newsgraph.evaluate.relations import measure_relations
from newsgraph.kb import Entry, KnowledgeBase
from newsgraph.model import EntityType, Extraction, MentionForm, Span, Stance
from tests import build
from tests.evaluate.pages import at, named, quote, relation


def f1(precision: float, recall: float) -> dict[str, float]:
    both = precision + recall
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / both, 4) if both else 0.0,
    }


NAMES = "Ana Roth of Acme met Russian envoys in Lisbon. Bolt objected."


def ner_page(*found: tuple[str, str], annotated: tuple[tuple[int, int], ...] | None = None) -> Reading:
    article = build.article(NAMES)
    gold = GoldArticle(
        "a",
        NAMES,
        mentions=(named(NAMES, "Ana Roth", "PER"), named(NAMES, "Acme", "ORG"), named(NAMES, "Russian", "MISC")),
        annotated=annotated,
    )
    mentions = [build.mention(article, surface, type_) for surface, type_ in found]
    return Reading(gold, build.extraction(article, *((mention,) for mention in mentions)))


def test_a_name_is_right_when_span_and_type_are() -> None:
    scores = measure_ner([ner_page(("Ana Roth", "Person"), ("Acme", "Person"), ("Bolt", "Company"))])
    assert scores["by_type"] == {"ORG": f1(0, 0), "PER": f1(1 / 2, 1)}
    assert {key: scores[key] for key in ("precision", "recall", "f1")} == f1(1 / 3, 1 / 2)


def test_types_that_the_data_lacks_and_demonyms_are_not_asked_for() -> None:
    scores = measure_ner(
        [ner_page(("Ana Roth", "Person"), ("Acme", "Company"), ("Russian", "Country"), ("Lisbon", "City"))]
    )
    assert scores["f1"] == 1.0


def test_names_outside_of_what_people_looked_at_do_not_count() -> None:
    page = ner_page(
        ("Ana Roth", "Person"), ("Acme", "Company"), ("Bolt", "Company"), annotated=(at(NAMES, NAMES[:46]),)
    )
    assert measure_ner([page])["f1"] == 1.0


CHAINS = "Ana Roth spoke. She, the mayor of Lund, left. Her aide stayed."


def chain_page() -> Reading:
    article = build.article(CHAINS)
    ana = build.mention(article, "Ana Roth")
    she = build.mention(article, "She", form=MentionForm.PRONOUN)
    mayor = build.mention(article, "the mayor", form=MentionForm.NOMINAL)
    aide = build.mention(article, "Her aide", form=MentionForm.NOMINAL)
    spans = [at(CHAINS, words) for words in ("Ana Roth", "She", "the mayor of Lund", "Her")]
    gold = GoldArticle("a", CHAINS, mentions=tuple(GoldMention(*span, entity="E1") for span in spans))
    phrases = tuple(Span(*at(CHAINS, words)) for words in ("Ana Roth", "She", "the mayor"))
    return Reading(gold, replace(build.extraction(article, (ana, she, mayor), (aide,)), coreferences=(phrases,)))


def test_chains_are_compared_by_exact_spans() -> None:
    scores = measure_coref([chain_page()])
    assert scores["muc"] == f1(1 / 2, 1 / 3)
    assert scores["b3"] == f1((2 * 2 / 3) / 3, (2 * 2 / 4) / 4)


def test_over_gold_mentions_the_head_decides_which_is_which() -> None:
    scores = measure_coref([chain_page()], gold_mentions=True)
    # «the mayor» stands for «the mayor of Lund»; «Her» was not found and is alone.
    assert scores["muc"] == f1(1, 2 / 3)
    assert scores["b3"] == f1(1, (3 * 3 / 4 + 1 / 4) / 4)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the president of France", "president"),
        ("Ana Roth, 44,", "Roth"),
        ("the man who left", "man"),
        ("its board", "board"),
        ("She", "She"),
    ],
)
def test_the_head_of_a_phrase(phrase: str, head: str) -> None:
    start, end = head_of(phrase, 0, len(phrase))
    assert phrase[start:end] == head


def cross_page(name: str, text: str, *gold: tuple[str, str], topic: str = "1") -> Reading:
    article = build.article(text)
    mentions = tuple(named(text, words, entity=entity) for words, entity in gold)
    found = [(build.mention(article, words),) for words, _ in gold if words.istitle()]
    return Reading(GoldArticle(name, text, topic=topic, mentions=mentions), build.extraction(article, *found))


def test_across_articles_names_are_resolved_topic_by_topic() -> None:
    pages = [
        cross_page("a", "Magdalena Quist spoke.", ("Magdalena Quist", "E1")),
        cross_page("b", "Magdalena Quist left.", ("Magdalena Quist", "E1")),
        cross_page("c", "Magdalena Quist sang.", ("Magdalena Quist", "E2"), topic="2"),
    ]
    scores = measure_crossdoc(pages)
    assert (scores["topics"], scores["conll_f1"]) == (2, 1.0)
    assert (scores["false_merge_rate"], scores["split_rate"]) == (0.0, 0.0)
    over_gold = measure_crossdoc(pages, gold_mentions=True)
    assert over_gold["b3"]["f1"] == 1.0


def test_phrases_without_a_name_are_one_by_their_head_in_one_affair() -> None:
    told = "The gunman fled from Ellery Hall, said Magdalena Quist."
    named_there = ("Magdalena Quist", "E2"), ("Ellery Hall", "E4")
    pages = [
        cross_page("a", told, ("The gunman", "E1"), *named_there),
        cross_page("b", f"«{told}»", ("The gunman", "E1"), *named_there),
        cross_page("c", "A gunman was jailed in Lisbon.", ("A gunman", "E3")),
    ]
    scores = measure_crossdoc(pages, gold_mentions=True)
    assert (scores["conll_f1"], scores["false_merge_rate"], scores["split_rate"]) == (1.0, 0.0, 0.0)


def test_two_things_of_one_name_are_a_false_merge() -> None:
    pages = [
        cross_page("a", "Magdalena Quist spoke.", ("Magdalena Quist", "E1")),
        cross_page("b", "Magdalena Quist left.", ("Magdalena Quist", "E2")),
    ]
    assert measure_crossdoc(pages)["false_merge_rate"] == 1.0


def test_data_without_events_cannot_be_asked_for_them() -> None:
    with pytest.raises(GoldError, match="no events"):
        measure_crossdoc([cross_page("a", "Magdalena Quist spoke.", ("Magdalena Quist", "E1"))], what="events")


SAID = 'Ana Roth said the plan was dead. "It is over," Ben Olsen added.'


def quote_page(*found: tuple[str | None, str, str]) -> Reading:
    article = build.article(SAID)
    people = {name: build.mention(article, name) for name in ("Ana Roth", "Ben Olsen")}
    gold = GoldArticle(
        "a",
        SAID,
        quotes=(
            GoldQuote(at(SAID, "the plan was dead"), at(SAID, "Ana Roth"), at(SAID, "said")),
            GoldQuote(at(SAID, '"It is over,"'), at(SAID, "Ben Olsen"), at(SAID, "added")),
        ),
    )
    extraction = build.extraction(article, *((mention,) for mention in people.values()))
    quotes = tuple(quote(SAID, people[source] if source else None, cue, content) for source, cue, content in found)
    return Reading(gold, replace(extraction, quotes=quotes))


def test_quotes_by_span_and_by_token() -> None:
    scores = measure_quotes([quote_page(("Ana Roth", "said", "the plan was"), (None, "added", '"It is over,"'))])
    assert scores["cue"]["exact"] == f1(1, 1)
    assert scores["source"]["overlap"] == f1(1, 2 / 4)
    assert scores["content"]["exact"] == f1(1 / 2, 1 / 2)
    assert scores["content"]["overlap"] == f1(1, 9 / 10)  # " It is over , " are six tokens
    assert scores["attribution"]["exact"] == f1(0, 0)
    assert scores["attribution"]["overlap"] == f1(1 / 2, 1 / 2)  # the second has no source
    assert scores["f1"] == 0.5


def test_quotes_by_kind() -> None:
    scores = measure_quotes([quote_page(("Ben Olsen", "added", "It is over"))])
    assert scores["direct"]["attribution"]["overlap"] == f1(1, 1)
    assert scores["indirect"]["attribution"]["overlap"] == f1(0, 0)
    assert scores["mixed"]["content"]["exact"] == f1(0, 0)


def test_half_of_the_longer_span_must_be_shared() -> None:
    scores = measure_quotes([quote_page(("Ana Roth", "said", "dead"))])
    assert scores["attribution"]["overlap"]["f1"] == 0.0


TIES = "Ana Roth heads Acme. The Acme chief is married to Ben Olsen."


def tie_page(gold: tuple[GoldRelation, ...], *found: tuple[str, str, str], stance: Stance = Stance.ASSERTED) -> Reading:
    article = build.article(TIES)
    ana, ben = build.mention(article, "Ana Roth"), build.mention(article, "Ben Olsen")
    acme, again = build.mention(article, "Acme", "Company"), build.mention(article, "Acme", "Company", nth=1)
    mentions = {"ana": ana, "ben": ben, "acme": acme}
    article_of = GoldArticle(
        "a",
        TIES,
        mentions=(
            named(TIES, "Ana Roth", entity="A"),
            named(TIES, "Acme", entity="C"),
            named(TIES, "Acme", entity="C", nth=1),
            named(TIES, "Ben Olsen", entity="B"),
        ),
        relations=gold,
    )
    relations = tuple(relation(TIES, mentions[s], p, mentions[o], stance) for s, p, o in found)
    return Reading(article_of, replace(build.extraction(article, (ana,), (ben,), (acme, again)), relations=relations))


def test_triples_of_our_own_words() -> None:
    gold = (GoldRelation("A", "headOf", "C"), GoldRelation("A", "spouseOf", "B"))
    scores = measure_relations(
        [tie_page(gold, ("ana", "headOf", "acme"), ("ben", "spouseOf", "ana"), ("ben", "owns", "acme"))]
    )
    assert {key: scores[key] for key in ("precision", "recall", "f1")} == f1(2 / 3, 1)
    assert scores["by_type"]["spouseOf"]["f1"] == 1.0


def test_words_of_others_are_mapped_and_the_finer_says_the_broader() -> None:
    gold = (GoldRelation("A", "head_of", "C"), GoldRelation("A", "member_of", "C"), GoldRelation("A", "vs", "B"))
    scores = measure_relations([tie_page(gold, ("ana", "ceoOf", "acme"), ("ana", "opposes", "ben"))])
    assert scores["f1"] == 1.0
    assert set(scores["by_type"]) == {"headOf", "memberOf"}


def test_an_inverse_changes_its_ends() -> None:
    gold = (GoldRelation("C", "CEO", "A"),)
    assert measure_relations([tie_page(gold, ("ana", "ceoOf", "acme"))])["by_type"]["ceoOf"]["f1"] == 1.0


def test_what_is_denied_is_not_stated() -> None:
    gold = (GoldRelation("A", "headOf", "C"),)
    assert measure_relations([tie_page(gold, ("ana", "headOf", "acme"), stance=Stance.DENIED)])["f1"] == 0.0


def test_an_adjective_is_its_country() -> None:
    text = "German chancellor Ana Roth left Germany."
    article = build.article(text)
    ana, germany = build.mention(article, "Ana Roth"), build.mention(article, "Germany", "Country")
    gold = GoldArticle(
        "a",
        text,
        mentions=(
            named(text, "German", entity="X"),
            named(text, "Germany", entity="G"),
            named(text, "Ana Roth", entity="A"),
        ),
        relations=(
            GoldRelation("X", "gpe0", "G"),
            GoldRelation("A", "head_of_gov-x", "X"),
            GoldRelation("A", "head_of_gov", "G"),
        ),
    )
    extraction = build.extraction(article, (ana,), (germany,))
    found = replace(extraction, relations=(relation(text, ana, "headOfGovernmentOf", germany),))
    scores = measure_relations([Reading(gold, found)])
    assert scores["by_type"]["headOfGovernmentOf"] == {"gold": 1, "found": 1, **f1(1, 1)}


def test_nobody_is_an_agent_of_a_country_named_by_its_adjective_only() -> None:
    text = "German envoy Ana Roth left."
    article = build.article(text)
    ana, german = build.mention(article, "Ana Roth"), build.mention(article, "German", "Country", form="Nominal")
    gold = GoldArticle(
        "a",
        text,
        mentions=(named(text, "German", entity="X"), named(text, "Ana Roth", entity="A")),
        relations=(GoldRelation("A", "citizen_of-x", "X"),),
    )
    extraction = build.extraction(article, (ana,), (german,))
    found = replace(extraction, relations=(relation(text, ana, "officialOf", german),))
    scores = measure_relations([Reading(gold, found)])
    assert set(scores["by_type"]) == {"citizenOf"}


def test_triggers_overlap_one_to_one() -> None:
    text = "They took part in the raid and fled. Nobody read on: a raid."
    gold = GoldArticle(
        "a",
        text,
        events=(GoldEvent(*at(text, "took part"), type="X"), GoldEvent(*at(text, "fled"), type="Y")),
        annotated=((0, 36),),
    )
    triggers = tuple(Span(*at(text, words)) for words in ("took", "part", "raid", "Nobody"))
    scores = measure_events([Reading(gold, Extraction("a", "test", triggers=triggers))])
    assert scores["overlap"] == f1(1 / 3, 1 / 2)
    assert scores["exact"] == f1(0, 0)
    assert scores["by_type"] == {"X": {"gold": 1, "recall": 1.0}, "Y": {"gold": 1, "recall": 0.0}}


def test_links_with_and_without_nil() -> None:
    text = "Ana Roth of Acme met Ben Olsen and her cat."
    article = build.article(text)
    found = [build.mention(article, words) for words in ("Ana Roth", "Acme", "Ben Olsen")]
    cat = build.mention(article, "her cat", form=MentionForm.NOMINAL)
    gold = GoldArticle(
        "a",
        text,
        mentions=(
            named(text, "Ana Roth", entity="Q1"),
            named(text, "Acme", entity="Q2"),
            named(text, "Ben Olsen", entity="N"),
        ),
        entities={"Q1": GoldEntity(wikidata="Q1"), "Q2": GoldEntity(wikidata="Q2"), "N": GoldEntity()},
    )
    page = Reading(gold, build.extraction(article, *((mention,) for mention in [*found, cat])))
    kb = KnowledgeBase.of(
        [
            Entry("Q1", "Ana Roth", EntityType.PERSON, wikidata="Q1"),
            Entry("Q9", "Acme", EntityType.PERSON, wikidata="Q9"),
        ]
    )
    scores = measure_link([page], kb=kb)
    assert scores["ignoring_nil"] == f1(1, 1 / 2)
    assert scores["with_nil"] == f1(2 / 3, 2 / 3)
    assert measure_link([page])["f1"] == 0.0
    assert scores["identity"]["mentions"] == 2


def test_an_entity_of_two_things_and_a_thing_in_two_entities() -> None:
    text = "Acme. " * 7 + "Norr. " * 7
    article = build.article(text)
    acme, norr = ([build.mention(article, name, nth=nth) for nth in range(7)] for name in ("Acme", "Norr"))
    of_norr = [named(text, "Norr", entity="Q2", nth=nth) for nth in range(7)]
    of_acme = [named(text, "Acme", entity="Q1" if nth else "Q2", nth=nth) for nth in range(7)]
    entities = {name: GoldEntity(wikidata=name) for name in ("Q1", "Q2")}
    gold = GoldArticle("a", text, mentions=(*of_acme, *of_norr), entities=entities)
    scores = measure_link([Reading(gold, build.extraction(article, acme, norr))])
    expected = {"mentions": 14, "misplaced": 1, "entities": 2, "mixed": 1, "things": 2, "split": 1}
    assert scores["identity"] == expected
