import { nameTurn } from "../../src/async/current-turn";
import type { BotServices } from "../bot-services";
import type { Reply } from "../reply";
import type { Turn } from "../turn/turn";
import { meetCommand } from "./meet";
import type * as ReadIntent from "./read-intent";
import type * as UnknownText from "./unknown-text";

/** Answers what someone typed. Mentioning the bot alone works like `meet`. */
export function answerText(turn: Turn, services: BotServices): Promise<Reply> | Reply {
  const intent = loadReadIntent().readIntent(turn, services);
  if (intent) {
    if (intent.command.name) nameTurn(intent.command.name);
    return intent.command.run(turn, intent.words, services);
  }
  const isBareMention = turn.words.length === 0 && (turn.isBotMentioned || turn.isPrivate);
  if (!isBareMention) return loadUnknownText().answerUnknownText(turn, services);
  nameTurn(meetCommand.name);
  return meetCommand.run(turn, [], services);
}

/** Loaded with the first message: their patterns take time, and no server needs them to start. */
function loadReadIntent(): typeof ReadIntent {
  return require("./read-intent");
}

function loadUnknownText(): typeof UnknownText {
  return require("./unknown-text");
}
