import { message, people } from "../../support/activities";
import { textOf } from "../../support/cards";
import {
  createdBy,
  dialogOf,
  fieldsOf,
  openMeet,
  pressInDialog,
  previewOf,
  submitMeet,
} from "../../support/extension";
import type { AdaptiveCard } from "../../../bot/cards/adaptive-card";
import { changesIn, plan } from "../../support/meeting";
import { useApp } from "../../support/use-app";

const app = useApp();

/** All that a dialog says and asks for, in reading order: `[day]` for a field. */
function linesOf(card: AdaptiveCard): string[] {
  const lines: string[] = [];
  JSON.stringify(card.body, (_, value: unknown) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const node = value as { type?: string; id?: string; text?: string };
    if (node.type?.startsWith("Input.")) lines.push(`[${node.id}]`);
    else if (node.text !== undefined) lines.push(node.text);
    return value;
  });
  return lines;
}

/** What stands right below a field. */
function below(card: AdaptiveCard, field: string): string {
  const lines = linesOf(card);
  return lines[lines.indexOf(`[${field}]`) + 1] ?? "";
}

const full = {
  topic: "Retrospective",
  day: "2026-11-25",
  time: "10:15",
  minutes: "30",
  people: "5d2b4c1e-0000-4000-8000-000000000002",
  addresses: "ana@contoso.com",
  room: "design",
};

const entries: [string, Record<string, string>, string, string][] = [
  ["a time that is over", { day: "2026-11-19" }, "day", "is over already"],
  ["a time of today that is over", { day: "", time: "09:59" }, "time", "is over already"],
  ["a day without a time", { time: "" }, "time", "no time of day"],
  ["a skipped hour", { day: "2027-03-28", time: "02:30" }, "time", "does not exist"],
  ["a doubled hour", { day: "2027-10-31", time: "02:30" }, "time", "comes twice"],
  ["a day that no calendar has", { day: "2027-02-29" }, "day", "no calendar has that day"],
  ["a day that is none", { day: "tomorrow" }, "day", "no calendar has that day"],
  ["a time that is none", { time: "25:00" }, "time", "no time of day"],
  ["a length of 0", { minutes: "0" }, "minutes", "at least a minute"],
  ["a negative length", { minutes: "-5" }, "minutes", "at least a minute"],
  ["a broken length", { minutes: "1.5" }, "minutes", "at least a minute"],
  ["a length that is no number", { minutes: "long" }, "minutes", "at least a minute"],
  ["a length that is too long", { minutes: "1801" }, "minutes", "at most 30 hours"],
  [
    "an address that is none",
    { addresses: "ana@contoso.com bo" },
    "addresses",
    "“bo” is no address",
  ],
  ["a room with blanks", { room: "my room" }, "room", "is no name of a room"],
  ["a room of nothing but #", { room: "##" }, "room", "is no name of a room"],
  ["a room that is too long", { room: "r".repeat(51) }, "room", "at most 50 characters"],
  [
    "too many people",
    { addresses: Array.from({ length: 50 }, (_, n) => `p${n}@contoso.com`).join(" ") },
    "addresses",
    "At most 50 people",
  ],
  [
    "too many picked people",
    {
      addresses: "",
      people: people(51)
        .map(({ aadId }) => aadId)
        .join(","),
    },
    "people",
    "At most 50 people",
  ],
];

/** The field for the length holds nothing but numbers. */
function isNoNumber(name: string, value: string): boolean {
  return name === "minutes" && Number.isNaN(Number(value));
}

describe("the dialog comes again, with the field marked and all that was entered, for", () => {
  it.each(entries)("%s", async (_, wrong, field, told) => {
    const entered = { ...full, ...wrong };
    const { answer, graphRequests, sent } = await submitMeet(app, entered);
    const dialog = dialogOf(answer);
    expect(below(dialog, field)).toContain(told);
    const kept = Object.fromEntries(
      Object.entries(entered).filter(([name, value]) => value !== "" && !isNoNumber(name, value)),
    );
    expect(fieldsOf(dialog)).toEqual(kept);
    expect(graphRequests).toEqual([]);
    expect(sent).toEqual([]);
    expect(app.cloud.meetings()).toEqual([]);
  });

  it("all faults at once, each at its field, in the person's language", async () => {
    const wrong = { ...full, time: "", minutes: "0", addresses: "bo", room: "my room" };
    const fr = { locale: "fr-FR" };
    const dialog = dialogOf(await app.post(openMeet(fr)));
    const pressed = pressInDialog(dialog, "Se réunir", wrong, fr);
    const again = dialogOf((await app.turn(pressed)).answer);
    const english = dialogOf((await submitMeet(app, wrong)).answer);
    for (const field of ["time", "minutes", "addresses", "room"]) {
      expect(below(again, field)).toMatch(/^[^[]/);
      expect(below(again, field)).not.toBe(below(english, field));
    }
  });

  it("the same once more, and then right", async () => {
    const first = await submitMeet(app, { ...full, time: "" });
    const second = await app.turn(pressInDialog(dialogOf(first.answer), "Meet", { time: "25:61" }));
    const third = await app.turn(pressInDialog(dialogOf(second.answer), "Meet", { time: "10:15" }));
    expect(createdBy(third.graphRequests)).toHaveLength(1);
    expect(textOf(previewOf(third.answer))).toContain("Retrospective");
  });

  it("beside the conversation's meeting, and what it showed is still no request", async () => {
    await app.turn(message(plan));
    const wrong = await submitMeet(app, { room: "my room" });
    const dialog = dialogOf(wrong.answer);
    expect(textOf(dialog)).toContain("Sprint review");
    const pressed = pressInDialog(dialog, "Meet", { room: "" });
    const { answer, graphRequests } = await app.turn(pressed);
    expect(changesIn(graphRequests)).toEqual([]);
    previewOf(answer);
  });
});

const created = async (entered: Record<string, string>, options = {}) => {
  const { graphRequests } = await submitMeet(app, entered, options);
  const [body] = createdBy(graphRequests);
  return [body?.startDateTime, body?.endDateTime];
};

describe("a time is understood on the person's own clock:", () => {
  it.each([
    ["day and time", { day: "2026-11-24", time: "15:00" }, ["2026-11-24T14:00:00.000Z", undefined]],
    ["a time alone is today's", { time: "15:00" }, ["2026-11-20T14:00:00.000Z", undefined]],
    [
      "with a length",
      { day: "2026-11-24", time: "15:00", minutes: "45" },
      ["2026-11-24T14:00:00.000Z", "2026-11-24T14:45:00.000Z"],
    ],
    [
      "a length alone runs from now",
      { minutes: "45" },
      ["2026-11-20T09:00:00.000Z", "2026-11-20T09:45:00.000Z"],
    ],
    [
      "over the night in which the clocks go forward",
      { day: "2027-03-28", time: "01:30", minutes: "60" },
      ["2027-03-28T00:30:00.000Z", "2027-03-28T01:30:00.000Z"],
    ],
    ["this very minute", { time: "10:00" }, ["2026-11-20T09:00:00.000Z", undefined]],
  ])("%s", async (_, entered, times) => {
    expect(await created(entered as Record<string, string>)).toEqual(times);
  });

  it("in another zone", async () => {
    const entered = { day: "2026-11-24", time: "15:00" };
    expect(await created(entered, { timeZone: "Asia/Tokyo" })).toEqual([
      "2026-11-24T06:00:00.000Z",
      undefined,
    ]);
  });
});
