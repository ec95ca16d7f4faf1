"""Sentences of our own, of every kind that the rules look for, to glue texts from."""

from __future__ import annotations

SENTENCES = (
    "President Donald J. Trump spoke at Trump Tower on Tuesday morning.",
    "Trump's son-in-law, Jared Kushner, flew to Baghdad.",
    "Donald Trump Jr. met a lawyer in June 2016, and Trump Jr. released the emails.",
    "Ivanka Trump stayed in Berlin.",
    "He left early, and she stayed with her husband.",
    "The president then praised him.",
    "“We never met anyone from that bank,” Jared Kushner said. “Nobody asked us to.”",
    '"He may be lying about the meeting," an aide said.',
    "CNN reported on Tuesday that two officials said the FBI was investigating Jared Kushner.",
    "White House spokesman Sean Spicer denied the report.",
    "According to the Washington Post, Michael Flynn will testify in July.",
    "Adam Schiff, the top Democrat on the House Intelligence Committee, asked whether Time Warner owns CNN.",
    "Christopher Wray heads the FBI, and former FBI Director James Comey wrote a book.",
    "The Environmental Protection Agency (EPA) closed a lab; EPA chief Scott Pruitt met Andrew Liveris.",
    "Russian officials and many Russians watched the speech in St. Petersburg.",
    "Michael Flynn resigned in February, and Donald Trump fired James Comey in May.",
    "The talks, Sean Spicer said, have failed.",
    "If Paul Manafort lied, Rick Gates would know it.",
    "Did Paul Manafort meet Sergey Kislyak?",
    "The so-called “travel ban” was blocked in Hawaii last week",
    "Theresa May may call a vote in May.",
    "U.S. sailors — some of them Poles — slept.",
    "“An unclosed quotation, Hillary Clinton said, goes on and on",
    "Société Générale lent £3m to Müller & Söhne AG…",
    "😀 🇺🇸 said Donald Trump",
    "MORE FROM the Northfield Courier",
    "WASHINGTON -- The Senate rejected the bill.",
)
GAPS = (" ", "  ", "\n", "\n\n", " \t", "\u00a0", "\r\n\r\n", "\u200b")
