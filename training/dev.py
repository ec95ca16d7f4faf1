"""How good the model is while it is trained: token and span scores on the dev parts, gold words given.

The figures that count are those of ``newsgraph evaluate``, on raw text.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from newsgraph.extract.reader.labels import TAGS
from training.batches import Batch, batch, by_article
from training.data import Examples
from training.encoder import Reader
from training.examples import Example
from training.losses import antecedent_scores, by_word, pointer_scores, tag_slices


@torch.no_grad()
def measure(model: Reader, examples: Examples) -> dict[str, float]:
    """F1 by task."""
    model.eval()
    figures = {
        "name": _spans_f1(model, examples["names"], "name"),
        "event": _spans_f1(model, examples["events"], "event"),
    }
    for task in ("source", "cue", "content"):
        figures[task] = _tokens_f1(model, examples["quotes"], task)
    figures["mention"] = _tokens_f1(model, examples["chains"], "mention")
    for task in ("source_start", "source_end", "content_start", "content_end"):
        figures[task] = _pointer_accuracy(model, examples["quotes"], task)
    for task in ("mention_start", "mention_end"):
        figures[task] = _pointer_accuracy(model, examples["chains"], task)
    figures["antecedent"] = _antecedent_accuracy(model, examples["chains"])
    return {name: round(100 * value, 1) for name, value in figures.items()}


def _read(model: Reader, examples: Sequence[Example]) -> Iterator[tuple[Batch, Tensor, Tensor]]:
    for items in by_article(examples, random.Random(0)):
        ready = batch(items)
        tags, pointers = model(ready.pieces, ready.shapes, ready.mask)
        yield ready, tags.float(), pointers.float()


def _predicted(model: Reader, examples: Sequence[Example], task: str) -> Iterator[tuple[list[int], list[int]]]:
    for ready, tags, _ in _read(model, examples):
        best = by_word(tags, ready.firsts)[:, :, tag_slices()[task]].argmax(-1)
        for row, (example, segment) in enumerate(ready.items):
            yield best[row, : len(segment.firsts)].tolist(), example.tags[task][segment.start : segment.end]


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0


def _tokens_f1(model: Reader, examples: Sequence[Example], task: str) -> float:
    right = found = gold = 0
    for predicted, truth in _predicted(model, examples, task):
        right += sum(p > 0 and t > 0 for p, t in zip(predicted, truth, strict=True))
        found += sum(p > 0 for p in predicted)
        gold += sum(t > 0 for t in truth)
    return _f1(right, found, gold)


def _spans_f1(model: Reader, examples: Sequence[Example], task: str) -> float:
    right = found = gold = 0
    for predicted, truth in _predicted(model, examples, task):
        a, b = _spans(predicted, task), _spans(truth, task)
        right, found, gold = right + len(a & b), found + len(a), gold + len(b)
    return _f1(right, found, gold)


def _spans(tags: list[int], task: str) -> set[tuple[int, int, str]]:
    labels = TAGS[task]
    spans, start = set(), None
    for number, tag in enumerate([*tags, 0]):
        place, _, kind = labels[tag].partition("-")
        if start is not None and not (place == "I" and kind == start[1]):
            spans.add((start[0], number, start[1]))
            start = None
        if start is None and place != "O":
            start = (number, kind)
    return spans


def _pointer_accuracy(model: Reader, examples: Sequence[Example], task: str) -> float:
    right = total = 0
    for ready, _, pointers in _read(model, examples):
        words = by_word(pointers, ready.firsts)
        scores = pointer_scores(model, task, words)
        for row, (example, segment) in enumerate(ready.items):
            size = len(segment.firsts)
            best = scores[row, :size, :size].argmax(-1)
            for name, source, target in example.pointers:
                if name == task and segment.start <= source < segment.end:
                    inside = min(max(target, segment.start), segment.end - 1)
                    right += int(best[source - segment.start]) + segment.start == inside
                    total += 1
    return right / max(total, 1)


def _antecedent_accuracy(model: Reader, examples: Sequence[Example]) -> float:
    right = total = 0
    for ready, _, pointers in _read(model, examples):
        mentions = ready.items[0][0].mentions
        scores, later, earlier = antecedent_scores(model, ready, pointers, mentions)
        whole = scores.new_full((len(mentions), len(mentions)), -1e4)
        whole[later, earlier] = scores
        best, index = whole.max(1)
        for number, mention in enumerate(mentions):
            chosen = mentions[int(index[number])] if best[number] > 0 else None
            earlier_in_chain = any(m.chain == mention.chain for m in mentions[:number]) and mention.chain is not None
            total += 1
            right += (
                chosen is None and not earlier_in_chain
                if chosen is None or not earlier_in_chain
                else chosen.chain == mention.chain
            )
    return right / max(total, 1)
