"""Relations between mentions, by patterns over the parse. The patterns are data: relations.toml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from newsgraph.extract import titles
from newsgraph.extract.belonging import find_belonging
from newsgraph.extract.beside import find_beside
from newsgraph.extract.chains import Found
from newsgraph.extract.kin_relations import is_of_another_family
from newsgraph.extract.locations import find_locations
from newsgraph.extract.mentions import Mentions
from newsgraph.extract.named_by_of import named_by_of, that_name_by_of
from newsgraph.extract.of_another_body import is_of_another_body
from newsgraph.extract.past import TIES_OF_POSTS, has_left, says_past, was, was_under
from newsgraph.extract.phrases import SIDES, is_bare, is_noun_of, is_of_field, is_only_near, joined_roles, of_at
from newsgraph.extract.relation_patterns import AFTER_NAME, Pattern, fits, lexicon, role_beginnings
from newsgraph.extract.seats import find_seats
from newsgraph.extract.surface import surface
from newsgraph.extract.ties import BESIDE_NAME, BY_PARSE, FoundRelation
from newsgraph.extract.verb_relations import by_verbs, objects_of
from newsgraph.model import EntityType, MentionForm

LONGEST_ROLE = 3
MOST_JOINED_ROLES = 3
# Heads of parts of a body whom the body employs, as it does not the chairman of its committee.
PAID_HEADS = frozenset({"chief", "director", "head", "boss", "administrator"})
# «Kushner, Trump's son-in-law»: Trump stands between them, but is not the one.
POSSESSORS = frozenset({"poss", "compound", "nmod"})


def find_relations(doc: Doc, found: Sequence[Found]) -> list[FoundRelation]:
    """All relations of an article: «Trump's son-in-law, Jared Kushner» -> Kushner relativeOf Trump."""
    mentions = Mentions(doc, found)
    every = [
        *find_beside(doc, mentions),
        *find_seats(doc, mentions),
        *find_locations(doc, mentions),
        *find_belonging(doc, mentions),
        *by_verbs(doc, mentions),
        *_by_roles(doc, mentions),
    ]
    relations: dict[tuple[int, str, int], FoundRelation] = {}
    for relation in every:
        if is_of_another_family(relation, mentions) or is_of_another_body(relation, mentions):
            continue
        key = (relation.subject, relation.predicate, relation.object)
        former = relation.former or (key in relations and relations[key].former)
        relations[key] = replace(relation, former=former)
    return sorted(relations.values(), key=lambda r: (r.cue, r.subject, r.object, r.predicate))


def _by_roles(doc: Doc, mentions: Mentions) -> Iterator[FoundRelation]:
    for start, end, of_role in _roles(doc, mentions):
        head = doc[start:end].root
        holder, beside = _holder(doc, start, end, mentions)
        patterns = of_role
        if holder is None:
            holder, patterns = named_by_of(head, end, mentions), that_name_by_of(of_role)
        if holder is None or (end < len(doc) and doc[end].text == ":"):  # «AP Editor: Ana Petrov», a line of credits
            continue
        former = says_past(doc, start) or was(head) or was_under(head)
        left = has_left(doc[mentions.found[holder].end - 1])
        has_field = _has_field(head, mentions)
        complements = list(_complements(doc, head, start, end, holder, mentions))
        for complement, preposition in complements:
            for pattern, inverse in patterns:
                if preposition is not None and preposition not in pattern.prepositions:
                    continue
                subject, object_ = (complement, holder) if inverse else (holder, complement)
                if not fits(pattern, subject, object_, mentions):
                    continue
                predicate: str | None = pattern.predicate
                part = _of_part(pattern, doc[end - 1].lower_)
                if has_field and preposition != "of" and not pattern.field_of:
                    predicate = part if preposition == "at" else None
                elif _is_of_two(pattern.predicate, preposition, {p for _, p in complements}) or (
                    preposition is None and not _is_whole(pattern, complement, start, mentions)
                ):
                    predicate = part
                if predicate is not None:
                    confidence = BESIDE_NAME if beside else BY_PARSE
                    past = (former and not pattern.by_adjective) or (left and predicate in TIES_OF_POSTS)
                    yield FoundRelation(subject, predicate, object_, (start, end), confidence, past)


