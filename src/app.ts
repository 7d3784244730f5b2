import type { RequestListener } from "node:http";
import { join } from "node:path";
import type { RequestHandler } from "express";
import { createAnswerer } from "../bot/delivery/answer-in-time";
import { createTurnRunner } from "../bot/delivery/run-turn";
import { createExtension } from "../bot/message-extension/extension";
import { LANGUAGES, messagesFor } from "../bot/locales/messages";
import { TeamsBot } from "../bot/teams-bot";
import { toAppError } from "./errors";
import { DELEGATED_PERMISSION } from "./auth/user-grants";
import { toAppIdUri } from "./auth/user-tokens";
import { createCheckSetup } from "./check/check-setup";
import { singleFlightChecks } from "./check/single-flight-checks";
import type { Config } from "./config";
import { connectGraph } from "./graph/connect-graph";
import type { Dependencies } from "./deps";
import { createCancelMeeting } from "./meetings/cancel-meeting";
import { createPostedCards } from "./meetings/record/posted-cards";
import { createChangeMeeting } from "./meetings/change-meeting";
import { createMeetingMaker, type MeetingsDeps } from "./meetings/create-meeting";
import { createMeetingLeases } from "./meetings/record/meeting-lease";
import { findMeeting, findByReference } from "./meetings/find-meeting";
import { createForgetRecents } from "./meetings/people/forget-recents";
import { createForgetting } from "./meetings/people/forget";
import { createAcquireMeetingLease } from "./meetings/acquire-meeting-lease";
import { createPatchMeeting } from "./meetings/patch-meeting";
import { createKeyedQueue } from "./meetings/record/keyed-queue";
import { createListMeetings } from "./meetings/list-meetings";
import { createMeetingLinks } from "./meetings/tokens/meeting-link";
import { createMeet } from "./meetings/meet";
import { createPresenceMemory } from "./meetings/people/presence-memory";
import { createReadOptions } from "./meetings/read-options";
import { createRecentMeetings } from "./meetings/people/recent-meetings";
import { createReissueMeeting } from "./meetings/reissue-meeting";
import { createOfferSealer } from "./meetings/tokens/sealed-offer";
import { createPostOnce } from "./meetings/record/post-once";
import { createPreviewSealer } from "./meetings/tokens/sealed-preview";
import { createMaintainMeeting } from "./meetings/maintain-meeting";
import { mayActFor } from "./meetings/policy/acting";
import { createUpdateRecord } from "./meetings/record/update-record";
import { createTeamOwners } from "./graph/team-owners";
import { createTeamRoster } from "./server/team-roster";
import { createAfterShown } from "../bot/delivery/after-shown";
import type { BotServices } from "../bot/bot-services";
import { createPrivateDelivery } from "../bot/delivery/private-delivery";
import { createSignInDelivery } from "../bot/sign-in/sign-in-delivery";
import { createSignInInvokes } from "../bot/sign-in/sign-in-invokes";
import { createCardReplacer } from "../bot/delivery/replace-card";
import { createRefreshMeeting } from "./meetings/refresh-meeting";
import { createWaitingSealer } from "./meetings/tokens/sealed-waiting";
import { createPendingCommands } from "./meetings/people/pending-commands";
import { createReferenceSealer } from "./meetings/tokens/sealed-reference";
import { createInboundAuth, allowLoopback } from "./server/inbound-auth";
import { createHttpHandler } from "./server/http-handler";
import { createMeetingLinkPage } from "./server/meeting-link-page";
import { createMessagesEndpoint } from "./server/messages-endpoint";
import { AUTH_END_PATH, AUTH_START_PATH } from "./page/sign-in-state";
import { createSignInPages } from "./server/sign-in-pages";
import { TurnAdapter } from "./server/turn-adapter";

export interface App {
  handler: RequestListener;
  /** Says at /healthz that no more work should come; answers have `graceMs` yet, then they are told off. */
  beginShutdown(graceMs: number): void;
  /** Resolves when all work that outlived its turn is done. */
  drain(): Promise<void>;
  /** Forgets the conversations that the bot left long enough ago; how many records. Ends early on the signal. */
  purgeExpired(stopping?: AbortSignal): Promise<number>;
}

