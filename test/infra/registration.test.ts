import { AUTH_END_PATH } from "../../src/page/sign-in-state";
import { listPlaceholders, readText } from "../env/toolkit-project";

interface Registration {
  signInAudience: string;
  identifierUris: string[];
  api: {
    requestedAccessTokenVersion: number;
    oauth2PermissionScopes: { id: string; value: string; type: string; isEnabled: boolean }[];
    preAuthorizedApplications: { appId: string; delegatedPermissionIds: string[] }[];
  };
  requiredResourceAccess: {
    resourceAppId: string;
    resourceAccess: { id: string; type: string }[];
  }[];
  web: { redirectUris: string[]; implicitGrantSettings: Record<string, boolean> };
}

const read = (mode: string) =>
  JSON.parse(readText(`infra/aad.manifest.${mode}.json`)) as Registration;
const application = read("application");
const delegated = read("delegated");

test("the registrations of both modes differ in what they may do at Graph, and in nothing else", () => {
  expect({ ...delegated, requiredResourceAccess: [] }).toEqual({
    ...application,
    requiredResourceAccess: [],
  });
});

// By name, as the Toolkit allows: https://aka.ms/teamsfx-aad-manifest
test("each mode asks for its own permission alone", () => {
  expect(application.requiredResourceAccess).toEqual([
    {
      resourceAppId: "Microsoft Graph",
      resourceAccess: [{ id: "OnlineMeetings.ReadWrite.All", type: "Role" }],
    },
  ]);
  expect(delegated.requiredResourceAccess).toEqual([
    {
      resourceAppId: "Microsoft Graph",
      resourceAccess: ["OnlineMeetings.ReadWrite", "openid", "profile", "offline_access"].map(
        (id) => ({ id, type: "Scope" }),
      ),
    },
  ]);
});

test("one tenant, and the name by which Teams asks for a person's token", () => {
  expect(application.signInAudience).toBe("AzureADMyOrg");
  const { webApplicationInfo } = JSON.parse(readText("manifest/manifest.json")) as {
    webApplicationInfo: { id: string; resource: string };
  };
  expect(application.identifierUris).toEqual([webApplicationInfo.resource]);
  expect(webApplicationInfo).toEqual({ id: "${{BOT_ID}}", resource: "api://botid-${{BOT_ID}}" });
  expect(application.api.requestedAccessTokenVersion).toBe(2);
});

// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-register-aad
test("Teams, on the desktop, on phones and in browsers, may ask for it without asking the person", () => {
  const { oauth2PermissionScopes: scopes, preAuthorizedApplications: clients } = application.api;
  expect(scopes).toMatchObject([{ value: "access_as_user", type: "User", isEnabled: true }]);
  expect(clients).toEqual(
    ["1fec8e78-bce4-4aaf-ab1b-5451cc387264", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346"].map(
      (appId) => ({
        appId,
        delegatedPermissionIds: scopes.map(({ id }) => id),
      }),
    ),
  );
});

// The server redeems the code with its credential, so the page is of the platform "web".
test("the sign-in page alone is led back to, and gets a code and no token", () => {
  expect(application.web.redirectUris).toEqual([`https://\${{BOT_DOMAIN}}${AUTH_END_PATH}`]);
  expect(application).toMatchObject({
    spa: { redirectUris: [] },
    publicClient: { redirectUris: [] },
  });
  expect(Object.values(application.web.implicitGrantSettings)).toEqual([false, false]);
});

test("nothing is filled in but what the Toolkit knows by then", () => {
  expect(listPlaceholders(JSON.stringify(application)).toSorted()).toEqual([
    "AAD_APP_ACCESS_AS_USER_PERMISSION_ID",
    "AAD_APP_OBJECT_ID",
    "BOT_DOMAIN",
    "BOT_ID",
  ]);
});

test("env/PERMISSIONS.md tells an admin of each permission that is asked for, and of no other", () => {
  const { authorization } = JSON.parse(readText("manifest/manifest.json")) as {
    authorization: { permissions: { resourceSpecific: { name: string }[] } };
  };
  const asked = [application, delegated]
    .flatMap(({ requiredResourceAccess }) => requiredResourceAccess)
    .flatMap(({ resourceAccess }) => resourceAccess.map(({ id }) => id));
  const specific = authorization.permissions.resourceSpecific.map(({ name }) => name);
  const told = readText("env/PERMISSIONS.md").matchAll(
    /`([A-Z]\w+\.[A-Z][\w.]+|openid|profile|offline_access)`/g,
  );
  expect(new Set(Array.from(told, ([, name]) => name))).toEqual(new Set([...asked, ...specific]));
});
