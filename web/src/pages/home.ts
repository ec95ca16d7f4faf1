/** The start: what the graph holds, and where one may begin. */

import { type App, entityAddress, type View } from "../app.js";
import { h } from "../dom.js";
import { dot, search } from "../parts/search.js";
import { writeRoute } from "../route.js";
import { counted, inWords } from "../words.js";

export function openHome(app: App): View {
  const { corpus } = app;
  const days = corpus.first && `, ${corpus.first} to ${corpus.last}`;
  const field = search(app, "A person, body, place …", (shape) => (location.hash = entityAddress(shape.iri)));
  const ways: [string, string, string][] = [
    [writeRoute("map"), "The map", "who is tied to whom, the best reported first"],
    [writeRoute("claims"), "Claims", "who asserts, who denies, who alleges what"],
    [writeRoute("path"), "Connections", "how two of them are connected, with the sentences on the way"],
    [writeRoute("queries"), "Questions", "named queries, and SPARQL of your own"],
  ];
  return {
    title: "newsgraph",
    element: h(
      "main.home",
      {},
      h("h1", {}, "Who is tied to whom, and who says so"),
      h(
        "p.lead",
        {},
        `${counted(corpus.articles, "article")}${days} from ${counted(corpus.outlets.length - 1, "outlet")}: `,
        `${counted(corpus.entities, "entity", "entities")}, ${counted(corpus.ties, "tie")}.`,
      ),
      field.element,
      h("h2", {}, "The best reported"),
      h(
        "ul.cards",
        {},
        ...corpus.best.map((shape) =>
          h(
            "li",
            {},
            h("a", { href: entityAddress(shape.iri) }, dot(shape.type), h("strong", {}, shape.label)),
            h("span.about", {}, `${inWords(shape.type)} · ${counted(shape.articles, "article")}`),
          ),
        ),
      ),
      h("h2", {}, "Other ways in"),
      h("ul.ways", {}, ...ways.map(([href, name, about]) => h("li", {}, h("a", { href }, name), ` ${about}`))),
    ),
  };
}
