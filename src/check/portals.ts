import type { Cloud } from "../clouds";
import type { CopyValue } from "../meetings/ports/check-report";
import type { Directions } from "./check";
import { LABELS } from "./check-words";

/** The ids of Graph and of OnlineMeetings.ReadWrite.All: https://learn.microsoft.com/graph/permissions-reference */
const GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";
export const MEETINGS_ROLE_ID = "b8bb2037-6e08-44ac-a4ea-4674e010e2a4";

/** The pages and commands that admins need, with the ids of this app filled in. */
export function createPortals(cloud: Cloud, ids: { appId: string; tenantId: string }) {
  const { appId, tenantId } = ids;
  const registration = `${cloud.entraPortal}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~`;
  const app = { label: LABELS.appId, value: appId };
  const tenant = { label: LABELS.tenantId, value: tenantId };
  const permission = { label: LABELS.permission, value: "OnlineMeetings.ReadWrite.All" };
  const toRegistration = (page: string, blade: string, ...copy: CopyValue[]) =>
    toPage(
      `Entra admin center > App registrations > All applications > your app > ${page}`,
      `${registration}/${blade}/appId/${appId}`,
      ...copy,
    );
  return {
    overview: toRegistration("Overview", "Overview", app, tenant),
    credentials: toRegistration("Certificates & secrets", "Credentials", app),
    permissions: toRegistration(
      "API permissions > Add a permission > Microsoft Graph > Application permissions",
      "CallAnAPI",
      permission,
      app,
    ),
    callEvents: toRegistration(
      "API permissions > Add a permission > Microsoft Graph > Application permissions",
      "CallAnAPI",
      { label: LABELS.permission, value: "OnlineMeetings.Read.All" },
      app,
    ),
    /** A managed identity has no app registration, so its role is assigned with Graph: https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignments */
    appRole: {
      copy: [
        {
          label: LABELS.bash,
          value: `az rest --method POST --url "${cloud.graphOrigin}/v1.0/servicePrincipals(appId='${appId}')/appRoleAssignments" --headers Content-Type=application/json --body "{\\"principalId\\":\\"$(az ad sp show --id ${appId} --query id --output tsv)\\",\\"resourceId\\":\\"$(az ad sp show --id ${GRAPH_APP_ID} --query id --output tsv)\\",\\"appRoleId\\":\\"${MEETINGS_ROLE_ID}\\"}"`,
        },
      ],
    },
    enterpriseApp: toPage(
      "Entra admin center > Enterprise applications > your app > Properties",
      `${cloud.entraPortal}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`,
      app,
    ),
    conditionalAccess: toPage(
      "Entra admin center > Conditional Access > Policies > the policy for workload identities",
      `${cloud.entraPortal}/#view/Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies`,
      app,
    ),
    tenant: toPage(
      "Entra admin center > Overview > Tenant ID",
      `${cloud.entraPortal}/#view/Microsoft_AAD_IAM/TenantOverview.ReactView`,
      tenant,
    ),
    federation: (clientId: string) =>
      toRegistration(
        "Certificates & secrets > Federated credentials",
        "Credentials",
        { label: LABELS.issuer, value: `${cloud.loginOrigin}/${tenantId}/v2.0` },
        { label: LABELS.subject, value: `az ad sp show --id ${clientId} --query id --output tsv` },
        { label: LABELS.audience, value: cloud.tokenExchangeAudience },
      ),
    identity: (clientId: string): Directions => ({
      details: ["Azure portal > App Service or virtual machine > Identity > User assigned > Add"],
      copy: [{ label: LABELS.clientId, value: clientId }],
    }),
    entraError: (code: string): Directions => ({ url: `${cloud.loginOrigin}/error?code=${code}` }),
    /** https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy */
    accessPolicy: (userAadId: string): Directions => ({
      copy: [
        {
          label: LABELS.createPolicy,
          value: `New-CsApplicationAccessPolicy -Identity Rendezvous -AppIds "${appId}" -Description "Meetings made by Rendezvous"`,
        },
        {
          label: LABELS.grantPolicy,
          value: `Grant-CsApplicationAccessPolicy -PolicyName Rendezvous -Identity "${userAadId}"`,
        },
      ],
    }),
    licenses: (userAadId: string) =>
      toPage(
        "Microsoft 365 admin center > Users > Active users > the account > Licenses and apps",
        `${cloud.adminPortal}/#/users/:/UserDetails/${userAadId}/LicensesAndApps`,
        { label: LABELS.account, value: userAadId },
      ),
  };
}

export type Portals = ReturnType<typeof createPortals>;

/** @param path Where to find the page. */
function toPage(path: string, url: string, ...copy: CopyValue[]) {
  return { details: [path], copy, url };
}
