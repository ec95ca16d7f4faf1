/** A picture of the network beside its filters and, on the other side, what was chosen in it. */

import { type App, entityAddress, entityIri, type View } from "../app.js";
import { LEGEND, STANDINGS } from "../colours.js";
import type { Asked, Evidence, Picture, Shape } from "../data.js";
import { Drawing, type Choice } from "../drawing.js";
import { download, failure, fill, fillWith, h } from "../dom.js";
import { asGexf, asTable, type Tie, tiesShown } from "../exporting.js";
import { apply, type Filter, type Left, readFilter, writeFilter } from "../filters.js";
import { badge, evidence } from "../parts/evidence.js";
import { FilterPanel } from "../parts/filters.js";
import { portrait } from "../parts/portrait.js";
import { dot } from "../parts/search.js";
import { idOf, type Route, readRoute, writeRoute } from "../route.js";
import { capital, counted, inWords, labelOf } from "../words.js";

/** So many entities more are drawn when more are asked for; of large pictures as many again. */
const MORE = 100;
const MOST_ROWS = 500;
/** Communities of so many are listed, and so many of them. */
const LEAST_MEMBERS = 4;
const MOST_GROUPS = 12;

const openEntity = (app: App, route: Route): View => new NetworkPage(app, route).view();
export { openEntity, openEntity as openMap };

class NetworkPage {
  private readonly stage = h("div.stage", { role: "img", "aria-label": "The network; the same is told as a list" });
  private readonly list = h("div.list", { hidden: true });
  private readonly side = h("aside.side", { "aria-label": "What is chosen", tabindex: "-1" });
  private readonly note = h("p.note", { role: "status" });
  private readonly panel: FilterPanel;
  private drawing: Drawing | null = null;
  private picture: Picture | null = null;
  private left: (Left | null)[] = [];
  private filter: Filter;
  private readonly page: string;
  private readonly id: string;

  constructor(
    private readonly app: App,
    private route: Route,
  ) {
    this.page = route.page;
    this.id = route.id;
    this.filter = readFilter(route.asked);
    this.panel = new FilterPanel(app, this.filter, (filter, isStep) => this.refilter(filter, isStep));
  }

  view(): View {
    const element = h(
      "main.network",
      {},
      this.panel.element,
      h("section.canvas", { "aria-label": "Network" }, this.toolbar(), this.stage, this.list, this.legend()),
      this.side,
    );
    // the drawing needs the size of its place on the page
    requestAnimationFrame(() => void this.load());
    return {
      title: this.page === "e" ? this.id : "Map",
      element,
      follow: (route) => this.follow(route),
      close: () => this.drawing?.close(),
    };
  }

  /** The IRI of the entity in the middle; `null`: the picture is of all. */
  private get centre(): string | null {
    return this.page === "e" ? entityIri(this.app, this.id) : null;
  }

  /** How many entities the address asks for; "": as many as the server finds good. */
  private get most(): string {
    return this.route.asked.most ?? "";
  }

  private async load(): Promise<void> {
    const asked: Asked = { ...(this.centre && { entity: this.centre }), ...(this.most && { most: this.most }) };
    try {
      this.note.textContent = "One moment …";
      this.picture = await this.app.source.view<Picture>(this.centre ? "around" : "map", asked);
      this.drawing ??= new Drawing(this.stage, this.app.corpus, (choice) => this.choose(choice));
      this.drawing.draw(this.picture);
      this.panel.show(this.picture, this.filter);
      this.show();
      this.drawing.fit();
      if (this.centre) document.title = `${this.picture.shapes[0]!.label} · newsgraph`;
      this.tellChoice();
    } catch (error) {
      this.note.textContent = "";
      fill(this.side, failure(error));
    }
  }

  private follow(route: Route): boolean {
    if (route.page !== this.page || route.id !== this.id) return false;
    const most = this.most;
    this.route = route;
    this.filter = readFilter(route.asked);
    if (this.most !== most) void this.load();
    else if (this.picture) {
      this.panel.show(this.picture, this.filter);
      this.show();
      this.tellChoice();
    }
    return true;
  }

  private show(): void {
    const picture = this.picture!;
    const left = apply(picture, this.filter, this.centre ? 0 : null);
    this.left = left;
    this.drawing!.show(picture, left, this.centre);
    this.note.textContent = picture.left
      ? `${counted(picture.shapes.length, "entity", "entities")} shown, ${picture.left.toLocaleString("en")} with fewer reports not`
      : counted(picture.shapes.length, "entity", "entities");
    this.list.replaceChildren(this.table());
  }

