import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { pack } from "../../../src/cli/pack/pack";
import { StartProblem } from "../../../src/cli/start-problem";
import { ROOT, VALUES } from "../../manifest/read-manifest";
import { useTemporaryFolder } from "../../storage/temporary-folder";
import { readOptions } from "../../support/read-options";

const PACKAGE = "artifacts/app-package/rendezvous.dev.zip";
const ENV_FILE = "env/.env.dev";
const nextFolder = useTemporaryFolder();
const filled = Object.entries(VALUES).map(([name, value]) => `${name}=${value}`);

let root: string;
beforeEach(() => {
  root = nextFolder();
  mkdirSync(root, { recursive: true });
  for (const path of ["manifest", "env", "package.json"]) {
    cpSync(join(ROOT, path), join(root, path), { recursive: true });
  }
  write(ENV_FILE, `TEAMSFX_ENV=dev\n${filled.join("\n")}\n`);
});

/** `rendezvous pack`, with the words that follow. */
function packApp(argv: string[] = [], env: Record<string, string> = {}): string {
  return pack(readOptions("pack", argv), env, root);
}

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

function edit(path: string, change: (text: string) => string): void {
  write(path, change(readFileSync(join(root, path), "utf8")));
}

function unzip(path = PACKAGE): Record<string, string> {
  const files = unzipSync(readFileSync(join(root, path)));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes, name.endsWith(".png"))]),
  );
}

const manifestOf = (files: Record<string, string>) =>
  JSON.parse(files["manifest.json"] ?? "") as Record<string, unknown>;

/** The lines of the problem. If there are several, the first is a headline. */
function problemsOf(argv: string[] = [], env: Record<string, string> = {}): string[] {
  const made = (() => {
    try {
      return packApp(argv, env);
    } catch (error) {
      return error;
    }
  })();
  expect(made).toBeInstanceOf(StartProblem);
  expect(existsSync(join(root, PACKAGE))).toBe(false);
  return made instanceof Error ? made.message.split("\n") : [];
}

test("the package contains the filled-in manifest, its languages and its icons, and nothing else", () => {
  expect(packApp()).toMatch(/^Created artifacts\/app-package\/rendezvous\.dev\.zip, the app/);
  const files = unzip();
  expect(Object.keys(files).toSorted()).toEqual([
    "fr.json",
    "icons/color.png",
    "icons/outline.png",
    "ja.json",
    "manifest.json",
    "ru.json",
    "zh-cn.json",
  ]);
  expect(JSON.stringify(files)).not.toContain("${{");
  expect(manifestOf(files)).toMatchObject({
    id: VALUES["TEAMS_APP_ID"],
    bots: [{ botId: VALUES["BOT_ID"], supportsTargetedMessages: true }],
    validDomains: [VALUES["BOT_DOMAIN"]],
  });
  const source = (path: string) => readFileSync(join(root, "manifest", path));
  expect(JSON.parse(files["fr.json"] ?? "")).toEqual(JSON.parse(source("fr.json").toString()));
  expect(files["icons/color.png"] === source("icons/color.png").toString("latin1")).toBe(true);
});

test("the same files make the same package, byte for byte", () => {
  packApp();
  const first = readFileSync(join(root, PACKAGE));
  rmSync(join(root, PACKAGE));
  packApp();
  expect(readFileSync(join(root, PACKAGE)).equals(first)).toBe(true);
});

test.each([
  ["by the option --no-slash", ["--no-slash"], {}],
  ["by SLASH_COMMANDS=off in the environment", [], { SLASH_COMMANDS: "off" }],
])("slash commands are left out %s", (_how, argv, env: Record<string, string>) => {
  packApp();
  const whole = manifestOf(unzip());
  expect(packApp(argv, env)).toContain("without slash commands");
  const manifest = unzip()["manifest.json"] ?? "";
  expect(manifest).not.toMatch(/supportsTargetedMessages|triggers|slash/);
  const [bot] = whole["bots"] as { commandLists: { commands: object[] }[] }[];
  expect(JSON.parse(manifest)).toMatchObject({
    ...whole,
    bots: [{ commandLists: [{ commands: bot?.commandLists[0]?.commands }] }],
  });
});

