import { CLOUDS, CLOUD_NAMES } from "../src/clouds";
import { message } from "./support/activities";
import { buttonOf, cardOfAnswer } from "./support/cards";
import { press } from "./support/press";
import { useApp } from "./support/use-app";

const app = useApp();

/** Uses all features that call Graph, and Entra before it. */
async function useEverything() {
  const { sent } = await app.turn(message("meet Sprint review tomorrow 3pm"));
  await app.turn(message("move tomorrow 4pm"));
  await app.turn(press(sent[0], "Refresh"));
  await app.turn(message("options"));
  await app.turn(message("meet #design"));
  await app.turn(message("rooms"));
  return sent;
}

test.each(CLOUD_NAMES)("CLOUD=%s: all requests go to that cloud", async (name) => {
  await app.restart({ config: { cloud: CLOUDS[name] } });
  const sent = await useEverything();
  const { answer } = await app.turn(press(sent[0], "Calendar"));
  const { graphOrigin, loginOrigin, outlookOrigin } = CLOUDS[name];
  expect(new Set(app.fetched.map(({ url }) => url.origin))).toEqual(
    new Set([graphOrigin, loginOrigin]),
  );
  expect(app.fetched.filter(({ url }) => url.origin === loginOrigin)).toHaveLength(1);
  expect(buttonOf(cardOfAnswer(answer), "Outlook")).toMatchObject({
    url: expect.stringContaining(`${outlookOrigin}/`),
  });
});

test.each(["usgov", "usgov-dod"] as const)(
  "CLOUD=%s: uses neither beta nor chatInfo, which it does not have",
  async (name) => {
    await app.restart({ config: { cloud: CLOUDS[name] } });
    await useEverything();
    const calls = app.cloud.requests();
    expect(calls.filter(({ path }) => path.includes("createOrGet")).length).toBeGreaterThan(1);
    expect(calls.filter(({ path }) => !path.startsWith("/v1.0/"))).toEqual([]);
    expect(calls.filter(({ body }) => JSON.stringify(body ?? {}).includes("chatInfo"))).toEqual([]);
  },
);

test("the US Government clouds share no address with the global one", () => {
  const origins = CLOUD_NAMES.map((name) =>
    Object.values(CLOUDS[name])
      .flat()
      .filter((value) => typeof value === "string"),
  );
  const [global = [], ...others] = origins;
  expect(others.flat().filter((value) => global.includes(value))).toEqual([]);
});
