/** How things are put into words. */

import type { Corpus, Place } from "./data.js";

/** `counted(1, "article")` -> "1 article". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;
}

/** "NewsOutlet" -> "news outlet". */
export function inWords(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Outlet and day, what is known of them. */
export function whereAndWhen(place: Place): string {
  return [place.outlet, place.date].filter(Boolean).join(" · ") || "no date";
}

/** The relation or event type as a reader says it. */
export function labelOf(corpus: Corpus, name: string): string {
  return corpus.labels[name] ?? inWords(name);
}

/** A part of a text by code points, as the graph counts: a letter outside the basic plane counts once. */
export function codePoints(text: string): (begin: number, end?: number) => string {
  const points = Array.from(text);
  return points.length === text.length
    ? (begin, end) => text.slice(begin, end)
    : (begin, end) => points.slice(begin, end).join("");
}