def _is_whole(pattern: Pattern, complement: int, role: int, mentions: Mentions) -> bool:
    """Not «CIA [station] chief», who does not head it; nor «a NATO expert», «his Labour opponent»."""
    doc, after = mentions.doc, mentions.found[complement].end
    if role < after:
        return True
    possessive = doc[after].tag_ == "POS"
    rival = doc[role].lower_ in ("opponent", "critic")  # «his Labour opponent» does not oppose Labour
    nickname = doc[role].text[0].isupper() and doc[role].lower_ in titles.kin()  # «Creepy Uncle Joe»
    if not possessive and (pattern.owned_only or rival or nickname):
        return False
    between = doc[after + possessive : role]
    if pattern.by_adjective and any(token.i in mentions.at for token in between):
        return False  # «an Afghan NATO commander»
    if pattern.bare and not is_bare(doc, between.start, between.end):
        return False
    heads = pattern.predicate.startswith(("headOf", "ceo", "opposes"))  # also «the Post's television critic»
    return not heads or not any(is_noun_of(token) for token in between)


def _of_part(pattern: Pattern, role: str) -> str | None:
    """Who heads a part of a body is employed by it: «CIA station chief», «director of the Tax Project at Brookings»."""
    return "employedBy" if pattern.predicate == "headOf" and role in PAID_HEADS else None


def _is_of_two(predicate: str, preposition: str | None, prepositions: set[str | None]) -> bool:
    """«professor of law at Yale» is Yale's, «director of the Institute at Yale» the Institute's, «U.S. head of» too."""
    if preposition is None and "of" in prepositions:
        return predicate.startswith(("headOfState", "headOfGovernment", "boardMember"))
    if not {"of", "at"} <= prepositions:
        return False
    return (preposition == "at" and predicate.startswith("head")) or (preposition == "of" and predicate == "employedBy")


def _roles(doc: Doc, mentions: Mentions) -> Iterator[tuple[int, int, tuple[tuple[Pattern, bool], ...]]]:
    """The role nouns of an article, the longest first: «chief executive officer» before «chief»."""
    roles, beginnings = lexicon().roles, role_beginnings()
    position = 0
    while position < len(doc):
        for length in range(LONGEST_ROLE if doc[position].lower_ in beginnings else 0, 0, -1):
            end = position + length
            text = surface(doc, position, end).lower()
            if (
                end <= len(doc)
                and text in roles
                and end - 1 not in mentions.at
                and doc[end - 1].tag_ in ("NN", "NNP", "JJ", "VB", "VBP")
            ):
                start = _with_field(doc, position, mentions) if text == "minister" else position
                if not (start and titles.is_not_yet(doc[start - 1].text)):
                    yield start, position + length, _most_telling(doc, start, roles[text], mentions)
                position += length - 1
                break
        position += 1


def _with_field(doc: Doc, start: int, mentions: Mentions) -> int:
    """«[Water and Forestry] Minister Ana Petrov»: the words that say what the minister is for."""
    while start and start - 1 not in mentions.at and _is_of_field(doc[start - 1], doc[start]):
        start -= 1
    return start


def _is_of_field(word: Token, following: Token) -> bool:
    if word.lower_ in ("prime", "deputy", "chief", "first") or titles.is_past(word.text):
        return False
    return (word.tag_ in ("NN", "NNP", "NNPS", "NNS") and word.dep_ in ("compound", "nmod", "conj")) or (
        word.lower_ == "and" and following.tag_ in ("NN", "NNP", "NNPS", "NNS")
    )


def _most_telling(
    doc: Doc, start: int, patterns: tuple[tuple[Pattern, bool], ...], mentions: Mentions
) -> tuple[tuple[Pattern, bool], ...]:
    """«vice president», «Deputy CIA Director» are not the head, an «assistant secretary» no minister."""
    before = mentions.at.get(_before(doc, start))
    body = mentions.found[before].start if before is not None else 0
    lower = body > 0 and doc[body - 1].lower_ in titles.DEPUTIES
    word = doc[start - 1].lower_ if start else ""
    party = doc[body - 1].lower_ if body else ""  # «Democratic Senate leader»
    of_side = (word in SIDES or party in SIDES) and doc[start].lower_ == "leader"
    of_field = is_of_field(doc, start)
    if lower or of_side or of_field or word in titles.DEPUTIES:
        return tuple((p, inverse) for p, inverse in patterns if not p.predicate.startswith(("head", "ceo", "minister")))
    return patterns


def _holder(doc: Doc, start: int, end: int, mentions: Mentions) -> tuple[int | None, bool]:
    """Who holds the role, and whether the name stands right beside it: «EPA chief Scott Pruitt»."""
    following = _name_after(doc, end, mentions)
    if following is not None and _is_title_of(doc, start, end, following, mentions):
        return following, True
    apposed = _apposed_after(doc, start, end, mentions)
    if apposed is not None:
        return apposed, False
    anchor = doc[start:end].root
    for _ in range(MOST_JOINED_ROLES):
        holder = tied_holder(doc, anchor, start, end, mentions)
        if holder is not None:
            return holder, False
        holder = _beside_complement(doc, anchor, end, mentions)
        if holder is not None:
            return holder, False
        if anchor.dep_ != "conj" or anchor.head.pos_ not in ("NOUN", "PROPN") or mentions.of(anchor.head) is not None:
            break
        anchor = anchor.head
    return None, False


