import type { CommandOptions } from "../command-line";
import type { LiveStatusSource } from "../../config/live-status-settings";
import { parseStoreSpec } from "../../storage/open-store";
import { UsageProblem } from "../start-problem";

interface DemoOptions {
  port: number;
  graphPort: number;
  /** Absent: no Playground. */
  playgroundPort?: number;
  /** How many people get a Playground. */
  people: number;
  /** The origin of another demo's embedded cloud. Absent: the demo starts one. */
  graphUrl?: string;
  /** As `STORE`. Absent: a temporary folder. */
  store?: string;
  /** As `LIVE_STATUS`. */
  live: LiveStatusSource;
}

const LAST_PORT = 65_535;

/** Throws a `UsageProblem` that says what is wrong. */
export function readDemoOptions({
  store,
  graphUrl,
  ...options
}: CommandOptions["demo"]): DemoOptions {
  const people = readPeople(options.people);
  if (people > 1 && !options.playground)
    throw wrong("--people needs the Playground. Leave out --no-playground.");
  return {
    port: readPort("port", options.port),
    graphPort: readPort("graph-port", options.graphPort),
    playgroundPort: options.playground
      ? readPort("playground-port", options.playgroundPort, LAST_PORT - (people - 1))
      : undefined,
    people,
    live: options.live,
    graphUrl: graphUrl === undefined ? undefined : readOrigin(graphUrl),
    store: store === undefined ? undefined : readStore(store),
  };
}

function readPort(name: string, text: string, last = LAST_PORT): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= last) return port;
  throw wrong(`--${name} must be a port from 0 to ${last}, not “${text}”.`);
}

function readPeople(text: string): number {
  if (text === "1" || text === "2") return Number(text);
  throw wrong(`--people must be 1 or 2, not “${text}”.`);
}

function readOrigin(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin;
  throw wrong(`--graph-url must be a URL such as http://127.0.0.1:3979, not “${text}”.`);
}

function readStore(text: string): string {
  const parsed = parseStoreSpec(text);
  if (parsed.ok) return text;
  throw wrong(`--store is wrong: ${parsed.reason}`);
}

function wrong(sentence: string): UsageProblem {
  return new UsageProblem(sentence, "demo");
}
