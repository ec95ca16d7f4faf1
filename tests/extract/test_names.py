"""Names: the traps of a story in which towers, hotels and campaigns bear a person's name."""

from __future__ import annotations

import pytest

from tests.extract.reading import Extract

pytestmark = pytest.mark.model

# Names the man in full, so that a bare «Trump» can be he.
TRUMP = "Donald Trump flew home on Sunday. "

TYPES = [
    ("Reporters waited at Trump Tower in Manhattan.", {"Trump Tower": "Facility", "Manhattan": "Place"}),
    ("The Trump Organization sold the building.", {"Trump Organization": "Company"}),
    ("Guests at the Trump International Hotel complained.", {"Trump International Hotel": "Facility"}),
    (
        "The Trump campaign hired Corey Lewandowski.",
        {"Trump campaign": "Organization", "Corey Lewandowski": "Person"},
    ),
    (
        "Kessler founded Unity & Security For America last year.",
        {"Kessler": "Person", "Unity & Security For America": "Organization"},
    ),
    (
        "Jonas Lund, a University of Toronto student, moved to Toronto.",
        {"Jonas Lund": "Person", "University of Toronto": "Organization", "Toronto": "City"},
    ),
    ("Ana Petrov has founded a PAC to help her friends.", {"Ana Petrov": "Person"}),
    (
        "Ana Petrov, a spokeswoman for the U.S. Office of the Special Counsel, declined to comment.",
        {"Ana Petrov": "Person", "U.S. Office of the Special Counsel": "Organization"},
    ),
    ("Ships crossed the Gulf of Kessel at night.", {"Gulf of Kessel": "Place"}),
    ("Ana Petrov told Fox News Sunday night.", {"Ana Petrov": "Person", "Fox News": "NewsOutlet"}),
    ("Ana Petrov wrote of IRA contributions and the Cadillac tax.", {"Ana Petrov": "Person"}),
    (
        "Don Guardian is a mayor. Guardian told the Guardian so.",
        {"Don Guardian": "Person", "Guardian": "NewsOutlet"},
    ),
    ("Ana Petrov, a New Yorker, read the New Yorker.", {"Ana Petrov": "Person", "New Yorker": "NewsOutlet"}),
    ("The spread was 10 BP, Ana Petrov said.", {"Ana Petrov": "Person"}),
    ("Rain will be scarce in the northern Amazon, Ana Petrov said.", {"Ana Petrov": "Person"}),
    (
        "Ana Petrov wrote music for the television show \u201cNashville.\u201d",
        {"Ana Petrov": "Person", "Nashville": "Work"},
    ),
    ("The note, in English and Chinese, was for Ana Petrov, who cannot speak Chinese.", {"Ana Petrov": "Person"}),
    ("The Senate Democratic leader praised Ana Petrov.", {"Senate": "GovernmentBody", "Ana Petrov": "Person"}),
    ("When you hear “Paris,” you hear Ana Petrov, who lives in Rome.", {"Ana Petrov": "Person", "Rome": "City"}),
    (
        "Ana Petrov sings with Michael McDonald. Ana Petrov liked McDonald's cameo.",
        {"Ana Petrov": "Person", "Michael McDonald": "Person"},
    ),
    (
        "Ana Petrov moved to North Manchester, Indiana.",
        {"Ana Petrov": "Person", "North Manchester": "Place", "Indiana": "Region"},
    ),
    ("The crash was on Illinois Route 29, Ana Petrov said.", {"Ana Petrov": "Person"}),
    ("The yard cost 942 million pesos (US$801 million), Ana Petrov said.", {"Ana Petrov": "Person"}),
    ("Ana Petrov praised the Dayton peace accords in Ohio.", {"Ana Petrov": "Person", "Ohio": "Region"}),
    ("Ana Petrov bought ads on Spanish-language television and a German translation.", {"Ana Petrov": "Person"}),
    (
        "Ana Petrov said that her firm, Petrov Lund Orlov L.L.P., wrote the letter.",
        {"Ana Petrov": "Person", "Petrov Lund Orlov L.L.P.": "Company"},
    ),
    (
        'Ana Petrov told viewers on CNN\'s "Jonas Lund 360" that she was tired.',
        {"Ana Petrov": "Person", "CNN": "NewsOutlet", "Jonas Lund 360": "Work"},
    ),
    (
        'Ana Petrov told viewers of CNN\'s "Lund" that she was tired. It was the BBC\'s "Orwellian" answer.',
        {"Ana Petrov": "Person", "CNN": "NewsOutlet", "Lund": "Work", "BBC": "NewsOutlet"},
    ),
    (
        'Ana Petrov said on "Your Evening with Jonas Lund" that she was tired.',
        {"Ana Petrov": "Person", "Your Evening with Jonas Lund": "Work"},
    ),
    ('Ana Petrov worked for years on "Jonas Lund" and his fleet.', {"Ana Petrov": "Person", "Jonas Lund": "Person"}),
    ("Petrov said that Lund v. Orlov was decided wrongly.", {"Petrov": "Person", "Lund v. Orlov": "Law"}),
    (
        "Matt House said on Sunday that the bill could pass in the House. House wrote the bill.",
        {"Matt House": "Person"},
    ),
    ("The Obama administration closed the building.", {"Obama administration": "GovernmentBody"}),
    ("The Kushner family sold the tower.", {"Kushner family": "Organization"}),
    ("The Clinton Foundation published its books.", {"Clinton Foundation": "Organization"}),
    ("The Bush White House sent a memo.", {"Bush White House": "GovernmentBody"}),
    (
        "The FBI's agents and the CIA's analysts shared the file.",
        {"FBI": "GovernmentBody", "CIA": "GovernmentBody"},
    ),
    ("The Washington Post's report was long.", {"Washington Post": "NewsOutlet"}),
    ("The U.S. sent ships to Japan.", {"United States": "Country", "Japan": "Country"}),
    ("The US and the U.K. signed the paper.", {"United States": "Country", "United Kingdom": "Country"}),
    ("Russian officials praised the plan.", {"Russia": "Country"}),
    (
        "South Korean officials met North Korean officials.",
        {"South Korea": "Country", "North Korea": "Country"},
    ),
    ("Many Russians watched the speech.", {"Russians": "Group"}),
    ("Republicans and Democrats voted.", {"Republicans": "Group", "Democrats": "Group"}),
    ("A Republican from Ohio left the room.", {"Ohio": "Region"}),
    ("He is a Republican and she is a Democrat.", {}),
    (
        "The New Hampshire GOP chose a new chairwoman, and the GOP applauded.",
        {"New Hampshire GOP": "PoliticalParty", "GOP": "PoliticalParty"},
    ),
    ("USA Today reported it.", {"USA Today": "NewsOutlet"}),
    (
        "Florida Gov. Rick Scott met Georgia Rep. Tom Price.",
        {"Florida": "Region", "Rick Scott": "Person", "Georgia": "Region", "Tom Price": "Person"},
    ),
    (
        "Dianne Feinstein, D-Calif., wept.",
        {"Dianne Feinstein": "Person", "Democratic Party": "PoliticalParty", "Calif.": "Region"},
    ),
    (
        "Ana Lund (D-New York) wept.",
        {"Ana Lund": "Person", "Democratic Party": "PoliticalParty", "New York": "Region"},
    ),
    ("The court cited McDonald v. City of Chicago.", {"McDonald v. City of Chicago": "Law"}),
    ("The court cited District of Columbia v. Heller.", {"District of Columbia v. Heller": "Law"}),
    (
        "Many stood before the Jonas F. Berg U.S. Courthouse.",
        {"Jonas F. Berg U.S. Courthouse": "Facility"},
    ),
    (
        "At the 1996 State of the Union, Bill Clinton wept.",
        {"1996 State of the Union": "Event", "Bill Clinton": "Person"},
    ),
    ("Since Heller and McDonald, the Court has been silent.", {}),
    ("The Roman Empire fell, and there are two Americas.", {"Roman Empire": "Place"}),
    ("President-Elect Trump spoke on Monday.", {"Trump": "Person"}),
    ("House Majority Whip Steve Scalise wept.", {"Steve Scalise": "Person"}),
    (
        "Democratic Senatorial Campaign Committee Chairman Jon Tester wept.",
        {"Democratic Senatorial Campaign Committee": "Organization", "Jon Tester": "Person"},
    ),
    ("DNC member Donna Brazile wept.", {"DNC": "Organization", "Donna Brazile": "Person"}),
]


