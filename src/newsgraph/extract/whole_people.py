"""The whole name of a person where the reader saw a part, a title or a neighbouring word; or that it is none."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from newsgraph.extract import titles
from newsgraph.extract.candidates import NAME_TAGS, Name
from newsgraph.extract.lexicons import demonym_countries, given_names, known_names, read_toml, us_states
from newsgraph.extract.overlooked import MAX_PERSON_TOKENS, with_suffix
from newsgraph.extract.person_names import QUOTES
from newsgraph.extract.purposes import DAYS
from newsgraph.extract.surface import surface
from newsgraph.model import EntityType

PARTICLES = frozenset(
    {
        "de",
        "del",
        "der",
        "den",
        "van",
        "von",
        "bin",
        "ibn",
        "bint",
        "al",
        "el",
        "la",
        "le",
        "da",
        "di",
        "du",
        "dos",
        "y",
    }
    | {"-", "’", "'", "."}
)
NO_NAME_TAGS = ("VB", "RB", "PRP", "WP", "WDT", "WRB")
# «*Democratic* strategist»: an adjective, nobody.
ADJECTIVES = frozenset(
    {"Democratic", "Republican", "Libertarian", "Conservative", "Liberal", "Congressional", "Presidential"}
)
# Posts that are nobody's given or middle name: «FBI *Director* Mueller».
UNLIKE_NAMES = frozenset(
    {
        "administrator", "ambassador", "chairman", "chairwoman", "commissioner", "director", "minister", "president",
        "secretary", "senator", "speaker", "spokesman", "spokeswoman",
    }
)  # fmt: skip


def whole_person(doc: Doc, start: int, end: int) -> Name | None:
    """The name with its given name and suffix, without titles; ``None`` when these tokens are no person's."""
    while start < end - 1 and (
        _is_honorific(doc, start)
        or doc[start].lower_ in titles.posts()
        or doc[start].lower_ in titles.kin()
        or _is_day(doc, start)
        or _is_before_name(doc, start)
    ):
        start += 1
    end = next((i for i in range(start + 2, end) if doc[i].text == doc[i - 1].text), end)  # «Rick Perry *Perry*»
    end = end - 1 if end - start > 2 and doc[end - 1].text in DAYS else end  # «Dana White *Friday* confirmed»
    name_end, start = end, _after_break(doc, start, end)
    start, end = after_title(doc, start, end), _before_post(doc, start, end)
    if end < name_end and surface(doc, start, end) in us_states() | {"Georgia"}:
        return Name(start, end, EntityType.REGION)
    start = _with_first_half(doc, start)
    alone = end - start == 1
    while start > 0 and _is_given_name_of(doc[start - 1], doc[start], alone=alone):
        if _is_day(doc, start - 1) or _is_before_name(doc, start - 1):
            break
        start -= 1
    end = with_suffix(doc, end)
    can_be = can_be_person(doc, start, end) and not _ends_in_post(doc, start, end)
    return Name(start, end, EntityType.PERSON) if can_be else None


def _with_first_half(doc: Doc, start: int) -> int:
    """«Lincoln *Diaz*-Balart»; not «Trump-Clinton»."""
    is_half = (
        start > 2 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_
    )
    return start - 2 if is_half and doc[start - 2].tag_ in NAME_TAGS and doc[start - 3].text in given_names() else start


def _after_break(doc: Doc, start: int, end: int) -> int:
    """«May Mr. *Romney*», «GWU - *Romney*»: behind a form of address or a dash that the reader took in."""
    breaks = (i for i in range(end - 2, start, -1) if _is_honorific(doc, i) or _is_free_dash(doc, i))
    return next((i + 1 for i in breaks), start)


def _is_free_dash(doc: Doc, i: int) -> bool:
    """«GWU *-* Romney»; not «Kramp *-* Karrenbauer», as some write."""
    return doc[i].text in ("–", "—") or (
        doc[i].text == "-" and bool(doc[i - 1].whitespace_) and doc[i - 1].text.isupper()
    )


def after_title(doc: Doc, start: int, end: int) -> int:
    """«New York Rep. *Steve Israel*», «FBI Director *James Comey*»: behind the last title that the reader took in."""
    titled = (i for i in range(end - 2, start, -1) if doc[i].lower_ in titles.posts())
    return next(
        (
            i + 1
            for i in titled
            if doc[i].text.endswith(".")
            or (doc[i].lower_ in UNLIKE_NAMES and end - i == 2 and doc[i - 1].tag_ in NAME_TAGS)
            or (end - i > 2 and doc[i + 1].text in given_names())
        ),
        start,
    )


