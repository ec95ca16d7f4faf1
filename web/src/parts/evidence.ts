/** Claims with their sentences: who says it, how, where and when; copies of one story are told together. */

import { articleAddress, entityAddress } from "../app.js";
import type { Claim, Evidence, Quoted, Statement } from "../data.js";
import { h } from "../dom.js";
import { codePoints, counted, whereAndWhen } from "../words.js";

/** So many claims of a statement are shown at first. */
const FIRST = 6;

export function badge(word: string): HTMLElement {
  return h("span.badge", { "data-word": word }, word.toLowerCase());
}

/** A statement or event with its claims. */
export function evidence(found: Evidence): HTMLElement {
  const stories = byStory(found.claims);
  const shown = stories.map((copies) => story(copies));
  const rest = shown.slice(FIRST);
  return h(
    "section.evidence",
    {},
    h("h3", {}, found.told.what),
    standing(found.told),
    ...shown.slice(0, FIRST),
    rest.length > 0 && more(`${counted(rest.length, "more report")}`, rest),
  );
}

/** How a statement stands, in how many reports, since when. */
export function standing(told: Statement): HTMLElement {
  const days = told.first && (told.first === told.last ? told.first : `${told.first} – ${told.last}`);
  const reports = `${counted(told.reports, "independent report")}, ${counted(told.articles, "article")}`;
  return h("p.standing", {}, badge(told.standing), told.former && badge("Formerly"), ` ${reports}`, days && ` · ${days}`);
}

export function more(summary: string, rest: HTMLElement[]): HTMLElement {
  return h("details.more", {}, h("summary", {}, summary), ...rest);
}

/** Claims of one story, in the order of their days. */
export function byStory(claims: Quoted[]): Quoted[][] {
  const stories = new Map<string, Quoted[]>();
  for (const each of claims) stories.set(each.origin, [...(stories.get(each.origin) ?? []), each]);
  return [...stories.values()];
}

function story(copies: Quoted[]): HTMLElement {
  const [first, ...others] = copies as [Quoted, ...Quoted[]];
  const elsewhere = others.filter((other) => other.claim.article !== first.claim.article);
  const again = others.filter((other) => other.claim.article === first.claim.article);
  return h(
    "div.story",
    {},
    quoted(first),
    ...again.map(quoted),
    elsewhere.length > 0 &&
      more(`the same story in ${counted(elsewhere.length, "more article")}`, elsewhere.map(quoted)),
  );
}

function quoted(each: Quoted): HTMLElement {
  return claim(each.claim, { before: each.before, after: each.after });
}

/** One claim: who, how, the sentence with its cue, and the way to the article. */
export function claim(each: Claim, around: { before: string; after: string } = { before: "", after: "" }): HTMLElement {
  const source = each.source_iri
    ? h("a", { href: entityAddress(each.source_iri) }, each.source)
    : each.source || "somebody who is not named";
  return h(
    "blockquote.claim",
    {},
    h("p.who", {}, badge(each.stance), each.certainty !== "Certain" && badge(each.certainty), " ", source),
    h(
      "p.sentence",
      {},
      around.before && h("span.around", {}, around.before),
      h("mark", {}, ...withCue(each)),
      around.after && h("span.around", {}, around.after),
    ),
    h(
      "p.where",
      {},
      h("a", { href: articleAddress(each.article, each.begin, each.end) }, each.place.headline || "article"),
      ` · ${whereAndWhen(each.place)}`,
    ),
  );
}

/** The sentence with the words that carry the claim set apart. */
function withCue(each: Claim): (Node | string)[] {
  const part = codePoints(each.sentence);
  const [begin, end] = [each.cue_begin - each.begin, each.cue_end - each.begin];
  if (begin < 0 || end <= begin || each.cue_end > each.end) return [each.sentence];
  return [part(0, begin), h("b", {}, part(begin, end)), part(end)];
}
