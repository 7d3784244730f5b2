import type { CheckReport, CheckRequest, CheckSetup } from "../meetings/ports/check-report";

/** Whoever asks often learns nothing new within this time, and Microsoft is not asked for it. */
const BRIEF_IS_FRESH_MS = 60_000;

/**
 * The same look shared by all who ask for it at the same moment; and a brief one, which everybody may ask for, made
 * once a minute at most, however many ask.
 */
export function singleFlightChecks(checkSetup: CheckSetup, now: () => Date): CheckSetup {
  const underWay = new Map<string, Promise<CheckReport>>();
  const known = new Map<string, { report: CheckReport; atMs: number }>();

  async function look(key: string, request: CheckRequest): Promise<CheckReport> {
    const report = await checkSetup(request);
    if (request.isBrief) known.set(key, { report, atMs: now().getTime() });
    return report;
  }

  return (request) => {
    const key = request.isBrief
      ? request.tenantId
      : `${request.tenantId} ${request.userAadId ?? ""}`;
    const last = known.get(key);
    if (last && now().getTime() - last.atMs < BRIEF_IS_FRESH_MS)
      return Promise.resolve(last.report);
    const running = underWay.get(key);
    if (running) return running;
    const looking = look(key, request).finally(() => underWay.delete(key));
    underWay.set(key, looking);
    return looking;
  };
}
