import { parseArgs } from "node:util";
import { z } from "zod";
import { StartProblem } from "../start-problem";

export interface CheckOptions {
  isJson: boolean;
  /** Whose policy and license are looked at, where no account hosts all. */
  userAadId?: string;
  /** The embedded Graph and Entra of a demo, in place of Microsoft's. */
  graphUrl?: string;
}

const USAGE = "npm run check-setup -- [--json] [--user <object id>] [--graph-url URL]";
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Throws a `StartProblem` that says in a sentence what is wrong, and what to write instead. */
export function readCheckOptions(argv: readonly string[]): CheckOptions {
  const { json, user, "graph-url": graphUrl } = parse(argv);
  if (user !== undefined && !z.guid().safeParse(user).success) {
    throw new StartProblem(
      `--user is an object id, a GUID as on the person's page in the Entra admin center, not “${user}”: write ${USAGE}.`,
    );
  }
  return {
    isJson: json,
    ...(user !== undefined && { userAadId: user.toLowerCase() }),
    ...(graphUrl !== undefined && { graphUrl: readOrigin(graphUrl) }),
  };
}

/** Secrets go there, so it is on this machine. */
function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && LOOPBACK.has(url.hostname)) return url.origin;
  throw new StartProblem(
    `--graph-url is the address of a demo on this machine, such as http://127.0.0.1:3979, not “${text}”: write ${USAGE}.`,
  );
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        json: { type: "boolean", default: false },
        user: { type: "string" },
        "graph-url": { type: "string" },
      },
    }).values;
  } catch (error) {
    // Node's own first sentence names the option; the others are about command lines in general.
    const [fault] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new StartProblem(`${fault}: write ${USAGE}.`);
  }
}
