/** What is shown, taken away: a table, a network for Gephi. */

import type { Corpus, Picture, Shape } from "./data.js";
import type { Left } from "./filters.js";
import { colourOfType } from "./colours.js";
import { labelOf } from "./words.js";

/** What makes a spreadsheet take a text for a formula, also in the wide forms of East Asian keyboards. */
const FORMULA = /^[=+\-@＝＋－＠]/u;
// control characters that XML does not allow
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export function csv(rows: (string | number)[][]): string {
  return rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const line = value.replace(/\s+/g, " ").trim();
  const safe = FORMULA.test(line) ? `'${line}` : line;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A statement or event between two entities, in its direction. */
export interface Tie {
  source: Shape;
  target: Shape;
  name: string;
  standing: string;
  former: boolean;
  reports: number;
  days: string[];
  iri: string;
}

/** Each statement and event that is shown, in its direction. */
export function tiesShown(picture: Picture, left: readonly (Left | null)[]): Tie[] {
  return picture.lines.flatMap((line, place) =>
    (left[place]?.told ?? []).map(([iri, name, forward, , standing, former, voices]) => {
      const [one, other] = [picture.shapes[line.one]!, picture.shapes[line.other]!];
      const [source, target] = forward ? [one, other] : [other, one];
      const reports = new Set(voices.map((voice) => voice[3])).size;
      const days = voices.map((voice) => voice[1]).filter(Boolean).sort();
      return { source, target, name, standing, former, reports, days, iri };
    }),
  );
}

export function asTable(corpus: Corpus, picture: Picture, left: readonly (Left | null)[]): string {
  const titles = ["source", "relation", "target", "standing", "formerly", "independent reports", "first", "last", "iri"];
  const rows = tiesShown(picture, left).map((tie) => [
    tie.source.label,
    labelOf(corpus, tie.name),
    tie.target.label,
    tie.standing,
    tie.former ? "yes" : "no",
    tie.reports,
    tie.days[0] ?? "",
    tie.days.at(-1) ?? "",
    tie.iri,
  ]);
  return csv([titles, ...rows]);
}

function escaped(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(NOT_XML, " ").replace(/[&<>"]/g, (letter) => entities[letter]!);
}

function channels(colour: string): [number, number, number] {
  const number = parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** GEXF 1.3 with the places, sizes and colours of the picture; parallel ties are told apart by their kind. */
export function asGexf(
  picture: Picture,
  left: readonly (Left | null)[],
  corpus: Corpus,
  placeOf: (iri: string) => { x: number; y: number; size: number },
): string {
  const ties = tiesShown(picture, left);
  const shown = new Map(ties.flatMap((tie) => [tie.source, tie.target]).map((shape) => [shape.iri, shape]));
  const nodes = [...shown.values()].map((shape) => {
    const { x, y, size } = placeOf(shape.iri);
    const [r, g, b] = channels(colourOfType(shape.type));
    return (
      `<node id="${escaped(shape.iri)}" label="${escaped(shape.label)}"><attvalues>` +
      `<attvalue for="entity type" value="${escaped(shape.type)}"/><attvalue for="articles" value="${shape.articles}"/></attvalues>` +
      `<viz:color r="${r}" g="${g}" b="${b}"/><viz:position x="${x.toFixed(3)}" y="${y.toFixed(3)}" z="0"/>` +
      `<viz:size value="${size.toFixed(2)}"/></node>`
    );
  });
  const edges = ties.map(
    (tie, place) =>
      `<edge id="${place}" source="${escaped(tie.source.iri)}" target="${escaped(tie.target.iri)}" type="directed" ` +
      `kind="${escaped(tie.name)}" label="${escaped(labelOf(corpus, tie.name))}" weight="${tie.reports}"><attvalues>` +
      `<attvalue for="standing" value="${escaped(tie.standing)}"/>` +
      `<attvalue for="statement" value="${escaped(tie.iri)}"/></attvalues></edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3" version="1.3">',
    "<meta><creator>newsgraph</creator></meta>",
    '<graph mode="static" defaultedgetype="directed" idtype="string">',
    '<attributes class="node"><attribute id="entity type" title="entity type" type="string"/>' +
      '<attribute id="articles" title="articles" type="long"/></attributes>',
    '<attributes class="edge"><attribute id="standing" title="standing" type="string"/>' +
      '<attribute id="statement" title="statement" type="string"/></attributes>',
    `<nodes count="${nodes.length}">`,
    ...nodes,
    `</nodes><edges count="${edges.length}">`,
    ...edges,
    "</edges></graph></gexf>",
    "",
  ].join("\n");
}
