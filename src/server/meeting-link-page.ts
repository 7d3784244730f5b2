import type { Request, RequestHandler } from "express";
import { toAppError } from "../errors";
import type { Log } from "../log";
import { toFoundRecord, type FoundMeeting, type Superseded } from "../meetings/find-meeting";
import { toJoinable, type JoinableRecord } from "../meetings/record/attached-record";
import { CALENDAR_SUFFIX, type MeetingLinks } from "../meetings/tokens/meeting-link";
import type { MeetingReference } from "../meetings/tokens/meeting-token";
import { sendCalendar } from "./meeting-calendar";
import { renderNotice, sendPage, toPagePolicy, type Notice } from "./page-frame";

/** Why a link doesn't lead to a meeting. The page is the same for a forged link and an unknown one. */
type DeadLink = "unknown" | "ended" | "unavailable";

export interface LinkPageTexts {
  /** BCP 47. */
  language: string;
  links: { dead: Record<DeadLink, Notice> };
  card: { untitled: string; calendarJoin: string };
}

export interface MeetingLinkPageDeps {
  openLink: MeetingLinks["readToken"];
  findReferred: (reference: MeetingReference) => Promise<FoundMeeting | Superseded>;
  /** Hosts that a browser may be redirected to. */
  meetingHosts: readonly string[];
  toTexts: (request: Request) => LinkPageTexts;
  now: () => Date;
  log: Log;
}

const STATUSES: Record<DeadLink, number> = { unknown: 404, ended: 410, unavailable: 503 };
const PAGE_POLICY = toPagePolicy();

/**
 * Redirects a meeting link to the recorded meeting, if the link is of the current generation, and with `.ics` after it,
 * answers with the meeting as a calendar. A calendar of a link that has ended gets 410. Otherwise shows a page
 * that says what to do, without any detail of the meeting. Makes no Graph call, because anyone can open a link.
 */
export function createMeetingLinkPage(deps: MeetingLinkPageDeps): RequestHandler {
  const { openLink, findReferred, meetingHosts, toTexts, now, log } = deps;

  return async function answer(request, response) {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.set("Allow", "GET, HEAD").status(405).json({ error: "Open links by GET." });
      return;
    }
    const isCalendar = request.path.endsWith(CALENDAR_SUFFIX);
    const token = request.path.slice(1, isCalendar ? -CALENDAR_SUFFIX.length : undefined);
    const target = await resolve(token);
    if (typeof target === "string") {
      if (isCalendar) {
        response.status(STATUSES[target]).end();
        return;
      }
      const { language, links } = toTexts(request);
      const notice = links.dead[target];
      const main = renderNotice(notice);
      response.status(STATUSES[target]);
      sendPage(response, { language, title: notice.title, main, policy: PAGE_POLICY });
      return;
    }
    if (isCalendar) {
      const { untitled, calendarJoin } = toTexts(request).card;
      const texts = { untitled, join: calendarJoin };
      sendCalendar(request, response, { record: target.record, texts, now: now() });
      return;
    }
    response.set("Cache-Control", "no-store").set("Referrer-Policy", "no-referrer");
    response.status(302).location(target.url.href).end();
  };

  async function resolve(token: string): Promise<{ record: JoinableRecord; url: URL } | DeadLink> {
    const reference = openLink(token);
    if (!reference) return "unknown";
    try {
      const found = await findReferred(reference);
      const record = toFoundRecord(found);
      if (!record) return toDeadLink(found);
      const url = parseJoinUrl(toJoinable(record).joinWebUrl, meetingHosts);
      if (url) return { record, url };
      log.warn({}, "didn't redirect to a join link whose host isn't Teams");
      return "unknown";
    } catch (error) {
      log.error({ code: toAppError(error).code }, "couldn't look up a meeting link", error);
      return "unavailable";
    }
  }
}

function toDeadLink(found: FoundMeeting | Superseded): DeadLink {
  const isEnded = !found.ok && (found.reason === "cancelled" || found.reason === "superseded");
  return isEnded ? "ended" : "unknown";
}

/**
 * A join link that is safe to redirect to, no matter what Graph or a record says: https, and a host where the cloud
 * has its meetings.
 *
 * @param meetingHosts Without a port: only the default port is allowed.
 */
export function parseJoinUrl(joinWebUrl: string, meetingHosts: readonly string[]): URL | undefined {
  if (!URL.canParse(joinWebUrl)) return undefined;
  const url = new URL(joinWebUrl);
  const { protocol, host, username, password } = url;
  const isAllowed = protocol === "https:" && meetingHosts.includes(host) && !username && !password;
  return isAllowed ? url : undefined;
}
