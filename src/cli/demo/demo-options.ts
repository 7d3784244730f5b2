import type { CommandOptions } from "../command-line";
import { StartProblem } from "../start-problem";

interface DemoOptions {
  port: number;
  graphPort: number;
  /** Absent: no Playground. */
  playgroundPort?: number;
  /** The origin of another demo's embedded cloud. Absent: the demo starts one. */
  graphUrl?: string;
  /** As `STORE`. Absent: a temporary folder. */
  store?: string;
}

/** Throws a `StartProblem` that says what is wrong. */
export function readDemoOptions({
  store,
  graphUrl,
  ...options
}: CommandOptions["demo"]): DemoOptions {
  return {
    port: readPort("port", options.port),
    graphPort: readPort("graph-port", options.graphPort),
    playgroundPort: options.playground
      ? readPort("playground-port", options.playgroundPort)
      : undefined,
    graphUrl: graphUrl === undefined ? undefined : readOrigin(graphUrl),
    store,
  };
}

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartProblem(`--${name} must be a port from 0 to 65535, not “${text}”.`);
}

function readOrigin(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin;
  throw new StartProblem(`--graph-url must be a URL such as http://127.0.0.1:3979, not “${text}”.`);
}
