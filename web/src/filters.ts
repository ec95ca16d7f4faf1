/** Which ties are shown: by kind of entity, relation, standing, stance, outlet, day, independent reports. */

import type { Line, Picture, Told, Voice } from "./data.js";

/** What is wanted; an empty set or text leaves that open. */
export interface Filter {
  types: ReadonlySet<string>;
  relations: ReadonlySet<string>;
  standings: ReadonlySet<string>;
  stances: ReadonlySet<string>;
  outlets: ReadonlySet<number>;
  since: string;
  until: string;
  reports: number;
  /** The number of a community of the picture; `null`: all. */
  group: number | null;
}

const NOTHING: ReadonlySet<never> = new Set<never>();
export const EVERYTHING: Filter = {
  types: NOTHING,
  relations: NOTHING,
  standings: NOTHING,
  stances: NOTHING,
  outlets: NOTHING,
  since: "",
  until: "",
  reports: 1,
  group: null,
};

/** What is left of a line: its statements and events, and the number of independent reports of them together. */
export interface Left {
  told: Told[];
  reports: number;
}

function holds<Value>(wanted: ReadonlySet<Value>, value: Value): boolean {
  return wanted.size === 0 || wanted.has(value);
}

function isHeard([outlet, day, stance]: Voice, filter: Filter): boolean {
  if (filter.since && day < filter.since) return false;
  if (filter.until && (day || "9") > filter.until) return false;
  return holds(filter.stances, stance) && holds(filter.outlets, outlet);
}

/** What of a line a filter lets through; `null`: nothing, or in too few independent reports. */
export function whatIsLeft(line: Line, filter: Filter): Left | null {
  const told: Told[] = [];
  const origins = new Set<number>();
  for (const [iri, name, forward, mutual, standing, former, voices] of line.told) {
    if (!holds(filter.relations, name) || !holds(filter.standings, standing)) continue;
    const heard = voices.filter((voice) => isHeard(voice, filter));
    if (!heard.length) continue;
    told.push([iri, name, forward, mutual, standing, former, heard]);
    for (const voice of heard) origins.add(voice[3]);
  }
  return origins.size >= filter.reports && told.length ? { told, reports: origins.size } : null;
}

/** What is left of each line, by its place; `null` also where an end is of a kind that is not wanted. */
export function apply(picture: Picture, filter: Filter, always: number | null = null): (Left | null)[] {
  const isIn = (place: number): boolean => filter.group === null || picture.groups?.[place] === filter.group;
  const isWanted = picture.shapes.map((shape, place) => place === always || (holds(filter.types, shape.type) && isIn(place)));
  return picture.lines.map((line) =>
    isWanted[line.one] && isWanted[line.other] ? whatIsLeft(line, filter) : null,
  );
}

const SETS = ["types", "relations", "standings", "stances"] as const;

/** A filter from an address; what it does not name is open. */
export function readFilter(asked: Record<string, string>): Filter {
  const split = (text: string | undefined): string[] => (text ? text.split(",") : []);
  const sets = Object.fromEntries(SETS.map((name) => [name, new Set(split(asked[name]))]));
  return {
    ...EVERYTHING,
    ...sets,
    outlets: new Set(split(asked.outlets).map(Number)),
    since: asked.since ?? "",
    until: asked.until ?? "",
    reports: Math.max(1, Number(asked.reports) || 1),
    group: asked.group ? Number(asked.group) : null,
  };
}

/** The same the other way; `undefined` where it is open, so that an address holds only what was chosen. */
export function writeFilter(filter: Filter): Record<string, string | undefined> {
  const joined = (values: ReadonlySet<string | number>): string | undefined =>
    values.size ? [...values].sort().join(",") : undefined;
  return {
    ...Object.fromEntries(SETS.map((name) => [name, joined(filter[name])])),
    outlets: joined(filter.outlets),
    since: filter.since || undefined,
    until: filter.until || undefined,
    reports: filter.reports > 1 ? String(filter.reports) : undefined,
    group: filter.group === null ? undefined : String(filter.group),
  };
}
