import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { parseEnv } from "node:util";
import type { Fetch } from "../../src/http-fetch";
import { readProgramVersion } from "../../src/check/program-version";
import { setup } from "../../src/cli/setup/setup";
import { ROOT } from "../manifest/read-manifest";
import { useTemporaryFolder } from "../storage/temporary-folder";
import { ada, TENANT } from "./activities";
import { readOptions } from "./read-options";

export const APP_ID = "1d2f5a3c-4c53-4a7b-9e0e-2f8f0d7a9b11";
export const VERSION = readProgramVersion(ROOT);
const SERVER =
  "/subscriptions/s/resourceGroups/rendezvous/providers/Microsoft.Web/sites/rendezvous7f";

export const M365_ACCOUNT = "Your Microsoft 365 account is: ada@contoso.com.";

/** As `atk auth list` prints it. */
export function toAzureAccount(subscriptions: object[]): string {
  return `Your Azure account is: ada@contoso.com. Your subscriptions are: ${JSON.stringify(subscriptions, null, 2)}`;
}

/** How a call of `az` or `atk` that starts with `call` goes wrong. */
interface Fault {
  call: string;
  /** `hang` doesn't end before its limit, and `work` not before the test ends it. */
  how: "fail" | "hang" | "work" | "ask" | "print";
  text?: string;
}

interface RunContext {
  /** More variables. */
  env?: Record<string, string>;
  isInteractive?: boolean;
  nodeVersion?: string;
  stopping?: AbortSignal;
  /** The program at the server's address, if it isn't as in `World`. */
  fetch?: Fetch;
}

interface World {
  faults: Fault[];
  account: object;
  userAadId: string;
  /** What `atk auth list` prints. */
  accounts: string[];
  /** What `atk provision` writes to the environment's file. */
  created: Record<string, string>;
  settings: object[];
  credentials: object[];
  /** To the delegated permissions, for everyone. */
  isConsented: boolean;
  /** Whether the app itself has its permission. */
  hasRole: boolean;
  /** How often consent fails before Entra knows the registration. */
  lateBy: number;
  /** What Azure lists, newest first. */
  deployments: object[];
  /** What /healthz shows. Absent if the program doesn't run. */
  serverVersion?: string;
  /** The deployed program doesn't start. */
  isBroken: boolean;
}

interface Run {
  lines: string[];
  exitCode?: number;
  /** The problem with which it ended. */
  problem?: string;
  /** The calls of `az` and `atk` that change something. */
  changes: string[];
}

