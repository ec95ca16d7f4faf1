/** How two entities are connected: chains of statements, events and shared articles, each step with its sentence. */

import { type App, articleAddress, entityAddress, nameOf, type View } from "../app.js";
import type { Chain, Statement, Step } from "../data.js";
import { fillWith, h } from "../dom.js";
import { standing } from "../parts/evidence.js";
import { search } from "../parts/search.js";
import { type Route, writeRoute } from "../route.js";
import { counted, whereAndWhen } from "../words.js";

export function openPath(app: App, route: Route): View {
  const { asked } = route;
  const results = h("section.results", { "aria-live": "polite" });
  const go = (change: Record<string, string>): void => {
    location.hash = writeRoute("path", "", { ...asked, ...change });
  };
  const end = (key: "one" | "other", name: string): HTMLElement => {
    const field = search(app, name, (shape) => go({ [key]: shape.iri }));
    if (asked[key]) void nameOf(app, asked[key]).then((text) => (field.input.value = text));
    return h("label", {}, name, field.element);
  };
  const by = h(
    "select",
    { change: (event: Event) => go({ by: (event.target as HTMLSelectElement).value }) },
    ...["shortest", "strongest"].map((each) => h("option", { value: each, selected: each === asked.by }, each)),
  );
  const together = h("input", {
    type: "checkbox",
    checked: asked.cooccurrence !== "no",
    change: (event: Event) => go({ cooccurrence: (event.target as HTMLInputElement).checked ? "yes" : "no" }),
  });
  if (asked.one && asked.other) void fillWith(results, chains(app, asked as Record<string, string>));
  return {
    title: "Connections",
    element: h(
      "main.board",
      {},
      h("h1", {}, "How they are connected"),
      h(
        "form.asked",
        { submit: (event: Event) => event.preventDefault() },
        end("one", "From"),
        end("other", "To"),
        h("label", {}, "First", by),
        h("label.inline", {}, together, "also over shared articles"),
      ),
      results,
    ),
  };
}

async function chains(app: App, asked: Record<string, string>): Promise<HTMLElement[]> {
  const found = await app.source.view<Chain[]>("paths", asked);
  if (!found.length) return [h("p.nothing", {}, "They are not connected.")];
  return found.map((chain, number) =>
    h(
      "section.chain",
      {},
      h("h2", {}, `${number + 1}. `, ...chain.steps.flatMap((step, place) => [...(place ? [] : [name(step.source, step.source_iri)]), " → ", name(step.target, step.target_iri)])),
      ...chain.steps.map(one),
    ),
  );
}

function name(text: string, iri: string): HTMLElement {
  return h("a", { href: entityAddress(iri) }, text);
}

function one(step: Step): HTMLElement {
  return h(
    "div.step",
    {},
    h("h3", {}, `${step.source} – ${step.target}`),
    ...step.told.map(told),
    step.told.length === 0 && h("p", {}, `named by the same articles, in ${counted(step.together, "independent story", "independent stories")}:`),
    step.told.length === 0 && h("ul.plain", {}, ...step.places.map((place) => h("li", {}, `${place.headline} · ${whereAndWhen(place)}`))),
  );
}

function told(each: Statement): HTMLElement {
  return h(
    "blockquote.claim",
    {},
    h("p.said", {}, each.what),
    standing(each),
    h("p.sentence", {}, h("mark", {}, each.sentence)),
    h("p.where", {}, h("a", { href: articleAddress(each.article) }, each.place.headline || "article"), ` · ${whereAndWhen(each.place)}`),
  );
}
