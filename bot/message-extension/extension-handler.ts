import type { BotServices } from "../bot-services";
import type { CardActionTools } from "../card-actions/card-action";
import type { AdaptiveCard } from "../cards/elements/adaptive-card";
import type { Reply } from "../reply";
import type { Turn } from "../turn/turn";

/** Answers one kind of invoke of the message extension. */
export interface ExtensionHandler {
  /** @param value What came with the invoke. It's user input, even if the bot wrote it into a card. */
  run(turn: Turn, value: unknown, tools: ExtensionTools): Promise<ExtensionReply> | ExtensionReply;
  /** Shows a text in place of the reply, such as an error. By default, the reply is the text. */
  showText?(turn: Turn, value: unknown, text: string, services: BotServices): ExtensionReply;
}

export interface ExtensionTools extends CardActionTools {
  services: BotServices;
  /** @param conversationId Posts in this thread. By default, posts where the invoke came from. */
  post: (work: Parameters<CardActionTools["post"]>[0], conversationId?: string) => Promise<void>;
  /** `undefined` once it's time to answer the invoke. The work goes on. */
  inTime: <T>(pending: Promise<T>) => Promise<T | undefined>;
  /** `undefined` if the result takes longer than `ms`. The work goes on. */
  within: <T>(ms: number, pending: Promise<T>) => Promise<T | undefined>;
  /** Runs the follow-up work of a reply that shows a meeting, in the background. */
  follow: (reply: Reply) => void;
}

/** The answer to an invoke of the message extension. Only `extension-body.ts` knows Teams' own shapes. */
export type ExtensionReply =
  /** A dialog. Its buttons come back as the next `submitAction`. */
  | { kind: "dialog"; card: AdaptiveCard }
  /** Cards to choose from, or the one card to insert into the person's own message. */
  | { kind: "results"; results: readonly ExtensionResult[] }
  /** A card that the bot posts when the person presses Send. */
  | { kind: "preview"; card: AdaptiveCard; summary: string }
  | { kind: "text"; text: string }
  /** The person has to sign in on our page. Teams sends the invoke again afterwards. */
  | { kind: "sign-in"; startUrl: string };

export interface ExtensionResult {
  card: AdaptiveCard;
  /** How the result is listed: plain text, even if a person wrote it. */
  preview: { title: string; text: string };
  /** The value of the `selectItem` invoke. Without one, Teams inserts the card itself. */
  choice?: { readonly [name: string]: string };
}

/** Nothing to list, show or insert. */
export const NOTHING: ExtensionReply = { kind: "results", results: [] };
