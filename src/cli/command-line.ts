import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { LIVE_STATUSES, type LiveStatusSource } from "../config/live-status-settings";
import { UsageProblem } from "./start-problem";

/** The options of each command as they were typed: each command validates its own. Absent ones weren't given. */
export interface CommandOptions {
  start: object;
  demo: {
    people: string;
    port: string;
    graphPort: string;
    playgroundPort: string;
    /** False with `--no-playground`. */
    playground: boolean;
    graphUrl?: string;
    store?: string;
    live: LiveStatusSource;
  };
  setup: {
    env?: string;
    graphAuth?: "application" | "delegated";
    liveStatus?: LiveStatusSource;
    /** Absent without `--consent` and `--no-consent`. */
    consent?: boolean;
    rotateKey?: boolean;
    dryRun?: boolean;
    only?: string;
  };
  pack: {
    env?: string;
    /** Absent without `--slash` and `--no-slash`. */
    slash?: boolean;
    publish?: boolean;
  };
  "check-setup": { json?: boolean; user?: string; graphUrl?: string };
  erase: { tenant: string; thread: string };
  backup: { file: string };
  restore: { file: string; merge?: boolean };
}

const AFTER_HELP = `
Run a command with --help, or help and a command, to see its options.

Exit codes:
  0  done
  1  failed: a setting, a file or a service is at fault, and the output says which
  2  the command, an option or its value is wrong: nothing was done`;

type CommandName = keyof CommandOptions;

/** What to run, or the text that `--help` or `--version` asked for. */
export type CommandLine =
  | { [Name in CommandName]: { name: Name; options: CommandOptions[Name] } }[CommandName]
  | { name: "print"; text: string };

/**
 * Parses what follows `rendezvous`, if anything does.
 *
 * @throws UsageProblem that names the wrong command or option, and the nearest right one
 */
