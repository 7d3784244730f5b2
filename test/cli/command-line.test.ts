import { parseCommandLine, type CommandOptions } from "../../src/cli/command-line";
import { readDemoOptions } from "../../src/cli/demo/demo-options";
import { readEnvironmentName } from "../../src/cli/environment-name";
import { readEraseOptions } from "../../src/cli/erase";
import { StartProblem, UsageProblem } from "../../src/cli/start-problem";
import { readText } from "../manifest/read-manifest";
import { readOptions } from "../support/read-options";

const COMMANDS = ["start", "demo", "setup", "pack", "check-setup", "erase", "backup", "restore"];

const parse = (line: string) => parseCommandLine(line.split(" ").filter(Boolean), "1.2.3");

function printedBy(line: string): string {
  const parsed = parse(line);
  return parsed.name === "print" ? parsed.text : `it is ${parsed.name}`;
}

test("start has no options", () => {
  expect(parse("start")).toEqual({ name: "start", options: {} });
});

test("--help lists the commands", () => {
  const help = printedBy("--help");
  for (const name of COMMANDS) expect(help).toMatch(new RegExp(`^  ${name}\\b.* {2,}[A-Z]`, "m"));
  expect(help.match(/^ {2}[a-z][\w-]*/gm)?.map((name) => name.trim())).toEqual(COMMANDS);
});

test.each(COMMANDS)("%s has --help and --version", (name) => {
  expect(printedBy(`${name} --help`)).toMatch(new RegExp(`^Usage: rendezvous ${name} `));
  expect(printedBy(`${name} --version`)).toBe("1.2.3\n");
});

test("--version prints the version, and no option is run together with it", () => {
  expect(printedBy("--version")).toBe("1.2.3\n");
});

test.each(["help", "help help", "-h", "help --help"])(
  "`rendezvous %s` lists the commands",
  (line) => {
    expect(printedBy(line)).toBe(printedBy("--help"));
  },
);

test.each(COMMANDS)("`rendezvous help %s` prints its help", (name) => {
  expect(printedBy(`help ${name}`)).toBe(printedBy(`${name} --help`));
});

test.each(["version", "-v", "-V", "version --help", "demo -v"])(
  "`rendezvous %s` prints the version",
  (line) => expect(printedBy(line)).toBe("1.2.3\n"),
);

test("the help says what each exit code means", () => {
  expect(
    printedBy("help")
      .match(/^ {2}[0-9] .*$/gm)
      ?.map((line) => line.trim().charAt(0)),
  ).toEqual(["0", "1", "2"]);
});

test.each([
  ["demo", readDemoOptions, "--port x"],
  ["demo", readDemoOptions, "--people 3"],
  ["demo", readDemoOptions, "--people 2 --no-playground"],
  ["demo", readDemoOptions, "--graph-url x"],
  ["demo", readDemoOptions, "--store records"],
  ["erase", readEraseOptions, "--tenant x --thread 19:x@thread.tacv2"],
  ["erase", readEraseOptions, `--tenant 11111111-2222-4333-8444-555555555555 --thread x`],
  ["pack", ({ env }: { env?: string }) => readEnvironmentName("pack", env, {}), "--env ../x"],
  ["setup", ({ env }: { env?: string }) => readEnvironmentName("setup", env, {}), "--env ../x"],
] as [keyof CommandOptions, (options: never) => unknown, string][])(
  "a wrong value is a wrong command line: %s %s %s",
  (name, read, line) => {
    const reading = () => read(readOptions(name, line.split(" ")) as never);
    expect(reading).toThrow(UsageProblem);
    expect(reading).toThrow(`See rendezvous ${name} --help.`);
  },
);

test("a wrong variable isn't", () => {
  const reading = () => readEnvironmentName("pack", undefined, { TEAMSFX_ENV: "../x" });
  expect(reading).toThrow(StartProblem);
  expect(reading).not.toThrow(UsageProblem);
});

test("npm run has a script for each command", () => {
  const { scripts, bin } = JSON.parse(readText("package.json")) as {
    scripts: Record<string, string>;
    bin: Record<string, string>;
  };
  expect(bin).toEqual({ rendezvous: "rendezvous.js" });
  for (const name of COMMANDS) {
    const command = name === "start" ? "" : ` ${name}`;
    // On a developer's machine, or on a server.
    const whole = /^node build\.mjs && node dist\/src\/main\.js(.*)$|^node rendezvous\.js(.*)$/;
    const [, built, run = built] = whole.exec(scripts[name] ?? "") ?? [];
    expect([name, run]).toEqual([name, command]);
  }
});

test.each([
  ["strat", "Unknown command 'strat'. Did you mean start? See rendezvous --help."],
  ["check", "Unknown command 'check'. See rendezvous --help."],
  ["help strat", "Unknown command 'strat'. Did you mean start? See rendezvous --help."],
  ["strat --help", "Unknown command 'strat'. Did you mean start? See rendezvous --help."],
  ["check-stup", "Unknown command 'check-stup'. Did you mean check-setup? See rendezvous --help."],
  ["--verison", "Unknown option '--verison'. Did you mean --version? See rendezvous --help."],
  ["demo --prot 1", "Unknown option '--prot'. Did you mean --port? See rendezvous demo --help."],
  ["pack --no-slsh", "Unknown option '--no-slsh'. Did you mean --no-slash?"],
  ["start now", "Too many arguments for 'start'. Expected 0 arguments but got 1."],
  ["demo --port", "Option '--port <port>' argument missing. See rendezvous demo --help."],
  [
    "setup --graph-auth app",
    "argument 'app' is invalid. Allowed choices are delegated, application.",
  ],
  ["setup --dry", "Unknown option '--dry'."],
  ["pack --env --no-slash", "Option '--env <name>' argument '--no-slash' is invalid."],
  ["backup", "Missing required argument 'file'. See rendezvous backup --help."],
  ["backup a b", "Too many arguments for 'backup'. Expected 1 argument but got 2."],
  [
    "restore a --marge",
    "Unknown option '--marge'. Did you mean --merge? See rendezvous restore --help.",
  ],
  ["erase", "Required option '--tenant <GUID>' not specified. See rendezvous erase --help."],
])("`rendezvous %s` is answered in one line: %s", (line, sentence) => {
  const parsing = () => parse(line);
  expect(parsing).toThrow(UsageProblem);
  expect(parsing).toThrow(StartProblem);
  expect(parsing).toThrow(sentence);
  expect(parsing).toThrow(/^[^\n]+$/);
});
