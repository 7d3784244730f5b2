import { withDeadline, type Sleep } from "../async/deadline";
import type { AppCredential, BotIdentity } from "../auth/app-credential";
import type { GetApplicationToken } from "../auth/application-tokens";
import type { GraphAuth } from "../auth/graph-auth-settings";
import type { Cloud } from "../clouds";
import { createGraphClient, type GetGraphToken } from "../graph/graph-client";
import { createGetOnBeta, createOnlineMeetings } from "../graph/online-meetings";
import type { Log } from "../log";
import type { OrganizerPolicy } from "../meetings/policy/organizer";
import type { CheckReport, CheckSetup } from "../meetings/ports/check-report";
import type { MeetingStore } from "../meetings/ports/meeting-store";
import { toFault, toOk, type Check } from "./check";
import { CHECK_IDS, FAULTS, OK } from "./check-words";
import { createMeetingChecks } from "./meeting-checks";
import { createPackageCheck } from "./package-check";
import { createPortals } from "./portals";
import { createPublicUrlCheck } from "./public-url-check";
import { CHECK_DEADLINE_MS, runChecks, toResult } from "./run-checks";
import { createStoreCheck } from "./store-check";
import { toStoreLocation } from "./store-location";
import { createTokenChecks } from "./token-checks";

export interface CheckConfig {
  cloud: Cloud;
  credential: AppCredential;
  graphAuth: GraphAuth;
  organizerPolicy: OrganizerPolicy;
  linkOrigin: string;
  managedIdentityClientId?: string;
  botIdentity: Pick<BotIdentity, "kind">;
  /** As in `STORE`; absent if records are kept in memory. */
  store?: { reveal(): string };
  /** Where package.json and the app packages are. */
  programFolder?: string;
}

interface SystemDeps {
  fetch: typeof fetch;
  now: () => Date;
  sleep: Sleep;
  log: Log;
}

export interface CheckSetupDeps extends SystemDeps {
  /** The app's own, so that the app gets a new token too once an admin has granted consent. */
  getAppToken: GetApplicationToken;
  getGraphToken: GetGraphToken;
  /** Throws `store_unavailable` if the store can't be opened. */
  openStore: () => MeetingStore;
  /** Keeps the process alive until the work is done. */
  waitUntil: (work: Promise<unknown>) => void;
}

/** Checks a setup with valid settings. */
export function createCheckSetup(config: CheckConfig, deps: CheckSetupDeps): CheckSetup {
  const { cloud, credential, organizerPolicy } = config;
  const { sleep, waitUntil } = deps;
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
  const getOnBeta = createGetOnBeta(runOperation, isDelegated);
  const location = toStoreLocation(config.store?.reveal(), config.managedIdentityClientId);

  return async ({ tenantId, userAadId, isBrief = false }) => {
    const portals = createPortals({ cloud, appId: credential.clientId, tenantId });
    const common = { ...deps, cloud, tenantId, portals, isBrief, isDelegated };
    const organizer =
      organizerPolicy.mode === "service" ? organizerPolicy.organizer.aadId : userAadId;
    const meetingChecks = createMeetingChecks({
      ...common,
      ...(organizer !== undefined && { userAadId: organizer }),
      onlineMeetings,
      getOnBeta,
    });
    const settingsCheck: Check = { id: "settings", run: () => toOk(OK.settings) };
    const checks = [
      settingsCheck,
      ...createTokenChecks({
        ...common,
        credential,
        isBotAuthenticated: config.botIdentity.kind !== "off",
      }),
      ...meetingChecks.checks,
      createStoreCheck({ ...common, location }),
      createPublicUrlCheck({ ...common, linkOrigin: config.linkOrigin }),
      createPackageCheck(config.programFolder),
    ];
    const results = await runChecks(checks, deps);
    const cleanUp = meetingChecks.cleanUp();
    waitUntil(cleanUp);
    const leftover = await withDeadline(CHECK_DEADLINE_MS, () => cleanUp, { sleep }).catch(
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
  { programFolder, ...deps }: Pick<SystemDeps, "sleep" | "log"> & { programFolder: string },
): Promise<CheckReport> {
  const settings = toFault(FAULTS.settingsWrong, problems);
  const checks = CHECK_IDS.map((id): Check => {
    if (id === "settings") return { id, run: () => settings };
    if (id === "app-package") return createPackageCheck(programFolder);
    return { id, needs: "settings", run: () => settings };
  });
  return { results: await runChecks(checks, deps) };
}
