import { checkWithoutCredential } from "../../check/check-setup";
import { toOk } from "../../check/check";
import { OK } from "../../check/check-words";
import { readProgramVersion } from "../../check/program-version";
import { createLog } from "../../log";
import { isSound } from "../../meetings/ports/check-report";
import { toReportText } from "../check-setup/render-report";
import type { SetupContext } from "./step";

/**
 * What `check` says, as far as this machine can tell: only the server has its credential. Call it after the last step,
 * because some results are what the steps have just seen.
 */
export async function runFinalCheck(
  context: SetupContext,
  { hasColors, hasRole }: { hasColors: boolean; hasRole: boolean },
): Promise<{ text: string; isSound: boolean }> {
  const { root, environment, readValues } = context;
  const { BOT_ID: appId, TENANT_ID: tenantId, BOT_DOMAIN: domain, GRAPH_AUTH } = readValues();
  const isDelegated = GRAPH_AUTH === "delegated";
  const report = await checkWithoutCredential(
    {
      settings: toOk(OK.settings), // it answers, and doesn't start with wrong ones
      "bot-credential": toOk(OK.federation),
      ...(isDelegated && { "graph-permission": toOk(OK.permissionNotNeeded) }),
      ...(!isDelegated && hasRole && { "graph-permission": toOk(OK.permission) }),
    },
    { linkOrigin: `https://${domain}`, programFolder: root, environment },
    { ...context, log: createLog("silent") },
  );
  const subject = { version: readProgramVersion(root), appId, tenantId };
  const verdict = "The skipped ones wait until you type check in Teams.";
  return {
    text: toReportText(report, subject, { hasColors, verdict }),
    isSound: isSound(report),
  };
}
