import type { TokenKeys } from "../../src/meetings/tokens/token-codec";
import { createTokens, type Tokens } from "../../src/meetings/tokens/tokens";
import { LINK_ORIGIN } from "./meeting-links";

/** The tokens and links of an app with these keys. */
export function tokensWith(...keys: TokenKeys): Tokens {
  return createTokens(keys, LINK_ORIGIN);
}
