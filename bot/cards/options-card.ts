import {
  CHAT_MODES,
  PRESENTER_SCOPES,
  type MeetingOptions,
} from "../../src/meetings/ports/online-meeting";
import type { Messages } from "../locales/messages";
import type { AdaptiveCard, ChoiceSet } from "./elements/adaptive-card";
import { toButtonRow } from "./elements/card-button";
import { toCard } from "./elements/card-frame";
import { SUBTLE, toSubject } from "./meeting/meeting-lines";
import { OPTION_IDS, SHOWN_OPTIONS, toOptionsForm } from "./options-form";
import { toHeading, toTextLine } from "./elements/text-line";

export interface OptionsCardData {
  subject: string;
  /** As Graph told them; of what it did not tell nothing is chosen. */
  options: MeetingOptions;
  meetingToken: string;
  /** `keep` closes the form for everybody, `refresh` shows the reader the meeting again. */
  back: "keep" | "refresh";
}

/** As Teams lists them: from all to one. */
const LOBBY_ORDER = [
  "everyone",
  "organizationAndFederated",
  "organization",
  "organizationExcludingGuests",
  "invited",
  "organizer",
] as const;

/** A form with what can be set of a meeting. What is chosen comes back as {@link OPTION_IDS} say. */
export function toOptionsCard(
  { subject, options, meetingToken, back }: OptionsCardData,
  messages: Messages,
): AdaptiveCard {
  const words = messages.optionsCard;
  const name = toSubject(subject, messages);
  const data = { ref: meetingToken };
  const shown = JSON.stringify(toOptionsForm(options));
  const recorded = options.isRecordedAutomatically;
  return toCard(
    [
      toHeading(words.title),
      toTextLine(name, SUBTLE, "None"),
      toChoices(OPTION_IDS.lobby, words.lobby, LOBBY_ORDER, options.lobby, words.notKnown),
      toChoices(
        OPTION_IDS.presenters,
        words.presenters,
        PRESENTER_SCOPES,
        options.presenters,
        words.notKnown,
      ),
      toChoices(OPTION_IDS.chat, words.chat, CHAT_MODES, options.chat, words.notKnown),
      toChoices(
        OPTION_IDS.recording,
        words.recording,
        ["true", "false"],
        recorded === undefined ? undefined : recorded ? "true" : "false",
        words.notKnown,
      ),
      toButtonRow([
        {
          title: words.save,
          verb: "save-options",
          data: { ...data, [SHOWN_OPTIONS]: shown },
          style: "positive",
        },
        { title: words.back, verb: back, data },
      ]),
    ],
    [words.title, name],
  );
}

function toChoices<Value extends string>(
  id: string,
  words: { label: string; choices: Record<Value, string> },
  values: readonly Value[],
  chosen: Value | undefined,
  placeholder: string,
): ChoiceSet {
  return {
    type: "Input.ChoiceSet",
    id,
    label: words.label,
    style: "compact",
    choices: values.map((value) => ({ title: words.choices[value], value })),
    ...(chosen === undefined ? { placeholder } : { value: chosen }),
    spacing: "Medium",
  };
}
