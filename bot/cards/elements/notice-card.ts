import type { AdaptiveCard, Container } from "./adaptive-card";
import { type CardButton, toButtonRow } from "./card-button";
import { toCard } from "./card-frame";
import { toPlainText } from "./plain-text";
import { toHeading, toPlainLines, toTextLine } from "./text-line";

/** An answer in words. Every text is shown as it is, so it may quote what a person typed. */
export interface NoticeCardData {
  title?: string;
  /** Its lines are shown as lines. */
  text: string;
  /** Things and what they are, such as commands: one under the other. */
  rows?: readonly { label: string; text: string }[];
  /** In the order of their importance; three fit on a phone. */
  buttons?: readonly CardButton[];
}

const MAX_TITLE = 120;
/** These hold a card of nothing but CJK, three bytes a character, under 28 KB. */
const MAX_TEXT = 1000;
const MAX_NOTICE = 600;
const MAX_ROWS = 16;
const MAX_LABEL = 90;
const MAX_ROW_TEXT = 120;

export function toNoticeCard({
  title = "",
  text,
  rows = [],
  buttons = [],
}: NoticeCardData): AdaptiveCard {
  const heading = toPlainText(title, MAX_TITLE);
  const lines = toPlainLines(text, MAX_TEXT);
  const body = [
    ...(heading ? [toHeading(heading)] : []),
    ...lines.map((line, index) =>
      toTextLine(line, {}, index === 0 && heading ? "Small" : "Default"),
    ),
    ...rows
      .slice(0, MAX_ROWS)
      .flatMap((row, index) => [
        toTextLine(
          toPlainText(row.label, MAX_LABEL),
          { weight: "Bolder" },
          index === 0 ? "Medium" : "Small",
        ),
        toTextLine(toPlainText(row.text, MAX_ROW_TEXT), { isSubtle: true }, "None"),
      ]),
    ...(buttons.length > 0 ? [toButtonRow(buttons)] : []),
  ];
  return toCard(body, [heading, ...lines]);
}

/** What is told above everything else on a card: something to know, or something to act on. */
export interface Notice {
  tone: "info" | "attention";
  text: string;
}

export function toNotice({ tone, text }: Notice): Container {
  return {
    type: "Container",
    style: tone === "info" ? "accent" : "attention",
    bleed: true,
    items: toPlainLines(text, MAX_NOTICE).map((line) => toTextLine(line)),
  };
}
