import type { BotServices } from "../bot-services";
import type { Reply } from "../reply";
import type { Turn } from "../turn/turn";
import type { ExtensionReply } from "./extension-reply";

/** Answers one kind of invoke of the message extension. */
export interface ExtensionHandler {
  /** @param value What came with the invoke: user input, whatever we once put in. */
  answer(
    turn: Turn,
    value: unknown,
    tools: ExtensionTools,
  ): Promise<ExtensionReply> | ExtensionReply;
  /** How a sentence is told in the place of the answer, such as why there is none; without it, as the sentence alone. */
  toReply?(turn: Turn, value: unknown, text: string, services: BotServices): ExtensionReply;
}

/** What an invoke needs beside the services. */
export interface ExtensionTools {
  services: BotServices;
  /** `undefined` once the invoke has to be answered; what is under way goes on. */
  inTime: <T>(pending: Promise<T>) => Promise<T | undefined>;
  /** `undefined` when it is not there after `ms`; what is under way goes on. */
  within: <T>(ms: number, pending: Promise<T>) => Promise<T | undefined>;
  /** What follows an answer that shows a meeting, off its way. */
  follow: (reply: Reply) => void;
  /**
   * Lets the bot post the answer into the conversation, on behalf of the person; where it takes longer, a card that
   * says so, which becomes the answer. Rejects when Teams took no message.
   */
  post: (work: () => Promise<Reply> | Reply) => Promise<void>;
}
