"""Train the reader model on all corpora at once."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from training import batches, dev
from training.batches import Item, batch
from training.data import Examples
from training.encoder import Reader
from training.losses import chain_loss, pointer_loss, relation_loss, tag_loss

SEED = 20170530


@dataclass(frozen=True, slots=True)
class Phase:
    """How often each corpus is read, and the highest rates; a phase warms up and cools down.

    ``kept`` is the share of the weights before it in those after it: their mean forgets less and errs less than either
    (Wortsman et al. 2022).
    """

    epochs: dict[str, int]
    encoder_rate: float
    head_rate: float
    kept: float = 0.0


PHASES = (
    Phase({"names": 5, "quotes": 3, "chains": 8, "fiction": 2, "events": 6, "relations": 3}, 1.2e-4, 1e-3),
    Phase({"names": 1, "quotes": 2, "chains": 10, "fiction": 1, "events": 2, "relations": 1}, 1.2e-4, 1e-3, kept=0.5),
    # Sentences alone: without them every text seems to begin with a headline.
    Phase({"lines": 2, "names": 2, "quotes": 2, "chains": 1, "events": 1, "relations": 1}, 6e-5, 5e-4, kept=0.5),
)
HEAD_LAYERS = ("shapes", "tags", "pointers", "relate", "offsets", "pair")
CHAINED = ("chains", "fiction")


def schedule(train: Examples, chance: random.Random, epochs: dict[str, int]) -> list[tuple[str, list[Item]]]:
    """All batches of all corpora in the order of training."""

    def of_corpus(name: str) -> Iterator[tuple[str, list[Item]]]:
        divide = batches.by_article if name in CHAINED else batches.by_length
        for _ in range(epochs.get(name, 0)):
            for items in divide(train[name], chance):
                yield name, items

    # Each corpus spread evenly over the whole run, its epochs in their order.
    placed = []
    for name in train:
        steps = list(of_corpus(name))
        placed += [((number + chance.random()) / len(steps), step) for number, step in enumerate(steps)]
    return [step for _, step in sorted(placed, key=lambda p: p[0])]


def loss_of(model: Reader, name: str, items: list[Item], chance: random.Random) -> Tensor:
    """The loss of a batch: that of every task that its corpus knows."""
    ready = batch(items)
    with torch.autocast("cpu", torch.bfloat16):
        tags, pointers = model(ready.pieces, ready.shapes, ready.mask)
    total = tag_loss(ready, tags) + pointer_loss(model, ready, pointers)
    if name in CHAINED:
        total = total + chain_loss(model, ready, pointers, chance)
    if name == "relations":
        total = total + 10 * relation_loss(model, ready, pointers)
    return total


def train(model: Reader, examples: Examples, phase: Phase, dev_examples: Examples, out: Path) -> None:
    """Run through the batches of one phase; at the end the model is measured and written."""
    chance = random.Random(SEED)
    steps = schedule(examples, chance, phase.epochs)
    is_head = {name: name.split(".")[0].startswith(HEAD_LAYERS) for name, _ in model.named_parameters()}
    groups = [
        {"params": [p for n, p in model.named_parameters() if is_head[n] == head], "lr": rate}
        for head, rate in ((False, phase.encoder_rate), (True, phase.head_rate))
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    rate = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [phase.encoder_rate, phase.head_rate], total_steps=len(steps) + 1, pct_start=0.1
    )
    before = {name: weights.clone() for name, weights in model.state_dict().items()}
    begun, told = time.monotonic(), {}
    model.train()
    for number, (name, items) in enumerate(steps, 1):
        loss = loss_of(model, name, items, chance)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        rate.step()
        told[name] = 0.97 * told.get(name, loss.item()) + 0.03 * loss.item()
        if number % 100 == 0:
            losses = " ".join(f"{name} {value:.3f}" for name, value in sorted(told.items()))
            print(f"{number}/{len(steps)} {time.monotonic() - begun:.0f}s {losses}", flush=True)
    after = model.state_dict()
    model.load_state_dict({n: phase.kept * before[n] + (1 - phase.kept) * weights for n, weights in after.items()})
    save(model, dev_examples, out)


def save(model: Reader, dev_examples: Examples, out: Path) -> None:
    """Write the weights and tell how good they are."""
    torch.save(model.state_dict(), out)
    print("dev", json.dumps(dev.measure(model, dev_examples)), flush=True)
