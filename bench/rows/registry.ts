import type { Row } from "../row";
import { firstMeet, meet } from "./commands";
import { due } from "./due";
import { growthInAzurite, growthInLmdb } from "./growth";
import { memory } from "./memory";
import { parse } from "./parse";
import { refresh, signedRefresh } from "./refresh";
import { manyKeys, oneKey } from "./simultaneous";
import { start } from "./start";

/** In the order of the table. */
export const ROWS: readonly Row[] = [
  refresh,
  signedRefresh,
  meet,
  firstMeet,
  start,
  parse,
  memory,
  growthInLmdb,
  growthInAzurite,
  oneKey,
  manyKeys,
  due,
];
