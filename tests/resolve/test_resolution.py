"""Same entity, one node; and never two things in one."""

from __future__ import annotations

import pytest

from newsgraph.kb import open_kb
from newsgraph.model import Entity, EntityType, Extraction, MentionForm, Resolution
from newsgraph.resolve import resolve
from tests.resolve.corpus import Who, chain_id, entity_names, groups, org, place, told, who


def of(resolution: Resolution, extraction: Extraction, name: str) -> Entity:
    """The entity of the chain of that name."""
    by_id = {entity.id: entity for entity in resolution.entities}
    return by_id[resolution.by_chain[chain_id(extraction, name)]]


def same(*pairs: tuple[Extraction, str]) -> bool:
    """Whether all these chains are one entity, when their articles are the whole corpus."""
    resolution = resolve({extraction.article_id: extraction for extraction, _ in pairs}.values())
    return len({resolution.by_chain[chain_id(extraction, name)] for extraction, name in pairs}) == 1


def test_the_names_of_one_man_are_one_entity() -> None:
    articles = [
        told("a", who("Donald Trump", "Trump")),
        told("b", who("President Donald J. Trump", "Mr. Trump")),
        told("c", who("Donald J. Trump")),
        told("d", who("Trump", title="President")),
        told("e", who("Mr. Trump")),
    ]
    resolution = resolve(articles)
    assert [(e.name, e.aliases) for e in resolution.entities] == [("Donald J. Trump", ("Donald Trump", "Trump"))]


def test_his_family_and_property_are_each_their_own() -> None:
    names = ["Donald Trump", "Donald Trump Jr.", "Ivanka Trump", "Eric Trump", "Melania Trump"]
    property_ = [
        place("Trump Tower", type="Facility"),
        org("Trump Organization"),
        org("Trump International Hotel"),
    ]
    articles = [told(name, who(name), *property_) for name in names]
    assert entity_names(resolve(articles)) == sorted([*names, *(one.names[0] for one in property_)])


