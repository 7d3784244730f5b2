import { parseCommandLine } from "../../src/cli/command-line";
import { UsageProblem } from "../../src/cli/start-problem";
import { DOCUMENTS, GUIDES, readCode, readInlineCode } from "./documents";
import { readText } from "./source-files";

const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };
/** Scripts that run a command of the program, which has the same name. */
const commands = Object.keys(scripts).filter((name) =>
  ["dist/src/main.js", "rendezvous.js"].some((program) =>
    scripts[name]?.endsWith(name === "start" ? ` ${program}` : ` ${program} ${name}`),
  ),
);

/** What is wrong with a command line, if anything. */
function findProblem(words: readonly string[]): string | undefined {
  try {
    parseCommandLine(words, "1.2.3");
    return undefined;
  } catch (error) {
    if (error instanceof UsageProblem) return error.message;
    throw error;
  }
}

/** Placeholders and quoted texts stand for a value, and an ellipsis for nothing. A command on its own is only named. */
function toWords(text: string): string[] {
  const words = text.replace(/<[^>]*>|"[^"]*"/g, "x").split(/\s+/);
  const given = words.filter((word) => word !== "" && word !== "…" && word !== "\\");
  const [name = ""] = given;
  return given.length === 1 && commands.includes(name) ? [name, "--help"] : given;
}

interface Run {
  script?: string;
  words: string[];
}

/** Each `npm run setup -- --env dev`, and `npx rendezvous setup --env dev` or the same with Node, in a line of code. */
function readRuns(code: string): Run[] {
  const npm = [...code.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)(?: -- ([^|;&#]*))?/g)];
  const direct = [
    ...code.matchAll(/\b(?:npx rendezvous|node dist\/src\/main\.js) (?!<)([^|;&#]+)/g),
  ];
  return [
    ...npm.map(([, script = "", options = ""]) => ({
      script,
      words: commands.includes(script) ? toWords(`${script} ${options}`) : [],
    })),
    ...direct.map(([, words = ""]) => ({ words: toWords(words) })),
  ];
}

test("finds the program's commands", () => {
  expect(commands).toEqual(expect.arrayContaining(["start", "demo", "setup", "erase"]));
});

describe.each(DOCUMENTS)("%s", (document) => {
  const runs = readCode(document).flatMap(readRuns);

  test("only names scripts of package.json", () => {
    const named = runs.flatMap(({ script }) => script ?? []);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test("only runs commands with options that they have", () => {
    const problems = runs.flatMap(({ words }) => (words.length > 0 ? findProblem(words) : []));
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
  });
});

/** Without these, `erase` reports them and not the unknown option. */
const REQUIRED = ["--tenant", "x", "--thread", "x"];

/** Whether one of our commands has an option such as `--port`, `--people 2` or `--graph-url URL`. */
function isOurs(option: string): boolean {
  const [name = "", value = "x"] = toWords(option);
  return commands.some((command) =>
    [[name], [name, value]].some((given) => {
      const required = command === "erase" ? REQUIRED : [];
      return !/Unknown option/.test(findProblem([command, ...required, ...given]) ?? "");
    }),
  );
}

test.each(GUIDES)(
  "%s only names options of our commands, or of others that it runs",
  (document) => {
    const run = readCode(document).filter((code) => !code.startsWith("--"));
    const named = readInlineCode(document).filter((code) => /^--[a-z]/.test(code));
    const unknown = named.filter((option) => {
      const [name = ""] = toWords(option);
      return !isOurs(option) && !run.some((code) => code.includes(` ${name}`));
    });
    expect(unknown).toEqual([]);
  },
);
