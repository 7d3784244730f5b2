import { foldText } from "../../src/request/fold-text";
import type { RequestText } from "../../src/request/meeting-request";
import { ALL_MESSAGES, type Messages } from "../locales/messages";
import { cancelCommand } from "./cancel";
import { checkCommand } from "./check";
import type { Command } from "./command";
import { helpCommand } from "./help";
import { meetCommand } from "./meet";
import { moveCommand } from "./move";
import { newCommand } from "./new";
import { optionsCommand } from "./options";
import { renameCommand } from "./rename";
import { roomsCommand } from "./rooms";
import { signinCommand } from "./signin";
import { signoutCommand } from "./signout";

/** All commands, in the order of Teams' menu. */
export const COMMANDS: readonly Command[] = [
  meetCommand,
  roomsCommand,
  newCommand,
  renameCommand,
  moveCommand,
  optionsCommand,
  cancelCommand,
  signinCommand,
  signoutCommand,
  checkCommand,
  helpCommand,
];

/** In every language: Teams' menu inserts the title in the reader's language, and people can type any. */
const BY_TITLE: ReadonlyMap<string, Command> = new Map(
  ALL_MESSAGES.flatMap((messages) =>
    COMMANDS.flatMap((command) =>
      listTitles(command, messages).map((title) => [foldText(title), command] as const),
    ),
  ),
);

function listTitles({ name }: Command, { commands, aliases }: Messages): string[] {
  const byName: Partial<Record<Command["name"], string>> = aliases;
  return [commands[name].title, ...(byName[name]?.split(" ") ?? [])];
}

/** Ends at a space, punctuation, a room or a quote: Japanese and Chinese have no spaces before those. */
const FIRST_WORD = /^\/?([^\s!.,:;?。、，！？：#＃"“«「『(（]+)[!.,:;?。、，！？：]*/u;

/** The command that a text starts with, and what follows its title. */
export function findCommand(
  words: RequestText,
): { command: Command; words: RequestText } | undefined {
  const [first, ...rest] = words;
  if (typeof first !== "string") return undefined;
  const [match = "", title = ""] = FIRST_WORD.exec(first) ?? [];
  const command = BY_TITLE.get(foldText(title));
  if (!command) return undefined;
  const remainder = first.slice(match.length).trimStart();
  return { command, words: remainder === "" ? rest : [remainder, ...rest] };
}