@pytest.mark.parametrize(
    ("left", "right", "type_"),
    [
        ("Mike Pence", "Michael R. Pence", "Person"),
        ("Jeff Sessions", "Jefferson Sessions", "Person"),
        ("Bill Clinton", "William Clinton", "Person"),
        ("James Comey", "James B. Comey", "Person"),
        ("Bashar al-Assad", "Bashar Assad", "Person"),
        ("Kim Jong Un", "Kim Jong-un", "Person"),
        ("Chris Van Hollen", "Van Hollen", "Person"),
        ("Enrique Peña Nieto", "Pena Nieto", "Person"),
        ("EPA", "Environmental Protection Agency", "Organization"),
        ("FBI", "Federal Bureau of Investigation", "GovernmentBody"),
        ("CNN", "Cable News Network", "Organization"),
        ("GOP", "Republican Party", "PoliticalParty"),
        ("NYT", "The New York Times", "Organization"),
        ("Dow Chemical", "Dow Chemical Co.", "Company"),
        ("Deutsche Bank", "Deutsche Bank AG", "Company"),
        ("Goldman Sachs", "Goldman Sachs & Co.", "Company"),
        ("Amazon", "Amazon.com Inc.", "Company"),
        ("Justice Department", "U.S. Department of Justice", "Organization"),
        ("US Justice Department", "Department of Justice", "Organization"),
        ("AT&T", "AT&T Inc.", "Company"),
        ("U.S.", "United States of America", "Country"),
        ("America", "US", "Place"),
        ("UK", "Britain", "Country"),
        ("Russia", "Russian Federation", "Country"),
        ("Washington, D.C.", "Washington DC", "City"),
        ("Fla.", "Florida", "Region"),
        ("White House", "the White House", "Facility"),
        ("Affordable Care Act", "affordable care act", "Law"),
        ("former Secretary of State", "secretary of state", "Position"),
        ("Senate Whip Peter Cornwall", "Peter Cornwall", "Person"),
        ("Associate Justice Peter Cornwall", "Peter Cornwall", "Person"),
        ("Democrat Barack Obama", "Barack Obama", "Person"),
        ("U.S. Supreme Court Justice Antonin Scalia", "Antonin Scalia", "Person"),
        ("Mister Peter Cornwall", "Peter Cornwall", "Person"),
        ("Anders “Duke” Cornwall", "Anders Cornwall", "Person"),
        ("Anders 'Duke' Cornwall", "Anders Cornwall", "Person"),
        ("Democrats", "Democrats", "Group"),
        ("Massachusetts Elizabeth Warren", "Elizabeth Warren", "Person"),
        ("House Speaker John Boehner", "John Boehner", "Person"),
        ("Joe Manchin D-W.Va.", "Joe Manchin", "Person"),
        ("Frau Angela Merkel", "Angela Merkel", "Person"),
        ("1964 Civil Rights Act", "Civil Rights Act", "Law"),
        ("Civil Rights Act of 1957", "1957 Civil Rights Act", "Law"),
        ("MSNBC Television", "MSNBC", "Organization"),
        ("U.S. State Dept.", "State Department", "GovernmentBody"),
        ("Obama-Biden campaign", "Obama campaign", "Organization"),
        ("Baroness Margaret Thatcher", "Margaret Thatcher", "Person"),
        ("North Atlantic Treaty Organisation", "NATO", "Organization"),
    ],
)
def test_two_names_of_one_thing(left: str, right: str, type_: str) -> None:
    a, b = told("a", who(left, type=type_)), told("b", who(right, type=type_))
    assert same((a, left), (b, right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (who("George W. Bush"), who("George H.W. Bush")),
        (who("Bill Clinton"), who("Hillary Clinton")),
        (who("Hillary Clinton"), org("Clinton Foundation")),
        (who("Bill Clinton"), place("Clinton County", type="Region")),
        (who("Donald Trump"), who("Donald Trump Jr.")),
        (who("Martin Luther King Jr."), who("Martin Luther King Sr.")),
        (who("Robert Smith"), who("Bill Smith")),
        (who("Micah Johnson"), who("Michael Johnson")),
        (who("Nancy Reagan"), who("Ann Reagan")),
        (who("John F. Kennedy"), who("John N. Kennedy")),
        (who("Tigran"), place("Iran", type="Country")),
        (who("Jordan"), place("Jordan", type="Country")),
        (who("Jim Jordan"), place("Jordan", type="Country")),
        (who("Michael Jordan"), who("Jim Jordan")),
        (who("Washington"), place("Washington")),
        (who("Denzel Washington"), place("Washington")),
        (org("Washington Post"), place("Washington")),
        (who("Paris Hilton"), place("Paris", type="City")),
        (who("Paris Hilton"), place("Paris Hilton", type="Facility")),
        (org("Amazon"), place("Amazon", type="Region")),
        (org("Trump Organization"), org("Trump")),
        (who("Republicans", type="Group"), org("Republican Party")),
        (who("Americans", type="Group"), place("America", type="Country")),
        (who("Russian", type="Group"), place("Russia", type="Country")),
        (org("Washington Times"), org("New York Times")),
        (org("Los Angeles Times"), org("The Times")),
        (org("Foreign Ministry"), org("Foreign Ministry")),
        (org("Ministry of the Interior"), org("Ministry of the Interior")),
        (org("4th Congressional District"), org("4th Congressional District")),
        (org("Office of Inspector General"), org("Office of Inspector General")),
        (org("News Corp."), org("News")),
        (org("U.S. Embassy"), org("US Embassy")),
        (place("Washington state", type="Region"), place("Washington, D.C.", type="City")),
        (who("officials", type="AnonymousSource"), who("officials", type="AnonymousSource")),
        (who("the man", form=MentionForm.NOMINAL), who("the man", form=MentionForm.NOMINAL)),
        (who("Lincoln"), who("Lincoln")),
        (who("Mike Lee"), who("M.J. Lee")),
        (who("Chris Matthews"), who("Christine Matthews")),
        (who("Seddique Mateen"), who("Omar Mir Seddique Mateen")),
        (place("La.", type="Region"), place("LA", type="City")),
        (who("Pierre Trudeau"), who("Justin Pierre James Trudeau")),
        (org("Uniqlo"), org("Fast Retailing")),
        (org("Draft Elizabeth Warren"), who("Elizabeth Warren")),
        (place("Republic of Congo"), place("Democratic Republic of Congo")),
        (place("Congo"), place("Congo")),
        (who("Joseph Kennedy"), who("Joe Kennedy III")),
        (who("Civil Rights Act of 1957", type="Law"), who("Civil Rights Act", type="Law")),
        (
            who("2014 National Defense Authorization Act", type="Law"),
            who("2016 National Defense Authorization Act", type="Law"),
        ),
        (org("Bush campaign"), org("Bush campaign")),
        (org("Belgium", type="SportsTeam"), place("Belgium", type="Country")),
        (org("Chicago", type="SportsTeam"), org("Chicago", type="SportsTeam")),
        (org("Berkeley"), org("Berkeley")),
    ],
)
def test_two_things_are_never_joined(left: Who, right: Who) -> None:
    a, b = told("a", left), told("b", right)
    assert len(resolve([a, b]).entities) == 2


