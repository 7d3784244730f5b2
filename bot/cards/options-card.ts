import * as z from "zod";
import {
  CHAT_MODES,
  LOBBY_SCOPES,
  PRESENTER_SCOPES,
  type MeetingOptions,
} from "../../src/meetings/ports/online-meeting";
import type { Messages } from "../locales/messages";
import { toCard, type AdaptiveCard, type ChoiceSet } from "./elements/adaptive-card";
import { toButtonRow } from "./elements/card-button";
import { toSubject } from "./elements/names";
import { SUBTLE, toHeading, toTextLine } from "./elements/text-line";

export interface OptionsCardData {
  subject: string;
  /** The options that Graph returned. Nothing is selected for missing ones. */
  options: MeetingOptions;
  meetingToken: string;
  /** `keep` removes the form for everyone, `refresh` shows the viewer the meeting again. */
  back: "keep" | "refresh";
}

/** The selected values as the client sends them, by the id of the field. */
const formSchema = z
  .object({
    lobby: z.enum(LOBBY_SCOPES).optional().catch(undefined),
    presenters: z.enum(PRESENTER_SCOPES).optional().catch(undefined),
    recording: z.enum(["true", "false"]).optional().catch(undefined),
    chat: z.enum(CHAT_MODES).optional().catch(undefined),
  })
  .catch({});
type Form = z.infer<typeof formSchema>;

/** Save returns every value, changed or not. `shown` holds the values that the form started with. */
const shownSchema = z.object({ shown: z.string() });

/** A form for the meeting's options. {@link readOptionsForm} reads what it sends. */
export function toOptionsCard(
  { subject, options, meetingToken, back }: OptionsCardData,
  messages: Messages,
): AdaptiveCard {
  const words = messages.optionsCard;
  const name = toSubject(subject, messages);
  const data = { ref: meetingToken };
  const form: Form = {
    lobby: options.lobby,
    presenters: options.presenters,
    chat: options.chat,
    recording: toRecording(options.isRecordedAutomatically),
  };
  const toChoices = <Id extends keyof Form>(
    id: Id,
    values: readonly NonNullable<Form[Id]>[],
    choices: Readonly<Record<NonNullable<Form[Id]>, string>>,
  ): ChoiceSet => ({
    type: "Input.ChoiceSet",
    id,
    label: words[id].label,
    style: "compact",
    choices: values.map((value) => ({ title: choices[value], value })),
    ...(form[id] ? { value: form[id] } : { placeholder: words.notKnown }),
    spacing: "Medium",
  });
  return toCard(
    [
      toHeading(words.title),
      toTextLine(name, SUBTLE, "None"),
      toChoices("lobby", LOBBY_SCOPES, words.lobby.choices),
      toChoices("presenters", PRESENTER_SCOPES, words.presenters.choices),
      toChoices("chat", CHAT_MODES, words.chat.choices),
      toChoices("recording", ["true", "false"], words.recording.choices),
      toButtonRow([
        {
          title: words.save,
          verb: "save-options",
          data: { ...data, shown: JSON.stringify(form) },
          style: "positive",
        },
        { title: words.back, verb: back, data },
      ]),
    ],
    [words.title, name],
  );
}

/** The options that someone changed on the card, from the data of its Save button. Ignores unknown values. */
export function readOptionsForm(data: unknown): MeetingOptions {
  const shown = readShown(data);
  const { lobby, presenters, recording, chat } = formSchema.parse(data);
  return {
    ...(lobby && lobby !== shown.lobby && { lobby }),
    ...(presenters && presenters !== shown.presenters && { presenters }),
    ...(recording &&
      recording !== shown.recording && { isRecordedAutomatically: recording === "true" }),
    ...(chat && chat !== shown.chat && { chat }),
  };
}

function readShown(data: unknown): Form {
  const text = shownSchema.safeParse(data).data?.shown;
  try {
    return formSchema.parse(JSON.parse(text ?? "{}"));
  } catch {
    return {}; // The data was tampered with: treat every value as changed.
  }
}

function toRecording(isRecorded: boolean | undefined): Form["recording"] {
  if (isRecorded === undefined) return undefined;
  return isRecorded ? "true" : "false";
}
