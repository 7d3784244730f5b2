import { foldText } from "../../src/request/fold-text";
import type { RequestText } from "../../src/request/meeting-request";
import { ALL_MESSAGES, type Messages } from "../locales/messages";
import { cancelCommand } from "./cancel";
import type { Command } from "./command";
import { helpCommand } from "./help";
import { meetCommand } from "./meet";
import { newCommand } from "./new";
import { optionsCommand } from "./options";
import { restoreCommand } from "./restore";
import { roomsCommand } from "./rooms";
import { scheduleCommand } from "./schedule";

type Runnable = Pick<Command, "run">;

/** The buttons that do the same as a command. */
function listButtons({ card, meet, series, help }: Messages): [title: string, command: Runnable][] {
  return [
    [card.join, meetCommand],
    [card.refresh, meetCommand],
    [card.options, optionsCommand],
    [card.newLink, newCommand],
    [card.cancelMeeting, cancelCommand],
    [meet.button, meetCommand],
    [meet.now, meetCommand],
    [meet.create, meetCommand],
    [meet.schedule, scheduleCommand],
    [series.buttons.undoSkip, restoreCommand],
    [help.rooms.button, roomsCommand],
    [help.button, helpCommand],
  ];
}

/** People type what they see, in any language. */
const BY_TITLE: ReadonlyMap<string, Runnable> = new Map(
  ALL_MESSAGES.flatMap(listButtons).map(([title, command]) => [toComparable(title), command]),
);

/** A title, and a room if there is one. */
const TYPED = /^([^#＃]*)([#＃].*)?$/su;

/** The command whose button has the text as its title, such as "New link" or "New link #design". */
export function findButton(
  words: RequestText,
): { command: Runnable; words: RequestText } | undefined {
  const [first, ...rest] = words;
  if (typeof first !== "string" || rest.length > 0) return undefined;
  const [, title = "", room] = TYPED.exec(first) ?? [];
  const command = BY_TITLE.get(toComparable(title));
  return command && { command, words: room === undefined ? [] : [room] };
}

function toComparable(title: string): string {
  return foldText(title)
    .replace(/\s+/gu, " ")
    .replace(/[ .!?。]+$/u, "");
}
