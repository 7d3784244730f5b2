import * as z from "zod";
import { createMemo, deepFreeze } from "../../async/memo";
import { createMeetingLinks } from "./meeting-link";
import { MEETING_TOKEN, MEETING_TOKEN_0_1 } from "./meeting-token";
import { OFFER_TOKEN_0_1, PREVIEW_TOKEN_0_1, REQUEST_TOKEN } from "./request-token";
import { createTokenCodec, deflatedJson, type TokenCodec, type TokenKeys } from "./token-codec";

/** A command that someone typed: it waits for a sign-in, or for its Try again button. As JSON. */
export type PendingContent = Record<string, unknown>;

export type Tokens = ReturnType<typeof createTokens>;

const pendingContent = z.record(z.string(), z.unknown());
const PENDING_TOKEN = deflatedJson("rendezvous:waiting-command:1", pendingContent);

/** @param linkOrigin `https://rendezvous.contoso.com` */
export function createTokens(keys: TokenKeys, linkOrigin: string) {
  return {
    /** In buttons. */
    meeting: rememberTokens(createTokenCodec(keys, MEETING_TOKEN, MEETING_TOKEN_0_1)),
    request: createTokenCodec(keys, REQUEST_TOKEN, OFFER_TOKEN_0_1, PREVIEW_TOKEN_0_1),
    /** In the store and in buttons, which hold no readable text that people typed. */
    pending: createTokenCodec(keys, PENDING_TOKEN),
    links: createMeetingLinks(keys, linkOrigin),
  };
}

const MAX_TOKENS = 1_000;
const MAX_KEY_LENGTH = 1_000;

/**
 * Encodes a value once, so that its meeting's cards stay equal, and decodes a token once: every client that shows the
 * card sends the same one.
 */
function rememberTokens<T extends object>(codec: TokenCodec<T>): TokenCodec<T> {
  const limits = { maxEntries: MAX_TOKENS, maxKeyLength: MAX_KEY_LENGTH };
  const rememberToken = createMemo<string>(limits);
  const rememberValue = createMemo<T>(limits);
  return {
    encode: (value) => rememberToken(JSON.stringify(value), () => codec.encode(value)),
    decode: (token) =>
      typeof token === "string"
        ? rememberValue(token, () => deepFreeze(codec.decode(token)))
        : undefined,
  };
}
