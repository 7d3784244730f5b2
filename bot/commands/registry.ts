import { foldText } from "../../src/request/fold-text";
import type { RequestText } from "../../src/request/meeting-request";
import { ALL_MESSAGES, type Messages } from "../locales/messages";
import { attachCommand, detachCommand } from "./attach";
import { cancelCommand } from "./cancel";
import { checkCommand } from "./check";
import type { Command, UnlistedCommand } from "./command";
import { helpCommand } from "./help";
import { inviteCommand } from "./invite";
import { meetCommand } from "./meet";
import { moveCommand } from "./move";
import { newCommand } from "./new";
import { optionsCommand } from "./options";
import { pauseCommand, resumeCommand } from "./pause";
import { renameCommand } from "./rename";
import { restoreCommand } from "./restore";
import { roomsCommand } from "./rooms";
import { signinCommand } from "./signin";
import { skipCommand } from "./skip";
import { signoutCommand } from "./signout";
import { remindCommand } from "./remind";
import { uninviteCommand } from "./uninvite";

/** https://learn.microsoft.com/microsoft-365/extensibility/schema/root-bots-command-lists */
const MENU_SIZE = 12;

/** In the order of Teams' menu, which has the first 12. People can type all of them, and Help lists them. */
export const COMMANDS: readonly Command[] = [
  meetCommand,
  inviteCommand,
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

/** What people can type and Teams' menu doesn't list. */
const UNLISTED: readonly UnlistedCommand[] = [
  uninviteCommand,
  remindCommand,
  attachCommand,
  detachCommand,
  skipCommand,
  restoreCommand,
  pauseCommand,
  resumeCommand,
];

/** The commands that need more words than their title, or are for a room. Others stand alone. */
export const TAKES_WORDS: ReadonlySet<string> = new Set<Command["name"] | UnlistedCommand["name"]>([
  "new",
  "rename",
  "move",
  "cancel",
  "invite",
  ...UNLISTED.map(({ name }) => name),
]);

/** What Teams' menu lists. */
export const MENU: readonly Command[] = COMMANDS.slice(0, MENU_SIZE);

/** In every language: Teams' menu inserts the title in the reader's language, and people can type any. */
const WORDS = ALL_MESSAGES.flatMap((messages) =>
  [...COMMANDS, ...UNLISTED].flatMap((command) =>
    listWords(command, messages).map((word) => ({ word, command })),
  ),
);
const BY_WORD: ReadonlyMap<string, Command | UnlistedCommand> = new Map(
  WORDS.map(({ word, command }) => [foldText(word), command]),
);

function listWords({ name }: UnlistedCommand | Command, { commands, aliases }: Messages): string[] {
  const titles: Partial<Record<string, { title: string }>> = commands;
  const others: Partial<Record<string, string>> = aliases;
  return [...(titles[name] ? [titles[name].title] : []), ...(others[name]?.split(" ") ?? [])];
}

/** The words that people can type, with the command of each. */
export function listCommandWords(): { word: string; name: string }[] {
  return WORDS.map(({ word, command: { name } }) => ({ word, name }));
}

/** Ends at a space, punctuation, a room or a quote: Japanese and Chinese have no spaces before those. */
const FIRST_WORD = /^\/?([^\s!.,:;?。、，！？：#＃"“«「『(（]+)[!.,:;?。、，！？：]*/u;

/** The command that a text starts with, and what follows its title. */
export function findCommand(
  words: RequestText,
): { command: Command | UnlistedCommand; words: RequestText } | undefined {
  const [first, ...rest] = words;
  if (typeof first !== "string") return undefined;
  const [match = "", title = ""] = FIRST_WORD.exec(first) ?? [];
  const command = BY_WORD.get(foldText(title));
  if (!command) return undefined;
  const remainder = first.slice(match.length).trimStart();
  return { command, words: remainder === "" ? rest : [remainder, ...rest] };
}
