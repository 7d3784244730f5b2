import type { Request, RequestHandler, Response } from "express";
import { toAppError } from "../errors";
import type { Log } from "../log";
import type { FoundMeeting, Superseded } from "../meetings/find-meeting";
import type { MeetingLinks } from "../meetings/tokens/meeting-link";
import type { MeetingReference } from "../meetings/tokens/sealed-reference";
import { toJoinAddress } from "./join-address";
import { NOTICE_PAGE_POLICY, renderNoticePage, type NoticePage } from "./notice-page";

/** Why a link opens no meeting, as far as its bearer is told: a forged one cannot be told from an unknown one. */
type DeadLink = "unknown" | "ended" | "unavailable";

export interface DeadLinkWords extends Record<DeadLink, Omit<NoticePage, "language">> {
  /** BCP 47. */
  language: string;
}

export interface MeetingLinkPageDeps {
  openLink: MeetingLinks["openLink"];
  findReferred: (reference: MeetingReference) => Promise<FoundMeeting | Superseded>;
  /** Where a browser may be sent. */
  meetingHosts: readonly string[];
  /** The languages that there are words in, as `Accept-Language` names them. */
  languages: readonly string[];
  /** For one of them; for anything else those that everybody gets. */
  wordsFor: (language: string) => DeadLinkWords;
  log: Log;
}

type Target = { joinAddress: string } | { dead: DeadLink };

const STATUSES: Record<DeadLink, number> = { unknown: 404, ended: 410, unavailable: 503 };

/**
 * A link of ours in a browser: on to the meeting, as the records have it, while the link is the conversation's; else
 * a page that says what to do, and nothing of the meeting. Asks Graph nothing: a link may be opened by anybody.
 */
export function createMeetingLinkPage(deps: MeetingLinkPageDeps): RequestHandler {
  const { openLink, findReferred, meetingHosts, languages, wordsFor, log } = deps;

  return async function answer(request, response) {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.set("Allow", "GET, HEAD").status(405).json({ error: "Open links by GET." });
      return;
    }
    const target = await find(request.path.slice(1));
    response.set("Cache-Control", "no-store").set("Referrer-Policy", "no-referrer");
    if ("joinAddress" in target) response.status(302).location(target.joinAddress).end();
    else sendPage(request, response, target.dead);
  };

  async function find(sealed: string): Promise<Target> {
    const reference = openLink(sealed);
    if (!reference) return { dead: "unknown" };
    try {
      const found = await findReferred(reference);
      return found.ok
        ? toTarget(found.stored.record.meeting.joinWebUrl)
        : { dead: toDeadLink(found.reason) };
    } catch (error) {
      log.error({ code: toAppError(error).code }, "a link could not be looked up", error);
      return { dead: "unavailable" };
    }
  }

  function toTarget(joinWebUrl: string): Target {
    const joinAddress = toJoinAddress(joinWebUrl, meetingHosts);
    if (joinAddress) return { joinAddress };
    log.warn({}, "a meeting's join link leads to no host of Teams, and is not followed");
    return { dead: "unknown" };
  }

  function sendPage(request: Request, response: Response, dead: DeadLink): void {
    const words = wordsFor(request.acceptsLanguages([...languages]) || "");
    response
      .status(STATUSES[dead])
      .vary("Accept-Language")
      .set("Content-Language", words.language)
      .set("Content-Security-Policy", NOTICE_PAGE_POLICY)
      .type("html")
      .send(renderNoticePage({ language: words.language, ...words[dead] }));
  }
}

function toDeadLink(reason: Extract<FoundMeeting | Superseded, { ok: false }>["reason"]): DeadLink {
  return reason === "cancelled" || reason === "superseded" ? "ended" : "unknown";
}
