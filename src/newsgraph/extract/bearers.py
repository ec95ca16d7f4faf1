"""Who bears a name in one article, and what the family names of heads of state say of whom a bare name means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsgraph.extract.lexicons import given_names, read_toml
from newsgraph.extract.person_names import Parts, same_given
from newsgraph.extract.titles import DEPUTIES

# Suffixes that are left out when one is called by the family name.
NUMBERS = frozenset({"II", "III", "IV"})
# So many words behind a full name its bearer is in mind.
JUST_NOW = 40
# So many times as often as another one is meant whoever was named last.
FAR_OFTENER = 5
# Who is named in full so many times is a figure of the article.
OFTEN = 3
# So many words behind the only place where a Bush or a Clinton is named in full, the bare name may be another's.
FAR = 1000


def is_short_for(post: str, whole: str) -> bool:
    """«president» for «acme state president»; both in lower case."""
    before = whole.removesuffix(post).replace("-", " ").split()
    return whole.endswith(f" {post}") and DEPUTIES.isdisjoint(before)


@dataclass(slots=True)
class Bearer:
    """A person named in full; ``posts`` in lower case, ``first`` and ``last`` the tokens of full names.

    ``times``: named in full, ``called``: by the family name before another of the family is named.
    ``is_somebodys``: a word of kin stands before the name («his wife, Heidi Cruz»).
    ``is_by_father``: the last word is the father's («Mohammed bin *Salman*»), who goes by it himself.
    ``is_named_with_other``: in full only together with another of the family («*Charles* and David *Koch*»).
    """

    chain: int
    name: Parts
    sex: str | None
    first: int
    times: int = 0
    last: int = 0
    called: int = 0
    posts: set[str] = field(default_factory=set)
    is_relative: bool = False
    is_somebodys: bool = False
    is_by_father: bool = False
    is_named_with_other: bool = False

    @property
    def uses(self) -> int:
        """How often the article surely names him."""
        return self.times + self.called

    def may_hold(self, post: str) -> bool:
        """Whether «President» before the bare family name can mean this bearer."""
        if post in self.posts or any(is_short_for(post, own) for own in self.posts):
            return True
        heads = read_toml("heads.toml")
        office = next((office for office in heads if post.endswith((office, f"{office}-elect"))), None)
        known = heads[office].get(self.name.family) if office is not None else None
        if known is not None:
            return any(same_given(self.name.given, given) for given in known)
        return not self.is_relative and self.name.suffix is None


def is_outnumbered(heads: Sequence[Bearer], candidates: Sequence[Bearer]) -> bool:
    """«Franklin Graham, son of Billy Graham»: the relative is named as often as whose relative he is, and first.

    Or oftener than he, so that the article is about both.
    """
    head = heads[0]
    ahead = any(
        c.is_relative
        and ((c.first < head.first and c.times >= head.times) or (c.times > head.times and c.times >= OFTEN))
        for c in candidates
    )
    return len(heads) == 1 and ahead and not goes_by_family(head.name)


def goes_to_absent(family: str, sex: str | None, fitting: Sequence[Bearer]) -> bool:
    """«Mr. Romney» in an article that names only George Romney in full: Mitt."""
    return sex in sexes_of_heads(family) and not any(goes_by_family(bearer.name) for bearer in fitting)


def sexes_of_heads(family: str) -> set[str]:
    """«m» for «Obama»: of whom the family name alone means."""
    sexes = {given_names().get(given) for given in read_toml("titles.toml")["sole"].get(family, ())}
    return {sex for sex in sexes if sex is not None}


def may_mean_another(bearer: Bearer, start: int) -> bool:
    """«his wife, Michelle Obama, … Obama said»: in a head of state's family it may be he; «Romney's brother Scott».

    Also where one of such a family was named in full once, far before.
    """
    is_far = bearer.times == 1 and start - bearer.last > FAR and not goes_by_family(bearer.name)
    is_of_head = (bearer.is_relative or is_far) and is_family_of_head(bearer.name.family)
    return is_of_head or bears_name_of_head(bearer.name)


def bears_name_of_head(name: Parts) -> bool:
    """«Hunter Biden»: the family name alone means somebody else."""
    return name.family in read_toml("titles.toml")["sole"] and not goes_by_family(name)


def goes_by_family(name: Parts) -> bool:
    """«Joe Biden»: the family name alone means him."""
    return any(same_given(name.given, given) for given in read_toml("titles.toml")["sole"].get(name.family, ()))


def is_family_of_head(family: str) -> bool:
    """Whether a head of state or government bears the family name: «Obama»."""
    return any(family in office for office in read_toml("heads.toml").values())


def is_regnal(name: Parts) -> bool:
    """«John Paul II»: no Paul."""
    return name.suffix in NUMBERS and name.family in given_names() and name.given in given_names()


def was_another_just_named(chosen: Bearer, others: Sequence[Bearer], start: int) -> bool:
    """«The late H.L. Hunt … Among his heirs is Ray Lee Hunt. (Mr. *Hunt* is 73.)»: no sure thing whom he means."""
    if goes_by_family(chosen.name) or start - chosen.last <= JUST_NOW:
        return False
    rivals = (other for other in others if not (other.is_somebodys and other.first > chosen.first))
    return any(0 < start - other.last <= JUST_NOW and chosen.uses <= FAR_OFTENER * other.uses for other in rivals)
