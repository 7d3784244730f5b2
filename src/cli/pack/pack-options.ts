import { parseArgs } from "node:util";
import { StartProblem } from "../start-problem";

export interface PackOptions {
  /** Names the file of the values, `env/.env.<name>`, and the package. */
  environment: string;
  hasSlashCommands: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

const USAGE = "npm run pack -- [--env <name>] [--no-slash]";

/** Throws a `StartProblem` that says in a sentence what is wrong, and what to write instead. */
export function readPackOptions(argv: readonly string[], env: Variables): PackOptions {
  const given = parse(argv);
  const environment = given.env ?? (env.TEAMSFX_ENV || "dev");
  if (!/^[\w-]+$/.test(environment)) {
    throw new StartProblem(
      `“${environment}” names no environment: with dev the values come from env/.env.dev.`,
    );
  }
  return { environment, hasSlashCommands: !given["no-slash"] };
}

/** `SLASH_COMMANDS`: `on`, which is the default, or `off`. */
export function readSlashCommands({ SLASH_COMMANDS: setting }: Variables): boolean {
  if (!setting || setting === "on") return true;
  if (setting === "off") return false;
  throw new StartProblem(
    `SLASH_COMMANDS is “${setting}”: write on, or off for a package without slash commands.`,
  );
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: { env: { type: "string" }, "no-slash": { type: "boolean" } },
    }).values;
  } catch (error) {
    // Node's own first sentence names the option; the others are about command lines in general.
    const [fault] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new StartProblem(`${fault}: write ${USAGE}.`);
  }
}
