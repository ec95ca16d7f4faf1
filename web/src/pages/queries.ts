/** Questions that come with newsgraph, and SPARQL of one's own. */

import { type App, articleAddress, entityAddress, type View } from "../app.js";
import { askSparql, type NamedQuery, type Parameter, type Rows, type Shape, type Term } from "../data.js";
import { download, fill, fillWith, h } from "../dom.js";
import { csv } from "../exporting.js";
import { search } from "../parts/search.js";
import { type Route, writeRoute } from "../route.js";
import { counted } from "../words.js";

const MOST_ROWS = 1000;

export function openQueries(app: App, route: Route): View {
  const element = h("main.board", {}, h("h1", {}, "Questions"));
  const body = h("div", {});
  element.append(body);
  void fillWith(body, page(app, route));
  return { title: "Questions", element };
}

async function page(app: App, route: Route): Promise<HTMLElement[]> {
  const all = await app.source.view<NamedQuery[]>("queries");
  const query = all.find((each) => each.name === route.id);
  const choice = h(
    "select",
    { change: (event: Event) => (location.hash = writeRoute("queries", (event.target as HTMLSelectElement).value)) },
    h("option", { value: "" }, "SPARQL of my own"),
    ...all.map((each) => h("option", { value: each.name, selected: each === query }, each.title)),
  );
  const results = h("section.results", { "aria-live": "polite" });
  return [
    h("form.asked", { submit: (event: Event) => event.preventDefault() }, h("label", {}, "Question", choice)),
    query ? named(app, query, route.asked, results) : own(app, route.asked.q ?? EXAMPLE, results),
    results,
  ];
}

const EXAMPLE = `# who denied what
SELECT ?who ?what ?sentence {
  GRAPH ?article {
    ?claim ng:stance ng:Denied ; ng:source ?source ; ng:proposition ?told ; ng:quote ?sentence
  }
  ?source skos:prefLabel ?who . ?told rdfs:label ?what
} LIMIT 100
`;

function named(app: App, query: NamedQuery, asked: Record<string, string>, results: HTMLElement): HTMLElement {
  const values: Record<string, string> = { ...asked };
  const ready = query.parameters.every((each) => each.default !== null || values[each.name]);
  const run = (): void => void (location.hash = writeRoute("queries", query.name, { ...values, run: "yes" }));
  if (asked.run && ready) {
    const given = query.parameters.filter((each) => values[each.name]).map((each) => [`p.${each.name}`, values[each.name]!]);
    void fillWith(results, app.source.view<Rows>("answer", { name: query.name, ...Object.fromEntries(given) }).then((rows) => table(app, rows, query.name)));
  }
  return h(
    "section.query",
    {},
    h("p", {}, query.description),
    h(
      "form.asked",
      {
        submit: (event: Event) => {
          event.preventDefault();
          run();
        },
      },
      ...query.parameters.map((each) => field(app, each, values)),
      h("button.main", { type: "submit" }, "Ask"),
    ),
    h("details.more", {}, h("summary", {}, "The query"), h("pre", {}, query.sparql), h("a", { href: writeRoute("queries", "", { q: query.sparql }) }, "change it")),
  );
}

function field(app: App, parameter: Parameter, values: Record<string, string>): HTMLElement {
  const value = values[parameter.name] ?? parameter.default ?? "";
  const title = `${parameter.meaning}${parameter.default === null ? "" : " (may be left out)"}`;
  if (parameter.type === "name") {
    const found = search(app, parameter.name, (shape) => (values[parameter.name] = shape.iri), value);
    found.input.addEventListener("input", () => (values[parameter.name] = found.input.value));
    // a name that was typed and not picked means what is suggested first
    found.input.addEventListener("change", () => void firstMeant(app, found.input.value).then((iri) => {
      if (iri && values[parameter.name] === found.input.value) values[parameter.name] = iri;
    }));
    found.input.title = title;
    return h("label", { title }, title, found.element);
  }
  const type = { integer: "number", date: "date" }[parameter.type] ?? "text";
  const change = (event: Event): void => void (values[parameter.name] = (event.target as HTMLInputElement).value);
  if (parameter.type === "stance") {
    const options = ["", ...app.corpus.stances].map((each) => h("option", { value: each, selected: each === value }, each.toLowerCase() || "any"));
    return h("label", {}, title, h("select", { change }, ...options));
  }
  return h("label", {}, title, h("input", { type, value, input: change }));
}

async function firstMeant(app: App, text: string): Promise<string | undefined> {
  if (!text.trim()) return undefined;
  return (await app.source.view<Shape[]>("suggest", { text, most: "1" }).catch(() => []))[0]?.iri;
}

function own(app: App, text: string, results: HTMLElement): HTMLElement {
  const box = h("textarea", { rows: 12, spellcheck: "false", "aria-label": "SPARQL", wrap: "off" });
  box.value = text;
  const run = (): void => {
    history.replaceState(null, "", writeRoute("queries", "", { q: box.value }));
    fill(results);
    void fillWith(results, askSparql(box.value).then((rows) => table(app, rows, "query")));
  };
  box.addEventListener("keydown", (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && run());
  return h(
    "section.query",
    {},
    h("p", {}, "SELECT and ASK; the known prefixes need no declaring. Ctrl-Enter asks."),
    box,
    h("p", {}, h("button.main", { type: "button", click: run }, "Ask")),
  );
}

function table(app: App, rows: Rows, name: string): HTMLElement[] {
  if (rows.boolean !== undefined) return [h("p", {}, rows.boolean ? "Yes" : "No")];
  const columns = rows.head.vars ?? [];
  const found = rows.results?.bindings ?? [];
  if (!found.length) return [h("p.nothing", {}, "No rows.")];
  const save = (): void =>
    download(`${name}.csv`, new Blob([csv([columns, ...found.map((row) => columns.map((column) => row[column]?.value ?? ""))])], { type: "text/csv" }));
  return [
    h("p.toolbar", {}, counted(found.length, "row"), found.length > MOST_ROWS && `, the first ${MOST_ROWS} shown`, h("span.grow", {}), h("button", { type: "button", click: save }, "CSV")),
    h(
      "div.wide",
      { tabindex: "0", role: "region", "aria-label": "Rows" },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, ...columns.map((column) => h("th", { scope: "col" }, column)))),
        h("tbody", {}, ...found.slice(0, MOST_ROWS).map((row) => h("tr", {}, ...columns.map((column) => h("td", {}, term(app, row[column])))))),
      ),
    ),
  ];
}

/** A value of a row; entities and articles lead to their pages. */
function term(app: App, value: Term | undefined): Node | string {
  if (!value) return "";
  if (value.type !== "uri") return value.value;
  const { base } = app.corpus;
  const shown = value.value.startsWith(base) ? value.value.slice(base.length) : value.value;
  if (value.value.startsWith(`${base}e/`)) return h("a", { href: entityAddress(value.value) }, shown);
  if (value.value.startsWith(`${base}a/`)) return h("a", { href: articleAddress(value.value.split("#")[0]!) }, shown);
  return shown;
}
