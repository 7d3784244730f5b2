import * as z from "zod";
import { MEETINGS_ROLE_ID } from "../../check/portals";
import { parseJson } from "../../errors";
import type { SetupContext } from "./step";

const GRAPH = "https://graph.microsoft.com/v1.0";

const rolesSchema = z.object({
  value: z.array(z.object({ id: z.string(), principalId: z.string(), appRoleId: z.string() })),
});
const grantsSchema = z.object({
  value: z.array(z.object({ consentType: z.string(), scope: z.string() })),
});

/** Where Graph has the permission OnlineMeetings.ReadWrite.All of the app, if it's granted. */
export async function findMeetingsRole({
  run,
  readValues,
}: Pick<SetupContext, "run" | "readValues">): Promise<string | undefined> {
  const read = await readPrincipal(run, readValues()["BOT_ID"], "appRoleAssignments", rolesSchema);
  const role = read?.value.find(({ appRoleId }) => appRoleId === MEETINGS_ROLE_ID);
  return role && `${GRAPH}/servicePrincipals/${role.principalId}/appRoleAssignments/${role.id}`;
}

/** Whether an admin has consented to OnlineMeetings.ReadWrite, delegated, for everyone. */
export async function isGrantedForEveryone({
  run,
  readValues,
}: Pick<SetupContext, "run" | "readValues">): Promise<boolean> {
  const { BOT_ID: appId } = readValues();
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
  appId: string | undefined,
  relation: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  if (!appId) return undefined;
  const url = `${GRAPH}/servicePrincipals(appId='${appId}')/${relation}`;
  const read = await run("az", ["rest", "--method", "GET", "--url", url, "--output", "json"]);
  return read.ok ? schema.safeParse(parseJson(read.output)).data : undefined;
}
