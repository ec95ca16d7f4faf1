"""What can be told of two mentions from their words alone: the same head, number, distance, kind of pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

PRONOUNS = (
    ("i", "me", "my", "mine", "myself"),
    ("you", "your", "yours", "yourself", "yourselves"),
    ("he", "him", "his", "himself"),
    ("she", "her", "hers", "herself"),
    ("it", "its", "itself"),
    ("we", "us", "our", "ours", "ourselves"),
    ("they", "them", "their", "theirs", "themselves"),
    ("who", "whom", "whose", "which"),
    ("this", "these"),
    ("that", "those"),
    ("one", "ones", "there", "here", "then"),
)
_PRONOUN = {word: number for number, words in enumerate(PRONOUNS, 1) for word in words}
_DETERMINERS = (("the",), ("a", "an"), ("this", "these", "that", "those"), tuple(w for ws in PRONOUNS[:7] for w in ws))
_DETERMINER = {word: number for number, words in enumerate(_DETERMINERS, 1) for word in words}
_STOP = frozenset(
    {"the", "a", "an", "of", "'s", "'", ",", "and", "in", "mr.", "mrs.", "ms.", "dr.", "his", "her", "its", "their"}
)
NAME, NOMINAL, PRONOUN = range(3)
_FAR = np.array([1, 2, 3, 4, 6, 9, 15, 30, 60, 120])
_SENTENCES = np.array([1, 2, 3, 5, 8, 15, 40])


@dataclass(frozen=True, slots=True)
class Spread:
    """A mention: words ``start`` to ``end``, its head word, its type's number, and whether it is quoted."""

    start: int
    end: int
    head: int
    type: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Table:
    """The mentions of an article, an array a property, in the order of their heads."""

    start: Integers
    end: Integers
    head: Integers
    sentence: Integers
    head_word: Integers
    text: Integers
    kind: Integers
    pronoun: Integers
    determiner: Integers
    plural: Integers
    type: Integers
    quoted: Integers
    words: npt.NDArray[np.bool_]


def table(words: Sequence[str], tags: Sequence[str], sentences: Sequence[int], mentions: Sequence[Spread]) -> Table:
    """Look at each mention once; ``tags`` are Penn Treebank's, ``sentences`` the number of each word's sentence."""
    lower = [word.lower() for word in words]
    inside = [[lower[i] for i in range(m.start, m.end)] for m in mentions]
    contents = [[word for word in of_mention if word not in _STOP] or of_mention for of_mention in inside]
    known: dict[str, int] = {}
    for of_mention in contents:
        for word in of_mention:
            known.setdefault(word, len(known))
    has = np.zeros((len(mentions), len(known)), dtype=bool)
    for number, of_mention in enumerate(contents):
        has[number, [known[word] for word in of_mention]] = True
    texts: dict[str, int] = {}
    heads: dict[str, int] = {}
    return Table(
        start=_array([m.start for m in mentions]),
        end=_array([m.end for m in mentions]),
        head=_array([m.head for m in mentions]),
        sentence=_array([sentences[m.head] for m in mentions]),
        head_word=_array([heads.setdefault(lower[m.head], len(heads)) for m in mentions]),
        text=_array([texts.setdefault(" ".join(of_mention), len(texts)) for of_mention in contents]),
        kind=_array([_kind(lower[m.head], tags[m.head]) for m in mentions]),
        pronoun=_array([_PRONOUN.get(lower[m.head], 0) for m in mentions]),
        determiner=_array([_DETERMINER.get(of_mention[0], 0) for of_mention in inside]),
        plural=_array([_plural(lower[m.head], tags[m.head]) for m in mentions]),
        type=_array([m.type for m in mentions]),
        quoted=_array([int(m.quoted) for m in mentions]),
        words=has,
    )


def _array(values: Sequence[int]) -> Integers:
    return np.array(values, dtype=np.int64)


def _kind(word: str, tag: str) -> int:
    if word in _PRONOUN or tag.startswith(("PRP", "WP", "WDT", "DT", "EX")):
        return PRONOUN
    return NAME if tag.startswith("NNP") else NOMINAL


def _plural(word: str, tag: str) -> int:
    if word in _PRONOUN:
        return int(_PRONOUN[word] in (6, 7) or word in ("these", "those", "ones"))
    return int(tag in ("NNS", "NNPS"))


