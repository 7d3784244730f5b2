import { createExpiringCache } from "../async/expiring-cache";
import { singleFlight } from "../async/single-flight";
import type { CheckReport, CheckSetup } from "../meetings/ports/check-report";

/** Limits how often members can make us call Microsoft. */
const BRIEF_TTL_MS = 60_000;

/** Shares a check between simultaneous callers, and a brief one with everyone for a minute. */
export function singleFlightChecks(checkSetup: CheckSetup, now: () => Date): CheckSetup {
  const check = singleFlight(checkSetup);
  const briefs = createExpiringCache<CheckReport>({ maxEntries: 100, ttlMs: BRIEF_TTL_MS, now });
  return async (request) => {
    const { tenantId, isBrief } = request;
    if (!isBrief) return check(request);
    const known = briefs.get(tenantId);
    if (known) return known;
    const report = await check({ tenantId, isBrief });
    briefs.set(tenantId, report);
    return report;
  };
}
