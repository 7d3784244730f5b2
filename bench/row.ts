import type { Load } from "./processes/load";

/** What a run of the bench shares. */
export interface Bench {
  /** A folder with the built program. */
  programFolder: string;
  /** Fewer and shorter rounds. */
  isQuick: boolean;
  load: Load;
  /** A new, empty folder. `isInMemory`: where the machine has a place for that. */
  createFolder(options?: { isInMemory?: boolean }): string;
}

/** A figure of one server, with its value in each round. */
export interface Measure {
  server: string;
  figure: string;
  values: readonly number[];
}

/** Whether a value keeps what this project promises. */
export interface Check {
  what: string;
  value: number;
  must: "at least" | "at most" | "exactly";
  target: number;
}

export interface RowResult {
  measures: Measure[];
  checks: Check[];
  /** Sentences to read with the figures. */
  notes: string[];
}

export interface Row {
  /** For `--only`. */
  name: string;
  title: string;
  run(bench: Bench): Promise<RowResult>;
}

export function isKept({ value, must, target }: Check): boolean {
  if (must === "exactly") return value === target;
  return must === "at least" ? value >= target : value <= target;
}
