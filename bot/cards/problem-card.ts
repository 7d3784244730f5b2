import { messagesFor, type Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import {
  MAX_CARD_BYTES,
  toBytes,
  toCard,
  toPair,
  type AdaptiveCard,
  type CardElement,
} from "./elements/adaptive-card";
import { toButtonRow, toFittingRows, type CardButton } from "./elements/card-button";
import { toZoneNote } from "./elements/zone-name";
import { SMALL_PRINT, SUBTLE, toHeading, toPlainText, toTextLine } from "./elements/text-line";

/** What a problem card asks for. The ids are part of the buttons' data. */
export type ProblemField =
  /** `2026-11-24` and `15:00`; empty where unknown. */
  | { kind: "time"; day: string; time: string }
  | { kind: "minutes"; choices: readonly { title: string; value: string }[]; value: string }
  | { kind: "name"; value: string };

export interface ProblemCardData {
  title: string;
  text: string;
  /** What was understood, in one line. */
  kept?: string;
  /** The text is about what was entered, so it's below the field. */
  isAboutEntry?: boolean | undefined;
  field?: ProblemField | undefined;
  /** For the name of the time zone. */
  now: Date;
  /** In order of importance. */
  buttons: readonly CardButton[];
}

const MAX_TITLE = 120;
const MAX_TEXT = 300;
const MAX_NAME = 255;

/** Asks for what's missing, and keeps the rest of the request in the buttons. */
export function toProblemCard(data: ProblemCardData, viewer: Viewer): AdaptiveCard {
  const { buttons } = data;
  const card = toCardOf(data, viewer);
  // Every button holds the request, which can name 50 people.
  return toBytes(card) > MAX_CARD_BYTES && buttons.length > 1
    ? toProblemCard({ ...data, buttons: buttons.slice(0, -1) }, viewer)
    : card;
}

function toCardOf(
  { title, text, kept, isAboutEntry = false, field, now, buttons }: ProblemCardData,
  viewer: Viewer,
): AdaptiveCard {
  const messages = messagesFor(viewer.locale);
  const heading = toPlainText(title, MAX_TITLE);
  const line = toPlainText(text, MAX_TEXT);
  const understood = toPlainText(kept ?? "", MAX_TEXT);
  return toCard(
    [
      toHeading(heading),
      ...(isAboutEntry ? [] : [toTextLine(line, {}, "Small")]),
      ...(understood ? [toTextLine(understood, SUBTLE, "Small")] : []),
      ...(field ? toField(field, now, viewer, messages) : []),
      ...(isAboutEntry ? [toTextLine(line, { color: "Attention" }, "Small")] : []),
      ...toFittingRows(buttons).map((row, index) =>
        toButtonRow(row, index === 0 ? "Medium" : "Small"),
      ),
    ],
    [heading, line],
  );
}

function toField(
  field: ProblemField,
  now: Date,
  viewer: Viewer,
  messages: Messages,
): CardElement[] {
  const { solve, rename } = messages;
  switch (field.kind) {
    case "time":
      return [
        toPair(
          [{ type: "Input.Date", id: "day", label: solve.day, ...valueOf(field.day) }],
          [{ type: "Input.Time", id: "time", label: solve.time, ...valueOf(field.time) }],
        ),
        toTextLine(toZoneNote(viewer, now, messages), SMALL_PRINT, "Small"),
      ];
    case "minutes":
      return [
        {
          type: "Input.ChoiceSet",
          id: "minutes",
          label: solve.minutes,
          style: "compact",
          choices: [...field.choices],
          value: field.value,
        },
      ];
    case "name":
      return [
        {
          type: "Input.Text",
          id: "name",
          label: rename.name,
          maxLength: MAX_NAME,
          ...valueOf(field.value),
        },
      ];
  }
}

function valueOf(value: string): { value?: string } {
  return value ? { value } : {};
}
