import type { ConversationScope } from "../../src/meetings/people/retention";
import type { ReplyAddress, Turn } from "./turn";

export type TurnProblem = "no-tenant" | "unknown-conversation" | "no-sender";

export type ParsedTurn = { ok: true; turn: Turn } | { ok: false; problem: TurnProblem };

/** Where to reply, and what the turn is about if it could be read. */
export interface Addressed {
  address: ReplyAddress;
  parsed: ParsedTurn;
}

export interface Message extends Addressed {
  kind: "message";
}

export interface Button extends Addressed {
  kind: "button";
  verb: string;
  /** User input, even if we wrote it into the card. */
  data: unknown;
  /** `invoke` for `Action.Execute`; `message` for `Action.Submit`, the fallback of older clients. */
  sentAs: "invoke" | "message";
  signIn?: SignInProof;
}

export const COMPOSE_INVOKES = [
  "query",
  "selectItem",
  "queryLink",
  "fetchTask",
  "submitAction",
] as const;
export type ComposeInvoke = (typeof COMPOSE_INVOKES)[number];

/** An invoke of the message extension. */
export interface Compose extends Addressed {
  kind: "compose";
  /** `undefined` for an invoke that this release doesn't know. */
  invoke?: ComposeInvoke;
  /** User input, which each handler parses. */
  value: unknown;
  signIn?: SignInProof;
}

/** What Teams sends after a sign-in: a token, or the result of our page. */
export type SignInProof = { token: string } | { pageResult: string };

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code */
export interface SignIn extends Addressed {
  kind: "sign-in";
  event:
    | { name: "exchange"; id: string; connectionName: string; token: string }
    /** `pageResult` is missing if the person closed our page. */
    | { name: "page-result"; pageResult?: string }
    | { name: "failure"; code: string }
    | { name: "unreadable" };
}

/** The bot was added to a conversation, or removed from it. */
export interface Lifecycle extends Addressed {
  kind: "lifecycle";
  change: "added" | "removed";
  /** Whose stored data this concerns. */
  scopes: ConversationScope[];
}

export interface Unsupported {
  kind: "unsupported";
  isInvoke: boolean;
  type: string;
  name?: string;
}

export type ParsedActivity = Message | Button | Compose | SignIn | Lifecycle | Unsupported;