@dataclass(frozen=True, slots=True)
class Looks:
    """What is told of pairs: yes or no, one of several for the pair, and one of several for either mention.

    A category is its number for each pair (``of_pair``) or each mention (``of_mention``), and how many there are.
    """

    plain: Floats
    of_pair: tuple[tuple[Integers, int], ...]
    of_mention: tuple[tuple[Integers, int], ...]


def looks(mentions: Table, later: Integers, earlier: Integers) -> Looks:
    """What is told of each pair of mentions, the later and the earlier one."""
    a, b = later, earlier
    same_head = mentions.head_word[a] == mentions.head_word[b]
    same_text = mentions.text[a] == mentions.text[b]
    shared_words = mentions.words.astype(np.float32) @ mentions.words.T.astype(np.float32)
    size = np.diagonal(shared_words)
    shared, size_a, size_b = shared_words[a, b], size[a], size[b]
    both_plain = (mentions.kind[a] != PRONOUN) & (mentions.kind[b] != PRONOUN)
    names = (mentions.kind[a] == NAME) & (mentions.kind[b] == NAME)
    same_type = mentions.type[a] == mentions.type[b]
    nested = (mentions.start[b] < mentions.end[a]) & (mentions.start[a] < mentions.end[b])
    plain = np.stack(
        [
            same_head, same_head & both_plain, same_head & names, same_text & both_plain, same_text & ~both_plain,
            (shared == size_a) & both_plain, (shared == size_b) & both_plain, (shared > 0) & both_plain,
            (shared == 0) & names, (shared > 0) & (shared < size_a) & (shared < size_b) & both_plain,
            same_head & (mentions.determiner[a] == 1), same_head & (mentions.determiner[a] == 2),
            same_type, same_type & (mentions.type[a] != 0), mentions.plural[a] == mentions.plural[b],
            mentions.plural[a] > mentions.plural[b], nested, mentions.quoted[a] == 1, mentions.quoted[b] == 1,
            mentions.quoted[a] == mentions.quoted[b], mentions.start[a] == mentions.end[b] + 1,
            mentions.pronoun[a] == mentions.pronoun[b],
        ],
        axis=1,
    ).astype(np.float32)  # fmt: skip
    between = mentions.sentence[a] - mentions.sentence[b]
    return Looks(
        plain,
        (
            (np.searchsorted(_FAR, a - b, side="right"), len(_FAR) + 1),
            (np.searchsorted(_SENTENCES, between, side="right"), len(_SENTENCES) + 1),
            (mentions.kind[a] * 3 + mentions.kind[b], 9),
        ),
        (
            (mentions.pronoun, len(PRONOUNS) + 1),
            (mentions.determiner, len(_DETERMINERS) + 1),
            (mentions.type, 12),
        ),
    )


def features(mentions: Table, later: Integers, earlier: Integers) -> Floats:
    """The same as a row of numbers a pair, as the model is trained with."""
    told = looks(mentions, later, earlier)
    columns = [told.plain, *(_one_hot(values, size) for values, size in told.of_pair)]
    for values, size in told.of_mention:
        columns += [_one_hot(values[later], size), _one_hot(values[earlier], size)]
    return np.concatenate(columns, axis=1)


def first_layer(mentions: Table, later: Integers, earlier: Integers, weight: Floats) -> Floats:
    """``features(…) @ weight.T``, without writing the features out."""
    told = looks(mentions, later, earlier)
    place = told.plain.shape[1]
    hidden = told.plain @ weight[:, :place].T
    for values, size in told.of_pair:
        hidden += weight.T[place : place + size][values]
        place += size
    of_later = of_earlier = np.zeros((len(mentions.head), weight.shape[0]), np.float32)
    for values, size in told.of_mention:
        of_later = of_later + weight.T[place : place + size][values]
        of_earlier = of_earlier + weight.T[place + size : place + 2 * size][values]
        place += 2 * size
    hidden += of_later[later]
    hidden += of_earlier[earlier]
    return hidden


def _one_hot(values: Integers, size: int) -> Floats:
    return np.eye(size, dtype=np.float32)[values]


FEATURES = 22 + 11 + 8 + 9 + 12 + 12 + 5 + 5 + 12 + 12
