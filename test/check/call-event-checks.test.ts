import type { CheckContext } from "../../src/check/check";
import { createCallEventChecks } from "../../src/check/call-event-checks";
import { ada, message, personalChat } from "../support/activities";
import { notificationCertificate, withCallEvents } from "../support/call-events";
import { cardOf, textOf } from "../support/cards";
import { useApp } from "../support/use-app";

describe("check with LIVE_STATUS=graph", () => {
  const app = useApp();

  async function check(
    { appRoles = ["OnlineMeetings.ReadWrite.All"] }: { appRoles?: string[] } = {},
    certificate = notificationCertificate(),
  ) {
    const { config } = withCallEvents();
    await app.restart({
      config: { ...config, admins: [ada.aadId], notificationCertificates: [certificate] },
      settings: { appRoles },
    });
    const { sent } = await app.turn(message("check", { from: ada, in: personalChat }));
    return textOf(cardOf(sent[0]));
  }

  test("covers certificate, permission and address", async () => {
    const text = await check();
    expect(text).toContain(
      "Graph can encrypt notifications. The certificate expires on December 31, 2049.",
    );
    expect(text).toContain("Graph can tell Rendezvous of calls.");
    expect(text).toContain("Graph’s notifications can reach Rendezvous.");
    expect(text).not.toContain("✕");
  });

  test("says which permission is missing", async () => {
    const text = await check({ appRoles: ["Chat.Read.All"] });
    expect(text).toContain("OnlineMeetings.Read.All isn’t granted");
  });

  test("says when Graph refuses subscriptions", async () => {
    const { config } = withCallEvents();
    await app.restart({ config: { ...config, admins: [ada.aadId] } });
    app.cloud.addFault({ match: "/beta/subscriptions", status: 403 });
    const { sent } = await app.turn(message("check", { from: ada, in: personalChat }));
    expect(textOf(cardOf(sent[0]))).toContain("Microsoft Graph refused the request.");
  });

  test("says when the certificate has expired", async () => {
    const expired = { ...notificationCertificate(), expiresAt: "2026-11-19T00:00:00.000Z" };
    expect(await check({}, expired)).toContain(
      "The notification certificate expired on November 19, 2026.",
    );
  });

  test.each([
    ["a sign-in page", 200, "Sign in"],
    ["a proxy that blocks POST", 405, ""],
  ])("says when %s answers for Rendezvous", async (_, status, body) => {
    const context = {
      fetch: async () => new Response(body, { status }),
    } as unknown as CheckContext;
    const settings = { certificates: [], linkOrigin: "https://rendezvous.example.com" };
    const [, , last] = createCallEventChecks(settings, () => Promise.reject(), context);
    expect(await last?.run()).toMatchObject({
      status: "fault",
      message: "Graph’s notifications can’t reach Rendezvous.",
      copy: [{ value: "https://rendezvous.example.com/api/graph-events" }],
    });
  });
});
