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

test("the registrations of both modes differ only in their permissions for Graph", () => {
  expect({ ...delegated, requiredResourceAccess: [] }).toEqual({
    ...application,
    requiredResourceAccess: [],
  });
});

// By name, as the Toolkit allows: https://aka.ms/teamsfx-aad-manifest
test("each mode asks only for its own permission", () => {
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

test("the registration is for one tenant, and has the URI that Teams requests tokens for", () => {
  expect(application.signInAudience).toBe("AzureADMyOrg");
  const { webApplicationInfo } = JSON.parse(readText("manifest/manifest.json")) as {
    webApplicationInfo: { id: string; resource: string };
  };
  expect(application.identifierUris).toEqual([webApplicationInfo.resource]);
  expect(webApplicationInfo).toEqual({ id: "${{BOT_ID}}", resource: "api://botid-${{BOT_ID}}" });
  expect(application.api.requestedAccessTokenVersion).toBe(2);
});

// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-register-aad
test("Teams on desktop, mobile and web is pre-authorized to request tokens", () => {
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

// The server redeems the code with its credential, so the redirect URI is of the "web" platform.
test("the sign-in page is the only redirect URI, and gets a code instead of tokens", () => {
  expect(application.web.redirectUris).toEqual([`https://\${{BOT_DOMAIN}}${AUTH_END_PATH}`]);
  expect(application).toMatchObject({
    spa: { redirectUris: [] },
    publicClient: { redirectUris: [] },
  });
  expect(Object.values(application.web.implicitGrantSettings)).toEqual([false, false]);
});

test("the Toolkit knows all placeholders when it fills them in", () => {
  expect(listPlaceholders(JSON.stringify(application)).toSorted()).toEqual([
    "AAD_APP_ACCESS_AS_USER_PERMISSION_ID",
    "AAD_APP_OBJECT_ID",
    "BOT_DOMAIN",
    "BOT_ID",
  ]);
});

/** For what is off by default. An admin adds them. */
const ADDED_BY_HAND = ["OnlineMeetings.Read.All", "OnlineMeetingArtifact.Read.All"];

test("docs/permissions.md documents exactly the permissions that are requested or can be added", () => {
  const { authorization } = JSON.parse(readText("manifest/manifest.json")) as {
    authorization: { permissions: { resourceSpecific: { name: string }[] } };
  };
  const asked = [application, delegated]
    .flatMap(({ requiredResourceAccess }) => requiredResourceAccess)
    .flatMap(({ resourceAccess }) => resourceAccess.map(({ id }) => id));
  const specific = authorization.permissions.resourceSpecific.map(({ name }) => name);
  const told = readText("docs/permissions.md").matchAll(
    /`([A-Z]\w+\.[A-Z][\w.]+|openid|profile|offline_access)`/g,
  );
  expect(new Set(Array.from(told, ([, name]) => name))).toEqual(
    new Set([...asked, ...specific, ...ADDED_BY_HAND]),
  );
});
