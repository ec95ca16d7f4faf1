"""Bare family names: «Trump» in an article that never gives the full name, tied to a person or left alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsgraph.resolve.bearers import Bearers, Person, find_bearers
from newsgraph.resolve.bodies import is_common_word
from newsgraph.resolve.clusters import Clusters, Link, Node
from newsgraph.resolve.company import Company
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.facts import is_post
from newsgraph.resolve.given_names import known_given_names
from newsgraph.resolve.key import Key
from newsgraph.resolve.keys import DOMINANCE, DOMINANCE_ARTICLES, DOUBT, Keys
from newsgraph.resolve.people import PersonName, has_common_family

SAME_ARTICLE = 0.9
ONLY_BEARER = 0.8
BY_ROLE = 0.85
MOSTLY_MEANT = 0.75
# Not sure enough to be tied: people are asked.
LIKELIEST = 0.4
# Of two people of one family in an article, a bare name means the one who is named this many times as often.
LEAD_IN_ARTICLE = 3
# Whom so many articles name in full, or who is known to be in the news this often, is meant by the bare name without
# further signs.
OFTEN_NAMED = 20
IN_THE_NEWS = 5
# A given name without a title is somebody's family name only in the company of so many whom he is known with.
IN_GIVEN_NAME = 3
# Who is foremost in news at large, too, needs to be named only so many times as often as the others.
FOREMOST = 5
# Whom a given name alone means is named so many times as often as all others who bear it («Ivanka»; not «Ted»).
GIVEN_DOMINANCE = 20
# A name that stands alone so many times as often as its bearer is in the corpus is another's («Barron»).
OFTENER_BARE = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """A person chosen for a bare name: how sure, and why."""

    person: Person
    score: float
    reason: str


def _fitting(record: Record, name: PersonName, people: Iterable[Person]) -> list[Person]:
    """The bearers whom suffix, particles and gender do not exclude."""
    return [
        person
        for person in people
        if (not name.suffix or name.suffix in person.suffixes)
        and (name.tail == name.family or name.tail in person.tails)
        and (
            _is_known_by_post(record, person)
            or not (record.gender and person.gender and record.gender != person.gender)
        )
    ]


def _is_known_by_post(record: Record, person: Person) -> bool:
    """«President Obama», whatever pronoun was taken for his: many articles give that post with the full name."""
    return any(person.roles[role] >= OFTEN_NAMED for role in record.roles)


def _dominant(people: Sequence[Person], counts: Sequence[int], factor: int, least: int) -> Person | None:
    best = max(range(len(people)), key=lambda i: counts[i])
    others = sum(counts) - counts[best]
    return people[best] if counts[best] >= max(least, factor * others) else None


def _usual(people: Sequence[Person]) -> Person | None:
    """Whom articles mean nearly always by the bare name, where they give the full one too."""
    called = [person.called for person in people]
    counts = called if any(called) else [len(person.articles) for person in people]
    return _dominant(people, counts, DOMINANCE, DOMINANCE_ARTICLES)


def _foremost(people: Sequence[Person], family: str, bearers: Bearers) -> Person | None:
    """«Reagan», though some call Nancy so: whom both the corpus and news at large name far oftener than the others."""
    most = _dominant(people, [len(person.articles) for person in people], FOREMOST, OFTEN_NAMED)
    return most if most is not None and _has_foremost_known(most, family, bearers) else None


def _by_role(record: Record, people: Sequence[Person], least: int) -> Person | None:
    """The one who is nearly always meant by the post that stands beside the name."""
    counts = _times_so_called(record, people)
    return _dominant(people, counts, DOMINANCE, least) if any(counts) else None


def _times_so_called(record: Record, people: Sequence[Person]) -> list[int]:
    """In how many chains each bears a post that stands beside the name."""
    return [sum(person.roles[role] for role in record.roles) for person in people]


def _choose_in_article(record: Record, present: Sequence[Person]) -> Choice | None:
    """Among the bearers whom the same article names in full."""
    if len(present) == 1:
        return Choice(present[0], SAME_ARTICLE, "the article gives one full name of this family name")
    if told := _by_role(record, present, 1):
        return Choice(told, BY_ROLE, "of those in the article the one who holds this post")
    lead = _dominant(present, [p.mentions[record.article_id] for p in present], LEAD_IN_ARTICLE, 1)
    if lead is not None and lead is _usual(present):
        return Choice(lead, MOSTLY_MEANT, "the article and the corpus speak mostly of this one")
    return None


def _shares_company(record: Record, person: Person, company: Company, least: int = 1) -> bool:
    """Whether articles of the same affair name the person, or so many telling names stand beside both."""
    if person.affairs is None:
        person.affairs = frozenset(map(company.affair, person.articles))
    if company.affair(record.article_id) in person.affairs:
        return True
    return _count_shared(record, person, company) >= least


def _keeps_company_of_another(record: Record, usual: Person, people: Sequence[Person], company: Company) -> bool:
    """«Mr. Cruz» in an affair in which others name Nikolas Cruz, and nobody beside whom Ted Cruz stands."""
    if len(people) == 1 or _shares_company(record, usual, company):
        return False
    return any(_shares_company(record, person, company) for person in people if person is not usual)


def _count_shared(record: Record, person: Person, company: Company) -> int:
    if person.company is None:
        person.company = company.of_all(person.articles, *person.keys)
    return len(person.company & company.beside(record.article_id))


def _is_in_the_news(person: Person, family: str, bearers: Bearers) -> bool:
    """Whether the bare name can hardly mean anybody else, nor one who is known and whom no article names in full.

    Who is not known must be named in full about as often as the name stands alone.
    """
    weights, own = bearers.known.weights(family), _known_weight(person, family, bearers)
    named = {key.text for each in bearers.by_family.get(family, ()) for key in each.keys}
    others = max((weight for name, weight in weights.items() if name not in named), default=0.0)
    is_known = own >= IN_THE_NEWS
    return (is_known or (len(person.articles) >= OFTEN_NAMED and _is_named_enough(person, family, bearers))) and (
        others < max(own, IN_THE_NEWS)
    )


def _is_named_enough(person: Person, family: str, bearers: Bearers) -> bool:
    return bearers.bare[family] <= OFTENER_BARE * len(person.articles)


def _is_before(record: Record, person: Person) -> bool:
    """Whether the article is a year older than all that name the person in full: «Daniels» is not yet the actress."""
    year, _, rest = record.day.partition("-")
    return bool(year and person.first_day) and f"{int(year) + 1:04}-{rest}" < person.first_day


def _may_be_given(word: str, usual: Person, bearers: Bearers) -> bool:
    """«Hunter» without a title: Duncan Hunter's family name, and Hunter Biden's given name as often."""
    called_so = sum(len(person.articles) for person in bearers.by_given.get(word, ()))
    return called_so >= len(usual.articles)


def _is_sure(record: Record, name: PersonName, usual: Person, bearers: Bearers, company: Company) -> bool:
    """Whether the article can hardly mean anybody else by the bare name."""
    if _is_before(record, usual):
        return False
    is_settled = len(usual.articles) >= DOMINANCE_ARTICLES
    if not (record.roles or record.gender or name.suffix) and _may_be_given(name.family, usual, bearers):
        return False
    if has_common_family(name) or name.family in known_given_names():
        # Such a name has bearers whom no article of the corpus gives in full; a given name may be anybody's.
        least = IN_GIVEN_NAME if name.family in known_given_names() and not (record.roles or record.gender) else 1
        return is_settled and _shares_company(record, usual, company, least)
    if name.suffix or name.tail != name.family:
        return True  # «Trump Jr.», «de Blasio»: more than a family name
    return (is_settled and _is_in_the_news(usual, name.family, bearers)) or (
        _is_named_enough(usual, name.family, bearers) and _shares_company(record, usual, company)
    )


def _choose_in_corpus(
    record: Record, name: PersonName, people: Sequence[Person], bearers: Bearers, company: Company
) -> Choice | None:
    """Among the bearers of the name whom the article does not name in full."""
    if is_common_word(name.family):
        return None
    if told := _by_role(record, people, DOMINANCE_ARTICLES):
        return Choice(told, BY_ROLE, "the one of this family name who holds this post")
    usual = _usual(people)
    if usual is None:
        usual = people[0] if len(people) == 1 else _foremost(people, name.family, bearers)
    if usual is None or (usual.roles and record.roles and not usual.roles.keys() & record.roles):
        return None
    sure = _is_sure(record, name, usual, bearers, company) and not _keeps_company_of_another(
        record, usual, people, company
    )
    if len(people) == 1:
        return Choice(usual, ONLY_BEARER, "the only one of this family name in the corpus") if sure else None
    return Choice(usual, MOSTLY_MEANT, "nearly always meant by this family name") if sure else None


def _choose_by_given(record: Record, name: PersonName, bearers: Bearers, company: Company) -> Choice | None:
    """«Ivanka» in an article without her full name: the one whom nearly all articles mean by it, in known company."""
    people = [
        person
        for person in bearers.by_given.get(name.family, ())
        if not (record.gender and person.gender and record.gender != person.gender)
        and (not name.suffix or name.suffix in person.suffixes)
    ]
    is_taken = not name.suffix and (record.article_id, name.family) in bearers.taken_in
    if not people or is_post(name.family) or is_taken:
        return None
    usual = _dominant(people, [len(person.articles) for person in people], GIVEN_DOMINANCE, DOMINANCE_ARTICLES)
    if usual is None or not (name.suffix or _shares_company(record, usual, company)):
        return None
    if record.is_relative and not _is_of_family_in(record, usual, bearers):
        return None
    return Choice(usual, MOSTLY_MEANT, "nearly always meant by this given name")


def _is_of_family_in(record: Record, person: Person, bearers: Bearers) -> bool:
    """«his daughter Ivanka» in an article on a Trump; «his son, Dante» of Bill de Blasio is no Dante Scala."""
    families = {key.text.split()[-1] for key in person.keys}
    return any((record.article_id, family) in bearers.families_in for family in families)


def _is_given_in(record: Record, name: PersonName, bearers: Bearers) -> bool:
    """«Hunter» in an article on a Biden is no Duncan Hunter."""
    called_so = bearers.by_given.get(name.family, ())
    is_titled = bool(record.roles or name.suffix)
    return not is_titled and any(_is_of_family_in(record, person, bearers) for person in called_so)


def choose_bearer(record: Record, name: PersonName, bearers: Bearers, company: Company) -> Choice | None:
    """The person whom a bare family name means; ``None``: it stays in its article."""
    if name.family not in bearers.by_family or record.is_relative or _is_given_in(record, name, bearers):
        return _choose_by_given(record, name, bearers, company)
    fitting = _fitting(record, name, bearers.by_family.get(name.family, ()))
    people = fitting
    if not name.suffix:  # «Trump» beside Donald Trump Jr.
        people = [person for person in fitting if "" in person.suffixes] or fitting
    if not people and name.suffix:
        return _choose_by_given(record, name, bearers, company)
    titled = bool(record.roles or record.gender)
    doubtful = bearers.person_uses[name.family] < DOUBT * bearers.other_uses[name.family]
    if not people or (doubtful and not titled) or (record.article_id, name.family) in bearers.taken_in:
        return None
    present = [person for person in people if record.article_id in person.articles]
    if present and _may_mean_present(record, name, people, present, bearers):
        return _choose_in_article(record, present)
    # «President Trump» beside Donald Trump Jr.: with a title of his own he is none of those named in full. Without one
    # he may be anybody: «Trump» that the article has kept apart from Ivanka Trump.
    elsewhere = [person for person in people if person not in present]
    juniors = [person for person in fitting if person not in people]
    is_near = bool(present) or _is_beside_junior(record, name, people, juniors, bearers)
    if not elsewhere or (not titled and (is_near or _is_a_body(name, bearers))):
        return None
    return _choose_in_corpus(record, name, elsewhere, bearers, company)


def _is_beside_junior(
    record: Record, name: PersonName, people: Sequence[Person], juniors: Sequence[Person], bearers: Bearers
) -> bool:
    """«Johnson» in an article on Peter Johnson Jr. is no Johnson of others, unless news hardly knows another."""
    if not any(record.article_id in junior.articles for junior in juniors):
        return False
    usual = _usual(people)
    return usual is None or not _has_foremost_known(usual, name.family, bearers)


def _may_mean_present(
    record: Record, name: PersonName, people: Sequence[Person], present: Sequence[Person], bearers: Bearers
) -> bool:
    """Whether nothing speaks for another than those whom the article names in full."""
    usual = _usual(people)
    if not record.roles and usual in (None, *present):
        return True
    is_anybodys = not (record.roles or record.gender or (usual and _has_foremost_known(usual, name.family, bearers)))
    if is_anybodys:
        return True
    counts = _times_so_called(record, people)
    foremost = people[max(range(len(people)), key=lambda i: counts[i])]
    return _by_role(record, present, 1) is not None and foremost in present


def _known_weight(person: Person, family: str, bearers: Bearers) -> float:
    """How often news means the person, as far as is known."""
    weights = bearers.known.weights(family)
    return max((weights.get(key.text, 0.0) for key in person.keys), default=0.0)


def _has_foremost_known(person: Person, family: str, bearers: Bearers) -> bool:
    """Whether news means the person far oftener than all others of the family who are known."""
    weights, own = bearers.known.weights(family), _known_weight(person, family, bearers)
    own_names = {key.text for key in person.keys}
    others = max((weight for name, weight in weights.items() if name not in own_names), default=0.0)
    return own >= max(OFTEN_NAMED, DOMINANCE * others)


def _is_a_body(name: PersonName, bearers: Bearers) -> bool:
    """«Nielsen's ratings»: a company goes by the name alone."""
    return name.tail == name.family and bearers.known.body(name.family.title()) is not None


