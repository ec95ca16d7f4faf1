/** A field that suggests entities while one types: a combobox by the ARIA practices. */

import type { App } from "../app.js";
import { colourOfType } from "../colours.js";
import type { Shape } from "../data.js";
import { fill, h } from "../dom.js";
import { counted, inWords } from "../words.js";

/** Waits so long after the last key, in milliseconds, before it asks. */
const PAUSE = 120;

let made = 0;

export interface Search {
  element: HTMLElement;
  input: HTMLInputElement;
}

/** Calls `choose` with the entity that is picked; `name` is what the field is for. */
export function search(app: App, name: string, choose: (shape: Shape) => void, value = ""): Search {
  const id = `search-${++made}`;
  const list = h("ul.suggestions", { role: "listbox", id, hidden: true, "aria-label": "Suggestions" });
  const input = h("input", {
    type: "search",
    role: "combobox",
    placeholder: name,
    "aria-label": name,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": id,
    autocomplete: "off",
    spellcheck: "false",
    value,
  });
  let shapes: Shape[] = [];
  let at = -1;
  let timer = 0;
  let asked = 0;

  const close = (): void => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const pick = (shape: Shape | undefined): void => {
    if (!shape) return;
    close();
    input.value = shape.label;
    choose(shape);
  };
  const point = (to: number): void => {
    at = (to + shapes.length) % shapes.length;
    list.querySelectorAll("[role=option]").forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === at));
      if (place === at) option.scrollIntoView({ block: "nearest" });
    });
    input.setAttribute("aria-activedescendant", `${id}-${at}`);
  };
  const option = (shape: Shape, place: number): HTMLElement =>
    h(
      "li",
      {
        role: "option",
        id: `${id}-${place}`,
        "aria-selected": "false",
        // before the field loses the focus
        mousedown: (event: MouseEvent) => {
          event.preventDefault();
          pick(shape);
        },
      },
      dot(shape.type),
      h("span.name", {}, shape.label),
      h("span.about", {}, `${inWords(shape.type)} · ${counted(shape.articles, "article")}`),
    );
  const suggest = async (): Promise<void> => {
    const text = input.value.trim();
    const turn = ++asked;
    if (!text) return close();
    const found = await app.source.view<Shape[]>("suggest", { text }).catch(() => []);
    if (turn !== asked || document.activeElement !== input) return;
    shapes = found;
    at = -1;
    fill(list, found.length ? found.map(option) : h("li.nothing", { role: "presentation" }, "nobody and nothing of this name"));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void suggest(), PAUSE);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", async (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (shapes.length && !list.hidden) point(at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(timer);
      if (list.hidden || at < 0) await suggest();
      pick(shapes[Math.max(at, 0)]);
    } else if (event.key === "Escape") {
      close();
    }
  });
  return { element: h("div.search", { role: "search" }, input, list), input };
}

/** A dot in the colour of a kind. */
export function dot(type: string): HTMLElement {
  const element = h("span.dot", { "aria-hidden": "true" });
  element.style.background = colourOfType(type);
  return element;
}
