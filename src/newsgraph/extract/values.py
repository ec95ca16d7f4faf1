"""From tokens to the values of the model: ids, offsets, stances, and what is claimed inside which quote."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from spacy.attrs import IS_ALPHA, LIKE_NUM
from spacy.tokens import Doc

from newsgraph import ids
from newsgraph.extract import titles
from newsgraph.extract.chains import Found
from newsgraph.extract.cue_saying import is_negated
from newsgraph.extract.cue_stance import stance_of_cue
from newsgraph.extract.events import FoundEvent
from newsgraph.extract.found_quotes import FoundQuote
from newsgraph.extract.lexicons import hedges
from newsgraph.extract.positions import FoundPosition
from newsgraph.extract.stance import Modality, embedding, least, modality_of, stance_inside
from newsgraph.extract.surface import whole_text
from newsgraph.extract.ties import BESIDE_NAME, FoundRelation
from newsgraph.extract.times import FoundTime
from newsgraph.model import (
    Argument,
    Article,
    Certainty,
    Chain,
    EntityType,
    Event,
    Extraction,
    FurnitureReason,
    Mention,
    MentionForm,
    Quote,
    Realis,
    Relation,
    Span,
    Stance,
    TimeExpression,
)

Tokens = tuple[int, int]
# «said that Ana, *who won*, may resign»: what the main clause of a content makes of it does not hold for all in it.
OF_MAIN_CLAUSE = (Stance.PROMISED, Stance.DEMANDED, Stance.SPECULATED, Stance.QUESTIONED)
UNHELD = (Stance.DENIED, Stance.RETRACTED, Stance.QUESTIONED)


class Values:
    """Gathers what was found in one article and turns it into an ``Extraction``."""

    def __init__(
        self, article: Article, doc: Doc, found: Sequence[Found], chain_names: dict[int, str], quoted: Sequence[bool]
    ) -> None:
        self._article = article
        self._doc = doc
        self._read = whole_text(doc)
        self._found = found
        self._quoted = quoted
        # A token's own way to its sentence runs through the whole article.
        self._sentences = [(s.start_char, s.end_char) for s in doc.sents for _ in s]
        self._mentions = [self._mention(f) for f in found]
        self._chains = self._group(found, chain_names)
        self._quotes: list[tuple[FoundQuote, Quote]] = []
        self._relations: list[Relation] = []
        self._events: list[Event] = []
        self._times: list[TimeExpression] = []
        self._coreferences: tuple[tuple[Span, ...], ...] = ()
        self._triggers: tuple[Span, ...] = ()
        self._lemmas: tuple[str, ...] = ()
        self._positions: dict[str, dict[str, Mention]] = defaultdict(dict)

    def extraction(self, extractor: str) -> Extraction:
        """All of it, sorted by place in the text."""
        positions = [m for mentions in self._positions.values() for m in mentions.values()]
        return Extraction(
            article_id=self._article.id,
            extractor=extractor,
            words=int(self._doc.to_array([IS_ALPHA, LIKE_NUM]).any(axis=1).sum()),
            mentions=tuple(sorted([*self._mentions, *positions], key=lambda m: (m.span, m.id))),
            chains=tuple(sorted([*self._chains, *self._position_chains()], key=lambda c: c.id)),
            quotes=tuple(sorted((q for _, q in self._quotes), key=lambda q: (q.content, q.id))),
            relations=tuple(sorted(self._relations, key=lambda r: (r.evidence, r.id))),
            events=tuple(sorted(self._events, key=lambda e: (e.trigger, e.id))),
            times=tuple(self._times),
            coreferences=self._coreferences,
            triggers=self._triggers,
            lemmas=self._lemmas,
        )

    def add_phrases(self, coreferences: Iterable[Sequence[Tokens]], triggers: Sequence[Tokens]) -> None:
        """Take over the phrases that speak of one thing each, and the words that tell that something happens."""
        self._coreferences = tuple(tuple(self._span(phrase) for phrase in phrases) for phrases in coreferences)
        self._triggers = tuple(self._span(trigger) for trigger in triggers)
        self._lemmas = tuple(self._doc[start:end].root.lemma_.lower() for start, end in triggers)

    def add_times(self, times: Iterable[FoundTime]) -> None:
        """Take over the time expressions, in order."""
        for time in times:
            self._times.append(
                TimeExpression(
                    id=ids.mint_part("time", self._article.id, str(time.span.start), str(time.span.end)),
                    span=time.span,
                    value=time.value,
                    begin=time.begin.isoformat() if time.begin else None,
                    end=time.end.isoformat() if time.end else None,
                )
            )

    def add_quotes(self, quotes: Sequence[FoundQuote]) -> None:
        """Take over the quotes; one that stands in another's content gets it as its parent."""
        minted = self._mint_quotes(quotes)
        for quote in quotes:
            parent = self._innermost(quotes, quote.cue, besides=quote)
            cue, content = self._span(quote.cue), self._span(quote.content)
            value = Quote(
                id=minted[id(quote)],
                source_id=None if quote.source is None else self._mentions[quote.source].id,
                cue=cue,
                content=content,
                kind=quote.kind,
                # «denied that officials said …»: that they said so is not held.
                stance=Stance.ALLEGED if parent is not None and parent.stance in UNHELD else quote.stance,
                certainty=quote.certainty,
                evidence=self._evidence([cue, content]),
                confidence=quote.confidence,
                parent_id=None if parent is None else minted[id(parent)],
                source=self._span(quote.said_by) if quote.said_by is not None else None,
                said=quote.said,
            )
            self._quotes.append((quote, value))

    def _mint_quotes(self, quotes: Sequence[FoundQuote]) -> dict[int, str]:
        """Ids by cue and content; where several say the same together («Smith and Jones said»), by source too."""
        minted: dict[int, str] = {}
        for quote in quotes:
            spans = [self._span(quote.cue), self._span(quote.content)]
            name = self._mint("quote", *spans)
            if name in minted.values() and quote.source is not None:
                name = self._mint("quote", *spans, self._mentions[quote.source].span)
            minted[id(quote)] = name
        return minted

    def add_relations(self, relations: Iterable[FoundRelation]) -> None:
        """Take over the relations."""
        for relation in relations:
            subject, object_ = self._mentions[relation.subject], self._mentions[relation.object]
            self._relations.append(
                self._relation(
                    subject,
                    relation.predicate,
                    object_,
                    relation.cue,
                    relation.confidence,
                    former=relation.former,
                )
            )

    def add_positions(self, positions: Iterable[FoundPosition]) -> None:
        """Take over the posts, and that somebody holds or held them."""
        for found in positions:
            tokens = (found.start, found.end)
            span = self._span(tokens)
            mention_id = ids.mint_mention(self._article.id, span)
            if any(mention.id == mention_id for mention in self._mentions):
                continue
            position = Mention(mention_id, span, self._surface(span), EntityType.POSITION, MentionForm.NOMINAL)
            self._positions[" ".join(position.surface.split())].setdefault(mention_id, position)
            holder = self._mentions[found.holder]
            self._relations.append(
                self._relation(holder, "holdsPosition", position, tokens, BESIDE_NAME, former=found.former)
            )

    def add_events(self, events: Iterable[FoundEvent]) -> None:
        """Take over the events with the stance of whoever tells them."""
        for event in events:
            trigger = self._span(event.trigger)
            modality = modality_of(self._doc[event.trigger[0]])
            stance, certainty, quote_id = self._stance(event.trigger, modality)
            realis = modality.realis
            if realis is Realis.ACTUAL and stance in (Stance.PROMISED, Stance.DEMANDED):
                realis = Realis.PLANNED
            arguments = tuple(Argument(role, self._mentions[n].id) for role, n in event.arguments)
            spans = [trigger, *(self._mentions[n].span for _, n in event.arguments)]
            self._events.append(
                Event(
                    id=self._mint("event", trigger),
                    type=event.type,
                    trigger=trigger,
                    arguments=arguments,
                    evidence=self._evidence(spans),
                    realis=realis,
                    stance=stance,
                    certainty=certainty,
                    confidence=event.confidence,
                    time_id=None if event.time is None else self._times[event.time].id,
                    quote_id=quote_id,
                )
            )

    def _span(self, tokens: Tokens) -> Span:
        last = self._doc[tokens[1] - 1]
        return Span(self._doc[tokens[0]].idx, last.idx + len(last))

    def _surface(self, span: Span) -> str:
        return self._article.text[span.start : span.end]

    def _mint(self, kind: str, *spans: Span, name: str = "") -> str:
        return ids.mint_part(kind, self._article.id, name, *(f"{s.start},{s.end}" for s in spans))

    def _mention(self, found: Found) -> Mention:
        span = self._span((found.start, found.end))
        title = None if found.title is None else " ".join(self._surface(self._span(found.title)).split())
        type_ = found.named or found.type
        return Mention(ids.mint_mention(self._article.id, span), span, self._surface(span), type_, found.form, title)

    def _group(self, found: Sequence[Found], names: dict[int, str]) -> list[Chain]:
        members: dict[int, list[int]] = defaultdict(list)
        for number, mention in enumerate(found):
            members[mention.chain].append(number)
        chains = []
        for chain, numbers in members.items():
            types = Counter(found[n].type for n in numbers if found[n].form is not MentionForm.PRONOUN)
            type_ = min(types, key=lambda t: (-types[t], t))
            mention_ids = tuple(self._mentions[n].id for n in numbers)
            name = " ".join(names.get(chain, self._mentions[numbers[0]].surface).split())
            chain_id = ids.mint_part("chain", self._article.id, *mention_ids)
            sex = self._sex(numbers) if type_ is EntityType.PERSON else None
            chains.append(Chain(chain_id, name, type_, mention_ids, sex))
        return chains

    def _sex(self, numbers: Sequence[int]) -> str | None:
        named = (self._found[n].start for n in numbers if self._found[n].form is MentionForm.NAME)
        said = {titles.sex_of_address(self._doc, start) for start in named} - {None}
        return said.pop() if len(said) == 1 else None

    def _position_chains(self) -> list[Chain]:
        return [
            Chain(ids.mint_part("chain", self._article.id, *mentions), name, EntityType.POSITION, tuple(mentions))
            for name, mentions in self._positions.items()
        ]

    def _relation(
        self,
        subject: Mention,
        predicate: str,
        object_: Mention,
        cue: Tokens,
        confidence: float,
        *,
        former: bool,
    ) -> Relation:
        head = self._doc[cue[0] : cue[1]].root
        head = head.head if head.dep_ == "amod" and head.head.dep_ == "attr" and head.head.pos_ == "NOUN" else head
        if head.pos_ == "VERB" or head.dep_ == "attr":
            modality = modality_of(head)
            stance, certainty, quote_id = self._stance(cue, modality)
        else:
            # Appositions and titles are the writer's own, in reported speech too (Potts 2005 on such asides); in quoted
            # words the speaker's, who takes them for granted whatever else is denied or asked (Karttunen 1973).
            stance, certainty, quote_id = Stance.ASSERTED, Certainty.CERTAIN, None
            if self._quoted[cue[0]]:
                said, how_sure, quote_id = self._stance(cue, Modality())
                stance, certainty = (stance, certainty) if quote_id else (said, how_sure)
        cue_span = self._span(cue)
        return Relation(
            id=self._mint("relation", subject.span, cue_span, object_.span, name=predicate),
            subject_id=subject.id,
            predicate=predicate,
            object_id=object_.id,
            cue=cue_span,
            evidence=self._evidence([cue_span, subject.span, object_.span]),
            stance=stance,
            certainty=certainty,
            confidence=confidence,
            quote_id=quote_id,
            former=former,
        )

    def _stance(self, tokens: Tokens, modality: Modality) -> tuple[Stance, Certainty, str | None]:
        """Inside a quote the source's stance counts, unless the clause itself is hedged or negated."""
        quote = self._innermost([q for q, _ in self._quotes], tokens)
        if quote is None:
            governor = embedding(self._doc[tokens[0] : tokens[1]].root)
            own_voice = not self._quoted[tokens[0]] and governor is None
            if own_voice or modality.stance is not Stance.ASSERTED:
                return modality.stance, modality.certainty, None
            if governor is not None and governor.lemma_.lower() in hedges("telling") and is_negated(governor):
                return Stance.DENIED, Certainty.PROBABLE, None  # «none of them thought that …»
            return Stance.ALLEGED, Certainty.PROBABLE, None  # somebody says so, and it is not sure who
        value = next(v for q, v in self._quotes if q is quote)
        said, certainty = value.stance, value.certainty
        by_cue = stance_of_cue(self._doc, quote.cue)
        of_main_clause = by_cue is not None and by_cue[0] is Stance.ASSERTED and said in OF_MAIN_CLAUSE
        if by_cue is not None and of_main_clause and not (said is Stance.PROMISED and modality.planned):
            said, certainty = by_cue
        return stance_inside(said, modality), least(certainty, modality.certainty), value.id

    def _innermost(
        self, quotes: Sequence[FoundQuote], tokens: Tokens, besides: FoundQuote | None = None
    ) -> FoundQuote | None:
        around = [
            q
            for q in quotes
            if q is not besides
            and q.said
            and q.content[0] <= tokens[0]
            and tokens[1] <= q.content[1]
            and not (besides is not None and besides.content[0] <= q.cue[0] < besides.content[1])
        ]
        return min(around, key=lambda q: (q.content[1] - q.content[0], q.cue), default=None)

    def _evidence(self, spans: Sequence[Span]) -> Span:
        """The sentences that hold all the spans, without white space at their edges."""
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        tokens = self._doc.char_span(start, end, alignment_mode="expand")
        first, last = self._sentences[tokens.start][0], self._sentences[tokens.end - 1][1]
        # marks for bold and italics stand within sentences, all other furniture between them
        furniture = [f.span for f in self._article.furniture if f.reason is not FurnitureReason.MARKUP]
        first = max((span.end for span in furniture if first <= span.end <= start), default=first)
        last = min((span.start for span in furniture if end <= span.start <= last), default=last)
        text = self._read  # marks are blanks there, so that none is left at an edge
        while first < start and text[first].isspace():
            first += 1
        while last > end and text[last - 1].isspace():
            last -= 1
        return Span(first, last)
