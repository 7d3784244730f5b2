import { parseOptions } from "../parse-options";
import { StartProblem } from "../start-problem";

export interface PackOptions {
  /** The name in `env/.env.<name>`, where the values come from, and in the package's file name. */
  environment: string;
  hasSlashCommands: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

const USAGE = "npm run pack -- [--env <name>] [--no-slash]";

/** Throws a `StartProblem` that says what is wrong, and what to write instead. */
export function readPackOptions(argv: readonly string[], env: Variables): PackOptions {
  const given = parseOptions(
    argv,
    { env: { type: "string" }, "no-slash": { type: "boolean" } },
    USAGE,
  );
  const environment = given.env ?? (env.TEAMSFX_ENV || "dev");
  if (!/^[\w-]+$/.test(environment)) {
    throw new StartProblem(
      `“${environment}” names no environment: with dev the values come from env/.env.dev.`,
    );
  }
  return { environment, hasSlashCommands: !given["no-slash"] };
}

/** `SLASH_COMMANDS` is `on` (the default) or `off`. */
export function readSlashCommands({ SLASH_COMMANDS: setting }: Variables): boolean {
  if (!setting || setting === "on") return true;
  if (setting === "off") return false;
  throw new StartProblem(
    `SLASH_COMMANDS is “${setting}”: write on, or off for a package without slash commands.`,
  );
}