def _is_before_name(doc: Doc, i: int) -> bool:
    """«Majority *Whip* Steve Scalise», «President-*Elect* Trump», «*Republican* Donald Trump»: no part of the name."""
    elect = doc[i].lower_ == "elect" and i > 0 and doc[i - 1].text == "-"
    runs_in = doc[i].lower_ in read_toml("titles.toml")["before_names"] and doc[i].text not in given_names()
    return elect or runs_in or doc[i].text in ADJECTIVES or titles.is_inside_post(doc, i, i + 1)


def _before_post(doc: Doc, start: int, end: int) -> int:
    """«*Florida* Gov.» Rick Scott: without the post that follows."""
    while end - start > 1 and doc[end - 1].text.endswith(".") and doc[end - 1].lower_ in titles.posts():
        end -= 1
    return end


def _is_honorific(doc: Doc, i: int) -> bool:
    """«Mr.»; not the «M.» of M. Butcher, whom the reader takes for part of the name."""
    return titles.is_honorific(doc[i].text) and not (doc[i].text == "M." and doc[i].ent_type_ == "PERSON")


def _is_day(doc: Doc, i: int) -> bool:
    """«On *Sunday* Trump spoke»: the day, no part of the name."""
    return (
        i > 0 and doc[i].text in DAYS and doc[i - 1].lower_ in ("on", "last", "since", "by", "until", "early", "late")
    )


def _is_given_name_of(token: Token, following: Token, *, alone: bool) -> bool:
    """«Woody» before «Johnson»: a name by its tag that hangs on the next word, and neither title nor body."""
    return bool(
        token.tag_ == "NNP"
        and token.dep_ == "compound"
        and token.head.i >= following.i
        and token.text[0].isupper()
        and token.is_alpha
        and (
            token.text in given_names()
            or (alone and not token.is_sent_start and not token.text.isupper() and token.ent_type_ in ("", "PERSON"))
        )
        and not titles.is_title_word(token)
        and token.text not in known_names()
        and token.text not in demonym_countries()
    )


def can_be_person(doc: Doc, start: int, end: int) -> bool:
    """Whether tokens may be a person's name; «Donald Trump Might Be», «Team Trump» are none."""
    tokens = doc[start:end]
    if not 0 < len(tokens) <= MAX_PERSON_TOKENS or not all(_is_name_word(token) for token in tokens):
        return False
    if not tokens[0].text[0].isalpha() or _is_called_as_nobody(tokens) or _is_cut_short(tokens[-1].text):
        return False
    if len(tokens) == 1:
        token = tokens[0]
        return (
            (token.tag_ in NAME_TAGS | {"NN"} or token.ent_type_ == "PERSON")
            and len(token.text) > 1
            and not token.text.endswith(".")
            and titles.posts().isdisjoint({token.lower_, f"{token.lower_}."})
            and token.text not in ADJECTIVES
        )
    if all(token.ent_type_ == "PERSON" for token in tokens):
        return True
    if any(token.tag_.startswith(NO_NAME_TAGS) for token in tokens):
        return False  # «Donald Trump Might Be»: a headline's capitals
    return any(token.tag_ in NAME_TAGS for token in tokens)


def _is_called_as_nobody(tokens: Span) -> bool:
    """«Team Trump», «Trump Derangement», «Photo»."""
    words = read_toml("titles.toml")
    is_body = len(tokens) > 1 and tokens[0].lower_ in words["begin_no_people"]
    return is_body or tokens[-1].lower_ in words["end_no_people"]


def _ends_in_post(doc: Doc, start: int, end: int) -> bool:
    """«Supreme Court *Justice*»; not «Mike Judge»."""
    post = titles.post_before(doc, end)
    return post is not None and post > start and doc[start].text not in given_names()


def _is_name_word(token: Token) -> bool:
    capital = token.text[0].isupper() and not any(c.isdigit() for c in token.text)
    return capital or token.lower_ in PARTICLES or token.text == "," or token.text in QUOTES


def _is_cut_short(word: str) -> bool:
    """«Calif.», «Gov.»; not «Jr.», «T.»."""
    return word.endswith(".") and len(word) > 2 and word not in ("Jr.", "Sr.")
