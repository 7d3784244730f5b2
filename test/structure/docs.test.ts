import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { listFiles, readText, ROOT } from "./source-files";

const README_LINES = 150;
const FOLDER_README_LINES = 80;

const folders = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => !["node_modules", "dist", "artifacts", ".git"].includes(name));
const docs = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  ...folders.flatMap((folder) => listFiles(folder, ".md")),
].filter((path) => existsSync(join(ROOT, path)));

/** Ignored by git: documents may name it even if it isn't there. */
const ignored = new Set(
  readText(".gitignore")
    .split("\n")
    .map((line) => line.replaceAll("/", "")),
);

/** Without code blocks, which hold no references. */
function proseOf(path: string): string {
  return readText(path).replace(/^```[\s\S]*?^```/gm, "");
}

const fileNames = new Set(
  folders.flatMap((folder) => listFiles(folder)).map((path) => basename(path)),
);

/** Relative to the document or the root; a bare name may be any file's. */
function exists(path: string, document: string): boolean {
  if (fileNames.has(path)) return true;
  return [dirname(document), "."].some((from) => existsSync(join(ROOT, from, path)));
}

/** `src/graph/`, `test/bot/meet.test.ts`, `main.ts`; not a URL, media type or `<placeholder>`. */
function looksLikePath(text: string): boolean {
  if (!/^\.?[\w-][\w.-]*(\/[\w.-]+)*\/?$/.test(text)) return false;
  const [first = ""] = text.split("/");
  if (ignored.has(first)) return false;
  return (
    /\.(ts|js|mjs|cjs|json|md|yml|yaml|bicep|svg|png)$/.test(text) ||
    (text.includes("/") && (folders.includes(first) || text.endsWith("/")))
  );
}

test("finds the documents", () => {
  expect(docs.length).toBeGreaterThan(1);
});

describe.each(docs)("%s", (document) => {
  test("only names files and folders that exist", () => {
    const named = [...proseOf(document).matchAll(/`([^`\n]+)`/g)].map(([, text = ""]) => text);
    const missing = named.filter((text) => looksLikePath(text) && !exists(text, document));
    expect(missing).toEqual([]);
  });

  test("only names scripts of package.json", () => {
    const { scripts } = JSON.parse(readText("package.json")) as { scripts: object };
    const named = [...readText(document).matchAll(/npm run ([a-z][\w:-]*)(?!…)/g)];
    const missing = named.map(([, name = ""]) => name).filter((name) => !(name in scripts));
    expect(missing).toEqual([]);
  });

  test("only links to files and headings that exist", () => {
    const links = [...proseOf(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
    const broken = links.filter((link) => {
      if (/^(https?|mailto):/.test(link)) return false;
      const [path = "", anchor] = link.split("#");
      const target = path ? join(dirname(document), path) : document;
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !headingsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

/** The anchors that GitHub generates. */
function headingsOf(path: string): string[] {
  return [...readFileSync(join(ROOT, path), "utf8").matchAll(/^#+ (.+)$/gm)].map(([, text = ""]) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test(`README.md has fewer than ${README_LINES} lines, and a folder's README at most ${FOLDER_README_LINES}`, () => {
  const long = docs.filter((path) => {
    const lines = readText(path).split("\n").length - 1;
    if (path === "README.md") return lines >= README_LINES;
    return path.endsWith("/README.md") && lines > FOLDER_README_LINES;
  });
  expect(long).toEqual([]);
});

test("every top-level folder has a README", () => {
  const known = ["bot", "manifest", "src", "test", "env", "infra", "bench"];
  const without = known.filter(
    (name) => folders.includes(name) && readdirSync(join(ROOT, name)).length > 0,
  );
  expect(without.filter((name) => !docs.includes(`${name}/README.md`))).toEqual([]);
});
