import { parseArgs } from "node:util";
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

const USAGE =
  "npm run demo -- [--port 3978] [--graph-port 3979] [--playground-port 56150] [--no-playground] [--graph-url URL] [--store SPEC]";

/** Throws a `StartProblem` that says what is wrong and shows the usage. */
export function readDemoOptions(argv: readonly string[]): DemoOptions {
  const values = parse(argv);
  const { store, "graph-url": graphUrl } = values;
  return {
    port: readPort("port", values.port),
    graphPort: readPort("graph-port", values["graph-port"]),
    playgroundPort: values["no-playground"]
      ? undefined
      : readPort("playground-port", values["playground-port"]),
    graphUrl: graphUrl === undefined ? undefined : readOrigin(graphUrl),
    store,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: "string", default: "3978" },
        "graph-port": { type: "string", default: "3979" },
        "playground-port": { type: "string", default: "56150" },
        "no-playground": { type: "boolean", default: false },
        "graph-url": { type: "string" },
        store: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartProblem(
    `--${name} must be a port from 0 to 65535, not “${text}”.\nUsage: ${USAGE}`,
  );
}

function readOrigin(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin;
  throw new StartProblem(`--graph-url must be a URL such as http://127.0.0.1:3979, not “${text}”.`);
}
