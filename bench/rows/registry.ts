import type { Row } from "../row";
import { memory } from "./memory";
import { refresh, signedRefresh } from "./refresh";
import { start } from "./start";

/** In the order of the table. */
export const ROWS: readonly Row[] = [refresh, signedRefresh, start, memory];
