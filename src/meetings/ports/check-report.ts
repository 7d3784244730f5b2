/** The parts of a set-up, in the order in which people put it up. */
export const CHECK_IDS = [
  "settings",
  "bot-credential",
  "graph-token",
  "graph-permission",
  "organizer",
  "graph-beta",
  "store",
  "public-url",
  "app-package",
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** What was found to be in order. */
export type CheckOk =
  | "settings"
  | "secret"
  | "certificate"
  | "federation"
  | "managedIdentity"
  | "botUnauthenticated"
  | "graphToken"
  | "permission"
  | "permissionNotNeeded"
  | "organizer"
  | "beta"
  | "store"
  | "publicUrl"
  | "appPackage";

/** The one thing that is wrong. */
export type CheckFault =
  | "settingsWrong"
  | "secretWrong"
  | "secretExpired"
  | "certificateExpired"
  | "certificateUnknown"
  | "tenantUnknown"
  | "appElsewhere"
  | "appDisabled"
  | "federationMismatch"
  | "managedIdentityMissing"
  | "accessBlocked"
  | "entraRefused"
  | "entraUnreachable"
  | "permissionMissing"
  | "roleMissing"
  | "policyMissing"
  | "userRefused"
  | "consentMissing"
  | "graphRefused"
  | "graphBusy"
  | "graphUnreachable"
  | "meetingLeft"
  | "folderReadOnly"
  | "tableReadOnly"
  | "storeUnreachable"
  | "storeNotAtomic"
  | "hostUnknown"
  | "hostSilent"
  | "hostUntrusted"
  | "addressElsewhere"
  | "addressRefuses"
  | "serverDown"
  | "anotherProgram"
  | "packageOld"
  | "packageUnreadable"
  | "noAnswer"
  | "unexpected";

/** Why something was not looked at. */
export type CheckSkip =
  "noGround" | "nobodyNamed" | "notSignedIn" | "onlyForAdmins" | "noBeta" | "notPacked";

/** What the words name. Never a secret. */
export interface CheckValues {
  appId: string;
  tenantId: string;
  /** An Entra object id. */
  user: string;
  host: string;
  url: string;
  location: string;
  store: string;
  file: string;
  version: string;
  foundVersion: string;
  date: string;
  seconds: string;
  status: string;
  code: string;
  reason: string;
}

/** `copy` holds what is to be pasted somewhere, or clicked: cmdlets, paths in portals, addresses. */
export type CheckOutcome = { values?: Partial<CheckValues> } & (
  | { status: "ok"; code: CheckOk }
  | { status: "fault"; code: CheckFault; copy?: readonly string[] }
  | {
      status: "skipped";
      code: CheckSkip;
      /** What has to be in order first. */
      ground?: CheckId;
    }
);

export type CheckResult = CheckOutcome & { id: CheckId };

export interface CheckReport {
  results: readonly CheckResult[];
}

export interface CheckRequest {
  tenantId: string;
  /** In whose name a meeting is tried where no account hosts all: an Entra object id. */
  userAadId?: string;
  /** Without what makes something at Microsoft; an answer of a moment ago will do. */
  isBrief?: boolean;
}

/** Looks at everything that meetings need; what is broken is in the report, and never thrown. */
export type CheckSetup = (request: CheckRequest) => Promise<CheckReport>;

/** Whether nothing was found to be wrong; what was not looked at may be. */
export function isSound({ results }: CheckReport): boolean {
  return results.every(({ status }) => status !== "fault");
}
