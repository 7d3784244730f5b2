import type { CallWatch } from "../meetings/record/call-watch";
import * as z from "zod";
import type { MeetingKey } from "../meetings/record/meeting-key";
import type { Recurrence } from "../request/recurrence";
import type {
  AttachedMeeting,
  MeetingReminder,
  MeetingSeries,
  MeetingSession,
  PlannedReminder,
  PostedReminder,
  SessionPerson,
  TimeRange,
  CancelledRecord,
  PostedCard,
  ClaimedRecord,
  MeetingLease,
  LiveRecord,
  Person,
  PostedPreview,
  ToldPeople,
} from "../meetings/record/meeting-record";
import {
  ATTENDEE_ROLES,
  type Attendee,
  type DialIn,
  type OnlineMeeting,
} from "../meetings/ports/online-meeting";

/** Names every field of T, so that a new field of the domain doesn't compile until it's read here. */
type Shape<T> = { [Field in keyof T]-?: z.ZodType<T[Field]> };

export const text = z.string().min(1);
export const moment = z.iso.datetime({ offset: true });

// Loose objects keep unknown fields. A release may add an optional field without raising the schema version: an older
// release that runs at the same time keeps the field when it writes `{ ...record, … }`.
export const keySchema = z.looseObject({
  tenantId: text,
  threadId: text,
  room: z.string(),
} satisfies Shape<MeetingKey>);

const person = z.looseObject({ aadId: text, name: z.string().optional() } satisfies Shape<Person>);

const lease = z.looseObject({
  holder: text,
  expiresAt: moment,
  purpose: z.literal("change").optional(),
} satisfies Shape<MeetingLease>);

const postedCard = z.looseObject({
  conversationId: text,
  activityId: text,
  serviceUrl: text,
  locale: z.string(),
  timeZone: z.string(),
  refreshUserIds: z.array(text),
} satisfies Shape<PostedCard>);

const postedPreview = z.looseObject({ id: text, expiresAt: moment } satisfies Shape<PostedPreview>);

const told = z.looseObject({
  generation: z.int().min(0),
  aadIds: z.array(text),
} satisfies Shape<ToldPeople>);

const time = z.looseObject({
  startsAt: moment,
  endsAt: moment.optional(),
} satisfies Shape<TimeRange>);

const attendee = z.looseObject({
  aadId: text.optional(),
  upn: text.optional(),
  role: z.enum(ATTENDEE_ROLES).optional(),
} satisfies Shape<Attendee>);

const dialIn = z.looseObject({
  tollNumber: z.string().optional(),
  tollFreeNumber: z.string().optional(),
  conferenceId: z.string().optional(),
} satisfies Shape<DialIn>);

const meeting = z.looseObject({
  id: text,
  joinWebUrl: text,
  subject: z.string().optional(),
  startsAt: moment.optional(),
  endsAt: moment.optional(),
  dialIn: dialIn.optional(),
  attendees: z.array(attendee).optional(),
  expiresAt: moment.optional(),
} satisfies Shape<OnlineMeeting>);

const sessionPerson = z.looseObject({
  id: text,
  person: text.optional(),
  isIn: z.boolean(),
  at: moment,
} satisfies Shape<SessionPerson>);

const session = z.looseObject({
  joinWebUrl: text,
  startedAt: moment,
  isStartGuessed: z.literal(true).optional(),
  endedAt: moment.optional(),
  previousEndedAt: moment.optional(),
  peopleCount: z.int().min(0).optional(),
  people: z.array(sessionPerson).optional(),
  teamsMeetingId: text.optional(),
  shownAt: moment.optional(),
  isUnshown: z.literal(true).optional(),
} satisfies Shape<MeetingSession>);

const attached = z.looseObject({
  joinWebUrl: text,
  subject: z.string().optional(),
  attachedBy: person,
  attachedAt: moment,
  isOfChat: z.literal(true).optional(),
} satisfies Shape<AttachedMeeting>);

const callWatch = z.looseObject({
  joinWebUrl: text,
  from: moment,
  until: moment,
  subscription: z.looseObject({ id: text, expiresAt: moment }).optional(),
} satisfies Shape<CallWatch>);

const recurrence = z.looseObject({
  frequency: z.enum(["daily", "weekly", "monthly"]),
  interval: z.int().min(1),
  weekdays: z.array(z.int().min(1).max(7)).optional(),
  monthDay: z.int().optional(),
  place: z.int().optional(),
  until: text.optional(),
  count: z.int().min(1).optional(),
  timeZone: text,
} satisfies Shape<Recurrence>);

const series = z.looseObject({
  recurrence,
  startsAt: moment,
  endsAt: moment,
  skipped: z.array(moment).optional(),
  moved: z.record(moment, time).optional(),
  pausedAt: moment.optional(),
} satisfies Shape<MeetingSeries>);

const reminder = z.looseObject({ minutes: z.int().min(0) } satisfies Shape<MeetingReminder>);

const postedReminder = z.looseObject({
  startsAt: moment,
  generation: z.int().min(0),
  conversationId: text,
  activityId: text,
  serviceUrl: text,
} satisfies Shape<PostedReminder>);

const plannedReminder = z.looseObject({
  startsAt: moment,
  dueAt: moment,
} satisfies Shape<PlannedReminder>);

const base = {
  key: keySchema,
  generation: z.int().min(0),
  requestedBy: person,
  lease: lease.optional(),
  cards: z.array(postedCard).optional(),
  postedPreviews: z.array(postedPreview).optional(),
  postedReminder: postedReminder.optional(),
  told: told.optional(),
  untold: z.array(attendee).optional(),
  untoldBy: text.optional(),
  teamId: text.optional(),
  removedAt: moment.optional(),
  attached: attached.optional(),
  indexedLink: text.optional(),
  session: session.optional(),
  callWatch: callWatch.optional(),
};

/** What a meeting is created with, or was. */
const planned = {
  ...base,
  subject: z.string(),
  time: time.optional(),
  series: series.optional(),
  attendees: z.array(attendee).optional(),
  people: z.array(person).optional(),
};

/** A record's stored fields, without the schema version. */
export const recordSchema = z.discriminatedUnion("state", [
  z.looseObject({
    ...planned,
    state: z.literal("claimed"),
    organizer: person.optional(),
  } satisfies Shape<ClaimedRecord>),
  z.looseObject({
    ...base,
    state: z.literal("live"),
    organizer: person,
    meeting,
    fetchedAt: moment,
    isTimeGiven: z.boolean(),
    isTiedToChannel: z.boolean(),
    wasChannelRefused: z.boolean(),
    people: z.array(person).optional(),
    keptAliveAt: moment.optional(),
    coOrganizersDue: z.array(attendee).optional(),
    series: series.optional(),
    reminder: reminder.optional(),
    plannedReminder: plannedReminder.optional(),
    remindedOf: moment.optional(),
    revision: z.int().min(0).optional(),
  } satisfies Shape<LiveRecord>),
  z.looseObject({
    ...planned,
    state: z.literal("cancelled"),
    organizer: person,
    cancelledBy: person,
    cancelledAt: moment,
  } satisfies Shape<CancelledRecord>),
]);