TOLD_BY_WHAT_IS_BESIDE = [
    ("Mr. Aden said that clinics would close.", {"Aden": "Person"}),
    ("The ship left for Aden.", {"Aden": "City"}),
    ("A firefighter told ABC 15 about the blaze.", {"ABC 15": "NewsOutlet"}),
    ("A firefighter told ABC 15 times.", {"ABC": "NewsOutlet"}),
    ("The plane left at 7:09 p.m. CT on Tuesday.", {}),
    ("The president brought the Mexico City policy back.", {"Mexico City policy": "Law"}),
    ("Voters turned against the Lib Dems.", {"Lib Dems": "PoliticalParty"}),
    ("Aid reached sub-Saharan Africa.", {"sub-Saharan Africa": "Place"}),
    ("The Obama Admin. announced a deal.", {"Obama Admin": "GovernmentBody"}),
    ("Nobody wants a World War III.", {"World War III": "Event"}),
    ("She ran for the state Senate.", {}),
    ("She ran for the Senate.", {"Senate": "GovernmentBody"}),
    ("The Pakistani Taliban fled.", {"Pakistani Taliban": "ArmedGroup"}),
    ("He left the Paris climate accord.", {"Paris climate accord": "Law"}),
    ("Prices would fall in a Clinton administration.", {}),
    ("She won Chester, Bucks and Montgomery counties.", {}),
    ("They live in the counties of Chester, Bucks or Montgomery.", {}),
    ("Soldiers landed on Utah and Omaha beaches.", {}),
    ("The SEC primary is in March, and the SEC sued a bank.", {"SEC": "GovernmentBody"}),
    ("The chairmen of the Armed Services committees met.", {}),
    ("She studied at the University at Buffalo.", {"University at Buffalo": "Organization"}),
    ("It shows his wife, Huma Abedin, and son, Jordan.", {"Huma Abedin": "Person", "Jordan": "Person"}),
    ("Wendy Lund is from Louisville, Colorado.", {"Wendy Lund": "Person", "Louisville": "City", "Colorado": "Region"}),
    (
        "In fact Presidents Clinton, Carter and Truman passed laws.",
        {"Clinton": "Person", "Carter": "Person", "Truman": "Person"},
    ),
    ("They met at the Iowa State Fair.", {}),
    ("She asked under the state's Freedom of Information Act.", {}),
    ("He fought the Civil Rights Act of 1957.", {"Civil Rights Act of 1957": "Law"}),
    ("She was on The Alex Jones Show.", {"Alex Jones Show": "Work"}),
    ("They watched the movie Manhattan again.", {"Manhattan": "Work"}),
    ("He insulted Islam on Election Day.", {"Islam": "Group"}),
    ("Ecuadorean officials met Mongolians.", {"Ecuador": "Country", "Mongolians": "Group"}),
    ("The U.S.-Mexico border was closed.", {"United States": "Country", "Mexico": "Country"}),
    (
        "She told the EPA's Office of the Inspector General that it failed.",
        {"EPA": "GovernmentBody", "Office of the Inspector General": "GovernmentBody"},
    ),
    ("In the film Tom Hanks plays a captain.", {"Tom Hanks": "Person"}),
    ("It landed at Harlow International Airport.", {"Harlow International Airport": "Facility"}),
    ("The Amazon rainforest burns.", {}),
    ("Poll: Rick Perry Perry 12 percent.", {"Rick Perry": "Person"}),
    ("It is warm in the Northern Hemisphere.", {"Northern Hemisphere": "Place"}),
    ("She is attorney for the Eastern District of New York.", {"Eastern District of New York": "GovernmentBody"}),
    ("The 1968 Democratic Convention was wild.", {"1968 Democratic Convention": "Event"}),
    ("He teaches at UC Berkeley.", {"UC Berkeley": "Organization"}),
    ("He is at the University of California, Irvine.", {"University of California, Irvine": "Organization"}),
    ("They frack in the Amazon.", {}),
    ("Ohio's Capitol was built late.", {"Ohio": "Region"}),
    ("The Duke of Edinburgh left.", {}),
    ("The March primaries are near.", {}),
    ("Iran's Navy taunted the ships.", {"Iran": "Country"}),
    ("The Brazilian Congress met.", {"Brazil": "Country"}),
    ("He came to Denmark, a small town where the water is bad.", {}),
    ("She met a Marine at the Mass on Sunday.", {}),
    ("Republicans for Immigration Reform met.", {"Republicans for Immigration Reform": "Organization"}),
    ("The case is King v. Burwell.", {"King v. Burwell": "Law"}),
    ("The Miami-Dade commission met.", {"Miami-Dade commission": "Organization"}),
    ('Earvin "Magic" Johnson laughed.', {'Earvin "Magic" Johnson': "Person"}),
    ("Mayor Anthony “The Boat” Lindqvist laughed.", {'Anthony "The Boat" Lindqvist': "Person"}),
    ("She works at the Children's Hospital of Ellery.", {"Children's Hospital of Ellery": "Organization"}),
    ("The Democratic Socialists of America met.", {"Democratic Socialists of America": "Organization"}),
    ('Ana wrote: "RT @cole We won." He wrote: RT if you like it.', {"Ana": "Person"}),
    (
        "The League of Women Voters of Florida sued.",
        {"League of Women Voters of Florida": "Organization"},
    ),
    ("She hired the law firm Katz, Marshall & Banks.", {"Marshall & Banks": "Organization"}),
    ("They met neo-Nazis.", {}),
    ("Ukraine's Security Council met.", {"Ukraine": "Country"}),
    ("The ACLU of Ohio sued.", {"ACLU of Ohio": "Organization"}),
    ("She leads Fortune 500 companies.", {}),
    ("He said that Intel agencies had read it.", {}),
    ("It was seen in CCTV footage of the port.", {}),
    ("He flew to the Moon in May.", {}),
    ("They spoke of the case, which was heard in Spanish (and in English).", {}),
    ("She greeted them in six languages, such as Korean, Chinese and Thai.", {}),
    ("The site has Spanish instructions.", {}),
    ("Ana Lund praised the Spanish team.", {"Ana Lund": "Person", "Spain": "Country"}),
    ("Another moderate New Yorker ran in May.", {}),
    ("It came weeks after the New Yorker clinched the prize.", {}),
    ("It came weeks after the New Yorker published the story.", {"New Yorker": "NewsOutlet"}),
    ("Some fear a second Clinton administration.", {}),
    ("South Korea's Joint Chiefs of Staff agreed.", {"South Korea": "Country"}),
    ("She spoke for the state Department of Transportation.", {}),
    ("She spoke for Pennsylvania's Department of State.", {"Pennsylvania": "Region"}),
    ("In the state capitol, the Senate Finance Committee met.", {}),
    ("She sits in Ohio's House Republican caucus.", {"Ohio": "Region"}),
    ("It flew like Malaysia Flight 370.", {}),
    ("The prosecutor in St. Louis county objected.", {}),
    ("There are four counties: Bucks, Chester, Delaware and Montgomery.", {}),
    ("It was the stuff of Greek tragedy.", {}),
    ("They held him in North Vietnam.", {"North Vietnam": "Place"}),
    ("He came from Washington state.", {"Washington state": "Place"}),
    ("He teaches at the American University in Cairo.", {"American University in Cairo": "Organization"}),
    ("She stayed at the Harlow Hotel and Tower.", {"Harlow Hotel and Tower": "Facility"}),
    ("The Dallas Fed disagreed.", {"Dallas Fed": "GovernmentBody"}),
    ("Critics of the Citizens United decision met.", {}),
    ("He lives in Moscow, another rural community in the hills.", {}),
    # What the article says elsewhere tells what a name means.
    ("The Citizens United ruling stands. The senator wants to reverse Citizens United.", {}),
    ("The decision on Citizens United stands. The senator wants to reverse Citizens United.", {}),
    ("The S&P closed at 1,893.", {}),
    (
        "Disney will merge with Twenty-First Century Fox.",
        {"Disney": "Organization", "Twenty-First Century Fox": "Company"},
    ),
    (
        "North Dakota Democratic Party Chairwoman Ana Lund spoke.",
        {"North Dakota Democratic Party": "PoliticalParty", "Ana Lund": "Person"},
    ),
    ("The agency S&P lowered its rating.", {"S&P": "Company"}),
    ("They sailed from the Florida Keys to Cuba.", {"Florida Keys": "Place", "Cuba": "Country"}),
    ("Schools offer Advanced Placement courses. Few students have AP there.", {}),
    ("The Dow Jones index rose. By noon Dow had lost it all.", {}),
    ("She spoke at the DNC on Monday.", {}),
    ("Hackers broke into the DNC on Monday.", {"DNC": "Organization"}),
    ("The DNC's Tuesday agenda was full.", {}),
    ('Ana Lund told CNN\'s "State of the Union" that it was so.', {"Ana Lund": "Person", "CNN": "NewsOutlet"}),
    ("Lawmakers in the Texas Senate voted. Senate Democrats objected.", {"Texas Senate": "GovernmentBody"}),
    (
        "Lawmakers in the Texas Senate voted. Congress waits for Senate Democrats.",
        {"Texas Senate": "GovernmentBody", "Congress": "GovernmentBody", "Senate Democrats": "Organization"},
    ),
    ("Ana Lund chairs the state House Judiciary Committee.", {"Ana Lund": "Person"}),
    ("He dislikes Brussels sprouts.", {}),
    ("He talked about a Trump Tower in Baku.", {"Baku": "City"}),
    ("They met at Trump Tower in December.", {"Trump Tower": "Facility"}),
    ("They met in Georgia's Capitol.", {"Georgia": "Place"}),
    ("The rebels of Northern Ireland met.", {"Northern Ireland": "Place"}),
    ("She worked in the Bush 41 White House.", {"White House": "GovernmentBody"}),
    ("An American Indian artist spoke in Oslo.", {"United States": "Country", "Oslo": "City"}),
    ("The call ended at 9:00 p.m. Pacific.", {}),
    ("She rose like a Phoenix from the ashes.", {}),
    ("A Phoenix lawyer left Phoenix.", {"Phoenix": "City"}),
    ("They dream of a reunified Korea.", {}),
    ("New England wide receiver Erik Lund fell.", {"New England": "SportsTeam", "Erik Lund": "Person"}),
    ("He asked Rear Adm. John Kirby.", {"John Kirby": "Person"}),
    ("The talks with REDACTED went on.", {}),
    ("Shops close at Christmas, and on New Year’s Eve.", {}),
    ("Ana Petrov caught Ebola, and told a TV host so.", {"Ana Petrov": "Person"}),
    ("Ana Petrov fought Trumpism for years.", {"Ana Petrov": "Person"}),
    ("Ana Petrov, a DUI lawyer, works for Western Union.", {"Ana Petrov": "Person", "Western Union": "Organization"}),
    ("Western leaders left on Air Force One.", {"Air Force One": "Product"}),
    ("They met Todd Park at Griffith Park.", {"Todd Park": "Person", "Griffith Park": "Facility"}),
    ("Skeptics say it failed. Strategists agree.", {}),
    ("Bill Clinton left. The Clintons own it.", {"Bill Clinton": "Person", "Clintons": "Group"}),
    (
        "Saudi Crown Prince Mohammed bin Salman met Khalid bin Ali al Hamad in the Roosevelt Room.",
        {
            "Saudi Arabia": "Country",
            "Mohammed bin Salman": "Person",
            "Khalid bin Ali al Hamad": "Person",
            "Roosevelt Room": "Facility",
        },
    ),
    ("Two men spoke. One claimed that the Internet was down.", {}),
    (
        "The chairman of Ways and Means spoke on Super Tuesday.",
        {"Ways and Means": "GovernmentBody", "Super Tuesday": "Event"},
    ),
    ("Shots fell at Sandy Hook, and in Aurora, Wis.", {"Sandy Hook": "Place", "Aurora": "Place", "Wis.": "Place"}),
    ("Judges upheld Roe v. Wade. Few had read Roe at all.", {"Roe v. Wade": "Law", "Roe": "Law"}),
    ("The Nation of Islam met.", {"Nation of Islam": "Organization"}),
    ("The Iran-Iraq War was long.", {"Iran-Iraq War": "Event"}),
    ("Adam Cole said in an Atlantic article that it was so.", {"Adam Cole": "Person"}),
    ("Ellen Story voted no. Story highlights are below.", {"Ellen Story": "Person"}),
    (
        "He is dean of the School of Policy, Government, and International Affairs.",
        {"School of Policy, Government, and International Affairs": "Organization"},
    ),
    ("Dana White Friday confirmed it.", {"Dana White": "Person"}),
    ("Children with Down syndrome came to the Wells Fargo arena.", {"Wells Fargo arena": "Facility"}),
    ("He is a critic of the so-called Chevron doctrine.", {}),
    ("A SWAT team came on Sunday.", {}),
    ("It was held at Bank of America Stadium.", {"Bank of America Stadium": "Facility"}),
    ("The St. Louis Post-Dispatch reported it.", {"St. Louis Post-Dispatch": "NewsOutlet"}),
    ("The Standard & Poor's 500 fell.", {"Standard & Poor's 500": "Product"}),
    ("Standard & Poor's cut its rating.", {"Standard & Poor's": "Company"}),
    (
        "The National Association for Business Economics met.",
        {"National Association for Business Economics": "Organization"},
    ),
    ("Ana Cole is a professor of English at Yale.", {"Ana Cole": "Person", "Yale": "Organization"}),
    ("An Iowa State Trooper stopped the car of Ohio State.", {"Ohio State": "Organization"}),
    (
        "The USS Harry S. Truman left with Harry S. Truman.",
        {"USS Harry S. Truman": "Product", "Harry S. Truman": "Person"},
    ),
    ("Beside the USS Abraham Lincoln aircraft carrier, missiles were sent.", {"USS Abraham Lincoln": "Product"}),
    ("The Geneva Conventions forbid it in Geneva.", {"Geneva Conventions": "Law", "Geneva": "City"}),
    ("The Hudson and Harlem rivers meet.", {}),
    ("The Prince of Wales left.", {}),
    ("Wendy Lund writes at the Atlantic that it rose.", {"Wendy Lund": "Person"}),
    ('The candidate, James "Duke" Lund, left.', {"James": "Person", "Lund": "Person"}),
    ("Ann Lund (R–Jefferson) left.", {"Ann Lund": "Person", "Republican Party": "PoliticalParty"}),
    ("State Rep. Ann Lund left the floor of the House of Representatives.", {"Ann Lund": "Person"}),
    ("He praised former FBI Director Mueller.", {"FBI": "GovernmentBody", "Mueller": "Person"}),
    ("South Carolina Sen. Wendy Lund left.", {"South Carolina": "Region", "Wendy Lund": "Person"}),
    ("Voters in the Keystone state stayed at home.", {}),
    ("State Sen. Wendy Lund chairs the Senate Budget Committee.", {"Wendy Lund": "Person"}),
    (
        "Sen. Wendy Lund chairs the Senate Budget Committee.",
        {"Wendy Lund": "Person", "Senate Budget Committee": "GovernmentBody"},
    ),
    ("Al Qaeda in the Arabian Peninsula claimed the attack.", {"Al Qaeda in the Arabian Peninsula": "ArmedGroup"}),
    ("They pushed those on the Hill to vote, and The Hill reported it.", {"The Hill": "NewsOutlet"}),
    ("The Islamic Society of Milwaukee met.", {"Islamic Society of Milwaukee": "Organization"}),
    ("He gave the State of the Union address.", {"State of the Union address": "Event"}),
    ("Trump Victory raised money.", {}),
    ("Mr. Page spoke to the panel.", {"Page": "Person"}),
    ("They marched on Martin Luther King Jr. Day.", {"Martin Luther King Jr. Day": "Event"}),
    (
        "George Washington came from Virginia. Washington lies to the north.",
        {"George Washington": "Person", "Virginia": "Region", "Washington": "Place"},
    ),
    ("Syrian President Bashar al-Assad spoke.", {"Syria": "Country", "Bashar al-Assad": "Person"}),
    (
        "The Office of the Director of National Intelligence agreed.",
        {"Office of the Director of National Intelligence": "GovernmentBody"},
    ),
    ("Director of National Intelligence James Clapper agreed.", {"James Clapper": "Person"}),
    (
        "Department of Homeland Security Secretary Kirstjen Nielsen agreed.",
        {"Department of Homeland Security": "GovernmentBody", "Kirstjen Nielsen": "Person"},
    ),
    ("Iowa GOP Sen. Wendy Lund left.", {"Iowa": "Region", "GOP": "PoliticalParty", "Wendy Lund": "Person"}),
]