/** `npm run setup` in this process, in a copy of the repository's files, with programs that play az and atk. */
export function useSetup() {
  const nextFolder = useTemporaryFolder();
  let root: string;
  let bin: string;
  beforeEach(() => {
    root = join(nextFolder(), "my projects");
    bin = join(root, "bin");
    mkdirSync(bin, { recursive: true });
    for (const path of ["manifest", "env/.env.dev", "package.json"]) {
      cpSync(join(ROOT, path), join(root, path), { recursive: true });
    }
    for (const program of ["az", "atk"]) install(program);
    change({
      faults: [],
      account: { tenantId: TENANT, user: { name: "ada@contoso.com" } },
      userAadId: ada.aadId,
      accounts: [M365_ACCOUNT, toAzureAccount([{ subscriptionId: "s", tenantId: TENANT }])],
      created: {
        BOT_ID: APP_ID,
        TENANT_ID: TENANT,
        TEAMS_APP_ID: "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
        BOT_DOMAIN: "rendezvous7f.azurewebsites.net",
        AZURE_APP_SERVICE_RESOURCE_ID: SERVER,
        AZURE_IDENTITY_PRINCIPAL_ID: "5d2b4c1e-0000-4000-8000-000000000009",
      },
      settings: [],
      credentials: [],
      isConsented: false,
      hasRole: false,
      lateBy: 0,
      deployments: [],
      isBroken: false,
    });
  });

  function install(program: string): void {
    const script = `#!/bin/sh\nexec "${process.execPath}" "${require.resolve("./fake-cli.cjs")}" ${program} "$@"\n`;
    writeFileSync(join(bin, program), script);
    chmodSync(join(bin, program), 0o755);
  }

  function readWorld(): Partial<World> {
    const path = join(bin, "world.json");
    return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Partial<World>) : {};
  }

  function change(changes: Partial<World>): void {
    writeFileSync(join(bin, "world.json"), JSON.stringify({ ...readWorld(), ...changes }));
  }

  function readEnvFile(name: string): NodeJS.Dict<string> {
    const path = join(root, "env", name);
    return existsSync(path) ? parseEnv(readFileSync(path, "utf8")) : {};
  }

  async function run(line = "", { env, ...context }: RunContext = {}): Promise<Run> {
    const calls = join(bin, "calls.txt");
    writeFileSync(calls, "");
    const lines: string[] = [];
    let nowMs = 0;
    const options = readOptions("setup", line.split(" ").filter(Boolean));
    const ended = await setup(options, {
      env: { PATH: `${bin}:${dirname("/bin/sh")}`, FAKE_CLI: bin, ...env },
      root,
      isInteractive: true,
      hasColors: false,
      stopping: new AbortController().signal,
      nodeVersion: "20.19.0",
      print: (text) => void lines.push(...text.split("\n")),
      now: () => new Date(nowMs),
      async sleep(ms, signal) {
        if (signal) await hangOrEnd(signal);
        else nowMs += ms;
      },
      async fetch() {
        const { serverVersion: version } = readWorld();
        return version === undefined
          ? new Response("<h1>Your app is running</h1>", { status: 503 })
          : Response.json({ status: "ok", program: "rendezvous", version });
      },
      ...context,
    }).catch((error: unknown) => error);
    if (typeof ended !== "number" && !(ended instanceof Error)) throw ended;
    const isChange = (call: string) => !/ (show|list|GET) ?|^(working|ended) /.test(call);
    return {
      lines,
      ...(typeof ended === "number" ? { exitCode: ended } : { problem: ended.message }),
      changes: readCalls().filter(isChange),
    };

    /** Resolves when the call has ended, or when it's one that hangs: then its time is over. */
    async function hangOrEnd(signal: AbortSignal): Promise<void> {
      const hanging = readWorld().faults?.filter(({ how }) => how === "hang") ?? [];
      const isHanging = (call: string) => hanging.some((fault) => call.startsWith(fault.call));
      if (hanging.length === 0) return aborted(signal);
      while (!signal.aborted && !readCalls().some(isHanging)) await new Promise(setImmediate);
    }
  }

  function readCalls(): string[] {
    return readFileSync(join(bin, "calls.txt"), "utf8").split("\n").filter(Boolean);
  }

  /** Resolves when a call that does `work` has begun, or was ended by a signal. */
  async function waitFor(event: "working" | "ended", call: string): Promise<void> {
    const isIt = (line: string) => line.startsWith(`${event} ${call}`);
    while (!readCalls().some(isIt)) await new Promise(setImmediate);
  }

  /** As after a run without problems, except for the package and the server. */
  function provision(): void {
    const path = join(root, "env/.env.dev");
    const values = Object.entries({ ...readWorld().created, ADMINS: ada.aadId });
    const text = values.reduce(
      (before, [name, value]) =>
        before.replace(new RegExp(`^${name}=.*$`, "m"), `${name}=${value}`),
      readFileSync(path, "utf8"),
    );
    writeFileSync(path, text);
    writeFileSync(
      join(root, "env/.env.dev.user"),
      [
        "SECRET_SEALING_KEY=swordfish\nSECRET_SEALING_KEY_PREVIOUS=swordfish\n",
        "SECRET_NOTIFICATION_CERTIFICATE=pem\nSECRET_NOTIFICATION_CERTIFICATE_PREVIOUS=pem\n",
      ].join(""),
    );
    const settings = { GRAPH_AUTH: "delegated", LIVE_STATUS: "bot", ADMINS: ada.aadId };
    const credential = {
      id: "f1",
      name: "rendezvous",
      issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      subject: readEnvFile(".env.dev")["AZURE_IDENTITY_PRINCIPAL_ID"],
    };
    change({
      settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
      credentials: [credential],
      isConsented: true,
    });
  }

  return {
    run,
    waitFor,
    provision,
    change,
    readEnvFile,
    uninstall: (program: string) => rmSync(join(bin, program)),
    install,
    fail: (...faults: Fault[]) => change({ faults }),
    path: (name: string) => join(root, name),
    write(name: string, toText: (before: string) => string) {
      const path = join(root, name);
      writeFileSync(path, toText(existsSync(path) ? readFileSync(path, "utf8") : ""));
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });
}
