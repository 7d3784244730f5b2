import * as z from "zod";
import { cutAtGrapheme, toOneLine } from "../../src/request/one-line";
import type { Person } from "../../src/meetings/record/meeting-record";
import { toVisibleText } from "../turn/visible-text";

/** The message whose menu was used: the topic and people for a meeting about it. */
export interface MessageContent {
  /** The post that starts the message's thread. Absent if Teams doesn't say, or writes it in an unknown form. */
  rootMessageId?: string | undefined;
  /** Empty if the message has no text. */
  topic: string;
  people: Required<Person>[];
}

/** A longer line doesn't make a good name. */
const MAX_TOPIC = 100;
/** Enough for the first line, with any markup. */
const MAX_HTML = 20_000;

const userSchema = z.object({ id: z.guid(), displayName: z.string().trim().min(1) });
/** Applications, and people Teams doesn't name. */
const unnamed = z.unknown().transform(() => undefined);
const identitySchema = z
  .object({
    user: z.union([userSchema, unnamed]).optional(),
    application: z.object({}).nullish().catch(undefined),
  })
  .nullish()
  .catch(undefined);
const messageId = z
  .string()
  .regex(/^\d{1,20}$/)
  .optional()
  .catch(undefined);
const messageSchema = z.object({
  messagePayload: z.object({
    id: messageId,
    replyToId: messageId,
    body: z.object({ contentType: z.string().catch("html"), content: z.string().catch("") }),
    from: identitySchema,
    mentions: z
      .array(z.object({ id: z.int().optional().catch(undefined), mentioned: identitySchema }))
      .catch([]),
  }),
});

/**
 * Reads the message whose menu was used. Returns `undefined` if the dialog was opened elsewhere.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module#initial-invoke-request-from-a-message
 */
export function readMessage(value: unknown): MessageContent | undefined {
  const read = messageSchema.safeParse(value);
  if (!read.success) return undefined;
  const { body, from, mentions, ...message } = read.data.messagePayload;
  const applications = mentions.flatMap(({ id, mentioned }) =>
    mentioned?.application && id !== undefined ? id : [],
  );
  const isPlain = body.contentType.toLowerCase() === "text";
  // A quote, and a mention of an application, don't say what this message is about.
  const text = isPlain
    ? body.content
    : toVisibleText(body.content.slice(0, MAX_HTML), { leaveOut: applications });
  const lines = text.split(/\r\n|\n|\r/u).map(toOneLine);
  const firstLine = lines.find(Boolean) ?? "";
  const users = [from?.user, ...mentions.map(({ mentioned }) => mentioned?.user)];
  const people = users.flatMap((user) =>
    user ? { aadId: user.id.toLowerCase(), name: toOneLine(user.displayName) } : [],
  );
  return {
    rootMessageId: message.replyToId ?? message.id,
    topic: cutAtGrapheme(firstLine, MAX_TOPIC).trimEnd(),
    people: [...new Map(people.map((person) => [person.aadId, person])).values()],
  };
}
