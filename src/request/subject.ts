import type { MeetingRequest } from "./meeting-request";
import { cutAtGrapheme, toOneLine } from "./one-line";

/** Graph documents no limit for a subject; every calendar accepts 255 characters. */
export const MAX_SUBJECT_CHARACTERS = 255;

/** The name of a meeting: one line, cut to the maximum length. */
export function readSubject(typed: string): Pick<MeetingRequest, "topic" | "wasTopicCut"> {
  const topic = toOneLine(typed);
  if (topic.length <= MAX_SUBJECT_CHARACTERS) return { topic, wasTopicCut: false };
  return { topic: cutAtGrapheme(topic, MAX_SUBJECT_CHARACTERS).trimEnd(), wasTopicCut: true };
}
