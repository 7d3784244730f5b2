import type { Environment } from "../../config/settings";
import { CONSENT, hasAdminConsent } from "./consent-step";

/**
 * What Microsoft lets only a person do, with the real ids, and how to see that everything works.
 *
 * @param role where Graph has the app's own permission, if it's granted
 */
export function describeByHand(
  values: Environment,
  { environment, version, role }: { environment: string; version: string; role?: string },
): string[] {
  const { AZURE_APP_SERVICE_RESOURCE_ID: server } = values;
  const upload = [
    `Unless Teams has version ${version} of it, upload artifacts/app-package/rendezvous.${environment}.zip.`,
    "https://admin.teams.microsoft.com > Teams apps > Manage apps > Upload new app, or Rendezvous there for an update.",
    "Custom apps have to be allowed, and this one available to people. Teams shows it after up to some hours.",
  ];
  const check = [
    "In Teams open Apps > Rendezvous > Add, and type check in that chat. It says what works, and what to do about the rest.",
    `Or on the server: \`az webapp ssh --ids ${server}\`, then \`cd /home/site/wwwroot && npm run check-setup\`.`,
  ];
  const team = ["Add Rendezvous to a team, and post @Rendezvous meet in a channel."];
  const steps = [
    ...describeGrants(values, role),
    ...describeCallEvents(values),
    upload,
    check,
    team,
  ];
  return [
    "What only you can do:",
    ...steps.map((lines, index) => `  ${index + 1}. ${lines.join("\n     ")}`),
  ];
}

/** What else to grant, or no longer, for this `GRAPH_AUTH`. */
function describeGrants(values: Environment, role: string | undefined): string[][] {
  const { BOT_ID: appId, GRAPH_AUTH: graphAuth } = values;
  if (graphAuth !== "application") return role === undefined ? [] : [describeRemoval(role)];
  const isLeft = role === undefined && !hasAdminConsent(values);
  const consent = [
    `As a ${CONSENT.application.role}, grant ${CONSENT.application.grant}:`,
    `az ad app permission admin-consent --id ${appId}`,
  ];
  const policy = [
    "As a Teams administrator, say who can host, in PowerShell. It takes up to 30 minutes to work:",
    "Install-Module MicrosoftTeams; Connect-MicrosoftTeams",
    `New-CsApplicationAccessPolicy -Identity Rendezvous -AppIds "${appId}" -Description "Rendezvous"`,
    "Grant-CsApplicationAccessPolicy -PolicyName Rendezvous -Global",
    "Get-CsApplicationAccessPolicy -Identity Rendezvous",
    "If there is such a policy already, replace the line that starts with New by this one:",
    `Set-CsApplicationAccessPolicy -Identity Rendezvous -AppIds @{Add="${appId}"}`,
    "For a group or one account in place of everyone, see docs/permissions.md.",
  ];
  return [...(isLeft ? [consent] : []), policy];
}

/** `LIVE_STATUS=graph` needs another permission, which the registration doesn't ask for. */
function describeCallEvents({ LIVE_STATUS: source, BOT_ID: appId }: Environment): string[][] {
  if (source !== "graph") return [];
  return [
    [
      "Unless that's done, grant OnlineMeetings.Read.All to the app itself, so that Graph can report calls:",
      `Entra admin center > App registrations > ${appId} > API permissions > Add a permission > Microsoft Graph > Application permissions.`,
      "Then grant admin consent. Until then, cards show what Teams reports.",
    ],
  ];
}

function describeRemoval(role: string): string[] {
  return [
    "The app still has what only GRAPH_AUTH=application needs. Remove its permission:",
    `az rest --method DELETE --url ${role}`,
    "And as a Teams administrator, the access policy, in PowerShell:",
    "Connect-MicrosoftTeams",
    "Grant-CsApplicationAccessPolicy -PolicyName $null -Global",
    "Remove-CsApplicationAccessPolicy -Identity Rendezvous",
  ];
}
