import type { RequestText } from "../../src/request/meeting-request";

const ROOM = String.raw`(?:(?:in|dans|de|в) )?([#＃][\p{L}\p{N}\p{M}_-]+)`;

/** "the #design meeting", "la réunion #design": what a command is about, in all languages. The groups are rooms. */
const MEETING = [
  `(?:(?:the|our|this) )?(?:${ROOM} )?(?:meeting|call)(?: ${ROOM})?|(?:the )?${ROOM}|it`,
  `(?:(?:la|notre|cette|le|mon|ma) |l')?(?:réunion|appel|visio|rendez-vous|rdv)(?: ${ROOM})?`,
  `(?:(?:нашу|эту|наше|это|наш|этот) )?(?:встречу|собрание|совещание|созвон)(?: ${ROOM})?`,
  `(?:会议|通话|会議|ミーティング)(?: ?${ROOM})?`,
].join("|");

/** "to" in "rename to …" and "move to …", in all languages. */
const LINK = String.raw`(?:to|as|en|à|au|в|на|为|成|到|至|改为|改成|を)(?=[\s\d"“«「])`;
const LINKED = new RegExp(`^(?:${MEETING})\\s*(?:${LINK}|[:：])\\s*`, "iu");
/**
 * Without a linking word, only a form that no name begins with is the meeting: "rename the meeting Planning", but not "rename
 * meeting notes" or "rename IT review".
 */
const UNLINKED = /^(?:(?:[Tt]he|[Oo]ur) meeting|it|(?:[Ll]a|[Nn]otre) réunion|[Вв]стречу) (?=.)/u;
const LINKING_WORD = new RegExp(`^${LINK}\\s*`, "u");
/** 「…」に */
const LINKING_END = /(?<=[」』”"])\s*[にへ]$/u;

/** Removes words that only link the command to what follows. A room stays: "#design to 4pm" becomes "#design 4pm". */
export function withoutLinkingWords(words: RequestText): RequestText {
  return words
    .map((word, index) => {
      if (typeof word !== "string") return word;
      const text = index === 0 ? withoutMeeting(word).replace(LINKING_WORD, "") : word;
      return index === words.length - 1 ? text.replace(LINKING_END, "") : text;
    })
    .filter((word) => word !== "");
}

function withoutMeeting(text: string): string {
  const linked = LINKED.exec(text);
  if (!linked) return text.replace(UNLINKED, "");
  const room = linked.slice(1).find((group) => group !== undefined);
  const rest = text.slice(linked[0].length);
  return room === undefined ? rest : `${room} ${rest}`;
}

/** Before a time, in the middle of the words. */
const LINK_INSIDE = /(?<=\s)(?:to|à|au|в|на|到|至)\s?(?=[^\s]+(?:\s\S+){0,5}$)/u;

/** In "move the retro to 4pm", "to" only leads to the new time. Elsewhere it could end a range. */
export function withoutLinkInside(words: RequestText): RequestText {
  return words.map((word) => (typeof word === "string" ? word.replace(LINK_INSIDE, "") : word));
}

/** In "move to 4" and "move to 9.30", the number is a time. Elsewhere it could be part of a name. */
export function withClock(words: RequestText): RequestText {
  const last = words.at(-1);
  if (typeof last !== "string") return words;
  const timed = last
    .replace(/(?<=^|\s)([01]?\d|2[0-3])\.([0-5]\d)(?=[\s.!?]*$)/u, "$1:$2")
    .replace(/(?<=^|\s)(?:[01]?\d|2[0-3])(?=[\s.!?]*$)/u, "$&:00");
  return [...words.slice(0, -1), timed];
}
