import type { Environment } from "../../config/settings";
import { toCommandProblem } from "./command-problem";
import { findMeetingsRole, isGrantedForEveryone } from "./grants";
import { requireAppId, type SetupContext, type Step } from "./step";

/** Entra needs up to a minute until all its servers know a new registration. */
const CONSENT_TRIES = 4;
const CONSENT_PAUSE_MS = 20_000;

/**
 * What the registration asks for, as in `infra/aad.manifest.<mode>.json`, and who may grant it:
 * https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 */
export const CONSENT = {
  delegated: {
    grant: "OnlineMeetings.ReadWrite, openid, profile and offline_access, delegated, for everyone",
    role: "Cloud Application Administrator",
  },
  application: {
    grant: "OnlineMeetings.ReadWrite.All to the app itself",
    role: "Privileged Role Administrator",
  },
} as const;

export function createConsentStep(context: SetupContext): Step {
  const { environment, readValues, run, sleep } = context;
  const isDelegated = () => readValues()["GRAPH_AUTH"] === "delegated";
  const toGrant = () => CONSENT[isDelegated() ? "delegated" : "application"];
  return {
    id: "consent",
    title: "Admin consent",
    why: "Microsoft Graph lets Rendezvous create meetings only after an admin, or each person, agrees.",
    plan: () =>
      `Runs \`az ad app permission admin-consent\`: grants ${toGrant().grant}. To leave this to ${isDelegated() ? "each person" : "a colleague"}, add --no-consent.`,
    async findDone() {
      const isGranted = isDelegated()
        ? await isGrantedForEveryone(context)
        : (await findMeetingsRole(context)) !== undefined;
      if (isGranted) return `An admin granted ${toGrant().grant}.`;
      if (hasAdminConsent(readValues())) return undefined;
      const left = isDelegated()
        ? "Each person consents when they sign in"
        : "A colleague grants it";
      return `${left}: ADMIN_CONSENT is off in env/.env.${environment}.`;
    },
    async run() {
      const appId = requireAppId(context);
      for (let tries = 1; ; tries += 1) {
        const args = ["ad", "app", "permission", "admin-consent", "--id", appId];
        const consented = await run("az", args);
        if (consented.ok) return `Granted ${toGrant().grant}.`;
        if (tries === CONSENT_TRIES || consented.reason !== "failed") {
          throw await toCommandProblem(context, consented, [
            `Sign in to az as a ${toGrant().role} or Global Administrator.`,
            `Or leave it to ${isDelegated() ? "each person" : "such a colleague"}: add --no-consent.`,
          ]);
        }
        await sleep(CONSENT_PAUSE_MS);
      }
    },
  };
}

/** `ADMIN_CONSENT` is `on` (the default) or `off`. */
export function hasAdminConsent(values: Environment): boolean {
  return values["ADMIN_CONSENT"] !== "off";
}

/** The variable that `--consent` or `--no-consent` sets, so that later runs do the same. */
export function toConsentChoice(consent: boolean | undefined): { ADMIN_CONSENT?: string } {
  return consent === undefined ? {} : { ADMIN_CONSENT: consent ? "on" : "off" };
}
