/** Elements made in place. Texts become text nodes, never markup: what articles say cannot act. */

type Child = Node | string | number | null | undefined | false | Child[];
type Values = Record<string, string | number | boolean | ((event: never) => void) | undefined>;

/** `h("a.link", { href: "#/" }, "Home")`: tag, classes; functions are listeners, `true` sets an empty attribute. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  spec: Tag | `${Tag}.${string}`,
  values: Values = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const [tag, ...classes] = spec.split(".");
  const element = document.createElement(tag as Tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "function") element.addEventListener(name, value as EventListener);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  append(element, children);
  return element;
}

function append(parent: Node, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child);
    else if (child instanceof Node) parent.appendChild(child);
    else if (child !== null && child !== undefined && child !== false) {
      parent.appendChild(document.createTextNode(String(child)));
    }
  }
}

/** Puts children in the place of all that an element held. */
export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

/** Fills an element with what comes, says that it is coming, and says in its place why it does not. */
export async function fillWith(parent: Element, coming: Promise<Child>): Promise<void> {
  const token = String(Math.random());
  parent.setAttribute("data-coming", token);
  parent.setAttribute("aria-busy", "true");
  const late = setTimeout(() => isCurrent() && fill(parent, h("p.waiting", {}, "One moment …")), 250);
  const isCurrent = (): boolean => parent.getAttribute("data-coming") === token;
  try {
    const child = await coming;
    if (isCurrent()) fill(parent, child);
  } catch (error) {
    if (isCurrent()) fill(parent, failure(error));
  } finally {
    clearTimeout(late);
    if (isCurrent()) parent.removeAttribute("aria-busy");
  }
}

export function failure(error: unknown): HTMLElement {
  return h("p.failure", { role: "alert" }, error instanceof Error ? error.message : String(error));
}

/** Saves a file from the page. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
