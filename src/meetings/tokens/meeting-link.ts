import { LINK_TOKEN, type MeetingReference } from "./meeting-token";
import { createTokenCodec, type TokenKeys } from "./token-codec";

/** All links are under this path, and nothing else is. */
export const LINK_PATH = "/m/";

/** After a link: its meeting as a calendar, to import or to subscribe to. */
export const CALENDAR_SUFFIX = ".ics";

/** After a link: a page with the ways to add its meeting to a calendar. In Teams, it stays a plain link. */
export const CALENDAR_PAGE_SUFFIX = "/calendar";

/** The addresses of a link's calendar. By the scheme of `subscription`, calendars ask again by themselves. */
export function toCalendarAddresses(link: string) {
  const file = `${link}${CALENDAR_SUFFIX}`;
  const subscription = file.replace(/^https?:/u, "webcal:");
  return { file, subscription, page: `${link}${CALENDAR_PAGE_SUFFIX}` };
}

export type MeetingLinks = ReturnType<typeof createMeetingLinks>;

/**
 * Links that anyone can pass on. Anyone who has one can see and join its meeting, but not change it.
 *
 * @param origin `https://rendezvous.contoso.com`
 */
export function createMeetingLinks(keys: TokenKeys, origin: string) {
  const codec = createTokenCodec(keys, LINK_TOKEN);
  return {
    /** Returns `https://rendezvous.contoso.com/m/…`, a different address each time. */
    toLink: (reference: MeetingReference) => `${origin}${LINK_PATH}${codec.encode(reference)}`,
    /** Returns `undefined` for any other address. Ignores the query and the fragment. */
    readLink(url: unknown): MeetingReference | undefined {
      if (typeof url !== "string" || !URL.canParse(url)) return undefined;
      const parsed = new URL(url);
      if (parsed.origin !== origin || parsed.username || parsed.password) return undefined;
      if (!parsed.pathname.startsWith(LINK_PATH)) return undefined;
      return codec.decode(parsed.pathname.slice(LINK_PATH.length));
    },
    /** Reads the part after `/m/`. */
    readToken: (token: string) => codec.decode(token),
  };
}