def test_a_bare_bush_goes_with_neither_president() -> None:
    articles = [
        told("a", who("George W. Bush")),
        told("b", who("George H.W. Bush")),
        told("c", who("George Bush")),
    ]
    assert entity_names(resolve(articles)) == ["George Bush", "George H.W. Bush", "George W. Bush"]
    assert entity_names(resolve([articles[0], articles[2]])) == ["George Bush", "George W. Bush"]
    assert len(resolve([articles[2], told("d", who("George Bush"))]).entities) == 2


def test_a_slip_of_the_pen_parts_nobody() -> None:
    articles = [told(f"a{n}", who("Donald Trump")) for n in range(60)]
    articles += [told(f"b{n}", who("Donald J. Trump")) for n in range(60)] + [told("c", who("Donald R. Trump"))]
    names = entity_names(resolve(articles))
    assert names == ["Donald J. Trump", "Donald R. Trump"]


def test_a_mocking_middle_name_does_not_part_the_right_one() -> None:
    articles = [told(f"a{n}", who("Hillary Clinton")) for n in range(30)]
    articles += [told(f"b{n}", who("Hillary Rodham Clinton")) for n in range(3)] + [
        told("c", who("Hillary Rotten Clinton"))
    ]
    assert entity_names(resolve(articles)) == ["Hillary Clinton", "Hillary Rotten Clinton"]


@pytest.mark.parametrize("nickname", ["Chris", "C."])
def test_a_short_form_that_fits_two_people_stays_apart(nickname: str) -> None:
    names = ["Christopher Abbott", "Christina Abbott", f"{nickname} Abbott"]
    assert entity_names(resolve([told(name, who(name)) for name in names])) == sorted(names)


def test_a_short_form_with_a_frequent_family_name_needs_company() -> None:
    apart = [told("a", who("Mike Johnson")), told("b", who("Michael Johnson"))]
    together = [
        told("a", who("Mike Johnson"), org("Acme")),
        told("b", who("Michael Johnson"), org("Acme Inc.")),
    ]
    assert len(resolve(apart).entities) == 2
    assert entity_names(resolve(together)) == ["Acme Inc.", "Michael Johnson"]


def test_a_committee_is_the_one_that_its_article_gives_in_full() -> None:
    body = "GovernmentBody"
    short = told("a", org("Judiciary Committee", "Senate Judiciary Committee", type=body))
    other = told("b", org("Senate Judiciary Committee", type=body))
    assert entity_names(resolve([short, other])) == ["Senate Judiciary Committee"]
    assert len(resolve([told("a", org("Judiciary Committee", type=body)), other]).entities) == 2


def test_an_acronym_is_what_its_article_spells_out() -> None:
    movement = told("a", org("Black Lives Matter"), org("BLM"))
    bureau = told("b", org("Bureau of Land Management"), org("BLM"))
    resolution = resolve([movement, bureau])
    assert entity_names(resolution) == ["Black Lives Matter", "Bureau of Land Management"]


def test_a_short_acronym_that_nothing_explains_is_one_in_one_company() -> None:
    beside = [told(name, org("QZR"), org("Harlow Mill")) for name in "ab"]
    assert entity_names(resolve([*beside, told("c", org("QZR"), org("Norrvik"))])).count("QZR") == 2


def test_a_department_spelled_the_british_way_is_not_american() -> None:
    assert len(resolve([told("a", org("Defence Department")), told("b", org("Defense Department"))]).entities) == 2


def test_an_outlet_called_by_a_word_and_a_legal_form_is_not_who_goes_by_the_word() -> None:
    magazine, telescope = told("a", org("Fast Company", type="NewsOutlet")), told("b", org("FAST"))
    assert len(resolve([magazine, telescope]).entities) == 2


