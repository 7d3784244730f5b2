import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

export type PlaygroundStart =
  | {
      ok: true;
      /** `ended` resolves when the process exits. */
      playground: { url: string; ended: Promise<void>; stop(): Promise<void> };
    }
  | { ok: false; reason: "not-installed" | "ended" };

const PACKAGE = "@microsoft/m365agentsplayground/package.json";

/**
 * Starts Microsoft 365 Agents Playground, a web client like Teams, as a child process that connects to the bot only:
 * https://learn.microsoft.com/microsoft-365/agents-sdk/test-with-toolkit-project
 *
 * @param options.botEndpoint `http://127.0.0.1:3978/api/messages`
 * @param options.configPath the file with its people and conversations
 * @param options.logPath the Playground deletes this file when it starts
 * @throws an error with Node's code `EADDRINUSE` if the port is taken
 */
export async function startPlayground(
  options: Record<"botEndpoint" | "configPath" | "logPath", string> & { port: number },
): Promise<PlaygroundStart> {
  const { port, botEndpoint, configPath, logPath } = options;
  const cli = findCli();
  if (!cli) return { ok: false, reason: "not-installed" };
  const url = `http://127.0.0.1:${port}`;
  const parameters = ["start", "-e", botEndpoint, "-c", "msteams", "-p", String(port)];
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
  if (actualPort === undefined) return { ok: false, reason: "ended" };

  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  if (actualPort !== port) {
    // The Playground silently takes another port if this one is taken.
    await stop();
    throw Object.assign(new Error(`Port ${port} is taken`), { code: "EADDRINUSE", port });
  }
  return { ok: true, playground: { url, ended, stop } };
}

function findCli(): string | undefined {
  try {
    return join(dirname(require.resolve(PACKAGE)), "cli.js");
  } catch {
    return undefined; // a development dependency, absent after `npm ci --omit=dev`
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
