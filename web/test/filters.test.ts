import assert from "node:assert/strict";
import { test } from "node:test";
import type { Picture, Told, Voice } from "../src/data.js";
import { apply, EVERYTHING, readFilter, whatIsLeft, writeFilter } from "../src/filters.js";

const told = (name: string, standing: string, ...voices: Voice[]): Told => [name, name, true, false, standing, false, voices];
const picture: Picture = {
  shapes: [
    { iri: "e/ana", label: "Ana", type: "Person", articles: 3 },
    { iri: "e/acme", label: "Acme", type: "Company", articles: 2 },
    { iri: "e/bob", label: "Bob", type: "Person", articles: 1 },
  ],
  lines: [
    {
      one: 0,
      other: 1,
      told: [
        told("ceoOf", "Accepted", [1, "2017-01-05", "Asserted", 1], [2, "2017-02-05", "Asserted", 1], [2, "2017-03-05", "Asserted", 2]),
        told("owns", "Denied", [1, "", "Denied", 3]),
      ],
    },
    { one: 0, other: 2, told: [told("spouseOf", "Reported", [2, "2017-03-01", "Alleged", 4])] },
  ],
  left: 0,
  places: null,
  groups: [0, 1, 0],
};
const [ceo] = picture.lines as [Picture["lines"][number]];

test("copies of one story are one report", () => {
  assert.equal(whatIsLeft(ceo, EVERYTHING)?.reports, 3);
  assert.equal(whatIsLeft(ceo, { ...EVERYTHING, relations: new Set(["ceoOf"]) })?.reports, 2);
  assert.equal(whatIsLeft(ceo, { ...EVERYTHING, reports: 4 }), null);
});

test("claims are filtered by outlet, stance and day; what has no day is in no period that begins", () => {
  const reports = (part: object): number | undefined => whatIsLeft(ceo, { ...EVERYTHING, ...part })?.reports;
  assert.equal(reports({ outlets: new Set([1]) }), 2);
  assert.equal(reports({ stances: new Set(["Denied"]) }), 1);
  assert.equal(reports({ since: "2017-02-05" }), 2);
  assert.equal(reports({ until: "2017-02-05" }), 1);
  assert.equal(reports({ since: "2018-01-01" }), undefined);
  assert.equal(reports({ standings: new Set(["Contested"]) }), undefined);
});

test("kinds hide ties, but never the entity in the middle", () => {
  const people = { ...EVERYTHING, types: new Set(["Person"]) };
  assert.deepEqual(apply(picture, people).map(Boolean), [false, true]);
  const companies = { ...EVERYTHING, types: new Set(["Company"]) };
  assert.deepEqual(apply(picture, companies).map(Boolean), [false, false]);
  assert.deepEqual(apply(picture, companies, 0).map(Boolean), [true, false]);
});

test("a community is shown by itself", () => {
  assert.deepEqual(apply(picture, { ...EVERYTHING, group: 0 }).map(Boolean), [false, true]);
  assert.deepEqual(apply(picture, { ...EVERYTHING, group: 1 }).map(Boolean), [false, false]);
});

test("an address holds what was chosen, and gives it back", () => {
  const filter = {
    types: new Set(["Person", "Company"]),
    relations: new Set(["ceoOf"]),
    standings: new Set<string>(),
    stances: new Set(["Denied"]),
    outlets: new Set([2, 1]),
    since: "2017-01-01",
    until: "",
    reports: 2,
    group: 3,
  };
  const written = Object.fromEntries(Object.entries(writeFilter(filter)).filter(([, value]) => value !== undefined)) as Record<string, string>;
  assert.deepEqual(written, { types: "Company,Person", relations: "ceoOf", stances: "Denied", outlets: "1,2", since: "2017-01-01", reports: "2", group: "3" });
  assert.deepEqual(readFilter(written), filter);
  assert.deepEqual(readFilter({}), { ...EVERYTHING, types: new Set(), relations: new Set(), standings: new Set(), stances: new Set(), outlets: new Set() });
});
