import { createMeetingLinks, type MeetingLinks } from "./meeting-link";
import { createMeetingToken, type MeetingReference } from "./meeting-token";
import { createPendingToken, type PendingContent } from "./pending-token";
import { createRequestToken, type RequestToken } from "./request-token";
import type { TokenCodec, TokenKeys } from "./token-codec";

export interface Tokens {
  meeting: TokenCodec<MeetingReference>;
  request: TokenCodec<RequestToken>;
  pending: TokenCodec<PendingContent>;
  links: MeetingLinks;
}

/** @param linkOrigin `https://rendezvous.contoso.com` */
export function createTokens(keys: TokenKeys, linkOrigin: string): Tokens {
  return {
    meeting: createMeetingToken(keys),
    request: createRequestToken(keys),
    pending: createPendingToken(keys),
    links: createMeetingLinks(keys, linkOrigin),
  };
}
