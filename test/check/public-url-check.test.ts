import { createServer as createHttpServer } from "node:http";
import { createServer, type Server } from "node:https";
import type { CheckOutcome } from "../../src/check/check";
import { FAULTS, OK } from "../../src/check/check-words";
import { createPublicUrlCheck } from "../../src/check/public-url-check";
import { httpFetch } from "../../src/http-fetch";
import { holdClosedPort } from "../support/hold-closed-port";
import { makeCertificate } from "../support/make-certificate";

const ORIGIN = "https://rendezvous.contoso.com";
const HEALTH_URL = `${ORIGIN}/healthz`;
const AT_URL = { label: "Public URL", value: HEALTH_URL };
const ours = { status: "ok", program: "rendezvous" };

function runCheck(
  answer: () => Response | Promise<Response>,
): Promise<CheckOutcome> | CheckOutcome {
  return createPublicUrlCheck(ORIGIN, {
    async fetch(input) {
      expect(input).toBe(HEALTH_URL);
      return answer();
    },
  }).run();
}

test("an address that leads to Rendezvous is ok", async () => {
  expect(await runCheck(() => Response.json(ours))).toEqual({
    status: "ok",
    message: OK.publicUrl,
  });
});

const answers: [string, () => Response, object][] = [
  [
    "a redirect, which is not followed",
    () => new Response(null, { status: 302, headers: { location: "https://login.contoso.com/" } }),
    {
      ...FAULTS.addressElsewhere,
      copy: [AT_URL, { label: "Redirects to", value: "https://login.contoso.com/" }],
    },
  ],
  [
    "a redirect without a location",
    () => new Response(null, { status: 308 }),
    { ...FAULTS.addressElsewhere, copy: [AT_URL] },
  ],
  [
    "a page that is not found",
    () => new Response("Not found", { status: 404 }),
    { ...FAULTS.addressRefuses({ status: "404" }), copy: [AT_URL] },
  ],
  [
    "a proxy that asks for sign-in",
    () => new Response("", { status: 401 }),
    { ...FAULTS.addressRefuses({ status: "401" }), copy: [AT_URL] },
  ],
  ...[502, 503, 504].map((status): [string, () => Response, object] => [
    `a gateway's ${status}`,
    () => new Response("<html></html>", { status }),
    { ...FAULTS.serverDown({ status: String(status) }), copy: [AT_URL] },
  ]),
  [
    "Rendezvous, while it shuts down",
    () => Response.json({ ...ours, status: "stopping" }, { status: 503 }),
    { ...FAULTS.serverDown({ status: "503" }), copy: [AT_URL] },
  ],
  ["another program's page", () => new Response("<h1>It works!</h1>"), FAULTS.anotherProgram],
  ["another program's health", () => Response.json({ status: "ok" }), FAULTS.anotherProgram],
  ["an empty answer", () => new Response(""), FAULTS.anotherProgram],
];

test.each(answers)("reports %s as a fault", async (_, answer, outcome) => {
  expect(await runCheck(answer)).toMatchObject({ status: "fault", ...outcome });
});

test.each(["ENOTFOUND", "EAI_AGAIN"])("names a host that DNS does not know: %s", async (code) => {
  const error = Object.assign(new Error("getaddrinfo"), { code });
  const outcome = await runCheck(() => Promise.reject(error));
  expect(outcome).toMatchObject({
    ...FAULTS.hostUnknown,
    copy: [{ label: "Host", value: "rendezvous.contoso.com" }],
  });
});

test("does not blame the certificate when the server speaks plain HTTP", async () => {
  const plain = createHttpServer((_, response) => void response.end("hello"));
  await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
  const address = plain.address();
  const port = typeof address === "object" && address ? address.port : 0;
  try {
    const linkOrigin = `https://127.0.0.1:${port}`;
    expect(await createPublicUrlCheck(linkOrigin, { fetch: httpFetch }).run()).toMatchObject({
      status: "fault",
      ...FAULTS.hostSilent,
    });
  } finally {
    await new Promise((resolve) => plain.close(resolve));
  }
});

test("names an address where nothing listens", async () => {
  const closed = await holdClosedPort();
  const linkOrigin = `https://127.0.0.1:${closed.port}`;
  expect(await createPublicUrlCheck(linkOrigin, { fetch: httpFetch }).run()).toMatchObject({
    ...FAULTS.hostSilent,
    copy: [
      { label: "Public URL", value: `${linkOrigin}/healthz` },
      { label: "Error", value: "ECONNREFUSED" },
    ],
  });
  await closed.release();
});

describe("a self-signed certificate", () => {
  let server: Server;
  beforeAll(async () => {
    const { key, certificate } = makeCertificate();
    server = createServer({ key, cert: certificate }, (_request, response) => {
      response.end(JSON.stringify(ours));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test("is named with its host, and the answer is not trusted", async () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const linkOrigin = `https://127.0.0.1:${port}`;
    expect(await createPublicUrlCheck(linkOrigin, { fetch: httpFetch }).run()).toMatchObject({
      ...FAULTS.hostUntrusted,
      copy: [
        { label: "Host", value: `127.0.0.1:${port}` },
        { label: "Error", value: "DEPTH_ZERO_SELF_SIGNED_CERT" },
      ],
    });
  });
});
