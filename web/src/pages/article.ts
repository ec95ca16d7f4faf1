/** An article with its mentions and claims marked. */

import { type App, articleAddress, articleIri, entityAddress, type View } from "../app.js";
import type { Claim, Page } from "../data.js";
import { fillWith, h } from "../dom.js";
import { claim } from "../parts/evidence.js";
import { idOf, type Route } from "../route.js";
import { codePoints, counted, whereAndWhen } from "../words.js";

export function openArticle(app: App, route: Route): View {
  const element = h("main.article", {});
  const [begin, end] = (route.asked.at ?? "").split("-").map(Number);
  const span = begin !== undefined && end ? { begin, end } : null;
  void fillWith(element, page(app, articleIri(app, route.id), span)).then(() =>
    (element.querySelector("mark.sought") ?? element.querySelector("h1"))?.scrollIntoView({ block: "center" }),
  );
  return { title: "Article", element };
}

interface Span {
  begin: number;
  end: number;
}

async function page(app: App, iri: string, asked: Span | null): Promise<HTMLElement[]> {
  const found = await app.source.view<Page>("article", { article: iri });
  document.title = `${found.place.headline || idOf(iri)} · newsgraph`;
  const copies = found.copies.map(({ article, place }) =>
    h("li", {}, h("a", { href: articleAddress(article) }, place.headline || "article"), ` · ${whereAndWhen(place)}`),
  );
  return [
    h(
      "article.text",
      {},
      h("h1", {}, found.place.headline || "Without a headline"),
      h(
        "p.where",
        {},
        whereAndWhen(found.place),
        isWeb(found.url) && [" · ", h("a", { href: found.url, rel: "noreferrer noopener", target: "_blank" }, "where it was published")],
      ),
      ...(found.text ? paragraphs(found, asked) : [h("p.nothing", {}, "The text of the article is not in this file.")]),
    ),
    h(
      "aside.side",
      { "aria-label": "What was found" },
      copies.length > 0 && [h("h2", {}, `The same story in ${counted(copies.length, "more article")}`), h("ul.plain", {}, ...copies)],
      h("h2", {}, counted(found.claims.length, "claim")),
      ...found.claims.map((each) => inArticle(each, iri, found.text !== "")),
    ),
  ];
}

function isWeb(url: string): boolean {
  return /^https?:\/\//.test(url);
}

function inArticle(each: Claim, iri: string, inText: boolean): HTMLElement {
  const element = claim(each);
  element.prepend(h("p.said", {}, each.said));
  const way = inText && h("a", { href: articleAddress(iri, each.begin, each.end) }, "in the text");
  element.querySelector(".where")?.replaceChildren(...(way ? [way] : []));
  return element;
}

/** The text in its paragraphs; mentions are links, the span that was asked for and cues are marked. */
function paragraphs(found: Page, asked: Span | null): HTMLElement[] {
  const part = codePoints(found.text);
  const outer = outermost(found.marks);
  const cues = outermost(found.claims.map(({ cue_begin, cue_end, stance }) => ({ begin: cue_begin, end: cue_end, stance })));
  const length = Array.from(found.text).length;
  const cuts = new Set([0, length, ...(asked ? [asked.begin, asked.end] : [])]);
  for (const { begin, end } of [...outer, ...cues]) cuts.add(begin).add(end);
  const places = [...cuts].filter((place) => place >= 0 && place <= length).sort((a, b) => a - b);
  const result = [h("p", {})];
  places.slice(0, -1).forEach((begin, number) => {
    const end = places[number + 1]!;
    part(begin, end).split(/\n+/).forEach((text, line) => {
      if (line > 0) result.push(h("p", {}));
      if (!text) return;
      const mark = outer.find((each) => each.begin <= begin && end <= each.end);
      const cue = cues.find((each) => each.begin <= begin && end <= each.end);
      const isAsked = asked && asked.begin <= begin && end <= asked.end;
      let node: Node = mark
        ? h("a.mention", { href: entityAddress(mark.iri), title: mark.label }, text)
        : document.createTextNode(text);
      if (cue) node = h("b.cue", { title: cue.stance.toLowerCase() }, node);
      result.at(-1)!.append(isAsked ? h("mark.sought", {}, node) : node);
    });
  });
  return result.filter((paragraph) => paragraph.hasChildNodes());
}

/** Spans that lie in no other, by their places; of two that cross the first stays. */
function outermost<Marked extends Span>(spans: Marked[]): Marked[] {
  const sorted = [...spans].sort((a, b) => a.begin - b.begin || b.end - a.end);
  const kept: Marked[] = [];
  for (const span of sorted) if (span.end > span.begin && (!kept.length || span.begin >= kept.at(-1)!.end)) kept.push(span);
  return kept;
}

