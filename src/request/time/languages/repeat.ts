import type { DayPart } from "../match";

/** What a word says about repetition. */
export interface Repeat {
  frequency: "daily" | "weekly" | "monthly";
  /** 1 if it's absent. */
  interval?: number;
  /** From Monday, which is 1. */
  weekdays?: readonly number[];
  part?: DayPart;
}

export const DAILY: Repeat = { frequency: "daily" };
export const WEEKLY: Repeat = { frequency: "weekly" };
export const MONTHLY: Repeat = { frequency: "monthly" };
export const ON_WORKDAYS: Repeat = { frequency: "weekly", weekdays: [1, 2, 3, 4, 5] };
export const ON_WEEKENDS: Repeat = { frequency: "weekly", weekdays: [6, 7] };
/** Every three and every twelve months: Outlook and Graph have no other form of them. */
export const QUARTERLY: Repeat = { frequency: "monthly", interval: 3 };
export const YEARLY: Repeat = { frequency: "monthly", interval: 12 };
