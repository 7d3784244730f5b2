import type { Activity } from "botbuilder";
import type { AdaptiveCard, CardElement } from "../../bot/cards/elements/adaptive-card";
import { SUBMIT_VERB } from "../../bot/message-extension/meet-dialog";
import type { GraphRequest } from "../../src/local/local-cloud";
import { ONCE } from "../../src/request/repeat-field";
import { extensionInvoke } from "./activities";
import type { Answer, TestApp } from "./start-app";
import { validateCard } from "./validate-card";

type Options = Parameters<typeof extensionInvoke>[2];

interface Body {
  task?: { type: string; value: { title: string; card: { content: AdaptiveCard } } | string };
  composeExtension?: {
    type: string;
    text?: string;
    activityPreview?: Partial<Activity>;
    attachments?: {
      content: AdaptiveCard;
      preview: { content: { title: string; text: string } };
    }[];
  };
}

function bodyOf({ status, body }: Answer): Body {
  expect(status).toBe(200);
  expect(Object.keys(body as object)).toHaveLength(1);
  return body as Body;
}

function toValidCard(card: AdaptiveCard): AdaptiveCard {
  expect(validateCard(card)).toEqual([]);
  return card;
}

/** The card of the dialog in a response. */
export function dialogOf(answer: Answer): AdaptiveCard {
  const { task } = bodyOf(answer);
  expect(task).toMatchObject({ type: "continue", value: { title: expect.any(String) } });
  if (typeof task?.value !== "object") throw new Error("There is no dialog.");
  return toValidCard(task.value.card.content);
}

/** The card of the preview. */
export function previewOf(answer: Answer): AdaptiveCard {
  const { composeExtension } = bodyOf(answer);
  expect(composeExtension?.type).toBe("botMessagePreview");
  expect(composeExtension?.activityPreview).toMatchObject({ type: "message" });
  expect(composeExtension?.activityPreview?.text).toBeUndefined();
  expect(composeExtension?.activityPreview?.attachments).toHaveLength(1);
  return toValidCard(composeExtension?.activityPreview?.attachments?.[0]?.content as AdaptiveCard);
}

export function resultsOf(answer: Answer): { card: AdaptiveCard; title: string; text: string }[] {
  const { composeExtension } = bodyOf(answer);
  expect(composeExtension).toMatchObject({ type: "result", attachmentLayout: "list" });
  return (composeExtension?.attachments ?? []).map(({ content, preview }) => ({
    card: toValidCard(content),
    title: preview.content.title,
    text: preview.content.text,
  }));
}

/** The message text, in a dialog or as a message extension result. */
export function messageTextOf(answer: Answer): string {
  const { task, composeExtension } = bodyOf(answer);
  expect(task?.type ?? composeExtension?.type).toBe("message");
  const words = typeof task?.value === "string" ? task.value : composeExtension?.text;
  expect(words).toBeTruthy();
  return words ?? "";
}

/** The values of a dialog's fields, by id. Most meetings take place once, which isn't worth telling. */
export function fieldsOf(card: AdaptiveCard): Record<string, string> {
  const { repeat = ONCE, ...values } = allFieldsOf(card);
  return repeat === ONCE ? values : { ...values, repeat };
}

function allFieldsOf(card: AdaptiveCard): Record<string, string> {
  const elements = card.body.flatMap((element): CardElement[] =>
    element.type === "ColumnSet"
      ? element.columns.flatMap(({ items }): CardElement[] => items)
      : [element],
  );
  return Object.fromEntries(
    elements.flatMap((element) =>
      "id" in element && "value" in element && element.value !== undefined
        ? [[element.id, String(element.value)]]
        : [],
    ),
  );
}

type DialogOptions = Options & { commandContext?: string };

/** Presses a dialog's button with the values of its fields and what was entered. */
export function pressInDialog(
  card: AdaptiveCard,
  title: string,
  entered: Record<string, string> = {},
  { commandContext = "compose", ...options }: DialogOptions = {},
): Partial<Activity> {
  const button = actionsOf(card).find((action) => action.title === title);
  if (button?.type !== "Action.Submit") throw new Error(`The dialog has no button “${title}”.`);
  const data = { ...allFieldsOf(card), ...button.data, ...entered };
  return extensionInvoke("submitAction", { commandId: "meet", commandContext, data }, options);
}

/** Presses the button of the dialog for a meeting, no matter what it's called. */
export function submitDialog(
  card: AdaptiveCard,
  entered: Record<string, string> = {},
  options: DialogOptions = {},
): Partial<Activity> {
  return pressInDialog(card, submitTitleOf(card), entered, options);
}

/** What the button of the dialog for a meeting is called. */
export function submitTitleOf(card: AdaptiveCard): string {
  const button = actionsOf(card).find(
    (action) =>
      action.type === "Action.Submit" && "verb" in action.data && action.data.verb === SUBMIT_VERB,
  );
  if (!button) throw new Error("The card isn't the dialog for a meeting.");
  return button.title;
}

function actionsOf(card: AdaptiveCard) {
  return card.body.flatMap((element) => (element.type === "ActionSet" ? element.actions : []));
}

/** Presses Send or Edit below a preview, which clients send back. */
export function pressBelow(
  preview: AdaptiveCard,
  action: "send" | "edit",
  options: Options = {},
): Partial<Activity> {
  const contentType = "application/vnd.microsoft.card.adaptive";
  const botActivityPreview = [
    { type: "message/card", attachments: [{ contentType, content: preview }] },
  ];
  const value = {
    commandId: "meet",
    commandContext: "compose",
    botMessagePreviewAction: action,
    botActivityPreview,
  };
  return extensionInvoke("submitAction", value, options);
}

/** Opens “Meet” in the compose box. */
export function openMeet(
  { commandContext = "compose", ...options }: Options & { commandContext?: string } = {},
  value: object = {},
): Partial<Activity> {
  const about = { commandId: "meet", commandContext, context: { theme: "default" } };
  return extensionInvoke("fetchTask", { ...about, ...value }, options);
}

type Turned = Awaited<ReturnType<TestApp["turn"]>>;

/** Opens the dialog, fills it in and submits it. */
export async function submitMeet(
  app: TestApp,
  entered: Record<string, string> = {},
  options: Parameters<typeof pressInDialog>[3] = {},
): Promise<Turned> {
  const dialog = dialogOf(await app.post(openMeet(options)));
  return app.turn(submitDialog(dialog, entered, options));
}

/** What Teams sends after a dialog's button added the bot, with the button's data. */
export function afterInstall(data: object, options: Options = {}): Partial<Activity> {
  const value = { commandId: "meet", commandContext: "compose", data };
  return extensionInvoke("submitAction", value, options);
}

/** The bodies of the createOrGet calls. */
export function createOrGetBodies(requests: readonly GraphRequest[]): Record<string, unknown>[] {
  return requests
    .filter(({ path }) => path.endsWith("createOrGet"))
    .map(({ body }) => body as Record<string, unknown>);
}
