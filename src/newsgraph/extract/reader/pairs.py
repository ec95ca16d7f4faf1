"""What can be told of two mentions from their words alone: the same head, number, distance, kind of pronoun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
# What is told of a pair of mentions: so many times yes or no; categories of the pair, each of so many; and of either.
PLAIN = 22
OF_PAIR = (len(_FAR) + 1, len(_SENTENCES) + 1, 9)
OF_MENTION = (len(PRONOUNS) + 1, len(_DETERMINERS) + 1, 12)
FEATURES = PLAIN + sum(OF_PAIR) + 2 * sum(OF_MENTION)
# So many pairs' rows of the first layer are one megabyte.
AT_HAND = 4096


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
    """The mentions of an article, an array a property, in the order of their heads.

    ``shared`` counts the words that each two have in common, and so those that each has.
    """

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
    shared: Floats


def table(words: Sequence[str], tags: Sequence[str], sentences: Sequence[int], mentions: Sequence[Spread]) -> Table:
    """Look at each mention once; ``tags`` are Penn Treebank's, ``sentences`` the number of each word's sentence."""
    lower = [word.lower() for word in words]
    inside = [[lower[i] for i in range(m.start, m.end)] for m in mentions]
    contents = [[word for word in of_mention if word not in _STOP] or of_mention for of_mention in inside]
    known: dict[str, int] = {}
    for of_mention in contents:
        for word in of_mention:
            known.setdefault(word, len(known))
    has = np.zeros((len(mentions), len(known)), dtype=np.float32)
    for number, of_mention in enumerate(contents):
        has[number, [known[word] for word in of_mention]] = 1
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
        shared=has @ has.T,
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
    """What is told of pairs: yes or no, and for each of ``OF_PAIR`` the number of its category."""

    plain: Floats
    of_pair: tuple[Integers, ...]


def looks(mentions: Table, later: Integers, earlier: Integers) -> Looks:
    """What is told of each pair of mentions, the later and the earlier one."""
    a, b = later, earlier
    kind_a, kind_b = mentions.kind[a], mentions.kind[b]
    type_a, determiner_a = mentions.type[a], mentions.determiner[a]
    plural_a, plural_b = mentions.plural[a], mentions.plural[b]
    quoted_a, quoted_b = mentions.quoted[a], mentions.quoted[b]
    start_a, end_b = mentions.start[a], mentions.end[b]
    same_head = mentions.head_word[a] == mentions.head_word[b]
    same_text = mentions.text[a] == mentions.text[b]
    shared, size_a, size_b = mentions.shared[a, b], mentions.shared[a, a], mentions.shared[b, b]
    both_plain = (kind_a != PRONOUN) & (kind_b != PRONOUN)
    names = (kind_a == NAME) & (kind_b == NAME)
    same_type = type_a == mentions.type[b]
    nested = (mentions.start[b] < mentions.end[a]) & (start_a < end_b)
    plain = np.array(
        [
            same_head, same_head & both_plain, same_head & names, same_text & both_plain, same_text & ~both_plain,
            (shared == size_a) & both_plain, (shared == size_b) & both_plain, (shared > 0) & both_plain,
            (shared == 0) & names, (shared > 0) & (shared < size_a) & (shared < size_b) & both_plain,
            same_head & (determiner_a == 1), same_head & (determiner_a == 2), same_type, same_type & (type_a != 0),
            plural_a == plural_b, plural_a > plural_b, nested, quoted_a == 1, quoted_b == 1, quoted_a == quoted_b,
            start_a == end_b + 1, mentions.pronoun[a] == mentions.pronoun[b],
        ],
        np.float32,
    )  # fmt: skip
    between = mentions.sentence[a] - mentions.sentence[b]
    far, sentences = np.searchsorted(_FAR, a - b, side="right"), np.searchsorted(_SENTENCES, between, side="right")
    return Looks(plain.T, (far, sentences, kind_a * 3 + kind_b))


def of_mentions(mentions: Table) -> tuple[Integers, ...]:
    """For each of ``OF_MENTION``, the number of each mention's category."""
    return mentions.pronoun, mentions.determiner, mentions.type


def features(mentions: Table, later: Integers, earlier: Integers) -> Floats:
    """The same as a row of numbers a pair, as the model is trained with."""
    told = looks(mentions, later, earlier)
    columns = [told.plain, *map(_one_hot, told.of_pair, OF_PAIR)]
    for values, size in zip(of_mentions(mentions), OF_MENTION, strict=True):
        columns += [_one_hot(values[later], size), _one_hot(values[earlier], size)]
    return np.concatenate(columns, axis=1)


def first_layer(mentions: Table, later: Integers, earlier: Integers, weight: Floats, bias: Floats) -> Iterator[Floats]:
    """``features(…) @ weight.T + bias``, as many pairs at a time as a core has at hand, features not written out."""
    rows = np.ascontiguousarray(weight.T)
    plain, of_pair, of_mention = np.split(rows, (PLAIN, PLAIN + sum(OF_PAIR)))
    pair_rows = _of_all_pairs(of_pair) + bias
    later_rows, earlier_rows = _of_all_mentions(mentions, of_mention)
    for start in range(0, len(later), AT_HAND):
        a, b = later[start : start + AT_HAND], earlier[start : start + AT_HAND]
        told = looks(mentions, a, b)
        hidden = told.plain @ plain
        hidden += pair_rows.take(np.ravel_multi_index(told.of_pair, OF_PAIR), 0)
        hidden += later_rows.take(a, 0)
        hidden += earlier_rows.take(b, 0)
        yield hidden


def _of_all_pairs(weight: Floats) -> Floats:
    """A row for each combination of a pair's categories."""
    combined = np.zeros((1, weight.shape[1]), np.float32)
    for rows in np.split(weight, np.cumsum(OF_PAIR)[:-1]):
        combined = (combined[:, None] + rows[None]).reshape(-1, weight.shape[1])
    return combined


def _of_all_mentions(mentions: Table, weight: Floats) -> tuple[Floats, Floats]:
    """A row for each mention as the later one of a pair, and as the earlier."""
    later = earlier = np.zeros((len(mentions.head), weight.shape[1]), np.float32)
    place = 0
    for values, size in zip(of_mentions(mentions), OF_MENTION, strict=True):
        later = later + weight[place : place + size][values]
        earlier = earlier + weight[place + size : place + 2 * size][values]
        place += 2 * size
    return later, earlier


def _one_hot(values: Integers, size: int) -> Floats:
    return np.eye(size, dtype=np.float32)[values]
