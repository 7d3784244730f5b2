import { basename, dirname } from "node:path";
import { listFiles, readText } from "./source-files";

const MAX_LINES = 300;

const product = [...listFiles("bot", ".ts"), ...listFiles("src", ".ts")];
const tests = [...listFiles("test", ".ts"), ...listFiles("test", ".cjs")];
const all = [...product, ...tests];
/** This file names what it looks for. */
const others = all.filter((path) => !path.startsWith("test/structure/"));

/** Every line that matches, as `path:line: text`. */
function findLines(paths: string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    readText(path)
      .split("\n")
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
      ),
  );
}

test("the files are found", () => {
  expect(product).toContain("src/main.ts");
  expect(tests).toContain("test/structure/files.test.ts");
});

test("files and folders have kebab-case names; only a language tag has capitals", () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.slow)?(\.test)?\.(ts|cjs)$/;
  const tag = /^(zh-CN|pt-BR)\.ts$/;
  const folder = /^(\.|[a-z0-9]+(-[a-z0-9]+)*)$/;
  const isWellNamed = (path: string) =>
    (kebab.test(basename(path)) || (tag.test(basename(path)) && path.includes("locales/"))) &&
    dirname(path)
      .split("/")
      .every((part) => folder.test(part));
  expect(all.filter((path) => !isWellNamed(path))).toEqual([]);
});

test("a file is named after what it exports, not after a drawer: no utils, helpers or managers", () => {
  const drawer = /(^|[-/])(utils?|helpers?|managers?|common|misc|shared|types|index)(\.|\/|$)/;
  expect(all.filter((path) => drawer.test(path))).toEqual([]);
});

test(`a file that is longer than ${MAX_LINES} lines says in its first comment why`, () => {
  const long = product.filter((path) => readText(path).split("\n").length - 1 > MAX_LINES);
  expect(long.filter((path) => !/^(\/\/|\/\*\*).*\blines\b/s.test(readText(path)))).toEqual([]);
});

test("nothing is left to be done, and no rule is switched off but for one line and a reason", () => {
  const unfinished = /\b(TODO|FIXME|XXX|HACK)\b/;
  const silenced =
    /@ts-(ignore|nocheck|expect-error)|(eslint|oxlint|prettier)-(disable|ignore)(?!-next-line \S+ -- \w)/;
  expect(findLines(others, unfinished)).toEqual([]);
  expect(findLines(others, silenced)).toEqual([]);
});

test("nothing is cast to any", () => {
  expect(findLines(others, /\bas any\b|<any>/)).toEqual([]);
});

test("no test is left out or alone, and none is replaced by a snapshot", () => {
  const selected = /\b(describe|test|it)\.(only|skip|todo|failing)\b|\b[fx](it|describe|test)\(/;
  expect(findLines(others, selected)).toEqual([]);
  expect(findLines(others, /toMatch(Inline)?Snapshot/)).toEqual([]);
});

test("tests replace no module, and no clock but their own", () => {
  const pattern = /\bjest\.(mock|doMock|unstable_mockModule|useFakeTimers|setMock|retryTimes)\b/;
  expect(findLines(others, pattern)).toEqual([]);
});

test("tests read the real clock in one place, and set no time limit", () => {
  const clocks = /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bjest\.setTimeout\(/;
  const allowed = new Set(["test/support/real-clock.ts", "test/processes/local-keys.cjs"]);
  const elsewhere = tests.filter((path) => others.includes(path) && !allowed.has(path));
  expect(findLines(elsewhere, clocks)).toEqual([]);
});

test("tests wait for what happens, not for time to pass", () => {
  const waiting = /(?<!jest\.)\bsetTimeout\b|timers\/promises|waitForTimeout|\bAtomics\.wait\b/;
  // Both change how long the timers of a program or a page take.
  const allowed = new Set(["test/support/slow-clock.cjs", "test/e2e/support/sign-in-fixture.ts"]);
  const elsewhere = tests.filter((path) => others.includes(path) && !allowed.has(path));
  expect(findLines(elsewhere, waiting)).toEqual([]);
});

test("every test file lies where the code that it tests lies, or in a folder of its own kind", () => {
  const kinds = new Set(
    ["contracts", "e2e", "fixtures", "processes", "structure", "support"].concat(
      ["manifest", "env", "infra", "bench"], // top-level folders that hold no code of the product
    ),
  );
  const mirrored = new Set(product.map((path) => dirname(path).replace(/^src(\/|$)/, "")));
  const lost = tests.filter((path) => {
    const folder = dirname(path).replace(/^test(\/|$)/, "");
    return !mirrored.has(folder) && !kinds.has(folder.split("/")[0] ?? "");
  });
  expect(lost).toEqual([]);
});

test("what bears tests is called .test.ts, or Jest would not run it", () => {
  const hasTests = /^(describe|test|it)(\.each)?[(<]/m;
  const silent = tests.filter(
    (path) =>
      !path.endsWith(".test.ts") &&
      !path.startsWith("test/contracts/") &&
      hasTests.test(readText(path)),
  );
  expect(silent).toEqual([]);
});
