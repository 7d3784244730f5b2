import type { AzureTableSpec } from "../../src/storage/azure-table-spec";
import { startAzurite, toAzuriteSpec, type Azurite } from "./azurite";

/** Starts one Azurite for a file's tests. Each test uses its own table. */
export function useAzurite(): {
  url: () => string;
  spec: () => AzureTableSpec;
  nextTable: () => string;
} {
  let azurite: Azurite;
  let count = 0;
  beforeAll(async () => {
    azurite = await startAzurite();
  });
  afterAll(() => azurite.stop());
  return {
    url: () => azurite.url,
    spec: () => toAzuriteSpec(azurite.url),
    nextTable: () => `table${(count += 1)}`,
  };
}
