/** The controls of a filter; they show how many ties each choice leaves. */

import type { App } from "../app.js";
import { dot } from "./search.js";
import type { Picture } from "../data.js";
import { apply, EVERYTHING, type Filter } from "../filters.js";
import { fill, h } from "../dom.js";
import { capital, counted, inWords, labelOf } from "../words.js";

/** Days are chosen in so many steps. */
const STEPS = 200;
const DAY = 86_400_000;

export class FilterPanel {
  readonly element = h("aside.filters", { "aria-label": "Filters" });
  private picture: Picture = { shapes: [], lines: [], left: 0, places: null, groups: null };

  constructor(
    private readonly app: App,
    private filter: Filter,
    private readonly changed: (filter: Filter, isStep: boolean) => void,
  ) {}

  show(picture: Picture, filter: Filter): void {
    this.picture = picture;
    this.filter = filter;
    const told = picture.lines.flatMap((line) => line.told);
    const voices = told.flatMap((each) => each[6]);
    const shapeTypes = tally(picture.shapes.map((shape) => shape.type));
    fill(
      this.element,
      h("p.kept", { role: "status" }, this.kept()),
      this.reports(),
      this.period(voices.map((voice) => voice[1]).filter(Boolean)),
      this.choice("Kinds", "types", shapeTypes, (type) => [dot(type), capital(inWords(type))]),
      this.choice("Relations and events", "relations", tally(told.map((each) => each[1])), (name) => [
        capital(labelOf(this.app.corpus, name)),
      ]),
      this.choice("Standing", "standings", tally(told.map((each) => each[4])), (name) => [
        h("span.line", { "data-word": name, "aria-hidden": "true" }),
        name,
      ]),
      this.choice("Stance of a claim", "stances", tally(voices.map((voice) => voice[2])), (name) => [name]),
      this.choice("Outlets", "outlets", tally(voices.map((voice) => voice[0])), (number) => [
        this.app.corpus.outlets[number] || "not known",
      ]),
      h("button", { type: "button", click: () => this.clear() }, "Show all"),
    );
  }

  private kept(): string {
    const left = apply(this.picture, this.filter).filter(Boolean).length;
    return `${counted(left, "tie")} of ${this.picture.lines.length.toLocaleString("en")}`;
  }

  private clear(): void {
    this.change(EVERYTHING, true);
    this.show(this.picture, this.filter);
  }

  private change(part: Partial<Filter>, isStep = false): void {
    this.filter = { ...this.filter, ...part };
    this.element.querySelector(".kept")!.textContent = this.kept();
    this.changed(this.filter, isStep);
  }

  private reports(): HTMLElement {
    const most = Math.max(1, ...this.picture.lines.map((line) => new Set(line.told.flatMap((t) => t[6].map((v) => v[3]))).size));
    const said = h("output", {}, String(this.filter.reports));
    const input = h("input", {
      type: "range",
      min: 1,
      max: Math.min(most, 50),
      value: this.filter.reports,
      "aria-label": "At least so many independent reports",
      input: (event: Event) => {
        const reports = Number((event.target as HTMLInputElement).value);
        said.textContent = String(reports);
        this.change({ reports });
      },
    });
    return h("fieldset", {}, h("legend", {}, "Independent reports, at least ", said), input);
  }

  private period(days: string[]): HTMLElement | null {
    if (!days.length) return null;
    const sorted = [...new Set(days)].sort();
    const [first, last] = [Date.parse(sorted[0]!), Date.parse(sorted.at(-1)!)];
    if (first === last) return null;
    const dayAt = (step: number): string =>
      new Date(first + Math.round(((last - first) * step) / STEPS / DAY) * DAY).toISOString().slice(0, 10);
    const stepOf = (day: string, open: number): number =>
      day ? Math.round(((Date.parse(day) - first) / (last - first)) * STEPS) : open;
    const said = h("output", {}, `${this.filter.since || sorted[0]} – ${this.filter.until || sorted.at(-1)}`);
    const slide = (label: string, value: number, take: (step: number) => Partial<Filter>): HTMLInputElement =>
      h("input", {
        type: "range",
        min: 0,
        max: STEPS,
        value,
        "aria-label": label,
        input: (event: Event) => {
          this.change(take(Number((event.target as HTMLInputElement).value)));
          said.textContent = `${this.filter.since || sorted[0]} – ${this.filter.until || sorted.at(-1)}`;
        },
      });
    return h(
      "fieldset",
      {},
      h("legend", {}, "Reported ", said),
      slide("From", stepOf(this.filter.since, 0), (step) => ({ since: step === 0 ? "" : dayAt(step) })),
      slide("To", stepOf(this.filter.until, STEPS), (step) => ({ until: step === STEPS ? "" : dayAt(step) })),
    );
  }

  private choice<Value extends string | number>(
    legend: string,
    name: "types" | "relations" | "standings" | "stances" | "outlets",
    counts: [Value, number][],
    label: (value: Value) => (Node | string)[],
  ): HTMLElement | null {
    if (counts.length < 2) return null;
    const chosen = this.filter[name] as ReadonlySet<Value>;
    const boxes = counts.map(([value, count]) =>
      h(
        "label.box",
        {},
        h("input", {
          type: "checkbox",
          checked: chosen.has(value),
          change: (event: Event) => {
            const next = new Set(this.filter[name] as ReadonlySet<Value>);
            if ((event.target as HTMLInputElement).checked) next.add(value);
            else next.delete(value);
            this.change({ [name]: next } as Partial<Filter>, true);
          },
        }),
        ...label(value),
        h("span.count", {}, count.toLocaleString("en")),
      ),
    );
    return h("details.choice", { open: chosen.size > 0 || name === "types" }, h("summary", {}, legend), ...boxes);
  }
}

/** Each value with how often it stands, the most frequent first. */
function tally<Value extends string | number>(values: Value[]): [Value, number][] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (String(a) < String(b) ? -1 : 1));
}
