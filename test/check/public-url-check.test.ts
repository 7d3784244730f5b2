import { createServer as createHttpServer } from "node:http";
import { createServer, type Server } from "node:https";
import { createPublicUrlCheck } from "../../src/check/public-url-check";
import type { CheckOutcome } from "../../src/meetings/ports/check-report";
import { holdClosedPort } from "../support/hold-closed-port";
import { makeCertificate } from "../support/make-certificate";

const ORIGIN = "https://rendezvous.contoso.com";
const URL_ASKED = `${ORIGIN}/healthz`;
const ours = { status: "ok", program: "rendezvous" };

function look(answer: () => Response | Promise<Response>): Promise<CheckOutcome> | CheckOutcome {
  return createPublicUrlCheck({
    linkOrigin: ORIGIN,
    async fetch(input, init) {
      expect([input, init]).toEqual([URL_ASKED, { redirect: "manual" }]);
      return answer();
    },
  }).look();
}

test("an address that leads to Rendezvous is ok", async () => {
  expect(await look(() => Response.json(ours))).toEqual({
    status: "ok",
    code: "publicUrl",
    values: { url: ORIGIN },
  });
});

const answers: [string, () => Response, object][] = [
  [
    "a redirect, which is not followed",
    () => new Response(null, { status: 302, headers: { location: "https://login.contoso.com/" } }),
    {
      code: "addressElsewhere",
      values: { url: URL_ASKED, location: "https://login.contoso.com/" },
    },
  ],
  [
    "a redirect to nowhere",
    () => new Response(null, { status: 308 }),
    { code: "addressElsewhere", values: { url: URL_ASKED, location: "308" } },
  ],
  [
    "no such page",
    () => new Response("Not found", { status: 404 }),
    { code: "addressRefuses", values: { url: URL_ASKED, status: "404" } },
  ],
  [
    "a sign-in of the host's own",
    () => new Response("", { status: 401 }),
    { code: "addressRefuses", values: { url: URL_ASKED, status: "401" } },
  ],
  ...[502, 503, 504].map((status): [string, () => Response, object] => [
    `a gateway's ${status}`,
    () => new Response("<html></html>", { status }),
    { code: "serverDown", values: { url: URL_ASKED, status: String(status) } },
  ]),
  [
    "Rendezvous, on its way out",
    () => Response.json({ ...ours, status: "stopping" }, { status: 503 }),
    { code: "serverDown" },
  ],
  ["another program's page", () => new Response("<h1>It works!</h1>"), { code: "anotherProgram" }],
  ["another program's health", () => Response.json({ status: "ok" }), { code: "anotherProgram" }],
  ["nothing", () => new Response(""), { code: "anotherProgram" }],
];

test.each(answers)("it is told from %s", async (_, answer, outcome) => {
  expect(await look(answer)).toMatchObject({ status: "fault", ...outcome });
});

test.each(["ENOTFOUND", "EAI_AGAIN"])(
  "a host that DNS does not know is named: %s",
  async (code) => {
    const cause = Object.assign(new Error("getaddrinfo"), { code });
    const outcome = await look(() => Promise.reject(new TypeError("fetch failed", { cause })));
    expect(outcome).toMatchObject({
      code: "hostUnknown",
      values: { host: "rendezvous.contoso.com" },
    });
  },
);

test("a host that answers without https is told from one whose certificate is wrong", async () => {
  const plain = createHttpServer((_, response) => void response.end("hello"));
  await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
  const address = plain.address();
  const port = typeof address === "object" && address ? address.port : 0;
  try {
    const linkOrigin = `https://127.0.0.1:${port}`;
    expect(await createPublicUrlCheck({ linkOrigin, fetch }).look()).toMatchObject({
      code: "hostSilent",
      values: { url: `${linkOrigin}/healthz` },
    });
  } finally {
    await new Promise((resolve) => plain.close(resolve));
  }
});

test("where nothing listens, the address is named", async () => {
  const closed = await holdClosedPort();
  const linkOrigin = `https://127.0.0.1:${closed.port}`;
  expect(await createPublicUrlCheck({ linkOrigin, fetch }).look()).toMatchObject({
    code: "hostSilent",
    values: { url: `${linkOrigin}/healthz`, code: "ECONNREFUSED" },
  });
  await closed.release();
});

describe("a certificate that nobody vouches for", () => {
  let server: Server;
  beforeAll(async () => {
    const { key, certificate } = makeCertificate();
    server = createServer({ key, cert: certificate }, (_request, response) => {
      response.end(JSON.stringify(ours));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test("is named with its host, and the answer behind it is not trusted", async () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const linkOrigin = `https://127.0.0.1:${port}`;
    expect(await createPublicUrlCheck({ linkOrigin, fetch }).look()).toMatchObject({
      code: "hostUntrusted",
      values: { host: `127.0.0.1:${port}`, code: "DEPTH_ZERO_SELF_SIGNED_CERT" },
    });
  });
});
