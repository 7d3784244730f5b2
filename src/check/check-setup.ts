import { withDeadline } from "../async/deadline";
import type { AppConfig } from "../config/config";
import type { Dependencies } from "../deps";
import { createGraphClient, type GetGraphToken } from "../graph/graph-client";
import { createOnlineMeetings } from "../graph/online-meetings";
import type { CheckReport, CheckSetup } from "../meetings/ports/check-report";
import {
  CHECK_DEADLINE_MS,
  runChecks,
  toFault,
  toOk,
  toResult,
  toSkipped,
  type Check,
  type CheckContext,
  type CheckOutcome,
  type Stoppable,
} from "./check";
import { CHECK_IDS, CHECKS, FAULTS, OK, SKIPPED, type CheckId } from "./check-words";
import { createCallEventChecks } from "./call-event-checks";
import { createMeetingChecks } from "./meeting-checks";
import { createPackageCheck } from "./package-check";
import { createPortals } from "./portals";
import { createPublicUrlCheck } from "./public-url-check";
import { createStoreCheck, toStoreLocation } from "./store-check";
import { createTokenChecks } from "./token-checks";

interface CheckSetupDeps
  extends
    Pick<CheckContext, "openStore">,
    Pick<Dependencies, "fetch" | "now" | "sleep" | "sleepBeforeRetry" | "log">,
    Stoppable {
  /** The app's own, so that the app gets a new token too once an admin has granted consent. */
  getAppToken: CheckContext["getAppToken"];
  getGraphToken: GetGraphToken;
  /** Keeps the process alive until the work is done. */
  waitUntil: (work: Promise<unknown>) => void;
}

/** Checks a setup with valid settings. */
export function createCheckSetup(config: AppConfig, deps: CheckSetupDeps): CheckSetup {
  const { cloud, credential, organizerPolicy } = config;
  const { sleep, stopping: signal, waitUntil } = deps;
  const isDelegated = config.graphAuth === "delegated";
  const runOperation = createGraphClient({
    ...deps,
    origin: cloud.graphOrigin,
    getToken: (request) => deps.getGraphToken(request),
    deadlineMs: CHECK_DEADLINE_MS,
  });
  const onlineMeetings = createOnlineMeetings(runOperation, {
    hasBeta: cloud.hasGraphBeta,
    isDelegated,
  });
  const events = {
    certificates: config.notificationCertificates,
    linkOrigin: config.linkOrigin,
  };
  const location = toStoreLocation(config.store?.reveal(), config.managedIdentityClientId);

  return async ({ tenantId, userAadId, isBrief = false }) => {
    const portals = createPortals(cloud, { appId: credential.clientId, tenantId });
    const context = { ...deps, cloud, credential, tenantId, portals, isBrief, isDelegated };
    const organizer =
      organizerPolicy.mode === "service" ? organizerPolicy.organizer.aadId : userAadId;
    const meetingChecks = createMeetingChecks(organizer, onlineMeetings, context);
    const checks: Check[] = [
      { id: "settings", run: () => toOk(OK.settings) },
      ...createTokenChecks(config.botIdentity.kind !== "off", context),
      ...meetingChecks.checks,
      createStoreCheck(location, context),
      createPublicUrlCheck(config.linkOrigin, context),
      createPackageCheck(config.programFolder),
      ...(config.liveStatus === "graph"
        ? createCallEventChecks(events, runOperation, context)
        : []),
    ];
    const wanted = checks.filter(({ id }) => !isBrief || CHECKS[id].isForMembers);
    const results = await runChecks(wanted, deps);
    const cleanUp = meetingChecks.cleanUp();
    waitUntil(cleanUp);
    const leftover = await withDeadline(CHECK_DEADLINE_MS, () => cleanUp, { sleep, signal }).catch(
      () => undefined, // it continues in the background
    );
    if (!leftover) return { results };
    return {
      results: results.map((result) =>
        result.id === "organizer" && result.status === "ok"
          ? toResult("organizer", leftover)
          : result,
      ),
    };
  };
}

/** @param problems What is wrong with the settings, a sentence each. */
export async function checkWithoutSettings(
  problems: readonly string[],
  { programFolder, ...deps }: Pick<Dependencies, "sleep" | "log"> & { programFolder: string },
): Promise<CheckReport> {
  const settings = toFault(FAULTS.settingsWrong, { details: problems });
  const checks = CHECK_IDS.map((id): Check => {
    if (id === "settings") return { id, run: () => settings };
    if (id === "app-package") return createPackageCheck(programFolder);
    return { id, needs: "settings", run: () => settings };
  });
  return { results: await runChecks(checks, deps) };
}

/**
 * The checks that need no credential of the server, for the machine on which an admin sets it up.
 *
 * @param known What was found about other checks. The rest are skipped: only the server can do them.
 */
export async function checkWithoutCredential(
  known: Partial<Record<CheckId, CheckOutcome>>,
  setup: { linkOrigin: string; programFolder: string; environment: string },
  deps: Pick<Dependencies, "fetch" | "sleep" | "log">,
): Promise<CheckReport> {
  const checks = CHECK_IDS.map((id): Check => {
    if (id === "public-url") return createPublicUrlCheck(setup.linkOrigin, deps);
    if (id === "app-package") return createPackageCheck(setup.programFolder, setup.environment);
    return { id, run: () => known[id] ?? toSkipped(SKIPPED.onlyOnServer) };
  });
  return { results: await runChecks(checks, deps) };
}
