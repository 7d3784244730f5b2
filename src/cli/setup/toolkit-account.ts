import * as z from "zod";
import { parseJson } from "../../errors";
import { INSTALL } from "./run-command";
import type { SetupContext } from "./step";

const subscriptionsSchema = z.array(z.object({ subscriptionId: z.string(), tenantId: z.string() }));

/** What `atk auth list` says about the Toolkit's two accounts. */
interface ToolkitAccounts {
  /** What to run or to change, in order. */
  missing: string[];
  /** Of the Azure subscriptions that can be used. Empty if they weren't listed. */
  tenantIds: string[];
}

export async function inspectToolkit(context: SetupContext): Promise<ToolkitAccounts> {
  const listed = await context.run("atk", ["auth", "list"]);
  if (!listed.ok) {
    const login = "Run `atk auth login m365` and `atk auth login azure`.";
    const advice = {
      not_installed: INSTALL.atk,
      timed_out: "Check your connection: `atk auth list` doesn’t end.",
      signed_out: login,
      failed: `${login} ${listed.message}`,
    };
    return { missing: [advice[listed.reason]], tenantIds: [] };
  }
  // It exits with 0 if no one is signed in, too.
  const { output } = listed;
  const missing = [
    ...(/Microsoft 365 account is:/.test(output) ? [] : ["Run `atk auth login m365`."]),
    ...(/Azure account is:/.test(output) ? [] : ["Run `atk auth login azure`."]),
  ];
  return missing.length > 0 ? { missing, tenantIds: [] } : inspectSubscriptions(output, context);
}

/** After the account's name: `Your subscriptions are: [{ "subscriptionId", "subscriptionName", "tenantId" }]`. */
function inspectSubscriptions(
  output: string,
  { readValues, environment }: SetupContext,
): ToolkitAccounts {
  const [, json = ""] = /Your subscriptions are: (\[[^]*\])/.exec(output) ?? [];
  const listed = subscriptionsSchema.safeParse(parseJson(json)).data;
  if (!listed) return { missing: [], tenantIds: [] }; // without a connection, only the name
  const { AZURE_SUBSCRIPTION_ID: chosen } = readValues();
  const usable = listed.filter(({ subscriptionId }) => !chosen || subscriptionId === chosen);
  const tenantIds = [...new Set(usable.map(({ tenantId }) => tenantId))];
  if (usable.length > 0) return { missing: [], tenantIds };
  const login = "Run `atk auth login azure` as someone who can use";
  return {
    missing: [
      chosen
        ? `${login} the subscription ${chosen}, or empty AZURE_SUBSCRIPTION_ID in env/.env.${environment}.`
        : `${login} an Azure subscription: this account has none.`,
    ],
    tenantIds,
  };
}