def _likeliest(record: Record, name: PersonName, bearers: Bearers) -> Person | None:
    """Whom a bare name that stays in its article most probably means: one named there in full, else the usual one."""
    people = _fitting(record, name, bearers.by_family.get(name.family, ()))
    if not people or bearers.person_uses[name.family] < DOUBT * bearers.other_uses[name.family]:
        return None
    present = [person for person in people if record.article_id in person.articles]
    return max(present or people, key=lambda person: (len(person.articles), str(person.root)))


def link_family_names(records: Sequence[Record], keys: Keys, clusters: Clusters, company: Company) -> None:
    """Tie bare family names to the people they mean; all choices are made before the first is carried out."""
    bearers = find_bearers(records, keys, clusters)
    links: list[Link] = []
    for record in records:
        key = keys.by_chain[record.chain_id]
        name = keys.people.get(key)
        if name is None or name.is_full or len(clusters.keys(key)) > 1:
            continue
        if chosen := choose_bearer(record, name, bearers, company):
            links.append(Link(record.chain_id, chosen.person.root, chosen.score, chosen.reason))
        elif likeliest := _likeliest(record, name, bearers):
            clusters.doubts.append(
                Link(record.chain_id, likeliest.root, LIKELIEST, "the likeliest of this family name")
            )
    for link in _agreed(links, keys):
        clusters.link(link)


def _agreed(links: Sequence[Link], keys: Keys) -> list[Link]:
    """Leave out the bare names of an article that were tied to different people."""
    chosen: defaultdict[Key, set[Node]] = defaultdict(set)
    for link in links:
        chosen[keys.by_chain[str(link.left)]].add(link.right)
    return [link for link in links if len(chosen[keys.by_chain[str(link.left)]]) == 1]
