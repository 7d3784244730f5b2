import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startPlaygroundRelay } from "../../local/playground/playground-relay";
import {
  findPlayground,
  startPlayground,
  type Playground,
} from "../../local/playground/start-playground";
import { StartProblem } from "../start-problem";
import { startOnPort } from "./demo-port";

/** At the keyboards, in this order. Ada has the machine's zone, so that the times that people type are their own. */
const PEOPLE = [
  { name: "Ada", timeZone: readMachineZone() },
  { name: "Grace", timeZone: "America/New_York" },
];

const MISSING = "The Playground isn’t installed. Run npm ci, or use --no-playground.";
const ENDED =
  "The Playground stopped right after it started. To run without it, use --no-playground.";

export interface OpenPlayground {
  person: string;
  url: string;
}

/** What the Playgrounds have in common. */
interface Setup {
  configPath: string;
  botEndpoint: string;
  /** For temporary files. */
  folder: string;
  /** What stops the parts that have started. */
  stops: (() => Promise<unknown>)[];
}

/**
 * Starts one Playground per person, all with the same people and places.
 *
 * @param port of the first one; the others have the next ones. With 0, each has any free port
 * @throws StartProblem
 */
export async function openPlaygrounds(
  people: number,
  port: number,
  setup: Setup,
): Promise<OpenPlayground[]> {
  const cli = findPlayground();
  if (!cli) throw new StartProblem(MISSING);
  // Another development dependency reads the configuration.
  const { readChannelNames, readPlaygroundConfig, withPersonAtKeyboard } =
    await import("../../local/playground/playground-config.js");
  const config = readPlaygroundConfig(setup.configPath);
  const relay = await startPlaygroundRelay(setup.botEndpoint, readChannelNames(config));
  setup.stops.push(() => relay.stop(0));

  const opened: OpenPlayground[] = [];
  for (const [index, { name, timeZone }] of PEOPLE.slice(0, people).entries()) {
    const configPath = join(setup.folder, `${name}.yml`);
    // JSON is YAML too.
    await writeFile(configPath, JSON.stringify(withPersonAtKeyboard(config, name)));
    const logPath = join(setup.folder, `${name}.log`);
    const files = { cli, configPath, logPath };
    const started = await startOnPort("--playground-port", port && port + index, (actualPort) =>
      startPlayground({ ...files, port: actualPort, botEndpoint: relay.endpoint, timeZone }),
    );
    if (!started) throw new StartProblem(ENDED);
    setup.stops.push(watch(started));
    opened.push({ person: name, url: started.url });
  }
  return opened;
}

/** Tells people if the Playground stops by itself. Returns what stops it. */
function watch(playground: Playground): () => Promise<void> {
  let isStopping = false;
  void playground.ended.then(() => {
    if (isStopping) return;
    process.stderr.write("The Playground has stopped. Press Ctrl-C, then start the demo again.\n");
  });
  return () => {
    isStopping = true;
    return playground.stop();
  };
}

/** London if the machine has UTC, like servers and containers: people have a zone of a place. */
function readMachineZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return /^(Etc\/|UTC$)/.test(timeZone) ? "Europe/London" : timeZone;
}
