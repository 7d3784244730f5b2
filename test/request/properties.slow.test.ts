import fc from "fast-check";
import type {
  MeetingRequest,
  Mention,
  RequestText,
  RequestedPerson,
  RequestedTime,
} from "../../src/request/meeting-request";
import { MAX_PEOPLE, parseRename, parseRequest } from "../../src/request/parse-request";
import { readRoomName } from "../../src/request/room-name";
import { toCommand } from "./to-command";
import { readSubject } from "../../src/request/subject";
import { list } from "./typed";

const zones = fc.constantFrom(
  ...list(
    "Europe/Paris|America/New_York|Asia/Tokyo|Asia/Kolkata|Australia/Lord_Howe",
    "America/St_Johns|UTC|nowhere|+05:30|",
  ),
);
const contexts = fc.record({
  now: fc.date({
    min: new Date("2026-01-01T00:00:00Z"),
    max: new Date("2028-12-31T00:00:00Z"),
    noInvalidDate: true,
  }),
  timeZone: zones,
  locale: fc.constantFrom("en", "en-GB", "fr-FR", "ja", "ru-RU", "zh-CN", "tlh", ""),
});

/** Parts of requests in all languages. */
const shards = fc.constantFrom(
  ...list(
    'Review|with|@|#|#design|"|""|“|”|«|»|「|」| | | ',
    "3pm|3|15:00|15h|at|from|to|-|for|45 min|1h30|until|in",
    "tomorrow|Tuesday|next|20 March|2026-11-21|T|Z|24/7|now|here|and",
    "demain|pendant|à|jusqu'à|avec|et|ici|как|докладчик|завтра|в|с",
    "до|на|полтора часа|через|здесь|明日|の|15時|から|まで|45分|と",
    "明天|下午|三点|半|45分钟|后|和|这里|（|）|｜|＃|＂|🚀",
    "31 February|24/11/2026|1530|half past three|please|sharp|Paris time|ET|Monday|quinze heures",
    "le 25|в половине третьего|по Москве|ровно|来月3日|2月30日|日本時間|お願いします|请|周一到周五",
    "ana@contoso.com|https://contoso.com/#a|C#|v2.3|EST|UTC|\uFDD0|\uFDD1",
  ),
);
const hostile = fc.oneof(
  fc.array(shards, { maxLength: 40 }).map((all) => all.join("")),
  fc.array(shards, { maxLength: 40 }).map((all) => all.join(" ")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

const mentions: fc.Arbitrary<Mention> = fc.record(
  {
    mentionId: fc.integer({ min: 1, max: 20 }).map((id) => `29:${id}`),
    name: fc.oneof(fc.constantFrom("Ana", "Bo 3pm", "#x", '"Q"'), fc.string({ maxLength: 10 })),
    aadId: fc.uuid(),
  },
  { requiredKeys: ["mentionId", "name"] },
);
const texts: fc.Arbitrary<RequestText> = fc.array(fc.oneof(hostile, mentions), { maxLength: 12 });

const runs = { numRuns: 400 };

test("the parser never throws", () => {
  fc.assert(
    fc.property(texts, contexts, (text, context) => {
      expect(typeof parseRequest(text, context).ok).toBe("boolean");
      expect(typeof parseRename(text).ok).toBe("boolean");
    }),
    runs,
  );
});

test("the request contains everyone mentioned exactly once", () => {
  fc.assert(
    fc.property(texts, contexts, (text, context) => {
      const parsed = parseRequest(text, context);
      if (!parsed.ok) return;
      const named = text.flatMap((part) => (typeof part === "string" ? [] : [part.mentionId]));
      const ids = parsed.request.people.flatMap((person) =>
        person.kind === "mention" ? [person.mentionId] : [],
      );
      expect(ids).toEqual([...new Set(named)]);
    }),
    runs,
  );
});

test("times are whole minutes, never in the past, and at most 30 hours long", () => {
  fc.assert(
    fc.property(texts, contexts, (text, context) => {
      const parsed = parseRequest(text, context);
      const time = parsed.ok ? parsed.request.time : undefined;
      if (!time) return;
      const { startsAt, minutes } = toMinutes(time, context.now);
      expect(new Date(startsAt).toISOString()).toMatch(/:00\.000Z$/);
      expect(startsAt).toBeGreaterThan(context.now.getTime() - 60_000);
      expect(minutes).toBeGreaterThan(0);
      expect(minutes).toBeLessThanOrEqual(1800);
    }),
    runs,
  );
});

function toMinutes(time: RequestedTime, now: Date): { startsAt: number; minutes: number } {
  if (time.kind === "length") {
    return { startsAt: Math.ceil(now.getTime() / 60_000) * 60_000, minutes: time.minutes };
  }
  const startsAt = Date.parse(time.startsAt);
  const endsAt = time.kind === "span" ? Date.parse(time.endsAt) : startsAt + 60_000;
  return { startsAt, minutes: (endsAt - startsAt) / 60_000 };
}

test("a parsed request, written by toCommand, is parsed as the same request", () => {
  fc.assert(
    fc.property(texts, contexts, (text, context) => {
      const parsed = parseRequest(text, context);
      if (!parsed.ok) return;
      const request = { ...parsed.request, wasTopicCut: false };
      expect(parseRequest(toCommand(request, context), context)).toEqual({ ok: true, request });
    }),
    runs,
  );
});

const roles = fc.constantFrom("presenter" as const, "coorganizer" as const, undefined);
const knownPeople: fc.Arbitrary<RequestedPerson> = fc
  .tuple(mentions, roles)
  .map(([mention, role]) => Object.assign({ kind: "mention" as const }, mention, role && { role }));
const typedPeople: fc.Arbitrary<RequestedPerson> = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{1,8}([._-][a-z0-9]{1,4})?$/), roles)
  .map(([name, role]) =>
    Object.assign({ kind: "address" as const, upn: `${name}@contoso.com` }, role && { role }),
  );
