import { toOneLine } from "../../../src/request/one-line";
import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { MentionBlock, RichTextBlock } from "../elements/adaptive-card";
import type { MeetingCardData } from "./meeting-card-data";
import { SUBTLE, toHostLine, toLocationLine } from "./meeting-lines";
import { type MentionedPerson, toMentionLine } from "./mentions";
import { toNames } from "../elements/names";
import { toTextLine } from "../elements/text-line";

/** Who hosts, who is invited, and where the meeting belongs. */
export function toWhoAndWhere(
  data: MeetingCardData,
  mentioned: readonly MentionedPerson[],
  viewer: Viewer,
  messages: Messages,
): (RichTextBlock | MentionBlock)[] {
  const isMentioning = mentioned.length > 0;
  const mentionedNames = mentioned.map(({ mention }) => mention.name);
  const people = toNames(leaveOut(data.people ?? [], mentionedNames), viewer, messages);
  const { with: withWhom, alsoWith } = messages.card;
  return toBlock([
    ...toSubtleLine(toHostLine(data, messages)),
    ...(isMentioning ? [toMentionLine(mentioned, viewer, messages)] : []),
    ...toSubtleLine(people && (isMentioning ? alsoWith : withWhom)({ people })),
    ...toSubtleLine(toLocationLine(data, messages)),
  ]);
}

function toBlock<Element extends RichTextBlock | MentionBlock>(elements: Element[]): Element[] {
  for (const [index, element] of elements.entries()) {
    element.spacing = index === 0 ? "Default" : "None";
  }
  return elements;
}

/** Those who are not mentioned; each mentioned name takes one of the same name away. */
function leaveOut(names: readonly string[], mentioned: readonly string[]): string[] {
  const left = mentioned.map(toOneLine);
  return names.filter((name) => {
    const index = left.indexOf(toOneLine(name));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function toSubtleLine(text: string): RichTextBlock[] {
  return text ? [toTextLine(text, SUBTLE)] : [];
}
