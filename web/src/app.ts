/** What every page needs: where views come from, what the corpus is, and how addresses are made. */

import type { Corpus, Portrait, Source } from "./data.js";
import { idOf, type Route, writeRoute } from "./route.js";

export interface App {
  source: Source;
  corpus: Corpus;
  /** Whether decisions can be taken. */
  write: boolean;
}

/** A page that is open: its element, and what happens when its address changes or it is left. */
export interface View {
  title: string;
  element: HTMLElement;
  /** Follows another address; false: a new page is needed. */
  follow?(route: Route): boolean;
  close?(): void;
}

export type Opener = (app: App, route: Route) => View;

/** What an entity is called, by its IRI; the IRI where the graph does not know it. */
export async function nameOf(app: App, iri: string): Promise<string> {
  return app.source.view<Portrait>("entity", { entity: iri }).then(({ shape }) => shape.label, () => iri);
}

export const entityIri = (app: App, id: string): string => `${app.corpus.base}e/${id}`;
export const articleIri = (app: App, id: string): string => `${app.corpus.base}a/${id}`;
export const entityAddress = (iri: string, asked: Record<string, string | undefined> = {}): string =>
  writeRoute("e", idOf(iri), asked);
/** The page of an article, open at a place in code points. */
export const articleAddress = (iri: string, begin?: number, end?: number): string =>
  writeRoute("a", idOf(iri), { at: begin === undefined ? undefined : `${begin}-${end}` });