@pytest.mark.parametrize("product", ["Samsung TV", "ESPN+", "Verizon Unlimited"])
def test_what_a_company_sells_is_not_the_company(product: str) -> None:
    company = product.split(maxsplit=1)[0].rstrip("+")
    assert len(resolve([told("a", org(company)), told("b", org(product))]).entities) == 2


class TestBareFamilyNames:
    def test_the_only_bearer_is_meant_where_company_or_renown_says_so(self) -> None:
        full, bare = who("Jared Kushner"), who("Kushner")
        alone = [told("a", full), told("b", bare)]
        beside = [told("a", full, org("Meridian Bank")), told("b", bare, org("Meridian Bank"))]
        often = [*(told(f"a{n}", full) for n in range(3)), told("b", bare)]
        assert entity_names(resolve(alone)) == ["Jared Kushner", "Kushner"]
        assert entity_names(resolve(beside)) == ["Jared Kushner", "Meridian Bank"]
        assert entity_names(resolve(often)) == ["Jared Kushner"]

    def test_a_name_that_mostly_stands_alone_is_somebody_elses(self) -> None:
        corpus = [
            told("a", who("Rob Barron"), org("Acme")),
            *(told(f"b{n}", who("Barron"), org("Acme")) for n in range(4)),
        ]
        assert len(resolve(corpus).entities) == 6

    def test_who_is_known_to_be_in_the_news_is_meant_however_often_the_name_stands_alone(self) -> None:
        corpus = [
            *(told(f"a{n}", who("Barack Obama")) for n in range(3)),
            *(told(f"b{n}", who("Obama")) for n in range(9)),
        ]
        assert entity_names(resolve(corpus)) == ["Barack Obama"]

    def test_another_post_is_another_person(self) -> None:
        corpus = [told(f"a{n}", who("Naunihal Sahni", title="Professor")) for n in range(3)]
        assert len(resolve([*corpus, told("b", who("Sahni", title="Prime Minister"))]).entities) == 2

    def test_with_two_bearers_it_stays_in_its_article(self) -> None:
        articles = [told("a", who("Bill Clinton")), told("b", who("Hillary Clinton")), *self.bare(2)]
        assert len(resolve(articles).entities) == 4

    def test_a_title_beside_the_bare_name_excludes_those_named_in_full(self) -> None:
        corpus = [told(f"t{n}", who("Donald Trump", title="President")) for n in range(3)]
        article = told("a", who("Donald Trump Jr."), who("Trump", title="President"))
        resolution = resolve([*corpus, article])
        assert of(resolution, article, "Trump").name == "Donald Trump"

    def bare(self, count: int) -> list[Extraction]:
        return [told(f"bare{n}", who("Clinton")) for n in range(count)]

    def test_one_who_is_nearly_always_meant(self) -> None:
        often = [told(f"h{n}", who("Hillary Clinton", "Clinton")) for n in range(10)]
        seldom = told("b", who("Bill Clinton", "Clinton"))
        assert entity_names(resolve([*often, seldom, *self.bare(1)])) == ["Bill Clinton", "Hillary Clinton"]
        assert len(resolve([*often[:9], seldom, *self.bare(1)]).entities) == 3

    def test_who_is_addressed_as_a_woman_is_not_who_goes_by_the_name_alone(self) -> None:
        told_of = told("a", who("Obama"), who("Obama", pronouns=("she",)))
        assert len({resolve([told_of]).by_chain[chain.id] for chain in told_of.chains}) == 2

    def test_gender_tells_husband_and_wife_apart(self) -> None:
        couple = [told("a", who("Bill Clinton", pronouns=("he",)))]
        couple += [told(f"b{n}", who("Hillary Clinton", title="Mrs.")) for n in range(3)]
        bare = told("c", who("Clinton", pronouns=("she", "her")))
        resolution = resolve([*couple, bare])
        assert of(resolution, bare, "Clinton").name == "Hillary Clinton"

    def test_an_article_that_names_one_in_full_means_that_one(self) -> None:
        article = told("a", who("Bill Clinton"), who("Clinton"))
        resolution = resolve([article, *(told(f"h{n}", who("Hillary Clinton")) for n in range(30))])
        assert of(resolution, article, "Clinton").name == "Bill Clinton"

    def test_a_relative_called_by_the_given_name_is_of_a_family_in_the_article(self) -> None:
        named = [told(f"d{n}", who("Dante Scala"), org("Acme")) for n in range(3)]
        her = told("s", who("Ana Scala"), who("Dante", title="son"), org("Acme"))
        other = told("b", who("Bill de Blasio"), who("Dante", title="son"), org("Acme"))
        resolution = resolve([*named, her, other])
        assert of(resolution, her, "Dante").name == "Dante Scala"
        assert of(resolution, other, "Dante").name == "Dante"

    def test_a_numbered_name_needs_company(self) -> None:
        whole, short = who("Peter Cornwall II"), who("Peter Cornwall")
        assert len(resolve([told("a", whole), told("b", short)]).entities) == 2
        beside = [told("a", whole, org("Acme")), told("b", short, org("Acme"))]
        assert len(resolve(beside).entities) == 2  # he, and Acme

    def test_a_bare_trump_that_was_kept_apart_from_his_daughter_is_not_hers(self) -> None:
        article = told("a", who("Ivanka Trump"), who("Trump"))
        resolution = resolve([article, *(told(f"t{n}", who("Donald Trump", "Trump")) for n in range(30))])
        assert of(resolution, article, "Trump").name == "Trump"

    def test_no_bare_trump_beside_donald_trump_and_his_family(self) -> None:
        corpus = [told(f"t{n}", who("Donald Trump", "Trump")) for n in range(20)]
        article = told("a", who("Donald Trump", "Trump", "Trump"), who("Ivanka Trump"), who("Trump"))
        assert entity_names(resolve([*corpus, article])) == ["Donald Trump", "Ivanka Trump"]

    def test_a_post_tells_who_is_meant(self) -> None:
        corpus = [told(f"t{n}", who("Donald Trump", title="President")) for n in range(3)]
        corpus += [told(f"i{n}", who("Ivanka Trump")) for n in range(2)]
        bare = told("x", who("Trump", title="President"))
        assert of(resolve([*corpus, bare]), bare, "Trump").name == "Donald Trump"

    def test_a_frequent_family_name_is_not_explained_by_another_article(self) -> None:
        assert not same((told("a", who("Jane Smith")), "Jane Smith"), (told("b", who("Smith")), "Smith"))

    def test_of_two_known_people_neither_is_meant_for_want_of_the_other(self) -> None:
        often = [told(f"a{n}", who("Theodore Roosevelt"), org("Bull Moose Party")) for n in range(30)]
        assert entity_names(resolve([*often, told("b", who("Roosevelt"))])).count("Roosevelt") == 1

    def test_a_doubtful_person_is_left_alone(self) -> None:
        corpus = [told("a", who("Conrad Hilton")), *(told(f"h{n}", org("Hilton")) for n in range(3))]
        bare = told("b", who("Hilton"))
        assert of(resolve([*corpus, bare]), bare, "Hilton").name == "Hilton"

    @pytest.mark.parametrize("other", [who("Foss Ayotte"), org("A.D. Foss")])
    def test_a_word_that_is_something_else_in_the_article(self, other: Who) -> None:
        corpus = [told(f"a{n}", who("Megyn Foss")) for n in range(3)]
        bare = told("b", other, who("Foss"))
        assert of(resolve([*corpus, bare]), bare, "Foss").name == "Foss"

    def test_junior_is_not_his_father(self) -> None:
        corpus = [told("a", who("Donald Trump")), told("b", who("Donald Trump Jr."))]
        bare = told("c", who("Trump Jr."))
        assert of(resolve([*corpus, bare]), bare, "Trump Jr.").name == "Donald Trump Jr."

    def test_a_bare_trump_beside_junior_is_his_father(self) -> None:
        corpus = [told(f"t{n}", who("Donald Trump", "Trump")) for n in range(20)]
        article = told("a", who("Donald Trump Jr."), who("Trump"))
        assert of(resolve([*corpus, article]), article, "Trump").name == "Donald Trump"

    def test_a_pope_and_a_president_of_one_name(self) -> None:
        pope = told("a", who("Francis", title="Pope"))
        assert same((pope, "Francis"), (told("b", who("Pope Francis")), "Pope Francis"))
        assert not same((pope, "Francis"), (told("c", who("Tony Francis")), "Tony Francis"))


