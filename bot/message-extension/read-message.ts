import { convert } from "html-to-text";
import { z } from "zod";
import { cutAtGrapheme, toOneLine } from "../../src/request/one-line";
import type { Person } from "../../src/meetings/record/meeting-record";

/** What of a message says what to meet about, and with whom. */
export interface AboutMessage {
  /** Empty where the message has no text. */
  topic: string;
  people: Required<Person>[];
}

/** A longer line is no name of a meeting. */
const MAX_TOPIC = 100;
/** The first line is in it, in whatever markup. */
const MAX_HTML = 20_000;
/** Far more than any editor nests. */
const MAX_DEPTH = 100;

const userSchema = z.object({ id: z.guid(), displayName: z.string().trim().min(1) });
/** Applications, and people of whom Teams tells nothing. */
const nobody = z.unknown().transform(() => undefined);
const identitySchema = z
  .object({
    user: z.union([userSchema, nobody]).optional(),
    application: z.object({}).nullish().catch(undefined),
  })
  .nullish()
  .catch(undefined);
const messageSchema = z.object({
  messagePayload: z.object({
    body: z.object({ contentType: z.string().catch("html"), content: z.string().catch("") }),
    from: identitySchema,
    mentions: z
      .array(z.object({ id: z.int().optional().catch(undefined), mentioned: identitySchema }))
      .catch([]),
  }),
});

/**
 * Reads the message whose menu was used; `undefined` where there is none.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module#initial-invoke-request-from-a-message
 *
 * @param value Of the invoke that opens the dialog.
 */
export function readMessage(value: unknown): AboutMessage | undefined {
  const read = messageSchema.safeParse(value);
  if (!read.success) return undefined;
  const { body, from, mentions } = read.data.messagePayload;
  const applications = mentions.flatMap(({ id, mentioned }) =>
    mentioned?.application && id !== undefined ? id : [],
  );
  const isPlain = body.contentType.toLowerCase() === "text";
  const text = isPlain ? body.content : toText(body.content, applications);
  const lines = text.split(/\r\n|\n|\r/u).map(toOneLine);
  const firstLine = lines.find(Boolean) ?? "";
  const users = [from?.user, ...mentions.map(({ mentioned }) => mentioned?.user)];
  const people = users.flatMap((user) =>
    user ? { aadId: user.id.toLowerCase(), name: toOneLine(user.displayName) } : [],
  );
  return {
    topic: cutAtGrapheme(firstLine, MAX_TOPIC).trimEnd(),
    people: [...new Map(people.map((person) => [person.aadId, person])).values()],
  };
}

/** As Teams marks emoji that are pictures, whose text says which. */
const EMOJI = 'img[itemtype$="/Emoji"]';
const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];

/**
 * The text as it reads, without what stands for the look. What a quoted message says is not what this one is about,
 * and neither are the applications that it calls, by the ids of their mentions.
 */
function toText(html: string, applications: readonly number[]): string {
  return convert(html.slice(0, MAX_HTML), {
    wordwrap: false,
    limits: { maxDepth: MAX_DEPTH, ellipsis: "" },
    formatters: {
      altText: ({ attribs }, _walk, builder) => builder.addInline(attribs.alt ?? ""),
      cell: ({ children }, walk, builder) => {
        walk(children, builder);
        builder.addInline(" ");
      },
    },
    selectors: [
      { selector: "a", options: { ignoreHref: true } },
      ...applications.map((id) => ({ selector: `at[id="${id}"]`, format: "skip" })),
      { selector: "img", format: "skip" },
      { selector: EMOJI, format: "altText" },
      { selector: "emoji", format: "altText" },
      { selector: "blockquote", format: "skip" },
      { selector: "hr", format: "skip" },
      ...HEADINGS.map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: "ul", options: { itemPrefix: " " } },
      { selector: "ol", format: "unorderedList", options: { itemPrefix: " " } },
      { selector: "tr", format: "block" },
      { selector: "th", format: "cell" },
      { selector: "td", format: "cell" },
    ],
  });
}
