import { randomUUID } from "node:crypto";
import { odata, type TableClient, type TableEntityResultPage } from "@azure/data-tables";
import { connectTable, type GetStoreToken } from "./azure-table-client";
import { readEntity, toEntity, toTableKey, type TableEntity } from "./azure-table-entity";
import { codeOf } from "./azure-table-errors";
import { createTableRequests, type TableRequestOptions } from "./azure-table-requests";
import type { AzureTableSpec } from "./azure-table-spec";
import type { RowKey, TextRow, TextTable } from "./text-table";

const TABLE_NAME = "rendezvous";

/** Small enough that a page of large records is read well before the deadline. */
const PAGE_ROWS = 100;

/**
 * The service's form of an ETag. Anything else never matches a row, and "" and "*" would match every row:
 * https://learn.microsoft.com/rest/api/storageservices/update-entity2
 */
const ETAG = /^W\/"datetime'[^']+'"$/;

export interface AzureTableOptions extends TableRequestOptions {
  /** Needed for an account URL. */
  getToken?: GetStoreToken | undefined;
  tableName?: string;
}

/**
 * A table of an Azure storage account, shared by any number of machines.
 *
 * Each conversation is a partition, so that it's listed with one query and conversations spread over servers. A row's
 * version is its ETag: the service's time of the write, to 100 ns.
 */
export function openAzureTable(spec: AzureTableSpec, options: AzureTableOptions = {}): TextTable {
  const { tableName = TABLE_NAME, getToken, ...requestOptions } = options;
  const { client, disconnect } = connectTable(spec, tableName, getToken);
  const { call, write, drain } = createTableRequests(client, requestOptions);

  function writeEntity(
    entity: TableEntity,
    send: (abortSignal: AbortSignal) => Promise<{ etag?: string }>,
  ): Promise<string | undefined> {
    async function findOwn(signal: AbortSignal): Promise<string | undefined> {
      const found = await findEntity(client, entity, signal);
      return found?.write === entity.write ? found.version : undefined;
    }
    return write(async (signal) => (await send(signal)).etag ?? findOwn(signal), findOwn);
  }

  return {
    async read(key) {
      const found = await call("reading", ({ signal }) => findEntity(client, toKeys(key), signal));
      return found && toRow(found);
    },

    async insert(key, text) {
      const entity = toEntity(key, text, randomUUID());
      return writeEntity(entity, (abortSignal) => client.createEntity(entity, { abortSignal }));
    },

    async replace(key, version, text) {
      if (!ETAG.test(version)) return undefined;
      const entity = toEntity(key, text, randomUUID());
      return writeEntity(entity, (abortSignal) =>
        client.updateEntity(entity, "Replace", { etag: version, abortSignal }),
      );
    },

    async list(conversation) {
      const filter = odata`PartitionKey eq ${toTableKey(conversation)}`;
      return call("listing", async ({ signal: abortSignal }) => {
        const rows: TextRow[] = [];
        const entities = client.listEntities({ queryOptions: { filter }, abortSignal });
        for await (const entity of entities) rows.push(toRow(readEntity(entity)));
        return rows;
      });
    },

    async scan(from) {
      return call("scanning", async ({ signal: abortSignal }) => {
        const pages = client
          .listEntities({ abortSignal })
          .byPage({ maxPageSize: PAGE_ROWS, ...(from && { continuationToken: from }) });
        const page: TableEntityResultPage<object> = (await pages.next()).value;
        const rows = page.map((entity) => toRow(readEntity(entity)));
        return page.continuationToken ? { rows, next: page.continuationToken } : { rows };
      });
    },

    async remove(key, version) {
      if (!ETAG.test(version)) return false;
      const { partitionKey, rowKey } = toKeys(key);
      const isRemoved = await write(
        async (abortSignal) => {
          await client.deleteEntity(partitionKey, rowKey, { etag: version, abortSignal });
          return true;
        },
        // A missing row doesn't say who removed it.
        async () => undefined,
      );
      return isRemoved ?? false;
    },

    async close() {
      await drain();
      disconnect();
    },
  };
}

type EntityKeys = Pick<TableEntity, "partitionKey" | "rowKey">;
type FoundEntity = ReturnType<typeof readEntity>;

function toKeys({ conversation, room }: RowKey): EntityKeys {
  return { partitionKey: toTableKey(conversation), rowKey: toTableKey(room) };
}

function toRow({ key, text, version }: FoundEntity): TextRow {
  return { key, text, version };
}

async function findEntity(
  client: TableClient,
  { partitionKey, rowKey }: EntityKeys,
  abortSignal: AbortSignal,
): Promise<FoundEntity | undefined> {
  try {
    return readEntity(await client.getEntity(partitionKey, rowKey, { abortSignal }));
  } catch (error) {
    if (codeOf(error) === "ResourceNotFound") return undefined;
    throw error;
  }
}