export function parseCommandLine(argv: readonly string[], version: string): CommandLine {
  let parsed: CommandLine | undefined;
  let printed = "";
  const program = createProgram(
    version,
    (found) => (parsed = found),
    (text) => (printed += text),
  );
  try {
    program.parse(toOptions(argv, program), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // After `--help` and `--version`.
    if (error.exitCode === 0) return { name: "print", text: printed };
    throw new UsageProblem(toSentence(error.message), readCommandName(program, argv));
  }
  return parsed ?? { name: "print", text: printed };
}

/** People also type `help`, `help demo`, `version` and `-V`. A wrong command stays alone: its options mean nothing. */
function toOptions([first, ...rest]: readonly string[], program: Command): string[] {
  switch (first) {
    case undefined:
      return [];
    case "help": {
      const asked = toOptions(rest, program);
      return asked[0] !== undefined && isWrongCommand(asked[0], program)
        ? asked
        : [...asked, "--help"];
    }
    case "version":
    case "-V":
      return ["--version"];
    default:
      return isWrongCommand(first, program) ? [first] : [first, ...rest];
  }
}

function isWrongCommand(word: string, program: Command): boolean {
  return !word.startsWith("-") && readCommandName(program, [word]) === undefined;
}

function createProgram(
  version: string,
  keep: (found: CommandLine) => void,
  print: (text: string) => void,
): Command {
  const program = new Command("rendezvous")
    .description("Rendezvous for Microsoft Teams: one conversation, one meeting.")
    .usage("[command] [options]")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => {} })
    .addHelpText("after", AFTER_HELP);

  /** Adds a command whose options, declared after it, have the shape of its `CommandOptions`. */
  function add<Name extends CommandName>(
    name: Name,
    description: string,
    toLine: (options: CommandOptions[Name]) => CommandLine,
  ): Command {
    return program
      .command(name)
      .description(description)
      .action((options: CommandOptions[Name]) => keep(toLine(options)));
  }

  add(
    "start",
    "Serves Teams, with the settings in the environment (env/README.md). The default command.",
    (options) => ({ name: "start", options }),
  );
  add(
    "demo",
    "Runs the bot with an embedded Graph and a Teams-like web client on this machine.",
    (options) => ({ name: "demo", options }),
  )
    .addOption(
      valued("--people <number>", "2: a web client each for two people in a team").default("1"),
    )
    .addOption(valued("--port <port>", "port of the bot; 0 is any free one").default("3978"))
    .addOption(valued("--graph-port <port>", "port of the embedded Graph").default("3979"))
    .addOption(valued("--playground-port <port>", "port of the web client").default("56150"))
    .option("--no-playground", "without the web client")
    .addOption(valued("--graph-url <url>", "use the embedded Graph of another demo"))
    .addOption(valued("--store <store>", "keep the records, for example in lmdb:./records"))
    .addOption(
      new Option(
        "--live <source>",
        "where call status comes from: Teams (bot), Microsoft Graph too, or nowhere",
      )
        .choices(LIVE_STATUSES)
        .default("bot"),
    );
  add(
    "setup",
    "Brings Rendezvous to your tenant, step by step. Run it again to continue.",
    (options) => ({ name: "setup", options }),
  )
    .addOption(valued("--env <name>", "use env/.env.<name> (default: dev)"))
    .addOption(
      new Option("--graph-auth <mode>", "in whose name meetings are created").choices([
        "delegated",
        "application",
      ]),
    )
    .addOption(
      new Option("--live-status <source>", "where call status comes from").choices(LIVE_STATUSES),
    )
    // Declared first: otherwise it's on without either.
    .option("--consent", "grant consent again, after --no-consent")
    .option("--no-consent", "leave consent to each person, or with application to a colleague")
    .option("--rotate-key", "replace the encryption key, and keep the previous one for reading")
    .option("--dry-run", "print the plan, and change nothing")
    .addOption(valued("--only <steps>", "run only these, such as sealing-key,admins"));
  add(
    "pack",
    "Builds the app package for Teams from manifest/ and an environment's file.",
    (options) => ({ name: "pack", options }),
  )
    .addOption(valued("--env <name>", "use env/.env.<name> (default: dev)"))
    .option("--publish", "for your organization's catalog: reject sample values")
    .option("--slash", "include slash commands again, after --no-slash")
    .option("--no-slash", "leave out slash commands, which are a preview in Teams, from now on");
  add(
    "check-setup",
    "Checks the settings in the environment, and says how to fix each problem.",
    (options) => ({ name: "check-setup", options }),
  )
    .option("--json", "print one JSON object, for pipelines")
    .addOption(valued("--user <object id>", "the person to create a test meeting for"))
    .addOption(valued("--graph-url <url>", "check against a demo on this machine"));
  add("erase", "Erases the records of a conversation and all its rooms from STORE.", (options) => ({
    name: "erase",
    options,
  }))
    .addOption(
      valued("--tenant <GUID>", "the directory (tenant) ID (required)").makeOptionMandatory(),
    )
    .addOption(
      valued(
        "--thread <id>",
        "the channel's or chat's ID, as in its link (required)",
      ).makeOptionMandatory(),
    );

  program
    .command("backup")
    .description("Saves the records in STORE to a new file. The bot may keep running.")
    .argument("<file>", "the file to create")
    .action((file: string) => keep({ name: "backup", options: { file } }));
  program
    .command("restore")
    .description("Brings the records of a backup to the store that STORE names, of any kind.")
    .argument("<file>", "a file that backup created")
    .option("--merge", "if the store has records, add those that are missing")
    .action((file: string, options: { merge?: boolean }) =>
      keep({ name: "restore", options: { file, ...options } }),
    );

  for (const command of [program, ...program.commands]) {
    command.version(version, "-v, --version", "print the version");
    command.helpOption("-h, --help", "print this help");
  }
  return program;
}

/** An option with a value. Another option in place of the value isn't one. */
function valued(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string) => {
    if (value.startsWith("--")) throw new InvalidArgumentError("The value is missing.");
    return value;
  });
}

/** Commander's message, as a sentence on one line: `Unknown option '--prot'. Did you mean --port?` */
function toSentence(message: string): string {
  const [fault = "", hint] = message.replace(/^error: /, "").split("\n");
  const sentence = `${fault.charAt(0).toUpperCase()}${fault.slice(1)}`.replace(/\.?$/, ".");
  return hint === undefined ? sentence : `${sentence} ${hint.replace(/^\((.+)\)$/, "$1")}`;
}

function readCommandName(program: Command, [name]: readonly string[]): string | undefined {
  return program.commands.map((command) => command.name()).find((known) => known === name);
}
