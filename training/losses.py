"""What is wrong in the model's marks on a batch."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from newsgraph.extract.reader.labels import POINTERS, TAGS
from newsgraph.extract.reader.pairs import Spread, features, table
from training.batches import Batch
from training.encoder import POINTER_WIDTH, Reader
from training.examples import Example, GoldSpan, other

# How many earlier mentions are looked at.
ANTECEDENTS = 200
# Nouns and pronouns that are no mentions, taken along so that the model learns to leave them alone.
STRANGERS = 0.1


def tag_slices() -> dict[str, slice]:
    """Which of the model's scores belong to which task."""
    slices, start = {}, 0
    for task, labels in TAGS.items():
        slices[task] = slice(start, start + len(labels))
        start += len(labels)
    return slices


def by_word(scores: Tensor, firsts: Tensor) -> Tensor:
    """The rows of the words' first pieces."""
    index = firsts.clamp(min=0)[:, :, None].expand(-1, -1, scores.shape[2])
    return scores.gather(1, index)


def tag_loss(batch: Batch, tags: Tensor) -> Tensor:
    """Mean cross entropy of each task that the batch's data knows, added up."""
    words = by_word(tags, batch.firsts).float()
    total = words.new_zeros(())
    for task, part in tag_slices().items():
        gold = torch.full(batch.firsts.shape, -100)
        for row, (example, segment) in enumerate(batch.items):
            if task in example.tags:
                labels = example.tags[task][segment.start : segment.end]
                gold[row, : len(labels)] = torch.tensor(labels)
        if (gold >= 0).any():
            total = total + functional.cross_entropy(words[:, :, part].flatten(0, 1), gold.flatten())
    return total


def projections(pointers: Tensor, task: str) -> tuple[Tensor, Tensor]:
    """Query and key of a pointing task."""
    start = list(POINTERS).index(task) * 2 * POINTER_WIDTH
    query = pointers[..., start : start + POINTER_WIDTH]
    return query, pointers[..., start + POINTER_WIDTH : start + 2 * POINTER_WIDTH]


def pointer_scores(model: Reader, task: str, words: Tensor) -> Tensor:
    """For each segment, how well each word (last axis) is the one that each word points at."""
    query, key = projections(words, task)
    reach, places = POINTERS[task], torch.arange(words.shape[1])
    offsets = (places[None] - places[:, None]).clamp(-reach, reach) + reach
    return query @ key.transpose(1, 2) / math.sqrt(POINTER_WIDTH) + model.offsets[task][offsets]


def pointer_loss(model: Reader, batch: Batch, pointers: Tensor) -> Tensor:
    """Mean cross entropy of each pointing task, added up; what points out of a segment points at its edge."""
    words = by_word(pointers, batch.firsts).float()
    rows: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for row, (example, segment) in enumerate(batch.items):
        for task, source, target in example.pointers:
            if segment.start <= source < segment.end:
                inside = min(max(target, segment.start), segment.end - 1)
                rows[task].append((row, source - segment.start, inside - segment.start))
    total = words.new_zeros(())
    beyond = (batch.firsts < 0)[:, None, :]
    for task, of_task in rows.items():
        row, source, target = torch.tensor(of_task).T
        scores = pointer_scores(model, task, words).masked_fill(beyond, -1e4)
        total = total + functional.cross_entropy(scores[row, source], target)
    return total


def relation_loss(model: Reader, batch: Batch, pointers: Tensor) -> Tensor:
    """Mean binary cross entropy over the pairs and predicates that the data knows of."""
    words = by_word(pointers, batch.firsts).float()
    rows, labels = [], []
    for row, (example, segment) in enumerate(batch.items):
        for first, second, of_pair in example.pairs:
            if segment.start <= min(first, second) and max(first, second) < segment.end:
                rows.append((row, first - segment.start, second - segment.start))
                labels.append(of_pair)
    if not rows:
        return words.new_zeros(())
    row, first, second = torch.tensor(rows).T
    gold = torch.tensor(labels)
    query, key = projections(words, "relation")
    scores = model.relate(query[row, first] * key[row, second])
    known = gold >= 0
    return functional.binary_cross_entropy_with_logits(scores[known], gold[known].float())


def antecedent_scores(
    model: Reader, batch: Batch, pointers: Tensor, mentions: Sequence[GoldSpan]
) -> tuple[Tensor, Tensor, Tensor]:
    """Scores of pairs, with the numbers of the later and of the earlier mention."""
    example = batch.items[0][0]
    words = by_word(pointers, batch.firsts).float()
    flat = torch.cat([words[row, : len(segment.firsts)] for row, (_, segment) in enumerate(batch.items)])
    later, earlier = np.nonzero(
        np.tri(len(mentions), k=-1, dtype=bool) & ~np.tri(len(mentions), k=-ANTECEDENTS - 1, dtype=bool)
    )
    spreads = [Spread(m.start, m.end, m.head, m.type, example.quoted[m.head]) for m in mentions]
    known = features(table(example.words, example.pos, example.sentences, spreads), later, earlier)
    query, key = projections(flat[torch.tensor([m.head for m in mentions])], "antecedent")
    a, b = torch.from_numpy(later), torch.from_numpy(earlier)
    scores = (query @ key.T / math.sqrt(POINTER_WIDTH))[a, b] + model.pair(torch.from_numpy(known))[:, 0]
    return scores, a, b


def with_strangers(example: Example, chance: random.Random) -> list[GoldSpan]:
    """The mentions and some words that are none, in order."""
    heads = {mention.head for mention in example.mentions}
    strangers = [
        GoldSpan(n, n + 1, n, other(), None)
        for n, tag in enumerate(example.pos)
        if n not in heads and tag.startswith(("NN", "PRP", "DT")) and chance.random() < STRANGERS
    ]
    return sorted([*example.mentions, *strangers], key=lambda m: m.head)


def chain_loss(model: Reader, batch: Batch, pointers: Tensor, chance: random.Random) -> Tensor:
    """Negative log likelihood of all right antecedents together (Lee et al. 2017); none: a score of 0."""
    mentions = with_strangers(batch.items[0][0], chance)
    if len(mentions) < 2:
        return pointers.new_zeros(())
    scores, later, earlier = antecedent_scores(model, batch, pointers, mentions)
    size = len(mentions)
    whole = scores.new_full((size, size), -1e4)
    whole[later, earlier] = scores
    right = torch.tensor([[a.chain is not None and a.chain == b.chain for b in mentions] for a in mentions])
    right &= torch.ones(size, size, dtype=torch.bool).tril(-1) & (whole > -1e3)
    whole = torch.cat([whole.new_zeros(size, 1), whole], dim=1)
    right = torch.cat([~right.any(1, keepdim=True), right], dim=1)
    found = torch.logsumexp(whole.masked_fill(~right, -1e9), dim=1)
    return (torch.logsumexp(whole, dim=1) - found).mean()