@pytest.mark.parametrize(("text", "names"), [*TYPES, *TOLD_BY_WHAT_IS_BESIDE])
def test_what_a_name_names(extract: Extract, text: str, names: dict[str, str]) -> None:
    assert extract(text).names() == names


INSIDE = [
    ("The Trump panel met for two hours.", {}),
    ("The Trump-era rules were dropped.", {}),
    ("Officials on the Trump transition rejected the plan.", {"Trump transition"}),
    ("Officials on the Trump transition team rejected the plan.", {"Trump transition team"}),
    ("The Trump campaign sold the bus.", {"Trump campaign"}),
    ("Guests at the Trump International Hotel and at Trump Tower sang.", {"Trump International Hotel", "Trump Tower"}),
    ("The Trump Organization sued.", {"Trump Organization"}),
]


@pytest.mark.parametrize(("text", "others"), INSIDE)
def test_a_name_inside_a_name_is_no_mention_of_the_person(extract: Extract, text: str, others: set[str]) -> None:
    reading = extract(TRUMP + text)
    assert set(reading.names()) == {"Donald Trump", *others}
    assert reading.surfaces("Donald Trump") == {"Donald Trump": 1}


BESIDE = [
    ("Guests at the Trump International Hotel saw Trump on the stairs of Trump Tower.", 1),
    ("Trump's son-in-law, Jared Kushner, flew to Baghdad.", 1),
    ("Trump praised the crowd, and Trump's lawyer, Marc Kasowitz, waved.", 2),
    ("Trump adviser Kellyanne Conway spoke.", 1),
    ("Mr. Trump waved.", 1),
]


