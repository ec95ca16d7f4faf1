"""What the main clause of a content makes of it: «said he *will* run», «said it *may* fail»."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token

from newsgraph.extract.clauses import infinitive
from newsgraph.extract.cue_stance import Verdict
from newsgraph.extract.lexicons import hedges
from newsgraph.model import Certainty, Stance


def stance_of_content(
    doc: Doc, content: tuple[int, int], is_speaker: Callable[[Token], bool], *, direct: bool
) -> Verdict | None:
    """What the main clause of a content makes of it, for cues that only say; ``None``: nothing special.

    «said he *will* run» -> Promised, «said it *may* fail» -> Speculated, «said Congress *must* act» -> Demanded.
    """
    span = doc[content[0] : content[1]]
    if any(token.text in ".?!" and token.is_punct for token in span[:-1]):
        return None  # Several sentences: no one clause speaks for them all.
    if direct and any(doc[i].text == "?" for i in range(content[1] - 1, min(content[1] + 1, len(doc)))):
        return Stance.QUESTIONED, Certainty.POSSIBLE
    root = span.root
    beside = [c for c in root.lefts if c.dep_ in ("aux", "advmod") and c.i >= content[0]]
    beside += [c for c in root.rights if c.dep_ == "acomp" and c.i < content[1]]
    subject = next((child for child in root.children if child.dep_ == "nsubj"), root)
    own = subject.lower_ in ("i", "we") if direct else is_speaker(subject)
    words = {child.lower_ for child in beside}
    if any(child.dep_ == "neg" for child in root.children) or subject.lower_ in ("nothing", "you", "i", "we"):
        words -= {"could"}  # What was not, or what one was able to.
    if "only" in words:
        words -= {"could"}
    if root.tag_ == "VBN":
        words -= {"'d"}  # «she'd gone»
    deed = infinitive(root) if root.lemma_.lower() == "continue" else root
    does = deed is not None and deed.lemma_.lower() not in hedges("states")
    if words & (hedges("perhaps") | hedges("probable")):
        return Stance.SPECULATED, Certainty.POSSIBLE if words & hedges("perhaps") else Certainty.PROBABLE
    if does and not own and words & hedges("duty") and words.isdisjoint(("have", "'ve")):
        return Stance.DEMANDED, Certainty.CERTAIN
    commits = does and own and _commits(root, words - hedges("conditional") if direct else words)
    return (Stance.PROMISED, Certainty.CERTAIN) if commits else None


def _commits(root: Token, words: set[str]) -> bool:
    """«I *will* sign», «he *would* sign», without an «if»."""
    if any(c.dep_ == "mark" and c.lower_ == "if" for child in root.children for c in child.children):
        return False
    return bool(words & hedges("future")) or _is_going_to(root)


def _is_going_to(verb: Token) -> bool:
    complement = infinitive(verb)
    return (
        verb.lower_ == "going"
        and complement is not None
        and complement.lemma_.lower() not in hedges("states")
        and all(child.dep_ != "neg" for child in verb.children)
    )
