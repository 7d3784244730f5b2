import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { MEETINGS_ROLE_ID } from "../../check/portals";
import { parseJson } from "../../errors";
import { toCommandProblem } from "./command-problem";
import { StepProblem, type SetupContext, type Step } from "./step";

const NAME = "rendezvous";
const GRAPH = "https://graph.microsoft.com/v1.0";
/** Entra needs up to a minute until all its servers know a new registration. */
const CONSENT_TRIES = 4;
const CONSENT_PAUSE_MS = 20_000;

const credentialsSchema = z.array(
  z.object({ id: z.string(), name: z.string(), issuer: z.string(), subject: z.string() }),
);
const rolesSchema = z.object({ value: z.array(z.object({ appRoleId: z.string() })) });
const grantsSchema = z.object({
  value: z.array(z.object({ consentType: z.string(), scope: z.string() })),
});

/** https://learn.microsoft.com/graph/api/application-post-federatedidentitycredentials */
export function createFederatedCredentialStep(context: SetupContext): Step {
  const { root, environment, readValues, run } = context;
  const path = `artifacts/federated-credential.${environment}.json`;
  const toCredential = () => ({
    name: NAME,
    description: "The server of Rendezvous, by its managed identity",
    issuer: `https://login.microsoftonline.com/${readValues()["TENANT_ID"]}/v2.0`,
    subject: readValues()["AZURE_IDENTITY_PRINCIPAL_ID"] ?? "",
    audiences: ["api://AzureADTokenExchange"],
  });
  const list = async () => {
    const args = ["ad", "app", "federated-credential", "list"];
    const listed = await run("az", [...args, "--id", requireAppId(context), "--output", "json"]);
    if (!listed.ok) throw await toCommandProblem(context, listed, [SIGN_IN]);
    return credentialsSchema.safeParse(parseJson(listed.output)).data ?? [];
  };
  return {
    id: "federated-credential",
    title: "Federated credential",
    why: "The registration trusts the server’s managed identity, so no secret is stored.",
    plan: `Runs \`az ad app federated-credential create\` with ${path}.`,
    async findDone() {
      if (!readValues()["BOT_ID"]) return undefined;
      const { issuer, subject } = toCredential();
      const isTrusted = (await list()).some(
        (one) => one.issuer === issuer && one.subject === subject,
      );
      return isTrusted ? "The registration trusts the server’s identity." : undefined;
    },
    async run() {
      const appId = requireAppId(context);
      const credential = toCredential();
      if (!credential.subject)
        throw new StepProblem("AZURE_IDENTITY_PRINCIPAL_ID isn’t set.", [PROVISION]);
      mkdirSync(join(root, "artifacts"), { recursive: true });
      writeFileSync(join(root, path), `${JSON.stringify(credential, undefined, 2)}\n`);
      // After the server was created again, the name is taken by its former identity.
      const former = (await list()).find(({ name }) => name === NAME);
      const verb = former ? ["update", "--federated-credential-id", former.id] : ["create"];
      const args = [
        "ad",
        "app",
        "federated-credential",
        ...verb,
        "--id",
        appId,
        "--parameters",
        path,
      ];
      const created = await run("az", args);
      if (!created.ok) throw await toCommandProblem(context, created, [SIGN_IN]);
      return "The registration now trusts the server’s identity.";
    },
  };
}

export function createConsentStep(context: SetupContext): Step {
  const { hasAdminConsent, readValues, run, sleep } = context;
  const isDelegated = () => readValues()["GRAPH_AUTH"] === "delegated";
  return {
    id: "consent",
    title: "Admin consent",
    why: "Microsoft Graph lets Rendezvous create meetings only after an admin, or each person, agrees.",
    plan: "Runs `az ad app permission admin-consent` for the permissions of the registration.",
    async findDone() {
      if (!hasAdminConsent && isDelegated()) return "Each person consents when they sign in.";
      const { BOT_ID: appId } = readValues();
      if (!appId) return undefined;
      const isGranted = await (isDelegated() ? hasGrant(run, appId) : hasRole(run, appId));
      return isGranted ? "The permission is granted for the organization." : undefined;
    },
    async run() {
      const appId = requireAppId(context);
      for (let tries = 1; ; tries += 1) {
        const consented = await run("az", [
          "ad",
          "app",
          "permission",
          "admin-consent",
          "--id",
          appId,
        ]);
        if (consented.ok) return "Granted the permission for the organization.";
        if (tries === CONSENT_TRIES || consented.reason !== "failed") {
          throw await toCommandProblem(context, consented, [
            "Sign in to az as someone who may consent for the organization, such as a Privileged Role Administrator.",
            ...(isDelegated() ? ["Or let each person consent: add --no-consent."] : []),
          ]);
        }
        await sleep(CONSENT_PAUSE_MS);
      }
    },
  };
}

const SIGN_IN = "Sign in to az as an owner of the app registration.";
const PROVISION = "Run `atk provision` first, or this command without --only.";

function requireAppId({ readValues }: SetupContext): string {
  const { BOT_ID: appId } = readValues();
  if (appId && z.guid().safeParse(appId).success) return appId;
  throw new StepProblem("BOT_ID isn’t set.", [PROVISION]);
}

async function hasRole(run: SetupContext["run"], appId: string): Promise<boolean> {
  const { value = [] } = (await readPrincipal(run, appId, "appRoleAssignments", rolesSchema)) ?? {};
  return value.some(({ appRoleId }) => appRoleId === MEETINGS_ROLE_ID);
}

async function hasGrant(run: SetupContext["run"], appId: string): Promise<boolean> {
  const { value = [] } =
    (await readPrincipal(run, appId, "oauth2PermissionGrants", grantsSchema)) ?? {};
  return value.some(
    ({ consentType, scope }) =>
      consentType === "AllPrincipals" && scope.split(" ").includes("OnlineMeetings.ReadWrite"),
  );
}

/** A failure means that consent is tried: its own message is the better one. */
async function readPrincipal<T>(
  run: SetupContext["run"],
  appId: string,
  relation: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const url = `${GRAPH}/servicePrincipals(appId='${appId}')/${relation}`;
  const read = await run("az", ["rest", "--method", "GET", "--url", url, "--output", "json"]);
  return read.ok ? schema.safeParse(parseJson(read.output)).data : undefined;
}
