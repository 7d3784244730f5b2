import type { Activity } from "botbuilder";
import { isFields } from "../json";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isFlag: Check = (value) => typeof value === "boolean";
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const nullish =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value);

function object(fields: Record<string, Check>): Check {
  const checks = Object.entries(fields);
  return (value) => isFields(value) && checks.every(([name, check]) => check(value[name]));
}

/** It becomes part of a URL, and a lone surrogate can't. */
const isId: Check = (value) => typeof value === "string" && !/\p{Surrogate}/u.test(value);
/** In ASCII. `;messageid=…` alone names no conversation. */
const isConversationId: Check = (value) =>
  typeof value === "string" && /^ *[!-:<-~][ -~]*$/.test(value);
const isWebUrl: Check = (value) =>
  typeof value === "string" && /^\s*https?:\/\//i.test(value) && URL.canParse(value);

/** Accounts and the conversation are copied into replies. */
const ACCOUNT = {
  id: nullish(isId),
  name: nullish(isText),
  aadObjectId: nullish(isText),
  role: nullish(isText),
};
const isConversation = object({
  ...ACCOUNT,
  id: isConversationId,
  isGroup: nullish(isFlag),
  conversationType: nullish(isText),
  tenantId: nullish(isText),
});
const isMember = object({ id: isId });

/** The fields that the turn relies on. Other fields are read where they are used. */
const FIELDS = Object.entries<Check>({
  type: (value) => typeof value === "string" && value !== "",
  id: optional(isId),
  name: optional(isText),
  channelId: optional(isText),
  locale: optional(isText),
  serviceUrl: isWebUrl,
  conversation: optional(isConversation),
  from: optional(object(ACCOUNT)),
  recipient: optional(object(ACCOUNT)),
  text: optional(isText),
  // It's stored as the message that shows a card.
  replyToId: nullish(isId),
  entities: optional(Array.isArray),
  membersAdded: optional((value) => Array.isArray(value) && value.every(isMember)),
});

/** Written by hand, because a schema's parser takes longer than all else that is done before a refresh. */
export function isActivity(body: unknown): body is Activity {
  return isFields(body) && findWrongField(body) === undefined;
}

/** The first field that is missing, or isn't what an activity has there. `undefined` if all are right, or it's no object. */
export function findWrongField(body: unknown): string | undefined {
  if (!isFields(body)) return undefined;
  const [wrong] = FIELDS.find(([name, check]) => !check(body[name])) ?? [];
  return wrong ?? (body.conversation !== undefined || isCompose(body) ? undefined : "conversation");
}

/** A message extension invoke from a one-on-one chat has no conversation. */
function isCompose({ type, name }: { type?: unknown; name?: unknown }): boolean {
  return type === "invoke" && typeof name === "string" && name.startsWith("composeExtension/");
}
