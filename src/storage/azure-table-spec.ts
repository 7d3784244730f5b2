import type * as AzureTables from "@azure/data-tables";
import { Secret } from "../secret";

/** Where the table is: a connection string, or an account URL for a managed identity. */
export type AzureTableSpec =
  { kind: "azure-table"; connectionString: Secret } | { kind: "azure-table"; accountUrl: string };

export type ParsedAzureTableSpec =
  { ok: true; spec: AzureTableSpec } | { ok: false; reason: string };

const ACCOUNT_URL = "https://<account>.table.core.windows.net";
export const AZURE_TABLE_FORMS = `azure-table:<connection string>, or azure-table:${ACCOUNT_URL} with a managed identity`;

const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** Parses what follows `azure-table:`. A reason never quotes it, because it may contain a key. */
export function parseAzureTableSpec(text: string): ParsedAzureTableSpec {
  if (text === "") return refuse(`“azure-table:” has no account. Use ${AZURE_TABLE_FORMS}.`);
  return /^https?:/i.test(text) ? parseAccountUrl(text) : parseConnectionString(text);
}

function parseAccountUrl(text: string): ParsedAzureTableSpec {
  if (!URL.canParse(text))
    return refuse(`The storage account’s URL isn’t valid. Use ${ACCOUNT_URL}.`);
  const { protocol, hostname, origin, pathname, search, hash, username } = new URL(text);
  if (search || hash || username) {
    return refuse(
      `The storage account’s URL contains a signature or other parameters. Use ${ACCOUNT_URL} alone, or a full connection string.`,
    );
  }
  const [, service] = /\.(blob|queue|file|dfs|web)\./.exec(hostname) ?? [];
  if (service) {
    return refuse(`This is the URL of the account’s ${service} service. Use ${ACCOUNT_URL}.`);
  }
  if (protocol !== "https:") {
    return refuse(`A managed identity needs HTTPS. Use ${ACCOUNT_URL}.`);
  }
  const accountUrl = `${origin}${pathname.replace(/\/+$/, "")}`;
  return { ok: true, spec: { kind: "azure-table", accountUrl } };
}

function parseConnectionString(text: string): ParsedAzureTableSpec {
  const url = readEndpoint(text);
  if (!url) {
    return refuse(
      `The text after “azure-table:” isn’t a connection string or an account’s URL. Copy the connection string from the account’s Access keys page, or use azure-table:${ACCOUNT_URL} with a managed identity.`,
    );
  }
  if (isInsecure(url) && !LOOPBACK.has(url.hostname)) {
    return refuse(
      "The connection string uses HTTP to reach another machine. Use HTTPS, as on the account’s Access keys page.",
    );
  }
  return { ok: true, spec: { kind: "azure-table", connectionString: new Secret(text) } };
}

/** The account's URL, without credentials. */
export function toAccountUrl(spec: AzureTableSpec): string {
  if ("accountUrl" in spec) return spec.accountUrl;
  const url = readEndpoint(spec.connectionString.reveal());
  return url ? `${url.origin}${url.pathname.replace(/\/+$/, "")}` : "";
}

function readEndpoint(connectionString: string): URL | undefined {
  // Loaded only when there is a connection string.
  const { TableServiceClient }: typeof AzureTables = require("@azure/data-tables");
  try {
    return new URL(TableServiceClient.fromConnectionString(connectionString).url);
  } catch {
    return undefined;
  }
}

/** True for Azurite, Microsoft's emulator. */
export function isInsecure({ protocol }: URL): boolean {
  return protocol !== "https:";
}

function refuse(reason: string): ParsedAzureTableSpec {
  return { ok: false, reason };
}