@pytest.mark.parametrize(("text", "times"), BESIDE)
def test_a_bare_family_name_is_the_person(extract: Extract, text: str, times: int) -> None:
    assert extract(TRUMP + text).surfaces("Donald Trump") == {"Donald Trump": 1, "Trump": times}


TITLES = [
    ("President Donald J. Trump signed the bill.", "Donald J. Trump", "President"),
    ("EPA chief Scott Pruitt toured a mine.", "Scott Pruitt", "EPA chief"),
    ("Former FBI Director James Comey testified.", "James Comey", "Former FBI Director"),
    ("The former FBI director James Comey testified.", "James Comey", "former FBI director"),
    ("Senior White House adviser Jared Kushner waved.", "Jared Kushner", "Senior White House adviser"),
    ("Secretary of State Rex Tillerson flew to Moscow.", "Rex Tillerson", "Secretary of State"),
    ("Attorney General Jeff Sessions recused himself.", "Jeff Sessions", "Attorney General"),
    ("Deputy Attorney General Rod Rosenstein wrote a memo.", "Rod Rosenstein", "Deputy Attorney General"),
    ("House Speaker Paul Ryan spoke.", "Paul Ryan", "House Speaker"),
    ("Senate Majority Leader Mitch McConnell spoke.", "Mitch McConnell", "Senate Majority Leader"),
    ("Lt. Gen. Michael Flynn resigned.", "Michael Flynn", "Lt. Gen."),
    ("Sen. Marco Rubio of Florida spoke.", "Marco Rubio", "Sen."),
    ("Turkish President Recep Tayyip Erdogan spoke.", "Recep Tayyip Erdogan", "Turkish President"),
    ("Mr. Donald Trump spoke.", "Donald Trump", None),
    ("Jared Kushner spoke.", "Jared Kushner", None),
]