def _name_after(doc: Doc, end: int, mentions: Mentions) -> int | None:
    """The name that begins right after the role: «EPA chief [Scott Pruitt]», «his novel "[Low Tide]"»."""
    start = end + 1 if end < len(doc) and doc[end].text == '"' else end
    following = mentions.at.get(start)
    return following if following is not None and mentions.found[following].start == start else None


def _beside_complement(doc: Doc, role: Token, end: int, mentions: Mentions) -> int | None:
    """«the head of the European Commission, [Ana Petrov]»: read as if she were the Commission, which she cannot be."""
    for preposition in role.children:
        if preposition.lower_ != "of" or preposition.i != end:
            continue
        for body in objects_of(preposition, mentions):
            after = mentions.found[body].end
            person = mentions.at.get(after + 1) if after < len(doc) and doc[after].text == "," else None
            if person is None or mentions.type(person) is not EntityType.PERSON:
                continue
            named = mentions.found[person]
            head = doc[named.end - 1]
            if (
                mentions.type(body) is not EntityType.PERSON
                and head.dep_ == "appos"
                and mentions.at.get(head.head.i) == body
            ):
                return person
    return None


def _apposed_after(doc: Doc, start: int, end: int, mentions: Mentions) -> int | None:
    """«Trump's son-in-law, Jared Kushner»; not «his father, Jim Baker and Brent Scowcroft», who are three."""
    following = mentions.at.get(end + 1) if end + 1 < len(doc) and doc[end].text == "," else None
    if following is None:
        return None
    mention = mentions.found[following]
    words = doc[mention.start : mention.end] if doc[mention.end : mention.end + 1].text != "and" else ()
    return following if any(word.dep_ == "appos" and start <= word.head.i < end for word in words) else None


def tied_holder(doc: Doc, role: Token, start: int, end: int, mentions: Mentions) -> int | None:
    """The holder by the parse: an apposition either way, the subject of «is», of «serves as»."""
    if role.dep_ in ("appos", "conj") and role.head.i < start:
        beside = role.head.head if role.head.like_num else role.head  # «John Smith, 61, the county clerk»
        holder = mentions.of(beside)
        if holder is not None:
            holder = _nearest_joined(holder, start, mentions)
        if (
            holder is not None
            and not is_only_near(beside, role)
            and _stands_beside(doc, mentions.found[holder].end, start, role)
        ):
            return holder
    for child in role.children:
        # «his *brother* and mother, Ana Lund»
        is_joined = role.lower_ in titles.kin() and any(end <= other.i < child.i for other in role.conjuncts)
        if child.dep_ == "appos" and child.i >= end and mentions.of(child) is not None and not is_joined:
            return mentions.of(child)
    verb = role.head
    if role.dep_ == "attr" and verb.lemma_ in ("be", "become", "remain"):
        return _subject_mention(verb, mentions)
    if role.dep_ == "pobj" and verb.lower_ == "as" and verb.head.lemma_ in ("serve", "act", "work"):
        return _subject_mention(verb.head, mentions)
    return None


def _is_title_of(doc: Doc, start: int, end: int, following: int, mentions: Mentions) -> bool:
    mention = mentions.found[following]
    if mention.form is not MentionForm.NAME or doc[end - 1].tag_ in ("VB", "VBP"):
        return False
    last = doc[mention.end - 1]
    root = doc[start:end].root
    return (
        root.head.i in range(mention.start, mention.end) or last.head.i in range(start, end) or root.head == last.head
    )


def _nearest_joined(holder: int, start: int, mentions: Mentions) -> int | None:
    """«Granholm and Maggie Williams, the director»: the last person named before the role; others leave doubt."""
    between = [
        n
        for n, m in enumerate(mentions.found)
        if mentions.found[holder].end <= m.start
        and m.end <= start
        and m.type is EntityType.PERSON
        and mentions.doc[m.end - 1].dep_ not in POSSESSORS
    ]
    if not between:
        return holder
    last = mentions.found[between[-1]]
    joined = mentions.doc[last.end - 1].dep_ == "conj"
    return between[-1] if joined else None


def _stands_beside(doc: Doc, start: int, end: int, role: Token) -> bool:
    """«Kushner, Trump's son-in-law»: a comma, no verb between; joined by «and» it would be somebody else."""
    between = doc[start:end]
    if any(word.pos_ == "VERB" and word.dep_ not in ("amod", "acl", "relcl") for word in between):
        return False
    return role.dep_ == "appos" or (
        len(between) > 0 and between[0].text == "," and not any(word.dep_ == "cc" for word in between)
    )


