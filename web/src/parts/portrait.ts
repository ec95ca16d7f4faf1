/** The card of an entity: names, posts over time, timeline, claims by and about it, why its mentions are together. */

import { type App, articleAddress, entityAddress } from "../app.js";
import type { Claim, Listed, Moment, Portrait } from "../data.js";
import { fill, fillWith, h } from "../dom.js";
import { writeRoute } from "../route.js";
import { counted, inWords } from "../words.js";
import { badge, claim, more, standing } from "./evidence.js";
import { dot } from "./search.js";

const MOST_ALIASES = 12;

export async function portrait(app: App, iri: string): Promise<HTMLElement> {
  const found = await app.source.view<Portrait>("entity", { entity: iri });
  const { shape, identity } = found;
  const known = identity.candidates.find((each) => each.chosen);
  const element = h(
    "article.portrait",
    {},
    h("h2", {}, dot(shape.type), shape.label),
    h("p.about", {}, `${inWords(shape.type)} · ${counted(shape.articles, "article")}, ${counted(found.mentions, "mention")}`),
    known && h("p.known", {}, known.about, known.wikidata && [" · ", wikidata(known.wikidata)], coordinates(found)),
    aliases(identity.aliases),
    app.source.live &&
      h(
        "p.ways",
        {},
        h("a", { href: entityAddress(iri) }, "Draw around it"),
        h("a", { href: writeRoute("claims", "", { about: iri }) }, "Claims about it"),
        h("a", { href: writeRoute("path", "", { one: iri }) }, "Connect it"),
      ),
  );
  element.append(tabs(app, iri, found));
  return element;
}

function wikidata(iri: string): HTMLElement {
  const id = iri.slice(iri.lastIndexOf("/") + 1);
  return h("a", { href: `https://www.wikidata.org/wiki/${id}`, rel: "noreferrer noopener", target: "_blank" }, `Wikidata ${id}`);
}

function coordinates({ latitude, longitude }: Portrait): string | false {
  return Boolean(latitude && longitude) && ` · ${Number(latitude).toFixed(2)}, ${Number(longitude).toFixed(2)}`;
}

function aliases(names: string[]): HTMLElement | false {
  if (!names.length) return false;
  const rest = names.slice(MOST_ALIASES);
  return h(
    "p.aliases",
    {},
    `also: ${names.slice(0, MOST_ALIASES).join(", ")}`,
    rest.length > 0 && more(`${rest.length} more`, [h("span", {}, rest.join(", "))]),
  );
}

type Tab = [name: string, content: () => Promise<HTMLElement[]>];

function tabs(app: App, iri: string, found: Portrait): HTMLElement {
  const all: Tab[] = [
    ["Posts", async () => posts(found)],
    ["Timeline", () => timeline(app, iri)],
    ["Said by", () => claims(app, { source: iri })],
    ["Said about", () => claims(app, { about: iri })],
    ["Why one", async () => whyOne(found)],
  ];
  const offered = app.source.live ? all : all.filter(([name]) => name === "Posts" || name === "Why one");
  const panel = h("div.panel", { role: "tabpanel", tabindex: "0" });
  const buttons = offered.map(([name, content], place) =>
    h("button", {
      type: "button",
      role: "tab",
      "aria-selected": "false",
      tabindex: "-1",
      click: () => open(place, content),
      keydown: (event: KeyboardEvent) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const next = buttons[(place + step + buttons.length) % buttons.length]!;
        next.focus();
        next.click();
      },
    }, name),
  );
  const open = (place: number, content: Tab[1]): void => {
    buttons.forEach((button, number) => {
      button.setAttribute("aria-selected", String(number === place));
      button.tabIndex = number === place ? 0 : -1;
    });
    panel.setAttribute("aria-label", offered[place]![0]);
    fill(panel);
    void fillWith(panel, content());
  };
  const first = found.posts.length || !app.source.live ? 0 : 1;
  open(first, offered[first]![1]);
  return h("div.tabs", {}, h("div", { role: "tablist", "aria-label": "About it" }, ...buttons), panel);
}

function nothing(text: string): HTMLElement[] {
  return [h("p.nothing", {}, text)];
}

function posts(found: Portrait): HTMLElement[] {
  if (!found.posts.length) return nothing("no post is told");
  return found.posts.map(({ name, told }) =>
    h(
      "section.post",
      {},
      h("h3", {}, name),
      standing(told),
      h("p.sentence", {}, told.sentence),
      h("p.where", {}, h("a", { href: articleAddress(told.article) }, told.place.headline || "article"), ` · ${told.place.outlet} · ${told.place.date}`),
    ),
  );
}

async function timeline(app: App, iri: string): Promise<HTMLElement[]> {
  const { items, total } = await app.source.view<Listed<Moment>>("timeline", { entity: iri });
  if (!items.length) return nothing("nothing is told");
  const moments = items.map(({ day, dated, told }) =>
    h(
      "li",
      {},
      h("p.day", {}, h("time", { datetime: day }, day || "no day"), dated && ` · ${dated}`),
      h("p.what", {}, told.what, " ", badge(told.standing)),
      h("p.sentence", {}, told.sentence),
      h("p.where", {}, h("a", { href: articleAddress(told.article) }, told.place.headline || "article"), ` · ${told.place.outlet}`),
    ),
  );
  return [h("ol.timeline", {}, ...moments), ...left(items.length, total)];
}

async function claims(app: App, asked: Record<string, string>): Promise<HTMLElement[]> {
  const { items, total } = await app.source.view<Listed<Claim>>("claims", { ...asked, most: "60" });
  if (!items.length) return nothing("no claim is found");
  const all = h("a", { href: writeRoute("claims", "", asked) }, "on a page of their own");
  return [...items.map((each) => claimWithContent(each)), ...left(items.length, total), h("p", {}, all)];
}

export function claimWithContent(each: Claim): HTMLElement {
  const element = claim(each);
  if (each.said && !each.sentence.includes(each.said)) element.prepend(h("p.said", {}, each.said));
  return element;
}

function left(shown: number, total: number | null): HTMLElement[] {
  if (total === null) return [h("p.left", {}, `the first ${shown}`)];
  return total > shown ? [h("p.left", {}, `the first ${shown} of ${total.toLocaleString("en")}`)] : [];
}

function whyOne(found: Portrait): HTMLElement[] {
  const { names, others, candidates } = found.identity;
  const why = names.length
    ? names.map((each) =>
        h("li", {}, `“${each.name}” in ${counted(each.articles, "article")}: ${each.reason} (${percent(each.score)} sure)`),
      )
    : [h("li", {}, "all its mentions bear one name, or stand in one chain with it in their article")];
  return [
    h("h3", {}, "Why its mentions are held to be one"),
    h("ul", {}, ...why),
    ...(others.length
      ? [
          h("h3", {}, "May also be"),
          h("ul", {}, ...others.map((each) =>
            h("li", {}, h("a", { href: entityAddress(each.iri) }, each.name), ` · ${counted(each.articles, "article")} · ${each.reason} (${percent(each.score)} likely)`),
          )),
        ]
      : []),
    ...(candidates.length
      ? [
          h("h3", {}, "Known things of this name"),
          h("ul", {}, ...candidates.map((each) =>
            h("li", {}, `${each.name}${each.about ? `, ${each.about}` : ""} (${percent(each.score)} likely${each.chosen ? ", held to be this one" : ""})`),
          )),
        ]
      : []),
  ];
}

function percent(score: number): string {
  return `${Math.round(score * 100)} %`;
}
