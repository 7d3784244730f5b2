import type { Cloud } from "../clouds";

/** The ids of Graph and of OnlineMeetings.ReadWrite.All: https://learn.microsoft.com/graph/permissions-reference */
const GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";
const MEETINGS_ROLE_ID = "b8bb2037-6e08-44ac-a4ea-4674e010e2a4";

/** What an admin pastes or opens, with the ids of this app filled in. */
export function createPortals(cloud: Cloud, ids: { appId: string; tenantId: string }) {
  const { appId, tenantId } = ids;
  const registration = `${cloud.entraPortal}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~`;
  return {
    overview: [
      "Entra admin center > App registrations > All applications > Overview",
      `${registration}/Overview/appId/${appId}`,
    ],
    credentials: [
      `Entra admin center > App registrations > ${appId} > Certificates & secrets`,
      `${registration}/Credentials/appId/${appId}`,
    ],
    permissions: [
      `Entra admin center > App registrations > ${appId} > API permissions > Add a permission > Microsoft Graph > Application permissions > OnlineMeetings.ReadWrite.All, then Grant admin consent`,
      `${registration}/CallAnAPI/appId/${appId}`,
    ],
    /** A managed identity has no app registration, so its role is assigned with Graph: https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignments */
    appRole: [
      `az rest --method POST --url "${cloud.graphOrigin}/v1.0/servicePrincipals(appId='${appId}')/appRoleAssignments" --headers Content-Type=application/json --body "{\\"principalId\\":\\"$(az ad sp show --id ${appId} --query id --output tsv)\\",\\"resourceId\\":\\"$(az ad sp show --id ${GRAPH_APP_ID} --query id --output tsv)\\",\\"appRoleId\\":\\"${MEETINGS_ROLE_ID}\\"}"`,
    ],
    enterpriseApp: [
      `Entra admin center > Enterprise applications > ${appId} > Properties > Enabled for users to sign in: Yes`,
      `${cloud.entraPortal}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`,
    ],
    conditionalAccess: [
      `Entra admin center > Conditional Access > Policies > the one on workload identities > exclude ${appId}`,
      `${cloud.entraPortal}/#view/Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies`,
    ],
    tenant: [
      "Entra admin center > Overview > Tenant ID",
      `${cloud.entraPortal}/#view/Microsoft_AAD_IAM/TenantOverview.ReactView`,
    ],
    federation: (clientId: string) => [
      `issuer:   ${cloud.loginOrigin}/${tenantId}/v2.0`,
      `subject:  the object (principal) id of the managed identity, which this prints: az ad sp show --id ${clientId} --query id --output tsv`,
      `audience: ${cloud.tokenExchangeAudience}`,
      `${registration}/Credentials/appId/${appId}`,
    ],
    identity: (clientId: string) => [
      `Azure portal > the App Service or virtual machine > Identity > User assigned > Add: the one whose client id is ${clientId}`,
    ],
    entraError: (code: string) => [`${cloud.loginOrigin}/error?code=${code}`],
    /** https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy */
    accessPolicy: (userAadId: string) => [
      `New-CsApplicationAccessPolicy -Identity Rendezvous -AppIds "${appId}" -Description "Meetings made by Rendezvous"`,
      `Grant-CsApplicationAccessPolicy -PolicyName Rendezvous -Identity "${userAadId}"`,
    ],
    licenses: (userAadId: string) => [
      `Microsoft 365 admin center > Users > Active users > ${userAadId} > Licenses and apps`,
      `${cloud.adminPortal}/#/users/:/UserDetails/${userAadId}/LicensesAndApps`,
    ],
  };
}

export type Portals = ReturnType<typeof createPortals>;
