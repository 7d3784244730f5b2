import { proseOf } from "./documents";
import { listFiles, readText } from "./source-files";

/** Words that no one uses in technical English today, or that have a plainer equivalent. */
const BANNED: RegExp[] = [
  /\b(?:no|some)body\b|\bwho(?:m|so)?ever\b|\bwhom\b/,
  /\banew\b|\bfor ever\b|\bhitherto\b|\bwhereby\b|\bwherein\b|\bthereby\b|\blest\b|\bnought\b/,
  /\bmend(?:s|ed|ing)?\b|\breckon\w*|\bbears?\b|\bbeside\b|\bbesides what\b/,
  /(?<!\bthere )\b(?:is|are|was|were|be) no\b(?! longer\b| more than\b)/,
  /\b(?:is|are|was|were|be) told\b/,
  /\bof (?:ours|one's own|its own|their own)\b|\bone's own\b/,
  /\bset-up\b|\ball of (?:it|them) that\b|\bhas yet to\b|\bhave yet to\b|\bon its own behalf\b/,
  /\bsealed?\b|\bseals\b|\bsealing\b(?!_KEY|[ -]key)/,
  /\btidings\b|\bmeanwhile's\b|\bof late\b|\bbefore long\b|\bas good as\b/,
];
const METAPHORS = /^(?:door|gate|keeper|world|tend|tended|tender)$/;

interface Passage {
  line: number;
  text: string;
}

const TITLE =
  /\b(?:test|it|describe)(?:\.each(?:<[^(]*>)?\([^]*?\))?\(\s*(?:"((?:[^"\\\n]|\\.)*)"|`([^`]*)`)/g;
const LOG_MESSAGE = /\blog\.(?:debug|info|warn|error)\([^]*?,\s*"((?:[^"\\\n]|\\.)*)"/g;

/** Comments, test titles and log messages: other strings are user-visible text or data. */
function readPassages(path: string): Passage[] {
  const source = readText(path);
  if (path.endsWith(".md")) {
    return source.split("\n").map((text, index) => ({ line: index + 1, text }));
  }
  const found: { at: number; text: string }[] = readComments(source);
  for (const pattern of [TITLE, LOG_MESSAGE]) {
    for (const match of source.matchAll(pattern)) {
      found.push({ at: match.index, text: match[1] ?? match[2] ?? "" });
    }
  }
  return found.flatMap(({ at, text }) => {
    const first = source.slice(0, at).split("\n").length;
    return text.split("\n").map((part, index) => ({ line: first + index, text: part }));
  });
}

/** Skips strings, templates and regular expressions well enough for this repository's code. */
function readComments(source: string): { at: number; text: string }[] {
  const token =
    /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|(?<=[(,=:[!&|?{};\n]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/g;
  return [...source.matchAll(token)]
    .filter(([text]) => text.startsWith("//") || text.startsWith("/*"))
    .map((match) => ({ at: match.index, text: match[0] }));
}

function explain(path: string): string[] {
  return readPassages(path).flatMap(({ line, text }) => {
    const prose = text.replace(/`[^`]*`|https?:\S+|“[^”]*”/g, "");
    const word = BANNED.map((pattern) => new RegExp(pattern, "i").exec(prose)?.[0]).find(Boolean);
    return word ? [`${path}:${line}: “${word}” in: ${text.trim()}`] : [];
  });
}

function explainNames(path: string): string[] {
  const base = path.split("/").at(-1) ?? "";
  return base
    .split(/[-.]/)
    .filter((part) => METAPHORS.test(part))
    .map((part) => `${path}: “${part}” is a metaphor: use the field's term.`);
}

const files = [
  ...["bot", "src", "test", "bench"].flatMap((folder) =>
    listFiles(folder, ".ts").concat(listFiles(folder, ".cjs")),
  ),
  ...["bot", "src", "test", "bench", "env", "infra", "manifest", "docs"].flatMap((folder) =>
    listFiles(folder, ".md"),
  ),
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
].filter((path) => path !== "test/structure/english.test.ts");

test("comments, titles, log messages and docs use plain words", () => {
  expect(files.flatMap(explain)).toEqual([]);
});

test("file names use the field's terms, not metaphors", () => {
  expect(files.flatMap(explainNames)).toEqual([]);
});

const MAX_WORDS = 25;

/** The sentences of a page, including those in tables and lists. A piece of code counts as a word. */
function readSentences(path: string): string[] {
  return proseOf(path)
    .replace(/<img[^>]*>/g, "")
    .replace(/`[^`\n]+`/g, "code")
    .replace(/\]\([^)]*\)/g, "]")
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)|\|/)
    .flatMap((block) => block.trim().split(/(?<=[.!?:]["”*]*)\s+/));
}

const pages = ["README.md", ...listFiles("docs", ".md")];

test(`no sentence in README.md and docs/ has more than ${MAX_WORDS} words`, () => {
  const sentences = pages.flatMap((path) => readSentences(path).map((text) => ({ path, text })));
  expect(sentences.length).toBeGreaterThan(100);
  const isLong = (text: string) =>
    text.split(/\s+/).filter((word) => /\w/.test(word)).length > MAX_WORDS;
  expect(sentences.filter(({ text }) => isLong(text))).toEqual([]);
});

test("the comment reader finds comments", () => {
  const source = 'const a = "// no"; // yes\n/** whom\n * it */\nconst b = /\\/\\/ no/;';
  expect(readComments(source).map(({ text }) => text)).toEqual(["// yes", "/** whom\n * it */"]);
});
