import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DOCUMENTS, FOLDERS, proseOf, readInlineCode } from "./documents";
import { listFiles, readText, ROOT } from "./source-files";

const README_LINES = 120;
const FOLDER_README_LINES = 80;

/** Ignored by git: documents may name it even if it isn't there. */
const ignored = new Set(
  readText(".gitignore")
    .split("\n")
    .map((line) => line.replaceAll("/", "")),
);

const fileNames = new Set(
  FOLDERS.flatMap((folder) => listFiles(folder)).map((path) => basename(path)),
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
    (text.includes("/") && (FOLDERS.includes(first) || text.endsWith("/")))
  );
}

test("finds the documents", () => {
  expect(DOCUMENTS).toEqual(expect.arrayContaining(["README.md", "docs/using.md"]));
});

describe.each(DOCUMENTS)("%s", (document) => {
  test("only names files and folders that exist", () => {
    const missing = readInlineCode(document).filter(
      (text) => looksLikePath(text) && !exists(text, document),
    );
    expect(missing).toEqual([]);
  });

  test("only links to files, pictures and headings that exist", () => {
    const links = [...proseOf(document).matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(
      ([, link, picture]) => link ?? picture ?? "",
    );
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
  const long = DOCUMENTS.filter((path) => {
    const lines = readText(path).split("\n").length - 1;
    if (path === "README.md") return lines >= README_LINES;
    return path.endsWith("/README.md") && lines > FOLDER_README_LINES;
  });
  expect(long).toEqual([]);
});

test("every top-level folder has a README", () => {
  const known = ["bot", "manifest", "src", "test", "env", "infra", "bench"];
  const without = known.filter(
    (name) => FOLDERS.includes(name) && readdirSync(join(ROOT, name)).length > 0,
  );
  expect(without.filter((name) => !DOCUMENTS.includes(`${name}/README.md`))).toEqual([]);
});

test("README.md links to every page in docs/", () => {
  const pages = DOCUMENTS.filter((path) => path.startsWith("docs/"));
  expect(pages.filter((path) => !readText("README.md").includes(`](${path})`))).toEqual([]);
});
