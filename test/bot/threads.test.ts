import { bo, general, groupChat, message } from "../support/activities";
import { buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { linkOf } from "../support/meeting";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

const app = useApp();

const ROOT = "1759881511856";

describe("a text that is no command and says “here”", () => {
  it.each([
    ["a channel's own feed", general],
    ["a group chat", groupChat],
  ])("is told that there is no thread, and offers no meeting: %s", async (_, place) => {
    const { sent, graphRequests } = await app.turn(message("Sprint review here", { in: place }));
    expect(textOf(cardOf(sent[0]))).toContain("This message is in no thread");
    expect(buttonsOf(cardOf(sent[0])).map(({ title }) => title)).not.toContain("Meet");
    expect(graphRequests).toEqual([]);
  });

  it("is offered the thread's own meeting where there is one", async () => {
    const { sent } = await app.turn(message("Sprint review here", { root: ROOT }));
    const { answer } = await app.turn(press(sent[0], "Meet", { root: ROOT }));
    expect(textOf(cardOfAnswer(answer))).toContain("This thread’s own meeting");
    const { sent: asked } = await app.turn(message("meet here", { root: ROOT, from: bo }));
    expect(linkOf(cardOf(asked[0]))).toBe(linkOf(cardOfAnswer(answer)));
  });
});

describe("the command `rooms`", () => {
  const roots = ["1759881512000", "1759881514000", "1759881511000", "1759881513000"];

  it("lists the meetings of threads newest first, after all others", async () => {
    for (const root of roots) await app.turn(message(`meet here Thread ${root}`, { root }));
    await app.turn(message("meet #ops Standby"));
    const { sent } = await app.turn(message("rooms"));
    const lines = textOf(cardOf(sent[0])).split("\n");
    const subjects = lines.filter((line) => /^(Thread \d+|Standby)$/.test(line));
    expect(subjects).toEqual([
      "Standby",
      "Thread 1759881514000",
      "Thread 1759881513000",
      "Thread 1759881512000",
      "Thread 1759881511000",
    ]);
  });

  it("leaves out the oldest threads where there are too many", async () => {
    const many = Array.from({ length: 20 }, (_, index) => `${1_759_881_511_000 + index}`);
    for (const root of many) await app.turn(message(`meet here Thread ${root}`, { root }));
    const { sent } = await app.turn(message("rooms"));
    const text = textOf(cardOf(sent[0]));
    expect(text).toContain(many.at(-1));
    expect(text).not.toContain(many[0]);
    expect(text).toMatch(/And \d+ more/);
  });
});
