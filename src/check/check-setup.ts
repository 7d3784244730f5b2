import type { GetApplicationToken } from "../auth/application-tokens";
import type { Config } from "../config";
import type { Dependencies } from "../deps";
import { createBetaLook } from "../graph/beta-look";
import { createGraphClient, type GetGraphToken } from "../graph/graph-client";
import { asApplication, asOrganizer } from "../graph/meeting-path";
import { createOnlineMeetings } from "../graph/online-meetings";
import {
  CHECK_IDS,
  type CheckOutcome,
  type CheckReport,
  type CheckResult,
  type CheckSetup,
} from "../meetings/ports/check-report";
import type { MeetingStore } from "../meetings/record/meeting-store";
import { toFault, type Check, type Fault } from "./check";
import { createMeetingTrial } from "./meeting-checks";
import { createPackageCheck } from "./package-check";
import { createPortals } from "./portals";
import { createPublicUrlCheck } from "./public-url-check";
import { CHECK_DEADLINE_MS, runChecks } from "./run-checks";
import { createStoreCheck } from "./store-check";
import { toStoreLocation } from "./store-location";
import { createTokenChecks } from "./token-checks";

export interface CheckConfig extends Pick<
  Config,
  | "cloud"
  | "credential"
  | "graphAuth"
  | "organizerPolicy"
  | "linkOrigin"
  | "managedIdentityClientId"
> {
  botIdentity: Pick<Config["botIdentity"], "kind">;
  /** As `STORE`; absent, where the records are in memory. */
  store?: Config["store"];
  /** Where package.json lies, and what was packed. */
  programFolder?: string;
}

export interface CheckSetupDeps extends Pick<Dependencies, "fetch" | "now" | "sleep" | "log"> {
  /** The app's own, so that what an admin has just consented to is known to it too. */
  getAppToken: GetApplicationToken;
  getGraphToken: GetGraphToken;
  /** Throws `store_unavailable` where it cannot be opened. */
  openStore: () => MeetingStore;
  /** Keeps the process alive until the work is done. */
  waitUntil: (work: Promise<unknown>) => void;
}

/** Looks at a set-up whose settings are right. */
export function createCheckSetup(config: CheckConfig, deps: CheckSetupDeps): CheckSetup {
  const { cloud, credential, organizerPolicy } = config;
  const { sleep, waitUntil } = deps;
  const isDelegated = config.graphAuth === "delegated";
  const toOwner = isDelegated ? asOrganizer : asApplication;
  const runOperation = createGraphClient({
    ...deps,
    origin: cloud.graphOrigin,
    getToken: (request) => deps.getGraphToken(request),
    deadlineMs: CHECK_DEADLINE_MS,
  });
  const onlineMeetings = createOnlineMeetings(runOperation, {
    hasBeta: cloud.hasGraphBeta,
    toOwner,
  });
  const lookOnBeta = createBetaLook(runOperation, toOwner);
  const place = toStoreLocation(config.store?.reveal(), config.managedIdentityClientId);

  return async ({ tenantId, userAadId, isBrief = false }) => {
    const portals = createPortals({ cloud, appId: credential.clientId, tenantId });
    const common = { ...deps, cloud, tenantId, portals, isBrief, isDelegated };
    const host = organizerPolicy.mode === "service" ? organizerPolicy.organizer.aadId : userAadId;
    const trial = createMeetingTrial({
      ...common,
      ...(host !== undefined && { userAadId: host }),
      onlineMeetings,
      lookOnBeta,
    });
    const checks = [
      { id: "settings", look: () => ({ status: "ok", code: "settings" }) } satisfies Check,
      ...createTokenChecks({
        ...common,
        credential,
        isBotAuthenticated: config.botIdentity.kind !== "off",
      }),
      ...trial.checks,
      createStoreCheck({ ...common, place }),
      createPublicUrlCheck({ ...common, linkOrigin: config.linkOrigin }),
      createPackageCheck(config.programFolder),
    ];
    const results = await runChecks(checks, deps);
    const cleaning = trial.cleanUp();
    waitUntil(cleaning);
    const enough = new AbortController();
    const left = await Promise.race([cleaning, sleep(CHECK_DEADLINE_MS, enough.signal)]);
    enough.abort();
    return { results: left ? results.map((one) => tellLeft(one, left)) : results };
  };
}

/** What there is to say of a set-up whose settings are wrong, each problem a sentence. */
export async function checkWithoutSettings(
  problems: readonly string[],
  { programFolder, ...deps }: Pick<Dependencies, "sleep" | "log"> & { programFolder: string },
): Promise<CheckReport> {
  const toCheck = (id: (typeof CHECK_IDS)[number]): Check => {
    if (id === "settings") return { id, look: () => toFault("settingsWrong", {}, problems) };
    if (id === "app-package") return createPackageCheck(programFolder);
    return { id, needs: "settings", look: (): CheckOutcome => toFault("settingsWrong") };
  };
  return { results: await runChecks(CHECK_IDS.map(toCheck), deps) };
}

/** A meeting that was made, and could not be deleted, is what there is to say of the organizer's. */
function tellLeft(result: CheckResult, left: Fault): CheckResult {
  const isIt = result.id === "organizer" && result.status === "ok";
  return isIt ? { id: result.id, ...left } : result;
}