const people = fc.uniqueArray(fc.oneof(knownPeople, typedPeople), {
  maxLength: MAX_PEOPLE,
  selector: (person) => (person.kind === "mention" ? person.mentionId : person.upn),
});
const topics = fc
  .oneof(hostile, fc.string({ unit: "grapheme", maxLength: 60 }))
  .map((text) => readSubject(readSubject(text).topic).topic);
const rooms = fc
  .oneof(fc.constant(""), fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }))
  .map((name) => readRoomName(name))
  .map((name) => (name.ok ? name.room : ""));

function toInstant(minute: number): string {
  return new Date(minute * 60_000).toISOString();
}

function timesAfter(now: Date): fc.Arbitrary<RequestedTime | undefined> {
  const minute = Math.floor(now.getTime() / 60_000);
  // Half of the times are on days when the clocks of some zone change, if any are in the future.
  const changes = [
    "2026-10-25T00:00Z",
    "2026-11-01T04:00Z",
    "2027-04-03T14:00Z",
    "2027-10-31T00:00Z",
  ]
    .map((text) => Date.parse(text) / 60_000)
    .filter((at) => at > minute);
  const starts = fc.oneof(
    fc.integer({ min: minute, max: minute + 60 * 24 * 800 }),
    fc
      .tuple(fc.constantFrom(minute, ...changes), fc.integer({ min: 0, max: 180 }))
      .map(([at, later]) => at + later),
  );
  const lengths = fc.integer({ min: 1, max: 1800 });
  return fc.oneof(
    fc.constant(undefined),
    lengths.map((minutes) => ({ kind: "length" as const, minutes })),
    starts.map((at) => ({ kind: "start" as const, startsAt: toInstant(at) })),
    fc.tuple(starts, lengths).map(([at, minutes]) => ({
      kind: "span" as const,
      startsAt: toInstant(at),
      endsAt: toInstant(at + minutes),
    })),
  );
}

const requests = contexts.chain((context) =>
  fc
    .record({
      topic: topics,
      time: timesAfter(context.now),
      people,
      room: rooms,
      isHere: fc.boolean(),
    })
    .map(({ time, room, isHere, ...rest }) => {
      const request: MeetingRequest = {
        ...rest,
        wasTopicCut: false,
        ...(time && { time }),
        room: isHere ? "" : room,
        isHere,
      };
      return { request, context };
    }),
);

test("any request, written by toCommand, is parsed as the same request", () => {
  fc.assert(
    fc.property(requests, ({ request, context }) => {
      expect(parseRequest(toCommand(request, context), context)).toEqual({ ok: true, request });
    }),
    { numRuns: 1000 },
  );
});