class TestNamesakes:
    clerk = told("clerk", who("John Smith", title="County clerk"), place("Harlow County"))
    clerk_again = told("clerk2", who("John Smith", title="clerk"), org("Harlow Gazette"))
    coach = told("coach", who("John Smith", post="football coach"), org("Ravens"))
    unknown = told("unknown", who("John Smith"), org("Ravens"))

    def test_two_posts_and_no_common_company_are_two_people(self) -> None:
        articles = [self.clerk, self.clerk_again, self.coach, self.unknown]
        smiths = {group for group in groups(resolve(articles), articles) if ("John Smith" in {n for _, n in group})}
        assert smiths == {
            frozenset({(0, "John Smith"), (1, "John Smith")}),
            frozenset({(2, "John Smith"), (3, "John Smith")}),
        }

    def test_a_post_tells_known_people_of_one_name_apart(self) -> None:
        posts = {"a": "Sen.", "b": "CEO", "c": "chief executive", "d": None}
        articles = [told(name, who("Ron Johnson", title=post)) for name, post in posts.items()]
        assert groups(resolve(articles), articles) >= {
            frozenset({(0, "Ron Johnson"), (3, "Ron Johnson")}),
            frozenset({(1, "Ron Johnson"), (2, "Ron Johnson")}),
        }

    def test_an_employer_tells_known_people_of_one_name_apart(self) -> None:
        justice = told("a", who("John Roberts", title="Chief Justice"))
        reporter = told("b", who("John Roberts", post="reporter", body="Fox News"))
        assert not same((justice, "John Roberts"), (reporter, "John Roberts"))

    def test_who_was_named_first_keeps_the_iri_when_a_namesake_comes(self) -> None:
        days = {self.clerk.article_id: "2017-05-01", self.coach.article_id: "2017-05-02"}
        alone = resolve([self.clerk], days=days)
        both = resolve([self.clerk, self.coach], days=days)
        clerk, coach = (chain_id(told, "John Smith") for told in (self.clerk, self.coach))
        assert both.by_chain[clerk] == alone.by_chain[clerk] != both.by_chain[coach]

    def test_two_posts_that_are_years_apart_are_two_people(self) -> None:
        spokesman, general = told("a", who("John Allen", title="spokesman")), told("b", who("John Allen", title="Gen."))
        days = {spokesman.article_id: "1996-08-28", general.article_id: "2016-08-01"}
        chains = chain_id(spokesman, "John Allen"), chain_id(general, "John Allen")
        assert len({resolve([spokesman, general], days=days).by_chain[chain] for chain in chains}) == 2

    def test_the_bush_administration_is_that_of_its_years(self) -> None:
        articles = [told(name, org("Bush administration")) for name in ("a", "b", "c")]
        days = dict(zip([a.article_id for a in articles], ("1990-08-13", "2005-01-01", "2016-01-01"), strict=True))
        found = resolve(articles, days=days).by_chain
        elder, younger, later = (found[chain_id(article, "Bush administration")] for article in articles)
        assert elder != younger == later

    def test_a_rare_name_is_one_person_whatever_the_post(self) -> None:
        a = told("a", who("Wendy Fairweather", title="clerk"))
        b = told("b", who("Wendy Fairweather", title="coach"))
        assert same((a, "Wendy Fairweather"), (b, "Wendy Fairweather"))

    def test_common_company_is_one_person(self) -> None:
        a = told("a", who("John Smith", title="clerk"), org("Ravens"))
        b = told("b", who("John Smith", title="coach"), org("Ravens"))
        assert same((a, "John Smith"), (b, "John Smith"))

    def test_posts_of_one_walk_of_life_may_be_one_persons(self) -> None:
        a = told("a", who("Roy Cooper", title="Attorney General"))
        b = told("b", who("Roy Cooper", title="candidate"))
        assert same((a, "Roy Cooper"), (b, "Roy Cooper"))

    def test_a_list_of_names_is_no_company(self) -> None:
        a = told("a", who("John Smith", title="clerk"), org("Ravens"))
        b = told("b", who("John Smith"), org("Ravens"), *(who(f"Ada Quillby{letter * 3}") for letter in "abcdefghij"))
        assert len(groups(resolve([a, b]), [a, b])) == 12
        names = [who(f"Ada {first}{second}llby") for first in "BCDFGHJKLM" for second in "aeiouyrstvw"]
        b = told("b", who("John Smith"), org("Ravens"), *names)
        assert frozenset({(0, "John Smith")}) in groups(resolve([a, b]), [a, b])

    def test_a_country_is_no_common_company(self) -> None:
        a = told("a", who("John Smith", title="clerk"), place("U.S."))
        b = told("b", who("John Smith", title="coach"), place("America"))
        assert not same((a, "John Smith"), (b, "John Smith"))

    def test_the_same_post_at_two_companies_is_two_people(self) -> None:
        a = told("a", who("Li Wei", title="chief executive", body="Acme"))
        b = told("b", who("Li Wei", title="chief executive", body="Bolt"))
        assert not same((a, "Li Wei"), (b, "Li Wei"))


