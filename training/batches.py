"""Batches of segments of about the same length, as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from newsgraph.extract.reader.segments import Segment
from training.examples import Example

PIECES = 2048

Item = tuple[Example, Segment]


@dataclass(frozen=True, slots=True)
class Batch:
    """Segments side by side; ``firsts`` is the first piece of each word, -1 beyond the last."""

    items: Sequence[Item]
    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    firsts: Tensor


def batch(items: Sequence[Item]) -> Batch:
    """Pad the segments to one length."""
    length = max(len(segment.pieces) for _, segment in items)
    width = max(len(segment.firsts) for _, segment in items)
    pieces = torch.zeros(len(items), length, dtype=torch.long)
    shapes = torch.zeros_like(pieces)
    mask = torch.zeros(len(items), length, dtype=torch.bool)
    firsts = torch.full((len(items), width), -1)
    for row, (_, segment) in enumerate(items):
        size = len(segment.pieces)
        pieces[row, :size] = torch.from_numpy(segment.pieces)
        shapes[row, :size] = torch.from_numpy(segment.shapes)
        mask[row, :size] = True
        firsts[row, : len(segment.firsts)] = torch.from_numpy(segment.firsts)
    return Batch(items, pieces, shapes, mask, firsts)


def by_length(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Item]]:
    """All segments once, in batches of ``PIECES`` pieces at most."""
    items = [(example, segment) for example in examples for segment in example.segments]
    items.sort(key=lambda item: (len(item[1].pieces) + chance.randrange(24), chance.random()))
    found: list[list[Item]] = [[]]
    for item in items:
        if len(item[1].pieces) * (len(found[-1]) + 1) > PIECES:
            found.append([])
        found[-1].append(item)
    chance.shuffle(found)
    yield from (items for items in found if items)


def by_article(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Item]]:
    """An article a batch."""
    for example in chance.sample(examples, len(examples)):
        yield [(example, segment) for segment in example.segments]