export interface AppConfig
  extends
    Omit<Config, "host" | "port" | "logLevel" | "store" | "admins">,
    Partial<Pick<Config, "store" | "admins">> {
  /** Where package.json lies, and what was packed; absent where there is none. */
  programFolder?: string;
}

/** The whole object graph; nothing runs, listens or connects before the first request. */
export function createApp(config: AppConfig, deps: Dependencies): App {
  const { cloud } = config;
  const { now, sleep, log, store } = deps;
  const background = new Set<Promise<void>>();
  const lateDeadline = new AbortController();
  let isStopping = false;

  const { getAppToken, getGraphToken, userTokens, runOperation, onlineMeetings } = connectGraph(
    config,
    deps,
  );

  const { organizerPolicy, freshnessMs, retentionMs } = config;
  const meetings: MeetingsDeps = {
    store,
    onlineMeetings,
    organizerPolicy,
    acting: userTokens ? { mode: "delegated", signIn: userTokens } : { mode: "application" },
    now,
    sleep,
    log,
  };
  const leases = createMeetingLeases(meetings);
  const acquireMeetingLease = createAcquireMeetingLease(meetings, leases);
  const patchMeeting = createPatchMeeting(meetings, leases, acquireMeetingLease);
  const parts = { leases, makeMeeting: createMeetingMaker(meetings, leases) };
  const reissueMeeting = createReissueMeeting(meetings, parts);
  const updateRecord = createUpdateRecord(meetings, leases);
  const forgetting = createForgetting({ store, now, log, retentionMs });
  const forgetRecents = createForgetRecents({ store, now, log, retentionMs });

  const waiting = createPendingCommands({
    store,
    sealer: createWaitingSealer(config.sealingKeys),
    now,
    log,
  });

  const links = createMeetingLinks(config.sealingKeys, config.linkOrigin);
  const { botIdentity, connectorHosts = [] } = config;
  const inboundAuth =
    botIdentity.kind === "off"
      ? allowLoopback
      : createInboundAuth({ identity: botIdentity, cloud, connectorHosts, sleep });
  const adapter = new TurnAdapter(botIdentity, {
    inboundAuth,
    getConnectorToken: (tenantId) => getAppToken({ tenantId, resource: cloud.botResource }),
    log,
  });
  function inBackground(work: Promise<unknown>): void {
    const done = work
      .then(() => undefined)
      .catch((error: unknown) => {
        log.error({ code: toAppError(error).code }, "work in the background failed", error);
      })
      .finally(() => background.delete(done));
    background.add(done);
  }
  const roster = createTeamRoster({
    resume: (reference, logic) => adapter.resume(reference, logic),
    sleep,
    log,
  });
  const services: BotServices = {
    meet: createMeet(meetings, parts),
    findMeeting: (key) => findMeeting({ store, now }, key),
    findByReference: (reference) => findByReference({ store, now }, reference),
    refreshMeeting: createRefreshMeeting({ ...meetings, freshnessMs }),
    changeMeeting: createChangeMeeting(meetings, { patchMeeting, replaceMeeting: reissueMeeting }),
    reissueMeeting,
    cancelMeeting: createCancelMeeting(meetings, leases, acquireMeetingLease),
    listMeetings: createListMeetings(store),
    recentMeetings: createRecentMeetings({ store, now }),
    readOptions: createReadOptions(meetings),
    forgetting,
    waitUntil: inBackground,
    roster,
    presence: createPresenceMemory(roster, now),
    teamOwners: createTeamOwners(runOperation),
    whoMayChange: config.whoMayChange,
    checkSetup: singleFlightChecks(
      createCheckSetup(config, {
        ...deps,
        getAppToken,
        getGraphToken,
        openStore: () => store,
        waitUntil: inBackground,
      }),
      now,
    ),
    admins: config.admins ?? [],
    sealer: createReferenceSealer(config.sealingKeys),
    offerSealer: createOfferSealer(config.sealingKeys),
    previewSealer: createPreviewSealer(config.sealingKeys),
    postOnce: createPostOnce({ store, now }),
    links,
    mayActFor: (record, caller) => mayActFor(meetings, record, caller),
    pendingCommands: waiting,
    ...(userTokens && {
      userSignIn: userTokens,
      signIn: {
        appIdUri: toAppIdUri(config.credential.clientId),
        startUrl: config.linkOrigin + AUTH_START_PATH,
      },
    }),
    outlookOrigin: cloud.outlookOrigin,
    now,
    log,
  };
  const runner = createTurnRunner({ sleep, log });
  const privateDelivery = createPrivateDelivery({
    continueConversation: (reference, logic) => adapter.resume(reference, logic),
    now,
    log,
  });
  const answerer = createAnswerer({
    runner,
    sleep,
    log,
    lateDeadline: lateDeadline.signal,
    continueConversation: (reference, logic) => adapter.resume(reference, logic),
    privateDelivery,
    signInDelivery: createSignInDelivery(privateDelivery, waiting),
    afterShown: createAfterShown({
      services,
      postedCards: createPostedCards(updateRecord, createKeyedQueue()),
      maintainMeeting: createMaintainMeeting(meetings, patchMeeting, updateRecord),
      runInOrder: createKeyedQueue(),
      replaceCard: createCardReplacer((reference, logic) => adapter.resume(reference, logic)),
      log,
    }),
    waitUntil: inBackground,
  });
  const extension = createExtension({ services, runner, answerer, sleep });
  const signInInvokes = createSignInInvokes({ services, runner, answerer });
  const bot = new TeamsBot(services, answerer, extension, signInInvokes);
  const messages = createMessagesEndpoint({
    receive: (authorization, activity) =>
      adapter.receive(authorization, activity, (context) => bot.run(context)),
    log,
  });
  const meetingLinkPage = createMeetingLinkPage({
    openLink: (sealed) => links.openLink(sealed),
    findReferred: (reference) => services.findByReference(reference),
    meetingHosts: cloud.meetingHosts,
    languages: LANGUAGES,
    wordsFor(locale) {
      const { language, links: said } = messagesFor(locale);
      return { language, ...said.dead };
    },
    log,
  });

  return {
    handler: createHttpHandler({
      messages,
      meetingLinkPage,
      ...(userTokens && { signInPages: createPages(config, deps) }),
      isStopping: () => isStopping,
      log,
    }),
    beginShutdown(graceMs) {
      isStopping = true;
      void sleep(graceMs).then(() => lateDeadline.abort());
    },
    async drain() {
      // What follows a late answer is begun by it.
      while (background.size > 0) await Promise.all(background);
    },
    async purgeExpired(stopping) {
      const forgottenCount = await forgetting.sweep(stopping);
      await forgetRecents(stopping);
      await waiting.sweep(stopping);
      return forgottenCount;
    },
  };
}

/** Where people sign in whom Teams cannot sign in by itself: they have to consent, or to prove more. */
function createPages(config: AppConfig, { scriptFolder, log }: Dependencies): RequestHandler {
  const { credential, cloud, botIdentity, linkOrigin } = config;
  const tenant = botIdentity.kind === "off" ? "organizations" : botIdentity.tenantId;
  return createSignInPages({
    settings: {
      authorizeUrl: `${cloud.loginOrigin}/${tenant}/oauth2/v2.0/authorize`,
      clientId: credential.clientId,
      scope: `openid profile offline_access ${cloud.graphOrigin}/${DELEGATED_PERMISSION}`,
      redirectUri: linkOrigin + AUTH_END_PATH,
    },
    scriptFolder: scriptFolder ?? join(__dirname, "page"),
    languages: LANGUAGES,
    wordsFor(locale) {
      const { language, signInPage } = messagesFor(locale);
      return { language, ...signInPage };
    },
    log,
  });
}
