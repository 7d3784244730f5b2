import type * as AzureTables from "@azure/data-tables";
import { Secret } from "../secret";

/** Where the table is: a connection string, or an account URL for a managed identity. */
export type AzureTableSpec =
  { kind: "azure-table"; connectionString: Secret } | { kind: "azure-table"; accountUrl: string };

export type ParsedAzureTableSpec =
  { ok: true; spec: AzureTableSpec } | { ok: false; reason: string };

const ACCOUNT_URL = "https://<account>.table.core.windows.net";
export const AZURE_TABLE_FORMS = `azure-table:<connection string> of a storage account, or azure-table:${ACCOUNT_URL} with a managed identity`;

const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** Parses what follows `azure-table:`. A reason never quotes it, because it may contain a key. */
export function parseAzureTableSpec(text: string): ParsedAzureTableSpec {
  if (text === "") return refuse(`“azure-table:” lacks its account: write ${AZURE_TABLE_FORMS}.`);
  return /^https?:/i.test(text) ? parseAccountUrl(text) : parseConnectionString(text);
}

function parseAccountUrl(text: string): ParsedAzureTableSpec {
  if (!URL.canParse(text)) return refuse(`The account's URL is none: write ${ACCOUNT_URL}.`);
  const { protocol, hostname, origin, pathname, search, hash, username } = new URL(text);
  if (search || hash || username) {
    return refuse(
      `The account's URL has a signature or more behind it: write ${ACCOUNT_URL} alone, or a whole connection string.`,
    );
  }
  const [, service] = /\.(blob|queue|file|dfs|web)\./.exec(hostname) ?? [];
  if (service) {
    return refuse(`The URL is that of the account's ${service} service: write ${ACCOUNT_URL}.`);
  }
  if (protocol !== "https:") {
    return refuse(`An identity's token goes out by https alone: write ${ACCOUNT_URL}.`);
  }
  const accountUrl = `${origin}${pathname.replace(/\/+$/, "")}`;
  return { ok: true, spec: { kind: "azure-table", accountUrl } };
}

function parseConnectionString(text: string): ParsedAzureTableSpec {
  const url = readEndpoint(text);
  if (!url) {
    return refuse(
      `What follows “azure-table:” is neither a connection string nor an account's URL: copy the one under Access keys of the storage account, or write azure-table:${ACCOUNT_URL} with a managed identity.`,
    );
  }
  if (isInsecure(url) && !LOOPBACK.has(url.hostname)) {
    return refuse(
      "The connection string leads to another machine by http: write https in it, as the one under Access keys of the storage account has it.",
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
