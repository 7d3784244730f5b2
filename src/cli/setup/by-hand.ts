import type { Environment } from "../../config/settings";

/** What Microsoft lets only a person do, with the real ids, and how to see that everything works. */
export function describeByHand(values: Environment, environment: string): string[] {
  const { BOT_ID: appId, AZURE_APP_SERVICE_RESOURCE_ID: server } = values;
  const policy = [
    "As a Teams administrator, let Rendezvous act for those who may host, in PowerShell. It takes up to 30 minutes to work:",
    "     Install-Module MicrosoftTeams; Connect-MicrosoftTeams",
    `     New-CsApplicationAccessPolicy -Identity Rendezvous -AppIds "${appId}" -Description "Rendezvous"`,
    "     Grant-CsApplicationAccessPolicy -PolicyName Rendezvous -Global",
  ].join("\n");
  const upload = `Upload artifacts/app-package/rendezvous.${environment}.zip: https://admin.teams.microsoft.com > Teams apps > Manage apps > Upload new app.`;
  const check = [
    "In Teams open Apps > Rendezvous > Add, and type check in that chat. It says what works, and what to do about the rest.",
    `     Or on the server: \`az webapp ssh --ids ${server}\`, then \`cd /home/site/wwwroot && npm run check-setup\`.`,
  ].join("\n");
  const steps = [...(values["GRAPH_AUTH"] === "application" ? [policy] : []), upload, check];
  return ["What only you can do:", ...steps.map((step, index) => `  ${index + 1}. ${step}`)];
}