  private refilter(filter: Filter, isStep: boolean): void {
    this.filter = filter;
    this.show();
    // the address follows; each movement of a slider is no step to go back to, a box is
    history[isStep ? "pushState" : "replaceState"](null, "", this.address({}));
    this.route = readRoute(location.hash);
  }

  private address(change: Record<string, string | undefined>): string {
    const { most, sel, with: ends } = this.route.asked;
    return writeRoute(this.page, this.id, { ...writeFilter(this.filter), most, sel, with: ends, ...change });
  }

  private choose(choice: Choice): void {
    const ends = choice.ends?.map(idOf).join("~");
    const sel = choice.node && choice.node !== this.centre ? idOf(choice.node) : undefined;
    location.hash = this.address({ sel, with: ends });
  }

  private tellChoice(): void {
    const { sel, with: ends } = this.route.asked;
    const [one, other] = (ends ?? "").split("~").map((id) => entityIri(this.app, id));
    if (ends && one && other) {
      this.drawing?.choose({ ends: [one, other] });
      void fillWith(this.side, this.between(one, other));
      return;
    }
    const iri = sel ? entityIri(this.app, sel) : this.centre;
    this.drawing?.choose(iri && (sel || !this.centre) ? { node: iri } : {});
    if (iri) void fillWith(this.side, portrait(this.app, iri));
    else fill(this.side, ...this.hints());
  }

  private async between(one: string, other: string): Promise<HTMLElement> {
    const found = await this.app.source.view<Evidence[]>("between", byIri(one, other));
    const names = [one, other].map((iri) => this.picture?.shapes.find((shape) => shape.iri === iri)?.label ?? idOf(iri));
    const visible = this.toldBetween(one, other);
    const shown = found.filter((each) => visible.has(each.told.iri));
    const hidden = found.length - shown.length;
    return h(
      "article.between",
      {},
      h(
        "p.back",
        {},
        h("button.link", { type: "button", click: () => this.choose({}) }, this.centre ? "← back to the card" : "← back"),
      ),
      h("h2", {}, names[0], " – ", names[1]),
      ...(shown.length ? shown : found).map(evidence),
      hidden > 0 && shown.length > 0 && h("p.left", {}, `${hidden} more that the filters leave out`),
    );
  }

  private toldBetween(one: string, other: string): Set<string> {
    const picture = this.picture;
    const place = picture?.lines.findIndex((line) => {
      const ends = [picture.shapes[line.one]!.iri, picture.shapes[line.other]!.iri];
      return ends.includes(one) && ends.includes(other);
    });
    const left = place === undefined || place < 0 ? null : this.left[place];
    return new Set(left?.told.map((told) => told[0]));
  }

  private hints(): HTMLElement[] {
    const best = this.picture?.shapes.slice(0, 15) ?? [];
    return [
      ...this.groups(),
      h("h2", {}, "The best reported"),
      h("p", {}, "Choose an entity for its card, a tie for the sentences that it rests on."),
      h("ul.plain", {}, ...best.map((shape) => h("li", {}, this.name(shape), h("span.about", {}, ` ${inWords(shape.type)} · ${counted(shape.articles, "article")}`)))),
    ];
  }

  /** The communities of the picture, each by those of its members who are best reported. */
  private groups(): HTMLElement[] {
    const { shapes, groups } = this.picture ?? { shapes: [], groups: null };
    const members = new Map<number, Shape[]>();
    shapes.forEach((shape, place) => {
      const group = groups?.[place];
      if (group !== undefined) members.set(group, [...(members.get(group) ?? []), shape]);
    });
    const large = [...members].filter(([, all]) => all.length >= LEAST_MEMBERS).sort(([a], [b]) => a - b).slice(0, MOST_GROUPS);
    if (large.length < 2) return [];
    const link = ([group, all]: [number, Shape[]]): HTMLElement =>
      h(
        "li",
        {},
        h(
          "a",
          { href: this.address({ group: String(group) }), "aria-current": this.filter.group === group && "true" },
          all.slice(0, 3).map((shape) => shape.label).join(", "),
        ),
        h("span.about", {}, ` ${counted(all.length, "entity", "entities")}`),
      );
    return [
      h("h2", {}, "Who belongs together"),
      h("ul.plain", {}, ...large.map(link), this.filter.group !== null && h("li", {}, h("a", { href: this.address({ group: undefined }) }, "all of them"))),
    ];
  }

