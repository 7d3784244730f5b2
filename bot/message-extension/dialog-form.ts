import { z } from "zod";
import { EMPTY_FORM, type MeetForm } from "../../src/request/meet-form";

/** Far more than anyone enters. All of it goes into the token of the preview's buttons. */
const MAX_FIELD = 4000;

const field = z
  .union([z.string(), z.number()])
  .transform((entered) => String(entered).slice(0, MAX_FIELD))
  .catch("");
const formSchema = z
  .object({
    topic: field,
    day: field,
    time: field,
    minutes: field,
    people: field,
    addresses: field,
    room: field,
  })
  .catch(EMPTY_FORM);

/** What was entered, from the data of the dialog's button; clients leave empty fields out. */
export function readForm(data: unknown): MeetForm {
  return formSchema.parse(data);
}

const shownSchema = z.object({ shown: z.string() });

/** What the dialog showed before anything was entered. */
export function readShown(data: unknown): MeetForm {
  try {
    return formSchema.parse(JSON.parse(shownSchema.parse(data).shown));
  } catch {
    return EMPTY_FORM; // not as we wrote it: every entry counts
  }
}
