import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { useTemporaryFolder } from "../storage/temporary-folder";
import { holdClosedPort } from "../support/hold-closed-port";
import { runProgram } from "../support/run-program";

const ROOT = join(__dirname, "..", "..");
const readText = (path: string) => readFileSync(join(ROOT, path), "utf8");
const readJson = (path: string) => JSON.parse(readText(path)) as Record<string, object>;
const [building = "", , runtime = ""] = readText("Dockerfile")
  .split(/^FROM .+$/m)
  .slice(1);

const nextFolder = useTemporaryFolder();

/** What a stage of the Dockerfile copies from the sources. The last word of each line is the target. */
function listCopied(stage: string): string[] {
  return [...stage.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = ""]) =>
    paths.split(" "),
  );
}

function copy(paths: string[], from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const path of paths) cpSync(join(from, path), join(to, path), { recursive: true });
}

/** The packages that `npm ci --omit=dev` installs, as links: copies would be hundreds of megabytes. */
function linkPackages(to: string): void {
  const packages = readJson("package-lock.json")["packages"] as Record<string, { dev?: boolean }>;
  const installed = Object.entries(packages).filter(
    ([path, { dev }]) =>
      /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !dev && existsSync(join(ROOT, path)),
  );
  for (const [path] of installed) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    symlinkSync(join(ROOT, path), join(to, path));
  }
}

function run([command = "", ...args]: string[], options: { cwd?: string; env?: object }) {
  const env = { PATH: process.env.PATH, ...options.env };
  return spawnSync(command, args, { cwd: options.cwd, env, encoding: "utf8" });
}

/** A folder with what the build needs. */
function createSource(): string {
  const source = nextFolder();
  copy(listCopied(building), ROOT, source);
  symlinkSync(join(ROOT, "node_modules"), join(source, "node_modules"));
  return source;
}

function build(source: string): void {
  const [, script = ""] = /^RUN npm run (\w+)$/m.exec(building) ?? [];
  const scripts = readJson("package.json")["scripts"] as Record<string, string>;
  const built = run((scripts[script] ?? "").split(" "), { cwd: source });
  expect([built.status, built.stdout, built.stderr]).toEqual([0, "", ""]);
}

async function buildAndServe(): Promise<void> {
  const source = createSource();
  build(source);
  const image = nextFolder();
  copy(["dist"], source, image);
  copy(listCopied(runtime), ROOT, image);
  linkPackages(image);
  const env = {
    BOT_ID: "99999999-8888-4777-8666-555555555555",
    BOT_PASSWORD: "swordfish-7f3a",
    TENANT_ID: "11111111-2222-4333-8444-555555555555",
    BOT_DOMAIN: "rendezvous.contoso.com",
    SEALING_KEY: Buffer.alloc(32, 1).toString("base64"),
    STORE: `lmdb:${join(image, "data")}`,
    HOST: "127.0.0.1",
    PORT: "0",
    NODE_ENV: "production",
    // Resolves the dependencies of a linked package next to the link, so that development packages are not found.
    NODE_OPTIONS: "--preserve-symlinks --preserve-symlinks-main",
  };
  const server = runProgram([], env, join(image, "dist/src/main.js"));
  const { url } = JSON.parse(await server.waitForLine('"listening"')) as { url: string };

  const [, json = "[]"] = /HEALTHCHECK[^[]*CMD (\[.+\])/.exec(runtime) ?? [];
  const probe = JSON.parse(json) as string[];
  const probeAt = (port: string) => run(probe, { env: { PORT: port } }).status;
  expect(probeAt(new URL(url).port)).toBe(0);
  server.kill("SIGTERM");
  expect(await server.exited).toBe(0);
  // On a new port: another program can have taken the previous one.
  const closed = await holdClosedPort();
  expect(probeAt(String(closed.port))).toBe(1);
  await closed.release();
}

test("a build removes what an earlier one left, and leaves the bench alone", () => {
  const source = createSource();
  const dist = join(source, "dist");
  const left = ["src/old.js", "src/page/old.js", "src/commands/meet.js", "bench/run.js"];
  for (const path of left) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), "");
  }
  build(source);
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
  expect(files).toEqual(expect.arrayContaining(["src/main.js", "src/page/auth-start.js"]));
  expect(left.filter((path) => files.includes(path))).toEqual(["bench/run.js"]);
  expect(files).not.toContain("src/commands");
});

test("npm's scripts for servers say how to build what isn't built, and then run it", () => {
  const source = createSource();
  copy(listCopied(runtime), ROOT, source);
  const scripts = readJson("package.json")["scripts"] as Record<string, string>;
  const commands = ["start", "check-setup", "erase", "backup", "restore"].map((name) =>
    (scripts[name] ?? "").split(" "),
  );
  for (const command of commands) {
    const { status, stdout, stderr } = run(command, { cwd: source });
    const sentence = "Rendezvous isn't built yet. Run `npm run build` first.\n";
    expect([status, stdout, stderr]).toEqual([1, "", sentence]);
  }
  build(source);
  for (const command of commands) {
    const { status, stdout, stderr } = run([...command, "--help"], { cwd: source });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`Usage: ${["rendezvous", ...command.slice(2)].join(" ")} [`);
  }
});

test("the Dockerfile copies enough to build, and ships enough to serve", buildAndServe);

test("the container keeps its records where its unprivileged user may write", () => {
  expect(runtime).toMatch(/^RUN mkdir \/data && chown node:node \/data\nUSER node$/m);
});

test("docker build sees only what is copied", () => {
  const [everything, ...seen] = readText(".dockerignore").split("\n").filter(isRule);
  expect(everything).toBe("*");
  const copied = [building, runtime].flatMap(listCopied).map((path) => `!${path}`);
  expect(new Set(seen)).toEqual(new Set(copied));
});

test("App Service gets the same files as the container, and the lock file", () => {
  const folder = nextFolder();
  expect(run([process.execPath, join(ROOT, "infra/stage-server.mjs"), folder], {}).status).toBe(0);
  const built = [...runtime.matchAll(/^COPY --from=\S+ \S+ (\S+)$/gm)].map(([, name = ""]) => name);
  const shipped = [...built, ...listCopied(runtime)];
  // npm ci adds the packages.
  expect(shipped).toContain("node_modules");
  const staged = [...shipped.filter((name) => name !== "node_modules"), "package-lock.json"];
  expect(readdirSync(folder).toSorted()).toEqual(staged.toSorted());
  expect(readdirSync(join(folder, "dist"))).toEqual(["src"]);
});

function isRule(line: string): boolean {
  return line !== "" && !line.startsWith("#");
}