def _subject_mention(verb: Token, mentions: Mentions) -> int | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            subject = verb.head if child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else child
            return mentions.of(subject)
    return None


def _has_field(role: Token, mentions: Mentions) -> bool:
    """«director of policy studies»: of a part only."""
    fields = [child for prep in role.children if prep.lower_ == "of" for child in prep.children if child.dep_ == "pobj"]
    return any(mentions.of(child) is None for child in fields)


def _complements(
    doc: Doc, head: Token, start: int, end: int, holder: int, mentions: Mentions
) -> Iterator[tuple[int, str | None]]:
    """What the role is of: «of Dow Chemical», «Trump's», «EPA» chief. With the preposition, if one ties it."""
    seen: set[int] = set()
    held = mentions.found[holder]
    owned = any(child.dep_ == "poss" for child in head.children)  # «Clinton's GOP opponent» opposes Clinton
    compounds = [child for child in head.children if child.dep_ in ("compound", "nmod")]
    is_of_named = any(mentions.of(child) is not None for child in compounds)
    is_of_something = head.lower_ == "owner" and bool(compounds)  # «an oil company *owner* and headmaster of Yale»
    own = owned or is_of_named or is_of_something or of_at(head, end) is not None
    joined = [] if own else [role for role in joined_roles(head) if role.i >= end]
    if held.start >= end:
        yield from ((number, AFTER_NAME) for number in _after_name(doc[held.end - 1], mentions))
    seat = _seat(doc, head, start, mentions)
    if seat is not None:
        seen.add(seat)
        yield seat, "-based"
    for token in [head, *doc[start:end], *joined, *([doc[held.end - 1]] if held.start >= end else [])]:
        for child in token.children:
            is_next = child.i == end or not is_of_something
            if child.dep_ == "prep" and child.i >= end and is_next and (token in joined or start <= token.i < end):
                for number in objects_of(child, mentions):
                    if number not in seen and number != holder:
                        seen.add(number)
                        yield number, child.lower_
            elif child.i < start and child.dep_ in (("poss",) if owned else ("poss", "compound", "nmod", "amod")):
                modifier = mentions.of(child)
                if (
                    modifier is not None
                    and modifier not in seen | {holder}
                    and not _hyphenated(doc, mentions, modifier)
                    and not _is_joined(doc, mentions, modifier)
                ):
                    seen.add(modifier)
                    yield modifier, None
    adjacent = _adjacent(doc, start, mentions, owned=owned)
    if adjacent is not None and adjacent not in seen | {holder}:
        yield adjacent, None


def _is_joined(doc: Doc, mentions: Mentions, number: int) -> bool:
    """«[Kushner] and White House adviser Bannon»: the name is one of two, and not whose adviser."""
    following = mentions.found[number].end
    return following < len(doc) and (doc[following].text == "," or doc[following].lower_ in ("and", "or", "&"))


def _adjacent(doc: Doc, start: int, mentions: Mentions, *, owned: bool) -> int | None:
    """«[EPA] chief», «[Trump] senior adviser»: what stands right before the role, past its modifiers."""
    before = _before(doc, start)
    adjacent = mentions.at.get(before) if not owned or doc[before + 1].tag_ == "POS" else None
    if adjacent is None or mentions.found[adjacent].end != before + 1 or _hyphenated(doc, mentions, adjacent):
        return None
    return adjacent


def _after_name(last: Token, mentions: Mentions) -> Iterator[int]:
    """«President Dilma Rousseff of [Brazil]»."""
    for child in last.children:
        if child.lower_ == "of" and child.i == last.i + 1:
            yield from objects_of(child, mentions)


def _hyphenated(doc: Doc, mentions: Mentions, number: int) -> bool:
    """«pro-Russia Ukrainian President»: no president of Russia; «Russian-backed», «Iranian-American»: neither."""
    start, end = mentions.found[number].start, mentions.found[number].end
    return (start > 0 and doc[start - 1].text == "-") or (end < len(doc) and doc[end].text == "-")


def _seat(doc: Doc, role: Token, start: int, mentions: Mentions) -> int | None:
    """«[Moscow]-based bank»: the place before «-based»."""
    based = next((child for child in role.children if child.lower_ == "based" and child.i < start), None)
    if based is None or based.i < 2 or doc[based.i - 1].text != "-":
        return None
    return mentions.at.get(based.i - 2)


def _before(doc: Doc, start: int) -> int:
    """The token before the role, past its modifiers: «EPA [chief]», «Trump [senior] [adviser]»."""
    position = start - 1
    while position > 0 and titles.is_modifier(doc[position]) and doc[position].ent_type_ == "":
        position -= 1
    if position > 0 and doc[position].tag_ == "POS":
        position -= 1
    return position