class TestPlaces:
    def test_a_postal_code_behind_a_party_is_the_state(self) -> None:
        a, b = told("a", place("LA", type="Region")), told("b", place("Louisiana", type="Region"))
        assert same((a, "LA"), (b, "Louisiana"))

    def test_a_city_seldom_in_the_news_gives_way_to_that_of_the_country_named(self) -> None:
        libyan = told("a", place("Tripoli", type="City"), place("Libya", type="Country"))
        lebanese = told("b", place("Tripoli", type="City"), place("Lebanon", type="Country"))
        unexplained = told("c", place("Tripoli", type="City"))
        assert not same((libyan, "Tripoli"), (lebanese, "Tripoli"))
        assert same((libyan, "Tripoli"), (unexplained, "Tripoli"))

    caucasus = told("a", place("Georgia", type="Country"), place("Tbilisi", type="City"))
    south = told("b", place("Georgia", type="Country"), place("Atlanta", type="City"))
    bare = told("c", place("Georgia"))

    def test_georgia_and_georgia(self) -> None:
        resolution = resolve([self.caucasus, self.south, self.bare])
        three = {of(resolution, article, "Georgia").id for article in (self.caucasus, self.south, self.bare)}
        assert len(three) == 3
        assert of(resolution, self.caucasus, "Georgia").type is EntityType.COUNTRY

    def test_washington_the_capital_and_the_state(self) -> None:
        capital = told("a", place("Washington"), org("White House"))
        state = told("b", place("Washington"), place("Seattle"))
        spelled = told("c", place("Washington, D.C.", type="City"))
        both = told("d", place("Washington"), place("Seattle"), org("White House"))
        assert same((capital, "Washington"), (spelled, "Washington, D.C."))
        assert not same((capital, "Washington"), (state, "Washington"))
        assert (
            len({resolve([capital, state, both]).by_chain[chain_id(a, "Washington")] for a in (capital, state, both)})
            == 3
        )

    def test_a_country_has_one_name_and_type(self) -> None:
        articles = [told("a", place("U.S.", type="Place")), told("b", place("America")), told("c", org("US"))]
        (entity,) = resolve(articles).entities
        assert (entity.name, entity.type, entity.aliases) == (
            "United States",
            EntityType.COUNTRY,
            ("America", "U.S.", "US"),
        )


