/**
 * Translates between the bot and Microsoft 365 Agents Playground 0.2.28, whose message extensions differ from those
 * in Teams. Each function returns `undefined` when there's nothing to change.
 */
import * as z from "zod";

const POSTED =
  "Rendezvous has posted the card into the conversation. In Teams you see a preview first, with Send and Edit, which the Playground does not have. Close this dialog.";
const NOT_OURS =
  "Rendezvous makes no card of this link, and in Teams it would stay as it is. Paste one that “Copy link” on a meeting’s card gave you.";

const invokeSchema = z.looseObject({
  name: z.enum([
    "composeExtension/query",
    "composeExtension/queryLink",
    "composeExtension/submitAction",
  ]),
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
const previewSchema = z.object({
  composeExtension: z.object({
    type: z.literal("botMessagePreview"),
    activityPreview: z.unknown(),
  }),
});
const taskSchema = z.object({ task: z.object({}) });

function readInvoke(activity: unknown, ...names: string[]) {
  const { data } = invokeSchema.safeParse(activity);
  return data && names.includes(data.name) ? data : undefined;
}

const inChannelSchema = z.looseObject({
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }) }),
});

/** Adds the name of the channel, because the Playground sends only its id. */
export function nameChannel(
  activity: unknown,
  channelNames: ReadonlyMap<string, string>,
): object | undefined {
  const { data } = inChannelSchema.safeParse(activity);
  const name = data && channelNames.get(data.channelData.channel.id);
  if (!name) return undefined;
  const channel = { name, ...data.channelData.channel };
  return { ...data, channelData: { ...data.channelData, channel } };
}

/** Adds the ids of the command and its parameter to a search: the Playground knows no manifest. */
export function completeSearch(activity: unknown): object | undefined {
  const invoke = readInvoke(activity, "composeExtension/query");
  if (!invoke) return undefined;
  const { value } = invoke;
  const parameters = parametersSchema.safeParse(value["parameters"]).data ?? [];
  return { ...invoke, value: { commandId: "meetings", ...value, parameters } };
}

/**
 * Removes the tap actions of results, because the Playground rejects a list with any. Adds a card to an empty link
 * result, which would crash the Playground's page.
 */
export function adaptResults(activity: unknown, response: unknown): object | undefined {
  const invoke = readInvoke(activity, "composeExtension/query", "composeExtension/queryLink");
  const { data: results } = resultsSchema.safeParse(response);
  if (!invoke || !results) return undefined;
  const { composeExtension } = results;
  const isEmptyLink =
    invoke.name === "composeExtension/queryLink" && composeExtension.attachments.length === 0;
  const attachments = isEmptyLink
    ? [toCard(NOT_OURS)]
    : composeExtension.attachments.map(({ preview, ...card }) => ({
        ...card,
        preview: preview && { ...preview, content: { ...preview.content, tap: undefined } },
      }));
  return { ...results, composeExtension: { ...composeExtension, attachments } };
}

/**
 * Creates the invoke of Send for a preview, because the Playground shows no previews.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit
 */
export function toSendInvoke(activity: unknown, response: unknown): object | undefined {
  const submit = readInvoke(activity, "composeExtension/submitAction");
  const { data: preview } = previewSchema.safeParse(response);
  if (!submit || !preview) return undefined;
  const botActivityPreview = [preview.composeExtension.activityPreview];
  const sent = { botMessagePreviewAction: "send", botActivityPreview };
  return { ...submit, value: { ...submit.value, ...sent } };
}

/** Creates a dialog that confirms Send, because the Playground shows nothing for an empty result. */
export function toSentDialog(response: unknown): object | undefined {
  if (taskSchema.safeParse(response).success) return undefined;
  return { task: { type: "message", value: POSTED } };
}

function toCard(text: string) {
  const body = [{ type: "TextBlock", text, wrap: true }];
  return {
    contentType: "application/vnd.microsoft.card.adaptive",
    content: { type: "AdaptiveCard", version: "1.5", body },
  };
}
