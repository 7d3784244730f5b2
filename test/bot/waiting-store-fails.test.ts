import { AppError } from "../../src/errors";
import type { MeetingStore } from "../../src/meetings/meeting-store";
import { createMemoryStore } from "../../src/storage/memory-store";
import { groupChat, message, personalChat, ada } from "../support/activities";
import { cardOf, textOf } from "../support/cards";
import { exchange, pageResultOf, delegated, tokenOf, verifyState } from "../support/sign-in";
import { useApp } from "../support/use-app";

const inChat = { in: personalChat };
const inGroup = { in: groupChat };

const failing = { lookups: 0, takings: 0 };
const app = useApp(() => {
  Object.assign(failing, { lookups: 0, takings: 0 });
  return delegated({ store: createFailingStore() });
});

/** Fails as often as the test says, when what waits is looked for or taken. */
function createFailingStore(): MeetingStore {
  const store = createMemoryStore();
  return {
    ...store,
    async listWaiting(asker) {
      if (failing.lookups-- > 0) throw new AppError("store_unavailable");
      return store.listWaiting(asker);
    },
    async eraseWaiting(stored) {
      if (failing.takings-- > 0) throw new AppError("store_unavailable");
      return store.eraseWaiting(stored);
    },
  };
}

const textsOf = ({ sent }: { sent: Parameters<typeof cardOf>[0][] }) =>
  sent.map((one) => textOf(cardOf(one)));

test("one command that the store fails with is told of where it was asked, and the others are done", async () => {
  const asked = await app.turn(message("meet", inChat));
  await app.turn(message("meet", inGroup));
  await app.turn(message("meet #design", inGroup));
  failing.takings = 1;
  const { answer, sent } = await app.turn(exchange(asked.sent[0], tokenOf(app, ada), inChat));
  expect(answer.status).toBe(200);
  expect(app.cloud.meetings()).toHaveLength(2);
  const problems = textsOf({ sent }).filter((text) =>
    text.includes("could not reach its own records"),
  );
  expect(problems).toHaveLength(1);
});

test.each(["token", "page"])(
  "a sign-in by %s after which the store does not tell what waits says so, and nothing is lost",
  async (by) => {
    const asked = await app.turn(message("meet", inChat));
    const signIn = async () =>
      by === "token"
        ? exchange(asked.sent[0], tokenOf(app, ada), inChat)
        : verifyState(await pageResultOf(app, ada), inChat);
    failing.lookups = 1;
    const first = await app.turn(await signIn());
    expect(first.answer.status).toBe(200);
    expect(textsOf(first)).toEqual([expect.stringContaining("could not reach its own records")]);
    expect(app.cloud.meetings()).toEqual([]);

    await app.turn(await signIn());
    expect(app.cloud.meetings()).toHaveLength(1);
  },
);
