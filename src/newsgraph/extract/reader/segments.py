"""From words to what the encoder takes: stretches of word pieces, cut where a line or a sentence ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from newsgraph.extract.reader.shapes import shapes

Numbers = npt.NDArray[np.int64]
# A longer stretch tells the encoder more and costs more than its length.
LONGEST = 254
_ENDS = frozenset({".", "?", "!"})


@dataclass(frozen=True, slots=True)
class Segment:
    """Words ``start`` to ``end`` of an article: pieces, the shape of each piece's word, each word's first piece."""

    start: int
    end: int
    pieces: Numbers
    shapes: Numbers
    firsts: Numbers


def load_tokenizer(path: Path) -> Tokenizer:
    """A tokenizer file as the reader uses it: nothing padded, nothing cut off."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def segment(tokenizer: Tokenizer, lines: Sequence[Sequence[str]], longest: int = LONGEST) -> Iterator[Segment]:
    """The segments of an article given as lines of words; words are numbered through all lines."""
    words = [word for line in lines for word in line]
    if not words:
        return
    word_shapes = shapes(lines)
    line_ends = set(np.cumsum([len(line) for line in lines]).tolist())
    encoded = tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in words]
    for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
        if word is not None:
            pieces[word].append(piece)
    unknown = _special(tokenizer, "[UNK]")
    pieces = [(of_word or [unknown])[: longest // 4] for of_word in pieces]
    start = 0
    while start < len(words):
        end = _end(words, pieces, line_ends, start, longest)
        yield _segment(tokenizer, pieces[start:end], word_shapes[start:end], start)
        start = end


def _special(tokenizer: Tokenizer, piece: str) -> int:
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise ValueError(f"the tokenizer has no {piece}")
    return number


def _end(words: Sequence[str], pieces: Sequence[Sequence[int]], line_ends: set[int], start: int, longest: int) -> int:
    """The last end of a line that fits, or of a sentence when the lines are long, or what fits."""
    length, line_end, sentence_end, line_length = 0, start, start, 0
    for number in range(start, len(words)):
        length += len(pieces[number])
        if length > longest:
            if line_end > start and line_length > longest // 2:
                return line_end
            return max(line_end, sentence_end) if max(line_end, sentence_end) > start else number
        if number + 1 in line_ends:
            line_end, line_length = number + 1, length
        if words[number] in _ENDS:
            sentence_end = number + 1
    return len(words)


def _segment(tokenizer: Tokenizer, pieces: Sequence[Sequence[int]], word_shapes: Sequence[int], start: int) -> Segment:
    opening, closing = _special(tokenizer, "[CLS]"), _special(tokenizer, "[SEP]")
    flat, flat_shapes, firsts = [opening], [0], []
    for of_word, shape in zip(pieces, word_shapes, strict=True):
        firsts.append(len(flat))
        flat.extend(of_word)
        flat_shapes.extend([shape] * len(of_word))
    flat.append(closing)
    flat_shapes.append(0)
    return Segment(start, start + len(pieces), np.array(flat), np.array(flat_shapes), np.array(firsts))
