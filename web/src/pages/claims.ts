/** The board of claims: who says what of whom, in which stance; and what some assert and others deny. */

import { type App, nameOf, type View } from "../app.js";
import type { Claim, Contradiction, Listed } from "../data.js";
import { fillWith, h } from "../dom.js";
import { claim, more, standing } from "../parts/evidence.js";
import { claimWithContent } from "../parts/portrait.js";
import { search } from "../parts/search.js";
import { type Route, writeRoute } from "../route.js";
import { counted } from "../words.js";

const FIRST = 4;

export function openClaims(app: App, route: Route): View {
  const { asked } = route;
  const results = h("section.results", { "aria-live": "polite" });
  const go = (change: Record<string, string | undefined>): void => {
    location.hash = writeRoute("claims", "", { ...asked, ...change });
  };
  const who = (key: "source" | "about", name: string): HTMLElement => {
    const field = search(app, name, (shape) => go({ [key]: shape.iri, contested: undefined }));
    if (asked[key]) void nameOf(app, asked[key]).then((text) => (field.input.value = text));
    field.input.addEventListener("search", () => !field.input.value && go({ [key]: undefined }));
    return h("label", {}, name, field.element);
  };
  const stance = h(
    "select",
    { change: (event: Event) => go({ stance: (event.target as HTMLSelectElement).value || undefined, contested: undefined }) },
    h("option", { value: "" }, "any"),
    ...app.corpus.stances.map((each) => h("option", { value: each, selected: each === asked.stance }, each.toLowerCase())),
  );
  const day = (key: "since" | "until", name: string): HTMLElement =>
    h("label", {}, name, h("input", {
      type: "date",
      value: asked[key] ?? "",
      min: app.corpus.first,
      max: app.corpus.last,
      change: (event: Event) => go({ [key]: (event.target as HTMLInputElement).value || undefined }),
    }));
  const nobody = !asked.source && !asked.about && !asked.stance;
  void fillWith(results, asked.contested || nobody ? contested(app, asked.about) : claims(app, asked));
  return {
    title: "Claims",
    element: h(
      "main.board",
      {},
      h("h1", {}, "Who says what"),
      h(
        "form.asked",
        { submit: (event: Event) => event.preventDefault() },
        who("source", "Said by"),
        who("about", "Said about"),
        h("label", {}, "Stance", stance),
        day("since", "Since"),
        day("until", "Until"),
        h("a.button", { href: writeRoute("claims", "", { contested: "yes", about: asked.about }) }, "Contested only"),
      ),
      results,
    ),
  };
}

async function claims(app: App, asked: Record<string, string>): Promise<HTMLElement[]> {
  const { items, total } = await app.source.view<Listed<Claim>>("claims", { ...asked, most: "200" });
  return [
    h("h2", {}, total === null ? `The newest ${counted(items.length, "claim")}` : counted(total, "claim")),
    ...items.map(claimWithContent),
  ];
}

async function contested(app: App, about: string | undefined): Promise<HTMLElement[]> {
  const { items, total } = await app.source.view<Listed<Contradiction>>("contradictions", { most: "60", ...(about && { about }) });
  return [
    h("h2", {}, total ? `Both asserted and denied: ${total}` : "Nothing is both asserted and denied"),
    ...items.map((each) =>
      h(
        "section.contested",
        {},
        h("h3", {}, each.told.what),
        standing(each.told),
        h("div.sides", {}, side("Asserted", each.asserted), side("Denied", each.denied)),
      ),
    ),
  ];
}

function side(name: string, all: Claim[]): HTMLElement {
  const shown = all.map((each) => claim(each));
  const rest = shown.slice(FIRST);
  return h(
    "div",
    { "data-word": name },
    h("h4", {}, `${name}, ${counted(all.length, "claim")}`),
    ...shown.slice(0, FIRST),
    rest.length > 0 && more(`${rest.length} more`, rest),
  );
}