test.each([
  ["--no-slash", "off", false],
  ["--slash", "on", true],
])("%s is saved, so that the next package is the same", (option, saved, hasSlash) => {
  edit(ENV_FILE, (text) => `${text}SLASH_COMMANDS=${hasSlash ? "off" : "on"}\n`);
  packApp([option]);
  expect(parseEnv(readFileSync(join(root, ENV_FILE), "utf8"))["SLASH_COMMANDS"]).toBe(saved);
  expect(packApp().includes("without slash commands (SLASH_COMMANDS is off)")).toBe(!hasSlash);
});

test("the environment's file can leave out slash commands", () => {
  edit(ENV_FILE, (text) => `${text}SLASH_COMMANDS=off\n`);
  expect(packApp()).toContain("without slash commands");
  expect(packApp([], { SLASH_COMMANDS: "on" })).not.toContain("without slash commands");
});

test("the process's own variables override the file, unless they are empty", () => {
  const id = "11111111-2222-4333-8444-555555555555";
  packApp([], { BOT_ID: id, TEAMS_APP_ID: "" });
  expect(manifestOf(unzip())).toMatchObject({ id: VALUES["TEAMS_APP_ID"], bots: [{ botId: id }] });
});

test.each([
  ["--env", ["--env", "prod"], {}],
  ["TEAMSFX_ENV", [], { TEAMSFX_ENV: "prod" }],
])("%s selects another environment", (_how, argv, env: Record<string, string>) => {
  const path = "artifacts/app-package/rendezvous.prod.zip";
  expect(problemsOf(argv, env)).toEqual([
    "env/.env.prod doesn’t exist. Copy env/.env.dev to it, or choose another environment with --env.",
  ]);
  write("env/.env.prod", filled.join("\n"));
  expect(packApp(argv, env)).toContain(path);
  expect(existsSync(join(root, path))).toBe(true);
});

test("all missing values are listed, with where to write them", () => {
  cpSync(join(ROOT, ENV_FILE), join(root, ENV_FILE));
  const problems = problemsOf();
  expect(problems[0]).toBe("Couldn’t create the app package:");
  expect(problems.slice(1).toSorted()).toEqual(
    ["BOT_DOMAIN", "BOT_ID", "TEAMS_APP_ID"].map(
      (name) =>
        `  - ${name} isn’t set. Set it in env/.env.dev or in the environment. env/README.md explains it.`,
    ),
  );
});

test("values missing in a language's file are listed, too", () => {
  edit("manifest/fr.json", (text) => text.replace("Rendezvous", "${{APP_NAME}}"));
  expect(problemsOf()).toEqual([expect.any(String), expect.stringContaining("APP_NAME isn’t set")]);
  packApp([], { APP_NAME: 'Say "rendez-vous"\\' });
  expect(JSON.parse(unzip()["fr.json"] ?? "")).toMatchObject({
    "name.short": 'Say "rendez-vous"\\',
  });
});

const edits: [what: string, path: string, change: (text: string) => string, problem: string][] = [
  [
    "an id that is not a GUID",
    ENV_FILE,
    (text) => text.replace(/BOT_ID=.*/, "BOT_ID=contoso"),
    "BOT_ID must be a GUID. It is the application (client) ID",
  ],
  [
    "a domain with a scheme",
    ENV_FILE,
    (text) => text.replace(/BOT_DOMAIN=.*/, "BOT_DOMAIN=https://rendezvous.contoso.com/"),
    "BOT_DOMAIN must be a host name such as rendezvous.contoso.com",
  ],
  [
    "an app id that is not a GUID",
    ENV_FILE,
    (text) => text.replace(/TEAMS_APP_ID=.*/, "TEAMS_APP_ID=1"),
    "TEAMS_APP_ID must be a GUID.",
  ],
  [
    "another version than package.json",
    "package.json",
    (text) => text.replace('"version": "0.1.0"', '"version": "0.2.0"'),
    "has version 0.1.0, but package.json has 0.2.0. Run npm run manifest.",
  ],
  [
    "a command that the bot does not have",
    "manifest/manifest.json",
    (text) => text.replace('"title": "rooms"', '"title": "lobby"'),
    "lists the commands meet, invite, lobby, new",
  ],
  [
    "a property that the schema does not have",
    "manifest/manifest.json",
    (text) => text.replace('"accentColor"', '"color"'),
    "must NOT have additional properties",
  ],
  [
    "a key that the localization schema does not have",
    "manifest/ja.json",
    (text) => text.replace('"name.full"', '"name.long"'),
    "manifest/ja.json doesn't match Microsoft's schema",
  ],
  [
    "a text missing in a language",
    "manifest/fr.json",
    (text) => text.replace(/^.*commands\[2\]\.description.*\n/m, ""),
    "manifest/fr.json lacks bots[0].commandLists[0].commands[2].description. Run npm run manifest.",
  ],
  [
    "a manifest that is not JSON",
    "manifest/manifest.json",
    () => "{",
    "isn’t a valid manifest. Check its JSON",
  ],
  [
    "a language file that is not JSON",
    "manifest/ru.json",
    () => "{",
    "manifest/ru.json isn’t a JSON",
  ],
];

