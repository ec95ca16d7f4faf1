"""Misspelt names, given names alone, places and bodies of one name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsgraph.model import EntityType
from newsgraph.resolve import resolve
from tests.resolve.corpus import Who, entity_names, org, place, told, who

FREQUENT = [told(f"f{n}", who("Wendy Fairweather", "Fairweather"), org("Harlow Gazette")) for n in range(30)]


@pytest.mark.parametrize(
    ("slip", "joined"),
    [
        ("Wennddy Fairweather", False),
        ("Wedny Fairweather", True),
        ("Mandy Fairweather", False),
        ("Wendy Fairweather Jr.", False),
    ],
)
def test_a_rare_misspelling_is_the_frequent_name(slip: str, *, joined: bool) -> None:
    found = entity_names(resolve([*FREQUENT, told("x", who(slip))]))
    assert found == sorted(["Harlow Gazette", "Wendy Fairweather", *([] if joined else [slip])])


def test_as_frequent_a_name_is_another() -> None:
    others = [told(f"o{n}", who("Wedny Fairweather")) for n in range(10)]
    assert entity_names(resolve([*FREQUENT, *others])) == ["Harlow Gazette", "Wedny Fairweather", "Wendy Fairweather"]


@pytest.mark.parametrize(
    ("slip", "joined"),
    [("Harlow Transpotation Board", True), ("Harlow Transport Board", False), ("Marlow Transportation Board", False)],
)
def test_a_misspelt_body(slip: str, *, joined: bool) -> None:
    boards = [told(f"b{n}", org("Harlow Transportation Board")) for n in range(30)]
    assert len(resolve([*boards, told("x", org(slip))]).entities) == 2 - joined


def test_a_given_name_alone_means_the_one_whom_the_corpus_knows_in_this_company() -> None:
    alone = told("x", who("Wendy"), org("Harlow Gazette"))
    corpus = [told(f"f{n}", who("Wendy Fairweather"), org("Harlow Gazette")) for n in range(4)]
    assert entity_names(resolve([*corpus, alone])) == ["Harlow Gazette", "Wendy Fairweather"]
    elsewhere = told("x", who("Wendy"), org("Bolt Works"))
    assert "Wendy" in entity_names(resolve([*corpus, elsewhere]))
    other = [told(f"o{n}", who("Wendy Holloway"), org("Harlow Gazette")) for n in range(2)]
    assert "Wendy" in entity_names(resolve([*corpus, *other, alone]))


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ((place("Athens", type="City"), place("Greece", type="Country")), (place("Athens"),), True),
        ((place("Athens", type="City"), place("Greece", type="Country")), (place("Athens"), place("Alabama")), False),
        ((place("Springfield"), place("Illinois")), (place("Springfield"), place("Missouri")), False),
        ((place("Springfield"), place("Illinois")), (place("Springfield"), place("Illinois")), True),
        ((place("Springfield"),), (place("Springfield"),), False),
        ((place("St. Petersburg"), place("Fla.")), (place("St. Petersburg"), place("Russia", type="Country")), False),
        (
            (place("St. Petersburg"), place("Florida"), place("Russia", type="Country")),
            (place("St. Petersburg"),),
            True,
        ),
        ((place("Korea"),), (place("Korea"),), False),
        ((place("Madison"), place("Wisconsin")), (place("Madison"), place("Connecticut")), False),
        ((place("Madison"), place("Wisconsin")), (place("Madison"), org("Bolt Works"), place("Ohio")), False),
        ((place("Madison"), place("Wisconsin")), (place("Madison"),), True),
        ((place("Fairfield"), place("Ohio")), (place("Fairfield"),), False),
        ((place("Fairfield"), place("Ohio")), (place("Fairfield"), place("Ohio")), True),
        (
            (place("Helsinki"), place("Finland", type="Country")),
            (place("Helsinki"), org("Bolt Works"), place("Ohio")),
            True,
        ),
        ((place("Atlantic"), place("Bermuda", type="Country")), (place("Atlantic"),), False),
    ],
)
def test_places_of_one_name(left: tuple[Who, ...], right: tuple[Who, ...], *, one: bool) -> None:
    found = resolve([told("a", *left), told("b", *right)]).entities
    assert sum(entity.name == left[0].names[0] for entity in found) == 2 - one


def test_korea_is_the_one_of_which_its_article_speaks() -> None:
    south, north = told("s", place("Korea"), place("Seoul")), told("n", place("Korea"), place("Pyongyang"))
    assert entity_names(resolve([south, north])) == ["North Korea", "Pyongyang", "Seoul", "South Korea"]


def test_towns_that_are_not_known_are_told_apart_by_their_states() -> None:
    here = [told(f"h{n}", place("Quillham"), place("Vt."), place("Vermont")) for n in range(2)]
    there = told("t", place("Quillham"), place("Kan."), place("Kansas"))
    near = told("n", place("Quillham"), place("Vermont"))
    assert entity_names(resolve([*here, near])) == ["Quillham", "Vermont"]
    assert entity_names(resolve([*here, near, there])) == ["Kansas", "Quillham", "Quillham", "Vermont"]


@pytest.mark.parametrize("post", [None, "president"])
def test_a_pronoun_does_not_part_one_from_the_post_that_he_is_known_by(post: str | None) -> None:
    corpus = [
        told(f"f{n}", who("Anders Fairweather", title="President", pronouns=("he",)), org("Harlow Gazette"))
        for n in range(20)
    ]
    bare = told("x", who("Fairweather", title=post, pronouns=("she",)), org("Harlow Gazette"))
    assert len(resolve([*corpus, bare]).entities) == (2 if post else 3)


def test_donald_jr_is_the_only_one_so_called() -> None:
    corpus = [told(f"f{n}", who("Anders Fairweather Jr."), org("Harlow Gazette")) for n in range(4)]
    assert len(resolve([*corpus, told("x", who("Anders Jr."), org("Bolt Works"))]).entities) == 3
    beside_his_father = told("x", who("Anders Jr."), who("Anders Fairweather"))
    assert entity_names(resolve([*corpus, beside_his_father])) == [
        "Anders Fairweather",
        "Anders Fairweather Jr.",
        "Harlow Gazette",
    ]


def test_a_list_of_towns_is_no_town_in_a_state() -> None:
    listed = told("b", place("Portland"), place("Ohio"), place("Denver"))
    assert entity_names(resolve([told("a", place("Portland"), place("Oregon"), place("Denver")), listed])) == [
        "Denver",
        "Ohio",
        "Oregon",
        "Portland",
    ]


@pytest.mark.parametrize("name", ["Wendy Fairweather Fairweather", "S.C.—Wendy Fairweather", "Wen\u00addy Fairweather"])
def test_what_ran_into_a_name_is_no_part_of_it(name: str) -> None:
    assert len(resolve([told("a", who("Wendy Fairweather")), told("b", who(name))]).entities) == 1


def test_a_headline_in_capitals_means_the_only_bearer_in_its_article() -> None:
    named = told("a", who("Anders Fairweather", pronouns=("he",)), who("FAIRWEATHER", pronouns=("his",)))
    assert entity_names(resolve([named])) == ["Anders Fairweather"]
    of_the_other_sex = told("a", who("Anders Fairweather", pronouns=("he",)), who("FAIRWEATHER", pronouns=("her",)))
    assert len(resolve([of_the_other_sex]).entities) == 2


def test_two_known_people_are_never_one() -> None:
    here = told("a", who("Stephen Miller", title="adviser"), org("White House"))
    there = told("b", who("Steven Miller", title="adviser"), org("White House"))
    either = told("c", who("Steve Miller", title="adviser"), org("White House"))
    assert len(resolve([here, there, either]).entities) == 4


@pytest.mark.parametrize(
    ("name", "other"),
    [("Facebook Inc. FB", "Facebook"), ("Bolt Works Corp BWX", "Bolt Works"), ("Bolt Co", "Bolt Co.")],
)
def test_what_a_company_is_called_on_the_exchange_is_no_part_of_its_name(name: str, other: str) -> None:
    assert len(resolve([told("a", org(name)), told("b", org(other))]).entities) == 1


def test_a_known_body_with_a_word_left_out_stands_for_its_acronym() -> None:
    slip = told("a", org("Federal Bureau Investigation"), org("FBI"))
    assert len(resolve([slip, told("b", org("FBI"))]).entities) == 1


@pytest.mark.parametrize("committee", ["Budget Committee", "Armed Services Committee"])
def test_a_committee_of_both_houses_stays_in_its_article(committee: str) -> None:
    assert len(resolve([told("a", org(committee)), told("b", org(committee))]).entities) == 2


def test_a_body_by_a_persons_whole_name_is_the_one_by_his_family_name() -> None:
    articles = [told("a", org("Fairweather campaign")), told("b", org("Wendy Fairweather campaign"))]
    assert len(resolve(articles).entities) == 1
    other = told("c", org("John Fairweather campaign"))
    assert len(resolve([*articles, other]).entities) == 3


def test_a_camp_is_the_campaign_of_the_same_name() -> None:
    camp, refugees = told("a", org("Fairweather camp")), told("b", org("Zaatari camp"))
    assert len(resolve([camp, told("c", org("Fairweather campaign")), refugees]).entities) == 2
    assert len(resolve([camp, refugees]).entities) == 2


@pytest.mark.parametrize("word", ["Budget", "Congressional", "Media"])
def test_common_words_are_no_names_that_articles_share(word: str) -> None:
    assert len(resolve([told("a", org(word)), told("b", org(word))]).entities) == 2


@pytest.mark.parametrize(
    "name", ["Texas Solicitor General Fairweather", "Arizona Sen. Wendy Fairweather", "Democrats Wendy Fairweather"]
)
def test_a_post_or_party_that_ran_into_a_name_is_no_part_of_it(name: str) -> None:
    corpus = [told(f"f{n}", who("Wendy Fairweather"), org("Harlow Gazette")) for n in range(4)]
    assert len(resolve([*corpus, told("x", who(name), org("Harlow Gazette"))]).entities) == 2


def test_a_letter_away_from_somebody_known_in_the_same_company() -> None:
    known = [told(f"f{n}", who("Kirsten Gillibrand", title="Sen."), org("Harlow Gazette")) for n in range(3)]
    slip = told("x", who("Kristen Gillibrand", title="Sen."))
    assert len(resolve([*known, slip]).entities) == 2
    assert len(resolve([*known, told("x", who("Kristen Gillibrand"))]).entities) == 3
    both = told("x", who("Kristen Gillibrand", title="Sen."), who("Kirsten Gillibrand"))
    assert len(resolve([*known, both]).entities) == 3


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("Mark Meadows", "Mark Meadow"), ("Thom Tillis", "Thom Tills"), ("Michele Bachmann", "Mchele Bachmann")],
)
def test_a_slip_beside_somebody_known_is_found_in_the_family_name_and_in_the_same_article(
    right: str, wrong: str
) -> None:
    known = [told(f"f{n}", who(right, title="Rep."), org("Harlow Gazette")) for n in range(3)]
    assert len(resolve([*known, told("x", who(wrong, title="Rep."), who(right))]).entities) == 2
    assert len(resolve([*known, told("x", who(wrong))]).entities) == 3


def test_a_slip_of_somebody_unknown_or_of_a_common_family_is_not_taken_for_one() -> None:
    known = [told(f"f{n}", who("Michael Bennet", title="Sen."), org("Harlow Gazette")) for n in range(4)]
    assert len(resolve([*known, told("x", who("Michael Bennett", title="Sen."))]).entities) == 3
    unknown = [told(f"f{n}", who("Mark Fairling", title="Sen."), org("Harlow Gazette")) for n in range(4)]
    assert len(resolve([*unknown, told("x", who("Mark Fairlind", title="Sen."))]).entities) == 3


def test_a_bare_name_that_people_are_called_by_is_no_place_and_no_body() -> None:
    people = [told(f"f{n}", who("Barack Obama"), who("Obama")) for n in range(40)]
    taken = [told("x", place("Obama"), org("Harlow Gazette")), told("y", org("Obama"), org("Harlow Gazette"))]
    assert len(resolve([*people, *taken]).entities) == 2
    assert len(resolve([*people[:30], *taken]).entities) == 4


def test_kings_of_one_name_stay_in_their_articles() -> None:
    assert len(resolve([told(name, who("Abdullah", title="King")) for name in "ab"]).entities) == 2
    assert len(resolve([told(name, who("Salman", title="King")) for name in "ab"]).entities) == 1


def test_a_short_form_that_is_given_at_birth_too_needs_company() -> None:
    jack, john = who("Jack Fairling"), who("John Fairling")
    assert len(resolve([told("a", jack), told("b", john)]).entities) == 2
    both = [told("a", jack, org("Harlow Gazette")), told("b", john, org("Harlow Gazette"))]
    assert len(resolve(both).entities) == 2


def test_a_post_tells_two_known_people_of_one_name_apart() -> None:
    secretary = [told(f"s{n}", who("James Baker", title="Secretary of State")) for n in range(2)]
    assert len(resolve([*secretary, told("c", who("James Baker", title="FBI general counsel"))]).entities) == 2


def test_a_family_name_that_is_another_ones_given_name_says_too_little() -> None:
    company = org("Harlow Gazette"), org("Port of Harlow"), org("Northfield Courier"), who("Wendy Fairweather")
    duncan = [told(f"d{n}", who("Duncan Hunter"), *company) for n in range(4)]
    hunter = [told(f"h{n}", who("Hunter Biden")) for n in range(4)]
    assert "Hunter" in entity_names(resolve([*duncan, *hunter, told("x", who("Hunter"), *company)]))
    assert "Hunter" not in entity_names(resolve([*duncan, told("x", who("Hunter"), *company)]))


def test_known_people_of_one_name_stay_in_their_articles_where_no_post_tells() -> None:
    assert len(resolve([told(name, who("Patrick Kennedy")) for name in "ab"]).entities) == 2
    posts = [told(name, who("Patrick Kennedy", title="Rep.")) for name in "ab"]
    assert len(resolve(posts).entities) == 1


def test_a_committee_of_the_house_of_representatives() -> None:
    named = ["House Intelligence Committee", "House of Representatives Intelligence Committee"]
    assert len(resolve([told(name[:9], org(name)) for name in named]).entities) == 1


def test_an_authorization_is_that_of_its_article() -> None:
    assert len(resolve([told(name, org("AUMF")) for name in "ab"]).entities) == 2


def test_the_virginia_republican_is_somebody_else_in_each_article() -> None:
    articles = [told(name, who("Virginia Republican")) for name in "ab"]
    assert len(resolve(articles).entities) == 2


@pytest.mark.parametrize("body", ["Foreign Office", "Communist Party"])
def test_a_body_that_several_countries_have_stays_in_its_article(body: str) -> None:
    assert len(resolve([told("a", org(body)), told("b", org(body))]).entities) == 2


def test_an_acronym_that_is_known_for_something_else_is_not_explained_by_another_article() -> None:
    explained = told("a", org("Interstate Shipping Service", "ISS"))
    assert len(resolve([explained, told("b", org("ISS"))]).entities) == 2


def test_a_pronoun_alone_does_not_part_a_bare_name_from_the_bearer_in_its_article() -> None:
    elsewhere = [told(f"f{n}", who("Olaf Quillby", title="President", pronouns=("he",))) for n in range(6)]
    here = told("x", who("Nils Quillby", pronouns=("he",)), who("Quillby", pronouns=("his",)))
    assert entity_names(resolve([*elsewhere[:2], here])) == ["Nils Quillby", "Olaf Quillby"]


def test_whoever_is_in_the_news_is_not_meant_in_the_company_of_a_namesake() -> None:
    often = [told(f"f{n}", who("Olaf Quillby", "Quillby"), org("Bolt Works")) for n in range(30)]
    namesake = told("n", who("Nils Quillby"), org("Harlow School"))
    assert "Quillby" in entity_names(resolve([*often, namesake, told("x", who("Quillby"), org("Harlow School"))]))
    assert "Quillby" not in entity_names(resolve([*often, namesake, told("x", who("Quillby"))]))


def test_a_slip_in_the_sons_name_does_not_join_him_with_his_father() -> None:
    sons = [told(f"s{n}", who("Gregor W. Fairweather")) for n in range(25)]
    fathers = [told(f"f{n}", who("Gregor Hugh Fairweather")) for n in range(25)]
    names = entity_names(resolve([*sons, *fathers, told("x", who("Gregro W. Fairweather"))]))
    assert names == ["Gregor Hugh Fairweather", "Gregor W. Fairweather"]


def test_the_plural_of_a_name_is_no_misspelling() -> None:
    assert "Wendy Fairweathers" in entity_names(resolve([*FREQUENT, told("x", who("Wendy Fairweathers"))]))


@pytest.mark.parametrize(
    ("left", "right", "others"),
    [
        ("Michael Brown", "Michael A. Brown", ()),
        ("Kathleen Fenn", "Kathy Fenn", ("Amy Fenn", "Ben Fenn", "Carl Fenn")),
    ],
)
def test_little_of_a_name_is_too_little_for_a_name_of_many(left: str, right: str, others: tuple[str, ...]) -> None:
    bearers = [told(name, who(name)) for name in others]
    for company, joined in ((org("Bolt Works"), True), (org("Gorse Mill"), False)):
        articles = [told("a", who(left), org("Bolt Works")), told("b", who(right), company), *bearers]
        assert len({left, right} & set(entity_names(resolve(articles)))) == 2 - joined


def test_a_post_tells_whom_company_cannot() -> None:
    """«President Fenn» is he, though the article speaks of what she is known for."""
    friends = [org("Bolt Works"), org("Gorse Mill"), org("Harlow Gazette")]
    he = [told(f"h{n}", who("Carl Fenn", title="President")) for n in range(5)]
    she = [told(f"s{n}", who("Amy Fenn", title="Senator"), *friends) for n in range(4)]
    once = told("o", who("Amy Fenn", title="President"))
    article = told("x", who("Fenn", title="President"), *friends)
    resolution = resolve([*he, *she, once, article])
    meant = next(e for e in resolution.entities if e.id == resolution.by_chain[article.chains[0].id])
    assert meant.name != "Amy Fenn"


def test_a_name_on_a_list_is_read_without_its_letter() -> None:
    known, listed = told("a", who("Kellyanne Conway")), told("b", who("B. Kellyanne Conway"))
    assert entity_names(resolve([known, listed])) == ["Kellyanne Conway"]


def test_the_president_of_a_company_is_not_the_president() -> None:
    head = who("John Kennedy", title="president", post="chief executive")
    article = told("b", head)
    assert [entity.name for entity in resolve([told("a", who("John F. Kennedy")), article]).entities].count(
        "John Kennedy"
    ) == 1


def test_a_known_acronym_is_not_read_as_the_initials_of_who_has_another() -> None:
    article = told("a", org("US Postal Service"), org("UPS"))
    assert entity_names(resolve([article])) == ["UPS", "US Postal Service"]


def test_the_letters_of_a_party_are_no_initials() -> None:
    article = told("a", org("Growth and Opportunity Project"), org("GOP", type="PoliticalParty"))
    assert entity_names(resolve([article])) == ["GOP", "Growth and Opportunity Project"]


def test_a_county_of_several_states_needs_its_state() -> None:
    kentucky = [told(f"k{n}", place("Jefferson County"), place("Kentucky")) for n in range(2)]
    texas = told("t", place("Jefferson County"), place("Texas"))
    torn = told("x", place("Jefferson County"), place("Ohio"), place("Colorado"))
    assert entity_names(resolve([*kentucky, texas, torn])).count("Jefferson County") == 3
    assert entity_names(resolve([*kentucky, texas])).count("Jefferson County") == 2


def test_a_town_abroad_is_not_meant_where_only_states_are_named() -> None:
    abroad = [told(f"a{n}", place("Athens"), place("Greece")) for n in range(2)]
    home = told("h", place("Athens"), place("Atlanta"), place("Georgia"), place("Florida"))
    assert entity_names(resolve([*abroad, home])).count("Athens") == 2


def test_houses_of_one_name_stay_in_their_articles() -> None:
    hotels = [told(f"h{n}", place("Ritz-Carlton", type="Facility")) for n in range(2)]
    assert entity_names(resolve(hotels)).count("Ritz-Carlton") == 2


def test_a_small_town_is_not_meant_where_only_another_state_is_named() -> None:
    assert (
        entity_names(resolve([told("a", place("Knoxville")), told("b", place("Knoxville"), place("Iowa"))])).count(
            "Knoxville"
        )
        == 2
    )
    assert (
        entity_names(resolve([told("a", place("Knoxville")), told("b", place("Knoxville"), place("Tennessee"))])).count(
            "Knoxville"
        )
        == 1
    )


def test_who_goes_by_three_names_is_another_than_who_goes_by_two() -> None:
    minister, reporter = told("a", who("David Quillby")), told("b", who("David Cay Quillby"))
    assert len(resolve([minister, reporter]).entities) == 2
    board = org("Harlow Water Board")
    assert (
        len(resolve([told("a", who("David Quillby"), board), told("b", who("David Cay Quillby"), board)]).entities) == 2
    )


def test_chris_is_no_christine_while_only_he_is_called_a_man() -> None:
    paper = org("Harlow Gazette")
    host = [told(f"a{n}", who("Chris Quillby", pronouns=("he",)), paper) for n in range(2)]
    assert len(resolve([*host, told("b", who("Christine Quillby"), paper)]).entities) == 3


def test_who_is_once_called_by_a_mock_name_is_known_by_the_other() -> None:
    known, mocked = told("a", who("Hillary Clinton")), told("b", who("Hillary Rotten Clinton", "Hillary Clinton"))
    assert len(resolve([known, mocked]).entities) == 1


def test_a_bare_name_means_nobody_who_is_named_a_year_later_only() -> None:
    corpus = [told(f"f{n}", who("Wendy Fairweather"), org("Harlow Gazette")) for n in range(4)]
    bare = told("x", who("Fairweather"), org("Harlow Gazette"))
    days = {extraction.article_id: "2018-03-01" for extraction in corpus}
    for day, joined in (("2017-06-01", True), ("2012-06-01", False), ("", True)):
        names = entity_names(resolve([*corpus, bare], days=days | {bare.article_id: day}))
        assert ("Fairweather" not in names) is joined


def test_mr_albright_is_not_madeleine() -> None:
    corpus = [told(f"f{n}", who("Wendy Fairweather", pronouns=("she",)), org("Harlow Gazette")) for n in range(4)]
    bare = told("x", who("Fairweather"), org("Harlow Gazette"))
    assert "Fairweather" not in entity_names(resolve([*corpus, bare]))
    called_mr = replace(bare, chains=tuple(replace(chain, sex="m") for chain in bare.chains))
    assert "Fairweather" in entity_names(resolve([*corpus, called_mr]))


def test_of_two_known_people_of_one_name_the_one_with_that_post() -> None:
    articles = [
        told("a", who("John Kennedy", title="Sen."), org("Harlow Gazette")),
        told("b", who("John Kennedy", title="President"), org("Harlow Gazette")),
        told("c", who("John F. Kennedy"), org("Harlow Gazette")),
    ]
    assert entity_names(resolve(articles)) == ["Harlow Gazette", "John F. Kennedy", "John Kennedy"]


@pytest.mark.parametrize(
    ("long", "joined"), [("Barack Obama administration", True), ("Hillary Obama administration", False)]
)
def test_an_administration_is_led_by_somebody_who_led_one(long: str, *, joined: bool) -> None:
    articles = [told("a", org("Obama administration")), told("b", org(long))]
    assert len(resolve(articles).entities) == 2 - joined


@pytest.mark.parametrize("name", ["House Speaker John Boehner", "Homeland Security John Boehner", "UN John Boehner"])
def test_a_person_read_together_with_his_post_or_body_is_the_person(name: str) -> None:
    assert entity_names(resolve([told("a", who("John Boehner")), told("b", org(name))])) == ["John Boehner"]


def test_a_town_of_a_countrys_name_is_no_country() -> None:
    town = told("a", place("Lebanon", type="Country"), place("Ohio"))
    assert entity_names(resolve([town, told("b", place("Lebanon", type="Country"))])) == ["Lebanon", "Lebanon", "Ohio"]


def test_an_acronym_that_a_law_has_too_is_nobodys_elsewhere() -> None:
    association, act = org("Harlow Water Carriers Association"), who("Harlow Water Control Act", type="Law")
    corpus = [told("a", association), told("b", association), told("c", org("HWCA"))]
    assert len(resolve(corpus).entities) == 2
    assert len(resolve([*corpus, told("d", act)]).entities) == 3
    spelled_out = told("e", act, org("HWCA"))
    assert len(resolve([*corpus, spelled_out]).entities) == 3


def test_a_son_is_called_by_his_given_name() -> None:
    corpus = [told(f"f{n}", who("Mitch McConnell", "McConnell")) for n in range(6)]
    assert len(resolve([*corpus, told("x", who("McConnell"))]).entities) == 1
    assert len(resolve([*corpus, told("x", who("McConnell", title="son"))]).entities) == 2


def test_a_body_taken_for_a_person_is_the_body_where_nobody_is_so_called() -> None:
    assert len(resolve([told("a", org("al-Qaeda")), told("b", who("Al-Qaida"))]).entities) == 1
    assert len(resolve([told("a", org("Ford")), told("b", who("Ford"))]).entities) == 2


def test_a_spelling_of_one_known_family_is_not_anothers() -> None:
    articles = [told("a", who("Nouri al-Maliki", "al-Maliki")), told("b", who("Malki"))]
    assert len(resolve(articles).entities) == 2


def test_a_cut_administration_is_the_administration() -> None:
    assert len(resolve([told("a", org("Obama Admin")), told("b", org("Obama administration"))]).entities) == 1


@pytest.mark.parametrize(
    ("cut", "state"),
    [("-S.C.", "South Carolina"), ("-LA", "Louisiana"), ("-GA", "Georgia"), ("-Vt", "Vermont"), ("Vt", "Vermont")],
)
def test_the_state_behind_a_party_is_the_state(cut: str, state: str) -> None:
    cities = [place(city) for city in ("Charlotte", "Atlanta")]
    kind = "Organization" if cut.startswith("-") else "Place"
    articles = [told("a", place(state), *cities), told("b", who(cut, type=kind), *cities)]
    assert entity_names(resolve(articles)) == sorted([*(city.names[0] for city in cities), state])


@pytest.mark.parametrize(("code", "state"), [("MD", "Maryland"), ("CA", "California"), ("VT", "Vermont")])
def test_a_region_by_two_letters_is_the_state(code: str, state: str) -> None:
    assert entity_names(resolve([told("a", place(state)), told("b", who(code, type="Region"))])) == [state]


def test_words_that_names_were_cut_from_are_no_names() -> None:
    assert len(resolve([told("a", org("Cloture")), told("b", org("Cloture"))]).entities) == 2


def test_a_captain_and_a_senator_in_one_company_are_two() -> None:
    state = org("Harlow Gazette"), place("Quillham")
    corpus = [told(f"s{n}", who("Ron Johnson", title="Sen."), *state) for n in range(4)]
    captain = told("c", who("Ron Johnson", title="Capt."), *state)
    assert entity_names(resolve([*corpus, captain])).count("Ron Johnson") == 2
    assert entity_names(resolve([*corpus, told("m", who("Ron Johnson"), *state)])).count("Ron Johnson") == 1


def test_whoever_is_called_he_is_no_body_of_his_name() -> None:
    outlet = told("a", who("PolitiFact", type="NewsOutlet"))
    assert len(resolve([outlet, told("b", who("PolitiFact"))]).entities) == 1
    assert len(resolve([outlet, told("b", who("PolitiFact", pronouns=("himself",)))]).entities) == 2


def test_a_name_that_is_a_companys_too_is_nobodys_by_itself() -> None:
    corpus = [told(f"f{n}", who("Kirstjen Nielsen", "Nielsen"), org("Harlow Gazette")) for n in range(6)]
    assert len(resolve([*corpus, told("x", who("Nielsen"), org("Harlow Gazette"))]).entities) == 3
    assert len(resolve([*corpus, told("x", who("Nielsen", pronouns=("she",)), org("Harlow Gazette"))]).entities) == 2


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Obama Justice Department", "Justice Department"),
        ("U.S. Tea Party", "Tea Party"),
        ("Trump White House", "White House"),
    ],
)
def test_a_body_under_a_president_is_that_body(long: str, short: str) -> None:
    assert len(resolve([told("a", org(long)), told("b", org(short))]).entities) == 1


def test_who_holds_another_post_is_no_slip() -> None:
    senators = [told(f"s{n}", who("Wendy Fairweather", title="Senator"), org("Harlow Gazette")) for n in range(30)]
    slip = told("x", who("Wedny Fairweather", title="Senator"), org("Harlow Gazette"))
    other = told("x", who("Wedny Fairweather", title="detective"), org("Harlow Gazette"))
    assert entity_names(resolve([*senators, slip])) == ["Harlow Gazette", "Wendy Fairweather"]
    assert "Wedny Fairweather" in entity_names(resolve([*senators, other]))


def test_a_given_name_of_a_family_in_the_article_is_no_family_name() -> None:
    hunters = [told(f"h{n}", who("Duncan Fairweather", "Fairweather"), org("Harlow Gazette")) for n in range(4)]
    named = told("n", who("Fairweather Lindqvist"), who("Olof Lindqvist"))
    alone = told("x", who("Fairweather"), who("Olof Lindqvist"), org("Harlow Gazette"))
    assert entity_names(resolve([*hunters, named, alone])).count("Fairweather") == 1


def test_a_family_name_beside_a_junior_is_nobody_elses() -> None:
    corpus = [told(f"f{n}", who("Wendy Fairweather", "Fairweather"), org("Harlow Gazette")) for n in range(30)]
    alone = told("x", who("Fairweather"), org("Harlow Gazette"))
    beside = told("x", who("Fairweather"), who("Peter Fairweather Jr."), org("Harlow Gazette"))
    assert "Fairweather" not in entity_names(resolve([*corpus, alone]))
    assert "Fairweather" in entity_names(resolve([*corpus, beside]))


def test_a_town_in_the_article_is_no_family_name() -> None:
    corpus = [told(f"f{n}", who("Wendy Fairweather", "Fairweather"), org("Harlow Gazette")) for n in range(30)]
    town = told("x", who("Fairweather"), place("Fairweather, N.C."), org("Harlow Gazette"))
    assert "Fairweather" in entity_names(resolve([*corpus, town]))


def test_who_is_called_somebodys_son_behind_the_name_goes_by_a_given_name() -> None:
    corpus = [told(f"f{n}", who("Fairweather Holm"), org("Harlow Gazette")) for n in range(4)]
    assert "Fairweather" not in entity_names(resolve([*corpus, told("x", who("Fairweather"), org("Harlow Gazette"))]))
    son = told("x", who("Fairweather", nouns=("teenage son",)), org("Harlow Gazette"))
    assert "Fairweather" in entity_names(resolve([*corpus, son]))


def test_an_acronym_is_the_body_that_the_article_names_in_full() -> None:
    agency = told("a", org("Agence France-Presse"), org("AFP", type="NewsOutlet"))
    group = told("b", org("Americans for Prosperity"), org("AFP", type="NewsOutlet"))
    found = {entity.name: entity for entity in resolve([agency, group]).entities}
    assert "AFP" in found["Americans for Prosperity"].aliases
    assert found["Americans for Prosperity"].type is EntityType.ORGANIZATION


def test_a_joke_on_a_famous_acronym_is_not_the_body() -> None:
    jest = told("a", org("Federal Bureau of Immunity"), org("FBI"))
    plain = told("b", org("FBI"))
    assert entity_names(resolve([jest, plain])) == ["FBI", "Federal Bureau of Immunity"]


def test_a_lawmaker_is_no_director_of_an_institute() -> None:
    lawmaker = told("a", who("Steve Cohen", title="Rep."))
    director = told("b", who("Steve Cohen", post="director", body="Earth Institute"))
    bare = told("c", who("Steve Cohen"))
    assert entity_names(resolve([lawmaker, bare])).count("Steve Cohen") == 1
    assert entity_names(resolve([lawmaker, director, bare])).count("Steve Cohen") == 2


@pytest.mark.parametrize(("beside", "type_"), [("Ukraine", "Country"), ("Alabama", "Region")])
def test_a_country_that_is_a_state_elsewhere(beside: str, type_: str) -> None:
    states = [told(f"s{n}", place("Georgia"), place("Atlanta")) for n in range(4)]
    found = resolve([*states, told("x", place("Georgia"), place(beside, type=type_))])
    assert entity_names(found).count("Georgia") == 1 + (beside == "Ukraine")
