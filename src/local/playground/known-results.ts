import { z } from "zod";

const NOT_OURS =
  "Rendezvous makes no card of this link, and in Teams it would stay as it is. Paste one that “Copy link” on a meeting’s card gave you.";

const invokeSchema = z.looseObject({
  name: z.enum(["composeExtension/query", "composeExtension/queryLink"]),
  value: z.looseObject({}),
});
const parametersSchema = z.array(z.looseObject({ name: z.string().default("query") }));
const resultsSchema = z.looseObject({
  composeExtension: z.looseObject({
    type: z.literal("result"),
    attachments: z.array(
      z.looseObject({
        preview: z.looseObject({ content: z.looseObject({}).optional() }).optional(),
      }),
    ),
  }),
});

/**
 * The search as Teams sends it: Microsoft 365 Agents Playground 0.2.28 knows no manifest, and leaves out whichever id
 * nobody has typed there. `undefined` for what is no search.
 */
export function toNamedSearch(activity: unknown): object | undefined {
  const read = invokeSchema.safeParse(activity);
  if (!read.success || read.data.name !== "composeExtension/query") return undefined;
  const { value } = read.data;
  const parameters = parametersSchema.safeParse(value["parameters"]).data ?? [];
  return { ...read.data, value: { commandId: "meetings", ...value, parameters } };
}

/**
 * Results as the Playground takes them: it refuses the whole list for one entry that has a tap, instead of which it
 * inserts the entry's card; and its page does not survive a link that becomes no card. `undefined` for other answers.
 */
export function toKnownResults(activity: unknown, answer: unknown): object | undefined {
  const invoke = invokeSchema.safeParse(activity);
  const results = resultsSchema.safeParse(answer);
  if (!invoke.success || !results.success) return undefined;
  const { composeExtension } = results.data;
  const isDeadEnd =
    invoke.data.name === "composeExtension/queryLink" && composeExtension.attachments.length === 0;
  const attachments = isDeadEnd
    ? [toCard(NOT_OURS)]
    : composeExtension.attachments.map(({ preview, ...card }) => ({
        ...card,
        ...(preview && {
          preview: { ...preview, content: { ...preview.content, tap: undefined } },
        }),
      }));
  return { ...results.data, composeExtension: { ...composeExtension, attachments } };
}

function toCard(text: string) {
  const body = [{ type: "TextBlock", text, wrap: true }];
  return {
    contentType: "application/vnd.microsoft.card.adaptive",
    content: { type: "AdaptiveCard", version: "1.5", body },
  };
}
