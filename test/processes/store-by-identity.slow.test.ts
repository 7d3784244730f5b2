import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TableClient } from "@azure/data-tables";
import { startLocalCloud, type LocalCloud } from "../../src/local/local-cloud";
import { toEntity } from "../../src/storage/azure-table-entity";
import { RECORDS } from "../../src/storage/row-kinds";
import { toRowKey } from "../../src/storage/row-kinds";
import { claimed, general } from "../contracts/records";
import { startAzurite, toConnectionString, type Azurite } from "../support/azurite";
import { makeCertificate } from "../support/make-certificate";
import { SLOW_CLOCK, runProgram } from "../support/run-program";

const IDENTITY = "77777777-8888-4777-8666-555555555555";
const ERASE = ["erase", "--tenant", general.tenantId, "--thread", general.threadId];

/** Azurite accepts identity tokens over HTTPS only, and checks their audience, issuer and times. */
let azurite: Azurite;
/** The machine's managed identities. */
let cloud: LocalCloud;
let folder: string;
let caPath: string;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rendezvous-test-"));
  caPath = join(folder, "certificate.pem");
  const keyPath = join(folder, "key.pem");
  const { key, certificate } = makeCertificate({ commonName: "localhost" });
  await Promise.all([writeFile(caPath, certificate), writeFile(keyPath, key)]);
  azurite = await startAzurite(["--oauth=basic", `--cert=${caPath}`, `--key=${keyPath}`]);
  url = azurite.url.replace("127.0.0.1", "localhost");
  cloud = await startLocalCloud();

  const tlsOptions = { ca: certificate };
  const table = TableClient.fromConnectionString(toConnectionString(url), "rendezvous", {
    tlsOptions,
  });
  await table.createTable();
  for (const room of ["", "design"]) {
    const record = claimed({ key: { ...general, room } });
    await table.createEntity(
      toEntity(toRowKey(record.key), RECORDS.codec.toText(record), "a write"),
    );
  }
});
afterAll(async () => {
  await cloud.close();
  await azurite.stop();
  await rm(folder, { recursive: true });
});

function environment(more: Record<string, string> = {}) {
  const STORE = `azure-table:${url}/devstoreaccount1`;
  return { STORE, NODE_EXTRA_CA_CERTS: caPath, ...SLOW_CLOCK, ...cloud.identityVariables, ...more };
}

async function erase(env: Record<string, string>) {
  const program = runProgram(ERASE, env);
  return { code: await program.exited, output: program.output.join("\n") };
}

describe("a storage account without a key", () => {
  test.each([
    ["has none", { MANAGED_IDENTITY_CLIENT_ID: IDENTITY }, []],
    ["has another one", { MANAGED_IDENTITY_CLIENT_ID: IDENTITY }, [general.tenantId]],
    ["has only one, which has to be named", {}, [IDENTITY]],
  ])("is not opened by a machine that %s, and the error says so", async (_, env, identities) => {
    cloud.settings.managedIdentities = identities;
    expect(await erase(environment(env))).toEqual({
      code: 1,
      output: expect.stringMatching(
        /^listing: the server’s managed identity has no token .*\(identity_unavailable\)\. Assign an identity .*MANAGED_IDENTITY_CLIENT_ID/,
      ),
    });
  });

  test("is opened by the identity in the settings, including by erase", async () => {
    cloud.settings.managedIdentities = [IDENTITY];
    expect(await erase(environment({ MANAGED_IDENTITY_CLIENT_ID: IDENTITY }))).toEqual({
      code: 0,
      output: expect.stringMatching(/^Erased the records of 2 meetings/),
    });
  });

  test("is opened by the system-assigned identity if the settings name none", async () => {
    cloud.settings.managedIdentities = ["system-assigned"];
    expect(await erase(environment())).toEqual({
      code: 0,
      output: expect.stringMatching(/^Found no records to erase/),
    });
  });
});
