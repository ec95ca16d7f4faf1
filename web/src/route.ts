/** Addresses within the page: `#/e/jared-kushner-4ed6fb46?with=…`; each view has one, so that it can be shared. */

export interface Route {
  /** "e", "a", "map", … ; "" for the start. */
  page: string;
  /** What is shown: the id of an entity or article. */
  id: string;
  asked: Record<string, string>;
}

export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [page = "", ...rest] = path.split("/");
  return { page, id: decodeURIComponent(rest.join("/")), asked: Object.fromEntries(new URLSearchParams(query)) };
}

export function writeRoute(page: string, id = "", asked: Record<string, string | undefined> = {}): string {
  const kept = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  const path = [page, id && encodeURIComponent(id)].filter(Boolean).join("/");
  return `#/${path}${query ? `?${query}` : ""}`;
}

/** The id of an entity or article from its IRI: what stands after the last slash. */
export function idOf(iri: string): string {
  return iri.slice(iri.lastIndexOf("/") + 1);
}
