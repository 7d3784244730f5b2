import { z } from "zod";
import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import { extensionInvoke } from "../../support/activities";
import type { TestApp } from "../../support/start-app";

export type InvokeOptions = NonNullable<Parameters<typeof extensionInvoke>[2]>;

const cardSchema = z.custom<AdaptiveCard>((card) => typeof card === "object" && card !== null);
const bodySchema = z.object({
  composeExtension: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("message"), text: z.string().min(1) }),
    z.strictObject({
      type: z.literal("result"),
      attachmentLayout: z.literal("list"),
      attachments: z.array(
        z.object({
          contentType: z.literal("application/vnd.microsoft.card.adaptive"),
          content: cardSchema,
          preview: z.object({
            contentType: z.literal("application/vnd.microsoft.card.thumbnail"),
            content: z.object({
              title: z.string().min(1),
              text: z.string().optional(),
              tap: z.object({ type: z.literal("invoke"), value: z.looseObject({}) }).optional(),
            }),
          }),
        }),
      ),
    }),
  ]),
});

export interface Entry {
  title: string;
  text: string;
  card: AdaptiveCard;
  /** Sent when the result is selected. */
  choice: object | undefined;
}

export interface Answered {
  entries: Entry[];
  titles: string[];
  /** The message instead of results. */
  words: string | undefined;
}

/** The response to a search invoke: a body that Teams accepts. */
export function readAnswered(body: unknown): Answered {
  const { composeExtension: answer } = bodySchema.parse(body);
  if (answer.type === "message") return { entries: [], titles: [], words: answer.text };
  const entries = answer.attachments.map(({ content, preview }) => {
    const { title, text = "", tap } = preview.content;
    return { title, text, card: content, choice: tap?.value };
  });
  return { entries, titles: entries.map(({ title }) => title), words: undefined };
}

/** As Teams sends it while a person types, or with an `undefined` text when the list opens. */
export function toQuery(text: string | undefined, queryOptions = { skip: 0, count: 25 }): object {
  const parameter =
    text === undefined ? { name: "initialRun", value: "true" } : { name: "query", value: text };
  return { commandId: "meetings", parameters: [parameter], queryOptions };
}

export async function search(
  app: TestApp,
  text?: string,
  options: InvokeOptions & { page?: { skip: number; count: number } } = {},
) {
  const { page, ...from } = options;
  const turned = await app.turn(extensionInvoke("query", toQuery(text, page), from));
  expect(turned.answer.status).toBe(200);
  expect(turned.sent).toEqual([]);
  return { ...readAnswered(turned.answer.body), graphRequests: turned.graphRequests };
}

export async function choose(app: TestApp, choice: unknown, options: InvokeOptions = {}) {
  const turned = await app.turn(extensionInvoke("selectItem", choice as object, options));
  expect(turned.answer.status).toBe(200);
  return { ...turned, ...readAnswered(turned.answer.body) };
}
