import type { Activity } from "botbuilder";
import * as z from "zod";
import { readFields } from "../../src/json";
import {
  COMPOSE_INVOKES,
  type Button,
  type Compose,
  type Lifecycle,
  type Message,
  type ParsedActivity,
  type SignIn,
  type SignInProof,
  type Unsupported,
} from "./turn";
import { parseCallNews } from "./parse-call-news";
import { isCompose, parseAddressed, parseScopes } from "./parse-turn";

/** As Teams sent it. Nothing in it was checked, except that it looks like an activity. */
export type ReceivedActivity = Partial<Activity>;

/**
 * Reads an activity once. Code after this function doesn't know the Bot Framework's shapes.
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability
 */
export function parseActivity(activity: ReceivedActivity): ParsedActivity {
  const { type = "", name, text, value } = activity;
  const isInvoke = type === "invoke";
  const unsupported: Unsupported = { kind: "unsupported", isInvoke, type, name };
  switch (type) {
    case "message": {
      const { verb } = readFields(value);
      return typeof verb === "string" && !text?.trim()
        ? toButton(activity, { verb, data: value, sentAs: "message" })
        : { kind: "message", ...parseAddressed(activity) };
    }
    case "invoke": {
      if (name === "adaptiveCard/action") {
        const { verb, data } = readFields(readFields(value).action);
        const button = typeof verb === "string" ? { verb, data } : { verb: "", data: undefined };
        return toButton(activity, { ...button, sentAs: "invoke" });
      }
      if (isCompose(activity)) return toCompose(activity);
      const event = toSignInEvent(activity);
      return event ? { kind: "sign-in", event, ...parseAddressed(activity) } : unsupported;
    }
    case "installationUpdate":
      // "add-upgrade" and "remove-upgrade" change nothing for the conversation.
      if (activity.action === "add") return toLifecycle(activity, "added");
      if (activity.action === "remove") return toLifecycle(activity, "removed");
      return unsupported;
    case "conversationUpdate":
      if (isBotAmong(activity.membersAdded, activity)) return toLifecycle(activity, "added");
      if (isBotAmong(activity.membersRemoved, activity)) return toLifecycle(activity, "removed");
      return unsupported;
    case "event":
      return parseCallNews(activity) ?? unsupported;
    // Editing a message doesn't repeat its command.
    default:
      return unsupported;
  }
}

/** What releases up to 0.1 stored for a message that waits for a sign-in; `undefined` for anything else. */
export function parseStoredActivity(stored: unknown): Message | Button | undefined {
  if (!isStoredMessage(stored)) return undefined;
  const parsed = parseActivity(stored);
  return parsed.kind === "message" || parsed.kind === "button" ? parsed : undefined;
}

const storedSchema = z.object({ type: z.literal("message"), conversation: z.object({}) });

function isStoredMessage(stored: unknown): stored is Partial<Activity> {
  return storedSchema.safeParse(stored).success;
}

function toButton(
  activity: Partial<Activity>,
  button: Pick<Button, "verb" | "data" | "sentAs">,
): Button {
  return {
    kind: "button",
    ...button,
    signIn: toSignInProof(activity.value),
    ...parseAddressed(activity, activity.replyToId || undefined),
  };
}

function toCompose(activity: Partial<Activity>): Compose {
  return {
    kind: "compose",
    invoke: COMPOSE_INVOKES.find((invoke) => activity.name === `composeExtension/${invoke}`),
    value: activity.value,
    signIn: toSignInProof(activity.value),
    ...parseAddressed(activity),
  };
}

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
function toSignInProof(value: unknown): SignInProof | undefined {
  const { authentication, state } = readFields(value);
  const { token } = readFields(authentication);
  if (typeof token === "string" && token) return { token };
  return typeof state === "string" && state ? { pageResult: state } : undefined;
}

const exchangeSchema = z.object({
  id: z.string().catch(""),
  connectionName: z.string().catch(""),
  token: z.string().min(1),
});
const failureSchema = z.object({ code: z.string().regex(/^[a-z]{1,40}$/i) });
/** What Teams sends if the person closed our page. */
const CANCELLED = "CancelledByUser";

function toSignInEvent({ name = "", value }: Partial<Activity>): SignIn["event"] | undefined {
  switch (name) {
    case "signin/tokenExchange": {
      const { data } = exchangeSchema.safeParse(value);
      return data ? { name: "exchange", ...data } : { name: "unreadable" };
    }
    case "signin/verifyState": {
      const { state } = readFields(value);
      const isDone = typeof state === "string" && state !== "" && state !== CANCELLED;
      return { name: "page-result", pageResult: isDone ? state : undefined };
    }
    case "signin/failure": {
      const { data } = failureSchema.safeParse(value);
      return { name: "failure", code: data?.code.toLowerCase() ?? "unknown" };
    }
    default:
      return undefined;
  }
}

const membersSchema = z.array(z.object({ id: z.string() })).catch([]);

function isBotAmong(members: unknown, { recipient }: Partial<Activity>): boolean {
  return membersSchema.parse(members).some(({ id }) => id === recipient?.id);
}

function toLifecycle(activity: Partial<Activity>, change: Lifecycle["change"]): Lifecycle {
  return { kind: "lifecycle", change, scopes: parseScopes(activity), ...parseAddressed(activity) };
}
