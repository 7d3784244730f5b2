import { z } from "zod";
import { createMeetingLinks, type MeetingLinks } from "./meeting-link";
import { MEETING_TOKEN, MEETING_TOKEN_0_1, type MeetingReference } from "./meeting-token";
import {
  OFFER_TOKEN_0_1,
  PREVIEW_TOKEN_0_1,
  REQUEST_TOKEN,
  type RequestToken,
} from "./request-token";
import { createTokenCodec, deflatedJson, type TokenCodec, type TokenKeys } from "./token-codec";

/** A command that waits for a sign-in, as JSON. */
export type PendingContent = Record<string, unknown>;

export interface Tokens {
  /** In buttons. */
  meeting: TokenCodec<MeetingReference>;
  request: TokenCodec<RequestToken>;
  /** In the store, which holds no text that people typed. */
  pending: TokenCodec<PendingContent>;
  links: MeetingLinks;
}

const pendingContent = z.record(z.string(), z.unknown());
const PENDING_TOKEN = deflatedJson("rendezvous:waiting-command:1", pendingContent);

/** @param linkOrigin `https://rendezvous.contoso.com` */
export function createTokens(keys: TokenKeys, linkOrigin: string): Tokens {
  return {
    meeting: createTokenCodec(keys, MEETING_TOKEN, MEETING_TOKEN_0_1),
    request: createTokenCodec(keys, REQUEST_TOKEN, OFFER_TOKEN_0_1, PREVIEW_TOKEN_0_1),
    pending: createTokenCodec(keys, PENDING_TOKEN),
    links: createMeetingLinks(keys, linkOrigin),
  };
}