@pytest.mark.parametrize(("text", "name", "title"), TITLES)
def test_a_title_is_kept_off_the_name_but_kept(extract: Extract, text: str, name: str, title: str | None) -> None:
    reading = extract(text)
    assert reading.mention(name).title == title
    held = [(r.subject, r.object) for r in reading.relations("holdsPosition")]
    assert [subject for subject, _ in held] == ([name] if title else [])


FORMER = [
    ("Former FBI Director James Comey testified.", ("James Comey", "FBI Director", True)),
    ("Then-candidate Donald Trump promised a wall.", ("Donald Trump", "candidate", True)),
    ("Ousted FBI Director James Comey testified.", ("James Comey", "FBI Director", True)),
    ("Outgoing FBI Director James Comey testified.", ("James Comey", "FBI Director", False)),
    ("VP nominee Sen. Tim Kaine disagreed.", ("Tim Kaine", "Sen.", False)),
    ("He met his brother King Salman.", ("Salman", "King", False)),
    ("FBI Director Christopher Wray testified.", ("Christopher Wray", "FBI Director", False)),
    ("A public information officer Kathy Lund spoke.", ("Kathy Lund", "public information officer", False)),
    ("Tom Berg, the White House chief of staff, left.", ("Tom Berg", "White House chief of staff", False)),
    ("Tom Berg, the state's secretary of labor, left.", ("Tom Berg", "secretary of labor", False)),
    ("He met wealthy businessman and former state Rep. Mike Braun.", ("Mike Braun", "state Rep.", True)),
    ("The current FBI Director Christopher Wray testified.", ("Christopher Wray", "FBI Director", False)),
    ("It’s a state President Obama carried twice.", ("Obama", "President", False)),
    ("This is the same sort of counsel President Obama was hearing.", ("Obama", "President", False)),
    ("The mayor fired Police Chief Tom Berg.", ("Tom Berg", "Police Chief", True)),
    ("Recently retired World Bank President Tom Berg spoke.", ("Tom Berg", "World Bank President", True)),
    ("The retired general Tom Berg spoke.", ("Tom Berg", "retired general", False)),
    ("The now-fired FBI agent Tom Berg spoke.", ("Tom Berg", "FBI agent", True)),
    ("Police Chief Tom Berg was fired on Monday.", ("Tom Berg", "Police Chief", True)),
    ("Police Chief Tom Berg has resigned.", ("Tom Berg", "Police Chief", True)),
    ("Police Chief Tom Berg stepped down.", ("Tom Berg", "Police Chief", True)),
    ("The mayor has not fired Police Chief Tom Berg.", ("Tom Berg", "Police Chief", False)),
    ("The mayor may have fired Police Chief Tom Berg.", ("Tom Berg", "Police Chief", False)),
    ("Police Chief Tom Berg fired a deputy.", ("Tom Berg", "Police Chief", False)),
    ("Harlow Democrats Rep. Tom Berg spoke.", ("Tom Berg", "Rep.", False)),
    ("A first-term senator Tom Berg spoke.", ("Tom Berg", "senator", False)),
    ("The defender Rep. Tom Berg spoke.", ("Tom Berg", "Rep.", False)),
    ("The lobbyist Tom Berg resigned on Monday.", ("Tom Berg", "lobbyist", False)),
    ("“We were there,” said Tom Berg, the bank's counsel under George Bush.", ("Tom Berg", "counsel", True)),
]


