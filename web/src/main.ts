/** The explorer: a bar on top, one page below it, which follows the address. */

import { type App, entityAddress, type Opener, type View } from "./app.js";
import { carried, type Corpus, server, type Source } from "./data.js";
import { failure, fill, h } from "./dom.js";
import { openArticle } from "./pages/article.js";
import { openClaims } from "./pages/claims.js";
import { openHome } from "./pages/home.js";
import { openEntity, openMap } from "./pages/network.js";
import { openPath } from "./pages/path.js";
import { openQueries } from "./pages/queries.js";
import { openReview } from "./pages/review.js";
import { search } from "./parts/search.js";
import { readRoute, writeRoute } from "./route.js";
import { counted } from "./words.js";

const PAGES: Record<string, Opener> = {
  "": openHome,
  e: openEntity,
  map: openMap,
  a: openArticle,
  claims: openClaims,
  path: openPath,
  queries: openQueries,
  review: openReview,
};
/** What a page that stands alone can show. */
const ALONE = ["map", "a"];
const BAR: [page: string, name: string][] = [
  ["map", "Map"],
  ["claims", "Claims"],
  ["path", "Connections"],
  ["queries", "Questions"],
  ["review", "Review"],
];

function source(): Source {
  const answers = document.getElementById("answers");
  return answers ? carried(JSON.parse(answers.textContent ?? "{}") as Record<string, unknown>) : server;
}

function bar(app: App, holder: HTMLElement): HTMLElement {
  const field = search(app, "Search", (shape) => (location.hash = entityAddress(shape.iri)));
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    field.input.focus();
  });
  return h(
    "header.bar",
    {},
    h("a.skip", { href: "#", click: (event: Event) => (event.preventDefault(), holder.querySelector<HTMLElement>("main")?.focus()) }, "To the page"),
    h("a.brand", { href: "#/" }, "newsgraph"),
    app.source.live ? field.element : h("span.about", {}, `a part of ${counted(app.corpus.articles, "article")}`),
    app.source.live && h("nav", { "aria-label": "Pages" }, ...BAR.map(([page, name]) => h("a", { href: writeRoute(page), "data-page": page }, name))),
  );
}

async function start(): Promise<void> {
  const from = source();
  const holder = h("div.holder", {});
  fill(document.body, h("p.waiting", {}, "Reading the graph …"));
  const corpus = await from.view<Corpus>("corpus");
  const { write } = from.live ? await from.view<{ write: boolean }>("rights") : { write: false };
  const app: App = { source: from, corpus, write };
  const top = bar(app, holder);
  fill(document.body, top, holder);
  let open: View | null = null;
  const follow = (): void => {
    const route = readRoute(location.hash);
    if (!from.live && !ALONE.includes(route.page)) {
      return void location.replace(writeRoute("map", "", { sel: route.page === "e" ? route.id : undefined }));
    }
    if (open?.follow?.(route)) return;
    open?.close?.();
    const opener = PAGES[route.page];
    open = opener ? opener(app, route) : { title: "newsgraph", element: h("main", {}, failure("There is no such page.")) };
    open.element.tabIndex = -1;
    document.title = open.title === "newsgraph" ? open.title : `${open.title} · newsgraph`;
    fill(holder, open.element);
    for (const link of top.querySelectorAll("nav a")) {
      if (link.getAttribute("data-page") === route.page) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    scrollTo(0, 0);
  };
  addEventListener("hashchange", follow);
  follow();
}

start().catch((error: unknown) => fill(document.body, failure(error)));
