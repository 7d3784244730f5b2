import { basename, dirname } from "node:path";
import { listFiles, readText } from "./source-files";

const MAX_LINES = 250;

const product = [...listFiles("bot", ".ts"), ...listFiles("src", ".ts")];
const tests = [...listFiles("test", ".ts"), ...listFiles("test", ".cjs")];
const bench = [...listFiles("bench", ".ts"), ...listFiles("bench", ".cjs")];
const all = [...product, ...tests, ...bench];
/** The structure tests name what they look for. */
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

test("finds the files", () => {
  expect(product).toContain("src/main.ts");
  expect(tests).toContain("test/structure/files.test.ts");
});

test("file and folder names are kebab-case, except language tags", () => {
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

test("files are named after what they export: no utils, helpers or managers", () => {
  const drawer = /(^|[-/])(utils?|helpers?|managers?|common|misc|shared|types|index)(\.|\/|$)/;
  expect(all.filter((path) => drawer.test(path))).toEqual([]);
});

test(`no source file is longer than ${MAX_LINES} lines`, () => {
  const long = product.filter((path) => readText(path).split("\n").length - 1 > MAX_LINES);
  expect(long).toEqual([]);
});

test("there are no TODOs, and each suppression covers one line and has a reason", () => {
  const unfinished = /\b(TODO|FIXME|XXX|HACK)\b/;
  const silenced =
    /@ts-(ignore|nocheck|expect-error)|(eslint|oxlint|prettier)-(disable|ignore)(?!-next-line \S+ -- \w)/;
  expect(findLines(others, unfinished)).toEqual([]);
  expect(findLines(others, silenced)).toEqual([]);
});

test("nothing is cast to any", () => {
  expect(findLines(others, /\bas any\b|<any>/)).toEqual([]);
});

test("no test is skipped or exclusive, and there are no snapshots", () => {
  const selected = /\b(describe|test|it)\.(only|skip|todo|failing)\b|\b[fx](it|describe|test)\(/;
  expect(findLines(others, selected)).toEqual([]);
  expect(findLines(others, /toMatch(Inline)?Snapshot/)).toEqual([]);
});

test("tests mock no module and no global clock", () => {
  const pattern = /\bjest\.(mock|doMock|unstable_mockModule|useFakeTimers|setMock|retryTimes)\b/;
  expect(findLines(others, pattern)).toEqual([]);
});

test("tests read the real clock in one place, and set no time limits", () => {
  const clocks = /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bjest\.setTimeout\(/;
  const allowed = new Set(["test/support/real-clock.ts", "test/processes/local-keys.cjs"]);
  const elsewhere = tests.filter((path) => others.includes(path) && !allowed.has(path));
  expect(findLines(elsewhere, clocks)).toEqual([]);
});

test("tests wait for events, not for time to pass", () => {
  const waiting = /(?<!jest\.)\bsetTimeout\b|timers\/promises|waitForTimeout|\bAtomics\.wait\b/;
  // Both change how long timers take in a program or page.
  const allowed = new Set(["test/support/slow-clock.cjs", "test/e2e/support/sign-in-fixture.ts"]);
  const elsewhere = tests.filter((path) => others.includes(path) && !allowed.has(path));
  expect(findLines(elsewhere, waiting)).toEqual([]);
});

test("each test file mirrors the code, or is in a folder for its kind", () => {
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

test("files with tests are called .test.ts, or Jest would not run them", () => {
  const hasTests = /^(describe|test|it)(\.each)?[(<]/m;
  const silent = tests.filter(
    (path) =>
      !path.endsWith(".test.ts") &&
      !path.startsWith("test/contracts/") &&
      hasTests.test(readText(path)),
  );
  expect(silent).toEqual([]);
});
