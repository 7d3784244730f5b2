import type { RequestText } from "../../src/request/meeting-request";
import { toOpenableLink } from "../cards/elements/card-button";

/** Why a link can't be attached. */
export type LinkProblem = "none" | "safe-link" | "not-teams";

export type PastedLink =
  { ok: true; joinWebUrl: string; rest: RequestText } | { ok: false; reason: LinkProblem };

/** Ends at a space or a bracket. Microsoft documents no form of join links, so nothing else is read from them. */
const LINK = /https?:\/\/[^\s<>"“”]+/iu;
/** Of the sentence, not of the link. */
const PUNCTUATION = /[.,;!?。、，！？]+$/u;
/** Microsoft's wrappers (https://learn.microsoft.com/defender-office-365/safe-links-about), and Proofpoint's. */
const WRAPPERS =
  /(?:^|\.)(?:safelinks\.protection\.\w+\.(?:com|us)|urldefense(?:\.proofpoint)?\.com)$/u;
const TEAMS_WRAPPER = /\/safelinks\//iu;
/** Deep links to other things than meetings: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-links */
const OTHER_DEEP_LINK = /^\/l\/(?!meetup-join\/)/iu;

/**
 * Finds the first link in what someone typed. Only its scheme, host and length are checked; it's kept whole.
 *
 * @param meetingHosts Where people in the cloud open Teams. Meetings of Teams for personal use are elsewhere.
 */
export function findPastedLink(words: RequestText, meetingHosts: readonly string[]): PastedLink {
  for (const [index, word] of words.entries()) {
    const match = typeof word === "string" ? LINK.exec(word) : null;
    if (typeof word !== "string" || !match) continue;
    const joinWebUrl = match[0].replace(PUNCTUATION, "");
    const reason = findProblem(joinWebUrl, meetingHosts);
    if (reason) return { ok: false, reason };
    const after = word.slice(match.index + match[0].length);
    const parts = [word.slice(0, match.index).trimEnd(), after.trimStart()];
    const text = parts.filter((part) => part !== "").join(" ");
    return { ok: true, joinWebUrl, rest: words.with(index, text).filter((part) => part !== "") };
  }
  return { ok: false, reason: "none" };
}

function findProblem(link: string, meetingHosts: readonly string[]): LinkProblem | undefined {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (!url) return "not-teams";
  if (WRAPPERS.test(url.hostname) || TEAMS_WRAPPER.test(url.pathname)) return "safe-link";
  const isTeams =
    url.protocol === "https:" &&
    meetingHosts.includes(url.host) &&
    url.username === "" &&
    url.password === "" &&
    !OTHER_DEEP_LINK.test(url.pathname);
  return isTeams && toOpenableLink(link) ? undefined : "not-teams";
}