@pytest.mark.parametrize(("text", "held"), FORMER)
def test_the_post_in_a_title_is_held_or_was(extract: Extract, text: str, held: tuple[str, str, bool]) -> None:
    assert [(r.subject, r.object, r.former) for r in extract(text).relations("holdsPosition")] == [held]


def test_a_title_of_two_posts_is_two(extract: Extract) -> None:
    held = extract("“They came,” said the mayor’s state chairman Rep. Ken Buck.").relations("holdsPosition")
    assert {(r.subject, r.object) for r in held} == {("Ken Buck", "state chairman"), ("Ken Buck", "Rep.")}
    assert len(extract("Lt. Gen. Michael Flynn resigned.").relations("holdsPosition")) == 1


def test_a_post_ahead_is_not_held(extract: Extract) -> None:
    assert extract("Likely future minority leader Chuck Schumer wept.").relations("holdsPosition") == []
    assert extract("Incoming House Democratic caucus chair Ana Lund spoke.").relations("holdsPosition") == []


def test_a_word_of_a_post_is_no_body(extract: Extract) -> None:
    assert "State" not in extract("Secretary of State Rex Tillerson flew to Moscow.").names()


def test_the_leader_of_a_party_in_the_senate_does_not_head_the_senate(extract: Extract) -> None:
    assert extract("Senate Majority Leader Mitch McConnell spoke.").triples("headOf") == set()


