import { z } from "zod";
import { parseOptions } from "../parse-options";
import { StartProblem } from "../start-problem";

export interface CheckOptions {
  isJson: boolean;
  /** The user to create a meeting for, unless `ORGANIZER` names one. */
  userAadId?: string;
  /** A demo's embedded Graph and Entra, to use instead of Microsoft's. */
  graphUrl?: string;
}

const USAGE = "npm run check-setup -- [--json] [--user <object id>] [--graph-url URL]";
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Throws a `StartProblem` that says what is wrong, and what to write instead. */
export function readCheckOptions(argv: readonly string[]): CheckOptions {
  const {
    json,
    user,
    "graph-url": graphUrl,
  } = parseOptions(
    argv,
    {
      json: { type: "boolean", default: false },
      user: { type: "string" },
      "graph-url": { type: "string" },
    },
    USAGE,
  );
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

/** Accepts loopback addresses only: secrets are sent there. */
function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && LOOPBACK.has(url.hostname)) return url.origin;
  throw new StartProblem(
    `--graph-url is the address of a demo on this machine, such as http://127.0.0.1:3979, not “${text}”: write ${USAGE}.`,
  );
}