class TestKinds:
    def test_an_outvoted_type_is_settled_not_dropped(self) -> None:
        articles = [told(f"a{n}", org("Northfield Shelter")) for n in range(4)]
        odd = told("b", who("Northfield Shelter"))
        (entity,) = resolve([*articles, odd]).entities
        assert (entity.type, len(entity.chain_ids)) == (EntityType.ORGANIZATION, 5)

    def test_without_a_clear_majority_both_stay(self) -> None:
        articles = [told(f"a{n}", org("Northfield Shelter")) for n in range(3)]
        assert len(resolve([*articles, told("b", who("Northfield Shelter"))]).entities) == 2

    def test_a_person_who_acts_as_one_is_never_outvoted(self) -> None:
        articles = [told(f"a{n}", org("Paris Hilton")) for n in range(9)]
        assert len(resolve([*articles, told("b", who("Paris Hilton", pronouns=("she",)))]).entities) == 2

    def test_a_building_that_bears_a_persons_name_stays_a_building(self) -> None:
        building, person = place("Paris Hilton", type="Facility"), who("Paris Hilton")
        for many, one in ((building, person), (person, building)):
            articles = [*(told(f"a{n}", many) for n in range(9)), told("b", one)]
            assert len(resolve(articles).entities) == 2

    def test_one_word_is_many_things(self) -> None:
        articles = [told(f"a{n}", org("Amazon")) for n in range(9)]
        assert len(resolve([*articles, told("b", place("Amazon"))]).entities) == 2

    def test_the_specific_type_is_kept(self) -> None:
        articles = [told("a", org("Acme")), told("b", org("Acme", type="Company"))]
        (entity,) = resolve(articles).entities
        assert entity.type is EntityType.COMPANY

    def test_a_family_name_taken_for_an_organisation_stays_in_its_article(self) -> None:
        articles = [told(f"a{n}", who("Donald Trump")) for n in range(12)]
        assert len(resolve([*articles, told("b", org("Trump")), told("c", org("Trump Corp."))]).entities) == 3


