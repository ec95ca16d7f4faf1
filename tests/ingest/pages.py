"""Pages written for these tests: a made-up harbour town, its made-up papers and people."""

from __future__ import annotations

PARAGRAPHS = (
    (
        "The harbour board of Port Ellery voted on Tuesday to close the old ferry terminal, after "
        "engineers found cracks in three of the piers that hold up its roof, according to a report that "
        "the board published in the evening."
    ),
    (
        'Board chair Marta Quill said the decision was "painful but plainly needed" and promised that '
        "ferries to the islands would leave from the fish market until a new terminal is built on the "
        "eastern quay."
    ),
    (
        "The report estimates that repairs would have cost four times as much as a new building, and it "
        "blames decades of deferred maintenance under several boards for the state of the piers."
    ),
    (
        "Fishermen who sell at the market said they had not been asked, and a spokesman for their union "
        "denied that any agreement on the use of the quay had been reached with the board."
    ),
)
STORY = "\n\n".join(PARAGRAPHS)

# A page as browsers copy it: everything around the story is on it, and the teasers twice.
TEASERS = """Lighthouse keeper retires after forty years on the rock

He says he will miss the gulls.

Council bans drones over the beach

The ban begins in June.

Mayor Otis Brandt met the owner of the cannery. Then the cannery got its permit.

Otis Brandt said this week that the cannery had waited long enough."""
PAGE = f"""Harbour board closes the old ferry terminal

Harbour board closes the old ferry terminal
Source: Getty Images
Source: Getty Images

{PARAGRAPHS[0]}

{PARAGRAPHS[1]}

Engineer Paula Voss reportedly warned of the cracks in a letter to the board two years ago.
Source:\N{NO-BREAK SPACE}
Anders Holt/AP

{PARAGRAPHS[2]}

{PARAGRAPHS[3]}

How likely are you to make Tideline your go-to news source?

Nora B. Finch

Nora B. Finch, née Adair, is a senior writer for Tideline covering the coast. Email: nora@tideline.example

MORE FROM

{TEASERS}

{TEASERS}
"""

HTML = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Harbour board closes the old ferry terminal | Tideline</title>
<meta property="og:title" content="Harbour board closes the old ferry terminal">
<meta property="og:site_name" content="Tideline"><meta name="author" content="Nora B. Finch">
<meta property="article:published_time" content="2017-05-30T09:00:00Z">
<link rel="canonical" href="https://tideline.example/2017/terminal?utm_source=feed"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article>
<h1>Harbour board closes the old ferry terminal</h1>
{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}
</article><footer><p>All rights reserved.</p></footer></body></html>"""

GERMAN = (
    "Der Hafenrat hat am Dienstag beschlossen, das alte Fährterminal zu schließen, nachdem Fachleute Risse "
    "in drei "
    "Pfeilern gefunden hatten. Die Fähren zu den Inseln legen nun am Fischmarkt ab, bis ein neues Gebäude am "
    "östlichen Kai steht."
)
