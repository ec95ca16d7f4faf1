/** Pairs that may be one, for people to decide; what a decision changes is shown before it is kept. */

import { type App, entityAddress, type View } from "../app.js";
import { decide, type Doubt, type Effect, type Listed, type Shown, type Side, type Verdict } from "../data.js";
import { failure, fill, fillWith, h } from "../dom.js";
import type { Route } from "../route.js";
import { counted } from "../words.js";

const NAME = "newsgraph-name";

export function openReview(app: App, _: Route): View {
  const element = h("main.board", {}, h("h1", {}, "One, or two?"));
  const body = h("div", {});
  element.append(body);
  void fillWith(body, page(app, () => void fillWith(body, page(app, () => location.reload()))));
  return { title: "Review", element };
}

async function page(app: App, again: () => void): Promise<HTMLElement[]> {
  const { items, total } = await app.source.view<Listed<Doubt>>("doubts", { most: "30" });
  if (!items.length) return [h("p.nothing", {}, "No pair is in doubt.")];
  const verdicts = new Map<Doubt, Verdict["answer"]>();
  const result = h("section.effect", { "aria-live": "polite" });
  const by = h("input", { value: localStorage.getItem(NAME) ?? "", required: true, autocomplete: "name" });
  const reason = h("input", {});
  const send = async (keep: boolean): Promise<void> => {
    const all = [...verdicts].map(([{ pair }, answer]) => ({ left: pair.left.iri, right: pair.right.iri, answer }));
    if (!by.value.trim()) return by.focus();
    localStorage.setItem(NAME, by.value.trim());
    fill(result, h("p.waiting", {}, keep ? "Keeping them, and making the graph anew …" : "Trying it out …"));
    try {
      const effect = await decide(all, by.value, reason.value, keep);
      if (keep) return again();
      fill(result, ...told(effect), h("button.main", { type: "button", click: () => void send(true) }, "Keep"));
    } catch (error) {
      fill(result, failure(error));
    }
  };
  const look = h("button.main", { type: "button", disabled: true, click: () => void send(false) }, "What would change");
  const choose = (doubt: Doubt, answer: Verdict["answer"] | null): void => {
    if (answer) verdicts.set(doubt, answer);
    else verdicts.delete(doubt);
    look.disabled = !verdicts.size || !app.write;
    look.textContent = verdicts.size ? `What would change by ${counted(verdicts.size, "decision")}` : "What would change";
    fill(result);
  };
  return [
    h("p", {}, `${counted(total ?? items.length, "pair")} in doubt, those first on which most hangs.`),
    !app.write ? h("p.failure", {}, "Decisions are not taken here: start newsgraph serve --write.") : h("span", {}),
    ...items.map((doubt, number) => pair(doubt, number, (answer) => choose(doubt, answer))),
    h("form.asked.decide", { submit: (event: Event) => event.preventDefault() }, h("label", {}, "Who decides", by), h("label", {}, "Why (may be left out)", reason), look),
    result,
  ];
}

function pair(doubt: Doubt, number: number, choose: (answer: Verdict["answer"] | null) => void): HTMLElement {
  const answers: [string, Verdict["answer"] | null][] = [["same", "same"], ["different", "different"], ["skip", null]];
  return h(
    "fieldset.pair",
    {},
    h("legend", {}, `${doubt.pair.left.name} – ${doubt.pair.right.name}`),
    h("p.about", {}, `${doubt.pair.reason} · ${Math.round(doubt.pair.score * 100)} % likely one`),
    h("div.sides", {}, side(doubt.pair.left, doubt.left), side(doubt.pair.right, doubt.right)),
    h(
      "div.answers",
      {},
      ...answers.map(([text, answer]) =>
        h("label.inline", {}, h("input", { type: "radio", name: `pair-${number}`, checked: answer === null, change: () => choose(answer) }), text),
      ),
    ),
  );
}

function side(one: Side, sentences: string[]): HTMLElement {
  return h(
    "div",
    {},
    h("h4", {}, h("a", { href: entityAddress(one.iri) }, one.name), ` · ${counted(one.articles, "article")}`),
    ...sentences.map((sentence) => h("p.sentence", {}, sentence)),
  );
}

function told(effect: Effect): HTMLElement[] {
  const line = (shown: Shown): string => `${shown.name} · ${counted(shown.articles, "article")}`;
  const lines = [
    ...effect.gone.map((each) => h("li", {}, `goes: ${line(each)}`)),
    ...effect.new.map((each) => h("li", {}, `comes: ${line(each)}`)),
    ...effect.changed.map(([before, after]) => h("li", {}, `changes: ${line(before)}, then ${line(after)}`)),
  ];
  return [h("h2", {}, "What would change"), lines.length ? h("ul", {}, ...lines) : h("p", {}, "No entity; the pair is asked no more.")];
}
