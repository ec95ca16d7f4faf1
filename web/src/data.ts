/** What the server tells, and where it is asked: the shapes here are those of `newsgraph.views`. */

export interface Shape {
  iri: string;
  label: string;
  type: string;
  articles: number;
}
/** One claim: number of its outlet, ISO day or "", stance, number of its origin. */
export type Voice = [outlet: number, day: string, stance: string, origin: number];
/** IRI, relation or event type, whether it leads from the line's first end, whether its direction says nothing. */
export type Told = [
  iri: string,
  name: string,
  forward: boolean,
  mutual: boolean,
  standing: string,
  former: boolean,
  voices: Voice[],
];
export interface Line {
  one: number;
  other: number;
  told: Told[];
}
export interface Picture {
  shapes: Shape[];
  lines: Line[];
  left: number;
  places: [number, number][] | null;
  groups: number[] | null;
}
export interface Corpus {
  version: string;
  base: string;
  articles: number;
  entities: number;
  ties: number;
  first: string;
  last: string;
  outlets: string[];
  types: string[];
  labels: Record<string, string>;
  stances: string[];
  standings: string[];
  best: Shape[];
}
export interface Place {
  headline: string;
  outlet: string;
  date: string;
}
export interface Statement {
  iri: string;
  what: string;
  standing: string;
  former: boolean;
  reports: number;
  articles: number;
  first: string;
  last: string;
  sentence: string;
  article: string;
  place: Place;
}
export interface Claim {
  iri: string;
  source: string;
  source_iri: string;
  stance: string;
  certainty: string;
  said: string;
  sentence: string;
  article: string;
  begin: number;
  end: number;
  cue_begin: number;
  cue_end: number;
  place: Place;
}
export interface Quoted {
  claim: Claim;
  before: string;
  after: string;
  origin: string;
  denies: boolean;
}
export interface Evidence {
  told: Statement;
  claims: Quoted[];
}
export interface Naming {
  name: string;
  articles: number;
  score: number;
  reason: string;
}
export interface Other {
  iri: string;
  name: string;
  articles: number;
  score: number;
  reason: string;
}
export interface Known {
  entry: string;
  name: string;
  about: string;
  score: number;
  chosen: boolean;
  wikidata: string;
}
export interface Portrait {
  shape: Shape;
  mentions: number;
  identity: { aliases: string[]; names: Naming[]; others: Other[]; candidates: Known[] };
  posts: { name: string; told: Statement }[];
  latitude: string;
  longitude: string;
}
export interface Listed<Item> {
  items: Item[];
  /** How long the list is; `null`: longer than what is shown. */
  total: number | null;
}
export interface Moment {
  day: string;
  dated: string;
  told: Statement;
}
export interface Contradiction {
  told: Statement;
  asserted: Claim[];
  denied: Claim[];
}
export interface Page {
  iri: string;
  place: Place;
  url: string;
  text: string;
  marks: { begin: number; end: number; iri: string; label: string }[];
  claims: Claim[];
  copies: { article: string; place: Place }[];
}
export interface Step {
  source: string;
  source_iri: string;
  target: string;
  target_iri: string;
  told: Statement[];
  together: number;
  places: Place[];
}
export interface Chain {
  steps: Step[];
  reports: number;
}
export interface Side {
  iri: string;
  name: string;
  articles: number;
}
export interface Doubt {
  pair: { left: Side; right: Side; score: number; reason: string };
  left: string[];
  right: string[];
}
export interface Parameter {
  name: string;
  type: string;
  default: string | null;
  meaning: string;
}
export interface NamedQuery {
  name: string;
  title: string;
  description: string;
  parameters: Parameter[];
  sparql: string;
}
export interface Term {
  type: string;
  value: string;
  datatype?: string;
}
export interface Rows {
  head: { vars?: string[] };
  results?: { bindings: Record<string, Term>[] };
  boolean?: boolean;
}
export interface Verdict {
  left: string;
  right: string;
  answer: "same" | "different";
}
export interface Shown {
  id: string;
  name: string;
  type: string;
  articles: number;
}
export interface Effect {
  gone: Shown[];
  new: Shown[];
  changed: [Shown, Shown][];
  kept: boolean;
}

export type Asked = Record<string, string>;

/** Where views come from: a server, or the page itself. */
export interface Source {
  /** What a view shows; fails with the reason in one line. */
  view<Shown>(name: string, asked?: Asked): Promise<Shown>;
  /** Whether a server is there, for searches, queries and decisions. */
  live: boolean;
}

/** The name under which a page that stands alone holds the answer of a view. */
export function answerKey(name: string, asked: Asked = {}): string {
  const pairs = Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1));
  return [name, ...pairs.map(([key, value]) => `${key}=${value}`)].join(" ");
}

async function read(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error((await response.text()).trim() || response.statusText);
  return response.json();
}

export const server: Source = {
  live: true,
  async view<Shown>(name: string, asked: Asked = {}): Promise<Shown> {
    return (await read(await fetch(`api/${name}?${new URLSearchParams(asked)}`))) as Shown;
  },
};

/** The answers that a page carries with it. */
export function carried(answers: Record<string, unknown>): Source {
  return {
    live: false,
    async view<Shown>(name: string, asked: Asked = {}): Promise<Shown> {
      const found = answers[answerKey(name, asked)];
      if (found === undefined) throw new Error("this is not in the part that was exported");
      return found as Shown;
    },
  };
}

export async function askSparql(query: string): Promise<Rows> {
  const headers = { Accept: "application/sparql-results+json", "Content-Type": "application/sparql-query" };
  return (await read(await fetch("sparql", { method: "POST", headers, body: query }))) as Rows;
}

export async function decide(verdicts: Verdict[], by: string, reason: string, keep: boolean): Promise<Effect> {
  const body = JSON.stringify({ verdicts, by, reason, keep });
  const headers = { "Content-Type": "application/json" };
  return (await read(await fetch("api/decisions", { method: "POST", headers, body }))) as Effect;
}