test.each(edits)("rejects %s, and names the problem", (_what, path, change, problem) => {
  edit(path, change);
  expect(problemsOf().join("\n")).toContain(problem);
});

test.each(["icons/color.png", "zh-cn.json"])("rejects a package without %s", (path) => {
  rmSync(join(root, "manifest", path));
  expect(problemsOf().join("\n")).toContain(`Couldn’t read manifest/${path}`);
});

test.each([
  [["--env", "../prod"], {}, /^“\.\.\/prod” isn’t an environment name/],
  [[], { SLASH_COMMANDS: "no" }, /^SLASH_COMMANDS must be on or off, not “no”/],
])("the options %j with %j are rejected with a sentence", (argv, env, sentence) => {
  expect(problemsOf(argv, env as Record<string, string>)).toEqual([
    expect.stringMatching(sentence),
  ]);
});

describe("the developer's name and links", () => {
  /** As in the repository. */
  const samples = {
    DEVELOPER_NAME: "Your organization",
    DEVELOPER_WEBSITE_URL: "https://www.example.com",
    DEVELOPER_PRIVACY_URL: "https://www.example.com/privacy",
    DEVELOPER_TERMS_URL: "https://www.example.com/terms",
  };

  test("come from the environment's file", () => {
    expect(packApp()).not.toContain("\n");
    expect(manifestOf(unzip())).toMatchObject({
      developer: {
        name: "Contoso",
        websiteUrl: "https://www.contoso.com",
        privacyUrl: "https://www.contoso.com/privacy",
        termsOfUseUrl: "https://www.contoso.com/terms",
      },
    });
    expect(packApp(["--publish"])).not.toContain("\n");
  });

  test("are samples in the repository's files", () => {
    for (const path of [ENV_FILE, "env/.env.local"]) {
      expect(parseEnv(readFileSync(join(ROOT, path), "utf8"))).toMatchObject(samples);
    }
  });

  test("lead to a warning each while they are samples, with the file to change before an upload", () => {
    const [, advice, ...warnings] = packApp([], samples).split("\n");
    expect(advice).toMatch(/^Before you upload it for others, .* in env\/\.env\.dev/);
    expect(warnings).toEqual(
      Object.entries(samples).map(([name, value]) =>
        expect.stringMatching(`^ {2}- ${name} is still “${value}”. Set it to `),
      ),
    );
  });

  test("are rejected by --publish while they are samples", () => {
    const [, ...problems] = problemsOf(["--publish"], samples);
    expect(problems).toEqual(
      Object.keys(samples).map((name) => expect.stringContaining(`  - ${name} is still “`)),
    );
  });

  test.each(["http://www.contoso.com", "https://contoso.test/privacy", "https://localhost:8080"])(
    "%s isn't a link to publish",
    (link) => {
      expect(problemsOf(["--publish"], { DEVELOPER_PRIVACY_URL: link })).toEqual([
        expect.any(String),
        expect.stringContaining(`DEVELOPER_PRIVACY_URL is still “${link}”`),
      ]);
    },
  );
});