@pytest.mark.xfail(strict=True, reason="the tagger takes a lone family name for a body; nothing else names the man")
def test_the_panel_of_a_man_not_named_otherwise(extract: Extract) -> None:
    assert extract("The Trump panel met for two hours and heard nobody.").names() == {}


@pytest.mark.xfail(strict=True, reason="«A and B campaigns»: the second name is taken for the person")
def test_two_campaigns_that_share_a_noun(extract: Extract) -> None:
    reading = extract("Donald Trump met Hillary Clinton. The Trump and Clinton campaigns hired lawyers.")
    assert reading.surfaces("Hillary Clinton") == {"Hillary Clinton": 1}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He works for the Center for a New American Security.", "Center for a New American Security"),
        ("She has read the Center for Immigration Studies report.", "Center for Immigration Studies"),
        ("He runs the Institute for Policy Studies in Washington.", "Institute for Policy Studies"),
        ("The case, Elonis vs. U.S., could decide it.", "Elonis vs. U.S."),
        ("The hall of the University of Wisconsin, Milwaukee was full.", "University of Wisconsin, Milwaukee"),
        ("Judges of the 9th U.S. Circuit Court of Appeals met.", "9th U.S. Circuit Court of Appeals"),
        (
            "He sits on the U.S. Court of Appeals for the Ninth Circuit in Harlow.",
            "U.S. Court of Appeals for the Ninth Circuit",
        ),
        ("Anders Sutter is one. The first of them was O.E. Sutter of Harlow.", "O.E. Sutter"),
        ("It spoke of the Democratic People's Republic of Korea.", "Democratic People's Republic of Korea"),
        ("Comcast's proposed acquisition of Time Warner Cable comes now.", "Time Warner Cable"),
    ],
)
def test_a_name_is_read_to_its_end(extract: Extract, text: str, name: str) -> None:
    assert name in [mention.surface for mention in extract(text).extraction.mentions]