  private name(shape: Shape): HTMLElement {
    const inPicture = { href: this.address({ sel: idOf(shape.iri), with: undefined }) };
    return h("a", this.app.source.live ? { href: entityAddress(shape.iri) } : inPicture, dot(shape.type), shape.label);
  }

  private toolbar(): HTMLElement {
    const asList = h("button", { type: "button", "aria-pressed": "false" }, "List");
    asList.addEventListener("click", () => {
      const listed = this.list.hidden;
      this.list.hidden = !listed;
      this.stage.hidden = listed;
      asList.setAttribute("aria-pressed", String(listed));
    });
    const button = (text: string, label: string, click: () => void): HTMLElement =>
      h("button", { type: "button", "aria-label": label, title: label, click }, text);
    return h(
      "div.toolbar",
      {},
      this.note,
      h("span.grow", {}),
      this.app.source.live && button("More", "Show more entities", () => this.more()),
      button("+", "Closer", () => this.drawing?.zoom(true)),
      button("−", "Farther", () => this.drawing?.zoom(false)),
      button("Fit", "Whole picture", () => this.drawing?.fit()),
      asList,
      h(
        "details.menu",
        {},
        h("summary", {}, "Save"),
        button("PNG", "Save the picture as PNG", () => void this.save("png")),
        button("GEXF", "Save what is shown as GEXF, for Gephi", () => void this.save("gexf")),
        button("CSV", "Save what is shown as CSV, for a spreadsheet", () => void this.save("csv")),
      ),
    );
  }

  private more(): void {
    if (!this.picture?.left) {
      this.note.textContent = "There are no more.";
      return;
    }
    const shown = this.picture?.shapes.length ?? 0;
    location.hash = this.address({ most: String(shown + Math.max(MORE, shown >= 1000 ? shown : 0)) });
  }

  private async save(form: "png" | "gexf" | "csv"): Promise<void> {
    if (!this.picture || !this.drawing) return;
    const name = `${this.id || "map"}.${form}`;
    const drawing = this.drawing;
    if (form === "png") return download(name, await drawing.asPng());
    const text =
      form === "csv"
        ? asTable(this.app.corpus, this.picture, this.left)
        : asGexf(this.picture, this.left, this.app.corpus, (iri) => drawing.placeOf(iri));
    download(name, new Blob([text], { type: form === "csv" ? "text/csv" : "application/xml" }));
  }

  /** Each statement and event that is shown, in its direction and as it stands. */
  private table(): HTMLElement {
    const ties = tiesShown(this.picture!, this.left).sort((a, b) => b.reports - a.reports);
    const caption = ties.length > MOST_ROWS ? `The ${MOST_ROWS} best reported of ${ties.length}` : "What is shown";
    return h(
      "table",
      {},
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...["Who", "What", "Whom", "Stands", "Reports"].map((title) => h("th", { scope: "col" }, title)))),
      h("tbody", {}, ...ties.slice(0, MOST_ROWS).map((tie) => this.row(tie))),
    );
  }

  private row({ source, target, name, standing, former, reports }: Tie): HTMLElement {
    const ends = [source.iri, target.iri].map(idOf).join("~");
    return h(
      "tr",
      {},
      h("td", {}, this.name(source)),
      h("td", {}, h("a", { href: this.address({ sel: undefined, with: ends }) }, labelOf(this.app.corpus, name))),
      h("td", {}, this.name(target)),
      h("td", {}, badge(standing), former && badge("Formerly")),
      h("td.number", {}, reports),
    );
  }

  private legend(): HTMLElement {
    const kinds = LEGEND.map(([name, colour]) => {
      const mark = h("span.dot", { "aria-hidden": "true" });
      mark.style.background = colour;
      return h("li", {}, mark, name);
    });
    const standings = STANDINGS.map((name) => h("li", {}, h("span.line", { "data-word": name, "aria-hidden": "true" }), capital(name.toLowerCase())));
    return h("ul.legend", { "aria-label": "Legend" }, ...kinds, ...standings);
  }
}

/** Two ends in the order of their IRIs, so that a pair has one address. */
function byIri(one: string, other: string): { one: string; other: string } {
  return one < other ? { one, other } : { one: other, other: one };
}
