import type { Request, RequestHandler } from "express";
import { toAppError } from "../errors";
import type { Log } from "../log";
import { toFoundRecord, type FoundMeeting, type Superseded } from "../meetings/find-meeting";
import { toJoinable, type JoinableRecord } from "../meetings/record/attached-record";
import type { LiveRecord } from "../meetings/record/meeting-record";
import {
  CALENDAR_PAGE_SUFFIX,
  CALENDAR_SUFFIX,
  LINK_PATH,
  type MeetingLinks,
} from "../meetings/tokens/meeting-link";
import type { MeetingReference } from "../meetings/tokens/meeting-token";
import { sendCalendar } from "./meeting-calendar";
import { renderMeetingPage, type MeetingContent, type MeetingPageTexts } from "./meeting-page";
import { renderNotice, sendPage, toPagePolicy, type Notice } from "./page-frame";

/** Why a link doesn't lead to a meeting. The page is the same for a forged link and an unknown one. */
type DeadLink = "unknown" | "ended" | "unavailable";

export interface LinkPageTexts extends MeetingPageTexts {
  /** BCP 47. */
  language: string;
  links: { dead: Record<DeadLink, Notice> };
  card: MeetingPageTexts["card"] & { untitled: string; calendarJoin: string };
}

export interface MeetingLinkPageDeps {
  openLink: MeetingLinks["readToken"];
  findReferred: (reference: MeetingReference) => Promise<FoundMeeting | Superseded>;
  /** What a page in this language says of a meeting. */
  describeMeeting: (record: LiveRecord, language: string) => MeetingContent;
  /** Where our links lead: `https://rendezvous.contoso.com`. */
  linkOrigin: string;
  /** Hosts that a link may lead to. */
  meetingHosts: readonly string[];
  toTexts: (request: Request) => LinkPageTexts;
  now: () => Date;
  log: Log;
}

const STATUSES: Record<DeadLink, number> = { unknown: 404, ended: 410, unavailable: 503 };
const PAGE_POLICY = toPagePolicy();

/**
 * Redirects to the recorded meeting, if the link is of the current generation. With `.ics` after the link, answers with
 * the meeting as a calendar, and with `/calendar` with the page to add it to one; an attached meeting has no such page,
 * because its time is in another calendar. A calendar of a link that has ended gets 410. Otherwise shows a page that
 * says what to do, without any detail of the meeting. Makes no Graph call, because anyone can open a link.
 */
export function createMeetingLinkPage(deps: MeetingLinkPageDeps): RequestHandler {
  const { openLink, findReferred, describeMeeting, linkOrigin, meetingHosts, log } = deps;
  const { toTexts, now } = deps;

  return async function answer(request, response) {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.set("Allow", "GET, HEAD").status(405).json({ error: "Open links by GET." });
      return;
    }
    const { token, suffix } = readPath(request.path);
    const isCalendar = suffix === CALENDAR_SUFFIX;
    const target = await resolve(token);
    const texts = toTexts(request);
    const { language } = texts;
    if (typeof target === "string") {
      response.status(STATUSES[target]);
      if (isCalendar) {
        response.end();
        return;
      }
      const notice = texts.links.dead[target];
      const main = renderNotice(notice);
      sendPage(response, { language, title: notice.title, main, policy: PAGE_POLICY });
      return;
    }
    const { record, url } = target;
    if (isCalendar) {
      const { untitled, calendarJoin: join } = texts.card;
      sendCalendar(request, response, { record, texts: { untitled, join }, now: now() });
      return;
    }
    if (suffix !== CALENDAR_PAGE_SUFFIX || record.state === "attached") {
      response.set("Cache-Control", "no-store").set("Referrer-Policy", "no-referrer");
      response.status(302).location(url.href).end();
      return;
    }
    const content = describeMeeting(record, language);
    const links = { join: url.href, own: `${linkOrigin}${LINK_PATH}${token}` };
    const main = renderMeetingPage(content, links, texts);
    const title = `${texts.card.addToCalendar} · ${content.subject}`;
    sendPage(response, { language, title, main, policy: PAGE_POLICY });
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
      log.warn({}, "didn't lead to a join link whose host isn't Teams");
      return "unknown";
    } catch (error) {
      log.error({ code: toAppError(error).code }, "couldn't look up a meeting link", error);
      return "unavailable";
    }
  }
}

function readPath(path: string): { token: string; suffix: string } {
  const suffix = [CALENDAR_SUFFIX, CALENDAR_PAGE_SUFFIX].find((one) => path.endsWith(one)) ?? "";
  return { token: path.slice(1, path.length - suffix.length), suffix };
}

function toDeadLink(found: FoundMeeting | Superseded): DeadLink {
  const isEnded = !found.ok && (found.reason === "cancelled" || found.reason === "superseded");
  return isEnded ? "ended" : "unknown";
}

/**
 * A join link that is safe to lead to, no matter what Graph or a record says: https, and a host where the cloud
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
