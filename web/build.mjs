// Makes the explorer's files, `node build.mjs FOLDER`, or its tests, `node build.mjs --tests`.
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const [target] = process.argv.slice(2);

if (target === "--tests") {
  const tests = (await readdir(join(here, "test"))).filter((name) => name.endsWith(".test.ts"));
  await rm(join(here, "build"), { recursive: true, force: true });
  await build({
    entryPoints: tests.map((name) => join(here, "test", name)),
    outdir: join(here, "build"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
  });
} else {
  const out = target ?? join(here, "..", "src", "newsgraph", "views", "static");
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await build({
    entryPoints: { app: join(here, "src", "main.ts"), style: join(here, "src", "style.css") },
    outdir: out,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2022"],
    legalComments: "eof",
  });
  for (const name of ["index.html", "icon.svg"]) await cp(join(here, "src", name), join(out, name));
}