class TestAcronyms:
    def test_an_article_explains_one(self) -> None:
        article = told("a", org("Office of Harbor Affairs", "OHA"), who("Nora Ashdown"))
        assert same((article, "Office of Harbor Affairs"), (told("b", org("OHA"), who("Nora Ashdown")), "OHA"))
        assert not same((article, "Office of Harbor Affairs"), (told("b", org("OHA"), who("Ivo Lind")), "OHA"))

    def test_what_many_articles_explain_needs_no_company(self) -> None:
        articles = [told(f"a{n}", org("Office of Harbor Affairs", "OHA")) for n in range(5)]
        assert len(resolve([*articles, told("b", org("OHA"))]).entities) == 1

    def test_initials_of_one_name_only(self) -> None:
        long = told("a", org("National Harbor Safety Council"), who("Nora Ashdown"))
        near, far = told("b", org("NHSC"), who("Nora Ashdown")), told("b", org("NHSC"))
        assert same((long, "National Harbor Safety Council"), (near, "NHSC"))
        assert not same((long, "National Harbor Safety Council"), (far, "NHSC"))

    def test_initials_of_two_names_say_nothing(self) -> None:
        articles = [
            told("a", org("American Bar Association", "ABA")),
            told("b", org("American Bicycle Association", "ABA")),
            told("c", org("ABA")),
            told("d", org("ABA")),
        ]
        assert len(resolve(articles).entities) == 4

    def test_an_acronym_is_shown_when_nobody_says_the_long_name(self) -> None:
        articles = [told(f"a{n}", org("CNN")) for n in range(4)] + [told("b", org("Cable News Network"))]
        (entity,) = resolve(articles).entities
        assert (entity.name, entity.type) == ("CNN", EntityType.NEWS_OUTLET)


class TestMetadata:
    def test_an_outlet_is_the_one_that_articles_mention(self) -> None:
        article = told("a", org("CNN"))
        resolution = resolve([article], outlets=["CNN (Web News)", "CNN"])
        (entity,) = resolution.entities
        assert resolution.outlets == {"CNN": entity.id, "CNN (Web News)": entity.id}
        assert (entity.type, resolution.by_chain[chain_id(article, "CNN")]) == (
            EntityType.NEWS_OUTLET,
            entity.id,
        )

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("New York Times - News", "The New York Times"),
            ("Fox Online News", "Fox News"),
            ("NPR Online News", "NPR"),
            ("USA TODAY", "USA Today"),
        ],
    )
    def test_names_of_one_outlet(self, one: str, other: str) -> None:
        (entity,) = resolve([], outlets=[one, other]).entities
        assert entity.type is EntityType.NEWS_OUTLET

    def test_an_outlet_with_a_vague_name_is_not_the_mention(self) -> None:
        article = told("a", org("Times"))
        resolution = resolve([article], outlets=["The Times"])
        assert resolution.outlets["The Times"] != resolution.by_chain[chain_id(article, "Times")]

    def test_an_author_is_not_the_person_of_whom_articles_speak(self) -> None:
        article = told("a", who("Paul Ryan"))
        pairs = [("Paul Ryan", "CNN"), ("Paul Ryan", "CNN (Web News)"), ("Paul Ryan", "Acme Herald")]
        resolution = resolve([article], authors=pairs)
        assert resolution.authors[pairs[0]] == resolution.authors[pairs[1]]
        assert len({*resolution.authors.values(), resolution.by_chain[chain_id(article, "Paul Ryan")]}) == 3


def test_nothing_in_nothing_out() -> None:
    assert resolve([]) == Resolution((), {}, {}, {}, kb_version=open_kb().version)
