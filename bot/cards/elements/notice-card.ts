import { toCard, type AdaptiveCard, type Container } from "./adaptive-card";
import { type CardButton, toButtonRow } from "./card-button";
import { toHeading, toPlainLines, toPlainText, toTextLine } from "./text-line";

/** A text reply. Every text is shown as typed, so it can quote people. */
export interface NoticeCardData {
  title?: string | undefined;
  /** Line breaks are kept. */
  text: string;
  /** In order of importance; three fit on a phone. */
  buttons?: readonly CardButton[] | undefined;
}

const MAX_TITLE = 120;
/** These limits keep a card of only CJK text, three bytes a character, under 28 KB. */
const MAX_TEXT = 1000;
const MAX_NOTICE = 600;

export function toNoticeCard({ title = "", text, buttons = [] }: NoticeCardData): AdaptiveCard {
  const heading = toPlainText(title, MAX_TITLE);
  const lines = toPlainLines(text, MAX_TEXT);
  const body = [
    ...(heading ? [toHeading(heading)] : []),
    ...lines.map((line, index) =>
      toTextLine(line, {}, index === 0 && heading ? "Small" : "Default"),
    ),
    ...(buttons.length > 0 ? [toButtonRow(buttons)] : []),
  ];
  return toCard(body, [heading, ...lines]);
}

/** A highlighted message at the top of a card. */
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
