import type { Values } from "./check-words";

/** The messages of checks that are ok. */
export const CALL_EVENTS_OK = {
  notificationCertificate: ({ date }: Values<"date">) =>
    `Graph can encrypt notifications. The certificate expires on ${date}.`,
  callEvents: "Graph can tell Rendezvous of calls.",
  notificationUrl: "Graph’s notifications can reach Rendezvous.",
};

/** What is wrong, and the one thing to do about it. */
export const CALL_EVENT_FAULTS = {
  notificationCertificateExpired: ({ date }: Values<"date">) => ({
    message: `The notification certificate expired on ${date}.`,
    fix: "Replace it, as docs/administering.md describes.",
  }),
  callEventsNotGranted: {
    message: "OnlineMeetings.Read.All isn’t granted, so Graph can’t tell Rendezvous of calls.",
    fix: "Add it as an application permission, then grant admin consent. Or set LIVE_STATUS to bot.",
  },
  notificationsBlocked: {
    message: "Graph’s notifications can’t reach Rendezvous.",
    fix: "Make the proxy and firewall forward POST requests to this URL, without asking for a sign-in.",
  },
};
