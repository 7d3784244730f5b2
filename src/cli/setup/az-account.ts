import * as z from "zod";
import { parseJson } from "../../errors";
import { INSTALL } from "./run-command";
import type { SetupContext } from "./step";

const accountSchema = z.object({ tenantId: z.string(), user: z.object({ name: z.string() }) });

/** Who is signed in to az, or the one thing to do before anyone is. */
export async function readAzAccount({
  run,
  readValues,
}: Pick<SetupContext, "run" | "readValues">): Promise<
  { name: string; tenantId: string } | { advice: string }
> {
  const shown = await run("az", ["account", "show", "--output", "json"]);
  if (!shown.ok) {
    const login = toLogin(readValues()["TENANT_ID"]);
    const advice = {
      not_installed: INSTALL.az,
      timed_out: "Check your connection: `az account show` doesn’t end.",
      signed_out: `Run \`${login}\` as someone who may register apps and consent for the organization.`,
      failed: `Run \`az account show\`, and do what it says. ${shown.message}`,
    };
    return { advice: advice[shown.reason] };
  }
  const account = accountSchema.safeParse(parseJson(shown.output)).data;
  return account
    ? { name: account.user.name, tenantId: account.tenantId }
    : { advice: "Update the Azure CLI: `az account show` has no user." };
}

/** What to do if az is signed in to another tenant than the app's. */
export function findOtherTenant(
  { readValues }: Pick<SetupContext, "readValues">,
  found: string,
): string | undefined {
  const { TENANT_ID: wanted, ADMINS: admins } = readValues();
  if (!wanted || found === wanted) return undefined;
  const login = `Run \`${toLogin(wanted)}\`: az is signed in to another tenant, ${found}.`;
  return admins ? `${login} If ADMINS is someone’s id there, empty it.` : login;
}

/** Without the option, az accepts no one who has no Azure subscription. */
export function toLogin(tenantId: string | undefined): string {
  return `az login ${tenantId ? `--tenant ${tenantId} ` : ""}--allow-no-subscriptions`;
}
