import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { parseJson } from "../../errors";
import { toCommandProblem } from "./command-problem";
import { PROVISION_FIRST, requireAppId, StepProblem, type SetupContext, type Step } from "./step";

const NAME = "rendezvous";

const credentialsSchema = z.array(
  z.object({ id: z.string(), name: z.string(), issuer: z.string(), subject: z.string() }),
);

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
    title: "Trust in the server",
    why: "The server signs in with its identity in Azure, which the registration trusts: no password is stored.",
    plan: () => `Runs \`az ad app federated-credential create\` with ${path}.`,
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
        throw new StepProblem("AZURE_IDENTITY_PRINCIPAL_ID isn’t set.", [PROVISION_FIRST]);
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

const SIGN_IN = "Sign in to az as an owner of the app registration.";
