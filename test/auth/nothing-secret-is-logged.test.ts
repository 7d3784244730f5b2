import { IDENTITY_HEADER } from "../../src/local/identity-endpoint";
import { message, TENANT } from "../support/activities";
import { CERTIFICATE, CREDENTIALS, kinds } from "../support/credentials";
import { CLIENT_SECRET, useGraph } from "../support/graph";
import { startApp } from "../support/start-app";

const graph = useGraph({ hasIdentity: true });

/** Every token and assertion starts with base64 of a JSON header. */
const JWT = /\bey[\w-]{8,}\.[\w-]{8,}\./;
const SECRETS = [
  CLIENT_SECRET,
  encodeURIComponent(CLIENT_SECRET),
  IDENTITY_HEADER,
  ...CERTIFICATE.key.split("\n").filter((line) => line.length > 20),
];

test.each(kinds)("a valid and an invalid %s leave no secrets in the log", async (kind) => {
  graph.cloud.settings.identityTenant = TENANT;
  const app = await startApp({ cloud: graph.cloud, config: { credential: CREDENTIALS[kind]() } });
  await app.turn(message("meet"));
  expect(app.cloud.requests()).toHaveLength(1);
  // Graph rejects the next token, and Entra rejects the request for a new one.
  graph.cloud.addFault({ match: "createOrGet", status: 401 });
  graph.cloud.settings.tenants = [];
  graph.cloud.settings.managedIdentities = [];
  const { sent } = await app.turn(message("meet"));
  expect(sent).toHaveLength(1);
  await app.stop();

  const logged = JSON.stringify(app.log);
  expect(logged).toContain("token_unavailable");
  const printed = logged + JSON.stringify(sent);
  expect(SECRETS.filter((secret) => printed.includes(secret))).toEqual([]);
  expect(printed).not.toMatch(JWT);
});
