import type * as Jwt from "jsonwebtoken";
import * as z from "zod";
import { decodeToken } from "../../auth/decode-token";
import type { FindEntraKey } from "../../auth/entra-keys";

/** Microsoft Graph Change Tracking, which alone sends notifications. */
const PUBLISHER_APP_ID = "0bf30f3b-4a52-48df-9a82-234910c4a086";
const SKEW_SECONDS = 5 * 60;

const headerSchema = z.object({ alg: z.literal("RS256"), kid: z.string().min(1) });
const claimsSchema = z.object({
  /** JSON such as 1e999 parses to Infinity: a token that never expires. */
  exp: z.number().refine(Number.isFinite),
  tid: z.string().toLowerCase().optional(),
  iss: z.string(),
  appid: z.string().optional(),
  azp: z.string().optional(),
});

export type VerifyValidationToken = (token: string) => Promise<{ tenantId: string } | undefined>;

/**
 * Verifies a token that comes with notifications, and returns the tenant that they are about; `undefined` for a token
 * that isn't Graph's, isn't for this app, or has expired.
 * https://learn.microsoft.com/graph/change-notifications-with-resource-data#how-to-validate
 */
export function createValidationTokens(
  appId: string,
  findKey: FindEntraKey,
  now: () => Date,
): VerifyValidationToken {
  return async function verifyValidationToken(token) {
    const header = headerSchema.safeParse(decodeSafely(token)?.header).data;
    if (!header) return undefined;
    const key = await findKey(header.kid);
    if (!key) return undefined;
    const { verify }: typeof Jwt = require("jsonwebtoken");
    let payload;
    try {
      payload = verify(token, key, {
        algorithms: ["RS256"],
        audience: appId,
        clockTimestamp: Math.floor(now().getTime() / 1000),
        clockTolerance: SKEW_SECONDS,
      });
    } catch {
      return undefined; // the reason doesn't matter, and its text quotes the token
    }
    const claims = claimsSchema.safeParse(payload).data;
    if (!claims || (claims.appid ?? claims.azp) !== PUBLISHER_APP_ID) return undefined;
    const tenantId = readIssuerTenant(claims.iss);
    const isConsistent = claims.tid === undefined || claims.tid === tenantId;
    return tenantId !== undefined && isConsistent ? { tenantId } : undefined;
  };
}

/** The issuer of version 1.0 and of version 2.0 tokens. */
const ISSUER =
  /^https:\/\/(?:sts\.windows\.net\/([\da-f-]{36})\/|login\.microsoftonline\.com\/([\da-f-]{36})\/v2\.0)$/i;

function readIssuerTenant(issuer: string): string | undefined {
  const [, version1, version2] = ISSUER.exec(issuer) ?? [];
  return (version1 ?? version2)?.toLowerCase();
}

function decodeSafely(token: string): Jwt.Jwt | null {
  try {
    return decodeToken(token);
  } catch {
    return null; // not JSON
  }
}
