import assert from "node:assert/strict";
import { test } from "node:test";
import { answerKey } from "../src/data.js";
import { csv } from "../src/exporting.js";
import { idOf, readRoute, writeRoute } from "../src/route.js";
import { codePoints, counted, inWords } from "../src/words.js";

test("offsets count code points", () => {
  assert.equal(codePoints("plain text")(0, 5), "plain");
  assert.equal(codePoints("🎈🎈 Ana")(3, 6), "Ana");
});

test("a spreadsheet runs nothing, and cells stay one", () => {
  assert.equal(csv([["=1+1", "a,b", 'say "no"', "two\nlines", -3]]), `'=1+1,"a,b","say ""no""",two lines,-3\r\n`);
  assert.equal(csv([["＝SUM(A1)", "@x", "-x", " +x"]]), "'＝SUM(A1),'@x,'-x,'+x\r\n");
});

test("addresses lead back to where they came from", () => {
  const written = writeRoute("e", "ana costa/1", { with: "a~b", since: "", most: undefined, types: "Person,Company" });
  assert.equal(written, "#/e/ana%20costa%2F1?types=Person%2CCompany&with=a%7Eb");
  assert.deepEqual(readRoute(written), { page: "e", id: "ana costa/1", asked: { types: "Person,Company", with: "a~b" } });
  assert.deepEqual(readRoute(""), { page: "", id: "", asked: {} });
  assert.equal(idOf("https://newsgraph.example/e/ana-1"), "ana-1");
});

test("numbers and names are put into words", () => {
  assert.equal(counted(1, "article"), "1 article");
  assert.equal(counted(12345, "entity", "entities"), "12,345 entities");
  assert.equal(inWords("NewsOutlet"), "news outlet");
});

test("a carried answer has one name, whatever the order of what is asked", () => {
  assert.equal(answerKey("between", { other: "b", one: "a" }), "between one=a other=b");
  assert.equal(answerKey("corpus"), "corpus");
});
