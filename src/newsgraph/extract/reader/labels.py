"""What the reader model marks: tags on words, and pointers from word to word."""

from __future__ import annotations

NAME_TYPES = ("PER", "ORG", "LOC", "MISC")
MENTION_TYPES = (
    "person", "organization", "place", "object", "event", "time", "abstract", "substance", "animal", "plant", "other",
)  # fmt: skip
BIO = ("O", "B", "I")

# Task -> the tags that a word can bear.
TAGS: dict[str, tuple[str, ...]] = {
    "name": ("O", *(f"{place}-{type_}" for type_ in NAME_TYPES for place in "BI")),
    "source": BIO,
    "cue": BIO,
    "content": BIO,
    "event": BIO,
    # On the head word of a mention: what kind of thing it refers to.
    "mention": ("O", *MENTION_TYPES),
}

# Pointing task -> how far, in words, the place of the word pointed at is told apart; 0: it does not count.
POINTERS: dict[str, int] = {
    "mention_start": 24,
    "mention_end": 48,
    "source_start": 96,
    "source_end": 96,
    "content_start": 128,
    "content_end": 128,
    "antecedent": 0,
    # Only trained with: what the model tells of relations is too often wrong to be used.
    "relation": 0,
}