@pytest.mark.model
def test_a_contest_is_no_case(extract: Extract) -> None:
    reading = extract("It was Trump vs. Clinton on Monday. Donald Trump and Hillary Clinton debated.")
    assert {mention.surface for mention in reading.extraction.mentions} >= {"Trump", "Clinton"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("A Ted Cruz-Nikki Haley ticket would win.", {"Ted Cruz", "Nikki Haley"}),
        ("Anders Holm and Nils Dahl spoke. The Holm-Dahl contest goes on.", {"Anders Holm", "Nils Dahl"}),
        ("Anne-Marie Slaughter met Debbie Wasserman-Schultz.", {"Anne-Marie Slaughter", "Debbie Wasserman-Schultz"}),
    ],
)
def test_two_people_in_one_name_are_parted(extract: Extract, text: str, people: set[str]) -> None:
    assert {chain.name for chain in extract(text).extraction.chains if chain.type == "Person"} == people


def test_a_state_behind_a_party_is_a_state(extract: Extract) -> None:
    found = extract("Sen. Per Lund (D-Vt) and Sen. Ana Petrov (R-Texas) met.")
    names = found.names(besides=("PoliticalParty", "Position"))
    assert names == {"Per Lund": "Person", "Vt": "Region", "Ana Petrov": "Person", "Texas": "Region"}


def test_a_postal_code_behind_a_party_is_a_state(extract: Extract) -> None:
    found = extract("Ann Lund (R-CA) and Steny Lund (D-MD) objected, and so did Ben Cole, MD, of Boston.")
    assert found.names().get("MD") in ("Region", None)
    assert found.names()["CA"] == "Region"


def test_a_letter_that_begins_a_name_is_no_party(extract: Extract) -> None:
    assert "PoliticalParty" not in extract("Prompted by Ana Petrov, D-Link mended the routers.").names().values()
