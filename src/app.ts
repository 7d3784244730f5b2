import { setMaxListeners } from "node:events";
import { LANGUAGES, messagesFor } from "../bot/locales/messages";
import { toPageContent } from "../bot/replies/page-content";
import { createBot } from "../bot/teams-bot";
import { createBackgroundWork } from "../bot/delivery/background-work";
import { singleFlightChecks } from "./check/single-flight-checks";
import type { AppConfig } from "./config/config";
import { createIdHash } from "./metrics/hash-ids";
import type { GetApplicationToken } from "./auth/application-tokens";
import { connectGraph } from "./graph/connect-graph";
import type { Dependencies } from "./deps";
import { createDueWork } from "./meetings/due/due-work";
import { createLive } from "./meetings/live/live";
import { createCalls } from "./meetings/calls/calls";
import { createClientStates } from "./meetings/calls/client-state";
import { createMeetings } from "./meetings/meetings";
import { limitWrites } from "./meetings/policy/write-limit";
import type { CheckSetup } from "./meetings/ports/check-report";
import { createSeriesUpkeep } from "./meetings/series/series-upkeep";
import { createReminders } from "./meetings/reminders/reminders";
import { createPeople } from "./meetings/people/people";
import type { BotServices } from "../bot/bot-services";
import type { MeetingRecord } from "./meetings/record/meeting-record";
import { toDefaultKey } from "./meetings/record/meeting-key";
import type { DueRow } from "./meetings/ports/meeting-store";
import { createTokens } from "./meetings/tokens/tokens";
import { connectTeams } from "./server/connect-teams";
import { readProgramVersion } from "./check/program-version";
import { createHttpApp } from "./server/create-http-app";
import { createGraphNotifications } from "./server/graph-events/create-graph-notifications";
import { createReadiness, type ReadinessParts } from "./server/readiness";

/** Wires the areas together. Nothing runs, listens or connects before the first request. */
export function createApp(config: AppConfig, deps: Dependencies) {
  const { cloud, programFolder } = config;
  const { now, sleep, log, store } = deps;
  const { waitUntil, drain } = createBackgroundWork(log, deps.metrics);
  const lateDeadline = new AbortController();
  const stopping = new AbortController();
  // Node warns of more than ten, and every wait listens.
  setMaxListeners(0, lateDeadline.signal, stopping.signal);

  const clientStates = createClientStates(config.sealingKeys);
  const graph = connectGraph({ ...config, clientStates }, deps);
  const { getAppToken, getGraphToken, signIn, acting, onlineMeetings } = graph;
  const { authenticate, connector, roster } = connectTeams(config, { ...deps, getAppToken });

  const tokens = createTokens(config.sealingKeys, config.linkOrigin);
  const hashId = createIdHash(config.sealingKeys[0]);
  const meetings = limitWrites(
    createMeetings(config, { ...deps, onlineMeetings, acting, hashId }),
    {
      writesPerMinute: config.writesPerMinute,
      now,
    },
  );
  const dueWork = createDueWork({ ...deps, waitUntil, hashId });
  const reminders = createReminders({
    store: store.records,
    dueWork,
    defaultMinutes: config.reminderMinutes,
    now,
  });
  const isDelegated = acting?.mode === "delegated";
  const seriesUpkeep = createSeriesUpkeep({ meetings, dueWork, isDelegated, now });
  const planLost = async (record: MeetingRecord) => {
    await reminders.planLost(record);
    await seriesUpkeep.plan(record);
  };
  const peopleDeps = { ...deps, roster, pendingToken: tokens.pending, planLost, waitUntil };
  const people = createPeople(config, peopleDeps);
  const checkDeps = { ...deps, getAppToken, getGraphToken, openStore: () => store, waitUntil };
  const check: CheckSetup = async (request) => {
    // Loaded on demand, because it takes time and few people need it.
    const { createCheckSetup } = await import("./check/check-setup.js");
    return createCheckSetup(config, checkDeps)(request);
  };
  const calls = createCalls(config.liveStatus, {
    ...deps,
    dueWork,
    clientStates,
    live: createLive({ ...deps, dueWork }),
    subscriptions: graph.callSubscriptions,
    reports: graph.attendanceReports,
    noteLiveEvent: (event) => bot.noteLiveEvent(event),
  });
  const services: BotServices = {
    meetings,
    people,
    dueWork,
    reminders,
    live: calls.live,
    team: { roster, owners: graph.teamOwners },
    setup: { check: singleFlightChecks(check, now), admins: config.admins ?? [] },
    settings: {
      whoMayChange: config.whoMayChange,
      outlookOrigin: cloud.outlookOrigin,
      meetingHosts: cloud.meetingHosts,
    },
    signIn,
    tokens,
    waitUntil,
    now,
    log,
  };
  const bot = createBot(services, {
    ...deps,
    connector,
    lateDeadline: lateDeadline.signal,
    stopping: stopping.signal,
    hashId,
  });
  const dueHandlers = {
    ...bot.dueHandlers,
    ...calls.dueHandlers,
    series: (row: DueRow) => seriesUpkeep.doDue(row),
  };
  return {
    handler: createHttpApp(config, {
      ...deps,
      authenticate,
      answer: bot.answer,
      openLink: (token) => tokens.links.readToken(token),
      findReferred: (reference) => meetings.findByReference(reference),
      describeMeeting: (record, language) => toPageContent(record, language, services),
      hasSignIn: signIn !== undefined,
      languages: LANGUAGES,
      messagesFor,
      graphEvents: calls.watches && {
        ...deps,
        waitUntil,
        handleNotifications: createGraphNotifications(config, {
          ...deps,
          watches: calls.watches,
          noteLiveEvent: bot.noteLiveEvent,
          hashId,
        }),
      },
      isStopping: () => stopping.signal.aborted,
      findUnready: createReadiness(toReadinessParts(config, { store, getAppToken }), deps),
      version: programFolder && readProgramVersion(programFolder),
    }),
    /**
     * Makes /readyz fail, and rejects new activities. After `graceMs`, replies that are still due say that
     * the bot restarts.
     */
    beginShutdown(graceMs: number) {
      stopping.abort();
      void sleep(graceMs).then(() => lateDeadline.abort());
    },
    /** Resolves when all background work is done. */
    drain,
    /** Begins the work that is due now, such as reminders. `drain` waits for it. Stops early on the signal. */
    runDue: (signal?: AbortSignal) => dueWork.run(dueHandlers, signal),
    /** Deletes the stored data of conversations that the bot left long ago. Returns the number of records. */
    purgeExpired: async (signal?: AbortSignal) =>
      (await people.retention.sweep(signal)).recordCount,
  };
}

function toReadinessParts(
  { botIdentity, cloud: { botResource: resource } }: AppConfig,
  { store, getAppToken }: Pick<Dependencies, "store"> & { getAppToken: GetApplicationToken },
): ReadinessParts {
  const readStore = () => store.records.get(toDefaultKey({ tenantId: "", threadId: "readyz" }));
  if (botIdentity.kind === "off") return { store: readStore };
  const { tenantId } = botIdentity;
  return { store: readStore, token: () => getAppToken({ tenantId, resource }) };
}
