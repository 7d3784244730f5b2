import { foldText } from "../../src/request/fold-text";
import type { RequestText } from "../../src/request/request-text";
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

/** Every command, in the order in which Teams' menu lists them. */
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

/** Teams' menu inserts the titles of the reader's language as text; anybody may type those of any. */
const BY_TITLE: ReadonlyMap<string, Command> = new Map(
  ALL_MESSAGES.flatMap((messages) =>
    COMMANDS.flatMap((command) =>
      listTitles(command, messages).map((title) => [foldText(title), command] as const),
    ),
  ),
);

function listTitles({ name }: Command, { commands, aliases }: Messages): string[] {
  const others: Partial<Record<Command["name"], string>> = aliases;
  return [commands[name].title, ...(others[name]?.split(" ") ?? [])];
}

/** Up to a space, a mark, a room or a quote: Japanese and Chinese set no space before those. */
const FIRST_WORD = /^\/?([^\s!.,:;?。、，！？：#＃"“«「『(（]+)[!.,:;?。、，！？：]*/u;

/** The command that words call, and what follows its title; `undefined` when they call none. */
export function findCommand(
  words: RequestText,
): { command: Command; words: RequestText } | undefined {
  const [first, ...rest] = words;
  const called = typeof first === "string" ? FIRST_WORD.exec(first) : undefined;
  const command = called && BY_TITLE.get(foldText(called[1] ?? ""));
  if (!command || typeof first !== "string") return undefined;
  const left = first.slice(called[0].length).trimStart();
  return { command, words: left === "" ? rest : [left, ...rest] };
}
