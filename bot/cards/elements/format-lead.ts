import type { Messages } from "../../locales/messages";

const HOUR = 60;
/** From here on, minutes more or less than whole hours don't count: a reminder can be late by some. */
const ROUNDED_FROM = 2 * HOUR;
const MAX_ROUNDED = 3;

/** "5 minutes", "1 hour", "1 hour 30 minutes": the time between a reminder and the start. */
export function formatLead(minutes: number, { reminders }: Messages): string {
  const total = toRounded(minutes);
  const hours = Math.floor(total / HOUR);
  const rest = total % HOUR;
  if (hours === 0) return reminders.minutes({ count: rest });
  if (rest === 0) return reminders.hours({ count: hours });
  return reminders.hoursAndMinutes({
    hours: reminders.hours({ count: hours }),
    minutes: reminders.minutes({ count: rest }),
  });
}

function toRounded(minutes: number): number {
  const whole = Math.round(minutes / HOUR) * HOUR;
  const isNear = minutes >= ROUNDED_FROM - MAX_ROUNDED && Math.abs(minutes - whole) <= MAX_ROUNDED;
  return isNear ? whole : minutes;
}
