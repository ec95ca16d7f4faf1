"""The company that chains keep: which other names an article holds, which of them tell people apart, which affair."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsgraph.resolve.evidence import Record
from newsgraph.resolve.key import Key, Kind
from newsgraph.resolve.keys import Keys

# A name in no more articles than this is telling in any corpus.
FREQUENT_ARTICLES = 5
# An article of more telling names than this lists them: whoever else it names is no company.
LISTED = 100


class Company:
    """The keys of each article that are telling: no countries, no posts, nothing that is everywhere.

    ``share`` is the share of the articles beyond which a name is everywhere and ties nobody to anybody;
    ``affair_of`` maps articles to their affairs.
    """

    def __init__(self, records: Sequence[Record], keys: Keys, affair_of: Mapping[str, str], *, share: float) -> None:
        self._affair_of = affair_of
        named: defaultdict[str, set[Key]] = defaultdict(set)
        for record in records:
            key = keys.by_chain[record.chain_id]
            if not key.within and key not in keys.countries and key.kind is not Kind.POSITION:
                named[record.article_id].add(key)
        seen = Counter(key for found in named.values() for key in found)
        limit = max(FREQUENT_ARTICLES, int(share * len({record.article_id for record in records})))
        self._telling: Mapping[str, frozenset[Key]] = {
            article: frozenset(key for key in found if seen[key] <= limit) for article, found in named.items()
        }

    def beside(self, article_id: str, *own: Key) -> frozenset[Key]:
        """The telling keys of an article, without the named ones."""
        return self._telling.get(article_id, frozenset()).difference(own)

    def is_list(self, article_id: str) -> bool:
        """Whether an article is a list of names."""
        return len(self._telling.get(article_id, ())) > LISTED

    def affair(self, article_id: str) -> str:
        """The affair that an article tells of; one that tells of its own has itself."""
        return self._affair_of.get(article_id, article_id)

    def of_all(self, article_ids: Iterable[str], *own: Key) -> frozenset[Key]:
        """The telling keys of several articles together."""
        return frozenset(key for article_id in article_ids for key in self.beside(article_id, *own))
