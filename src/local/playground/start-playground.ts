import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

export interface Playground {
  url: string;
  /** Resolves when the process exits. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const PACKAGE = "@microsoft/m365agentsplayground/package.json";

/**
 * Starts Microsoft 365 Agents Playground, a web client like Teams, as a child process that connects to the bot only:
 * https://learn.microsoft.com/microsoft-365/agents-sdk/test-with-toolkit-project
 *
 * @param options.botEndpoint `http://127.0.0.1:3978/api/messages`
 * @param options.cli from `findPlayground`
 * @param options.configPath the file with its people and conversations
 * @param options.logPath the Playground deletes this file when it starts
 * @param options.timeZone the IANA id of the zone of the person at the keyboard
 * @returns `undefined` if it ended right after its start
 * @throws an error with Node's code `EADDRINUSE` if the port is taken
 */
export async function startPlayground(
  options: Record<"cli" | "botEndpoint" | "configPath" | "logPath" | "timeZone", string> & {
    port: number;
  },
): Promise<Playground | undefined> {
  const { cli, port, botEndpoint, configPath, logPath, timeZone } = options;
  const url = `http://127.0.0.1:${port}`;
  const parameters = ["start", "-e", botEndpoint, "-c", "msteams", "-p", String(port)];
  // The build puts preload.js next to the program.
  const child = spawn(
    process.execPath,
    ["--require", join(__dirname, "preload.js"), cli, ...parameters]
      .concat("--service-url", `${url}/_connector`)
      .concat("--disable-telemetry"),
    {
      // When this process exits, the pipe closes and the preload ends the child.
      stdio: ["pipe", "pipe", "ignore"],
      env: {
        ...process.env,
        // It sends its own zone as the person's.
        TZ: timeZone,
        NO_PROXY: "*",
        TEAMSAPPTESTER_BROWSER: "none",
        // --disable-telemetry doesn't cover the statistics of the Application Insights SDK.
        APPLICATION_INSIGHTS_NO_STATSBEAT: "true",
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: configPath,
        M365_AGENTS_PLAYGROUND_LOGFILE: logPath,
      },
    },
  );
  const ended = once(child, "exit").then(() => undefined);
  const actualPort = await Promise.race([readPort(child), ended]);
  if (actualPort === undefined) return undefined;

  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  if (actualPort !== port) {
    // The Playground silently takes another port if this one is taken.
    await stop();
    throw Object.assign(new Error(`Port ${port} is taken`), { code: "EADDRINUSE", port });
  }
  return { url, ended, stop };
}

/** The path of its program. It's a development dependency, absent after `npm ci --omit=dev`. */
export function findPlayground(): string | undefined {
  try {
    return join(dirname(require.resolve(PACKAGE)), "cli.js");
  } catch {
    return undefined;
  }
}

function readPort({ stdout }: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    if (!stdout) return;
    createInterface(stdout).on("line", (line) => {
      const port = /^Listening on (\d+)/.exec(line)?.[1];
      if (port) resolve(Number(port));
    });
  });
}
