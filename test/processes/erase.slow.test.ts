import { existsSync } from "node:fs";
import { WHERE_TO_FIND } from "../../src/config/settings";
import { erase, readEraseOptions } from "../../src/cli/erase";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { StartProblem } from "../../src/cli/start-problem";
import { openStore } from "../../src/storage/open-store";
import { cancelled, claimed, general, live, scanAll } from "../contracts/records";
import { useTemporaryFolder } from "../storage/temporary-folder";
import { readOptions } from "../support/read-options";
import { runProgram } from "../support/run-program";
import { startDemo } from "../support/start-demo";

const TENANT = general.tenantId;
const THREAD = general.threadId;
const COMPLETE = ["--tenant", TENANT, "--thread", THREAD];
const nextFolder = useTemporaryFolder();

async function run(options: string[], env: Record<string, string> = {}) {
  const program = runProgram(["erase", ...options], env);
  const code = await program.exited;
  return { code, output: program.output, errors: program.errors };
}

describe("erase, with the store open in another process,", () => {
  let path: string;
  let store: MeetingStore;
  beforeEach(() => {
    path = nextFolder();
    store = openStore(`lmdb:${path}`);
  });
  afterEach(() => store.close());

  test("erases a conversation with all its rooms, and says so", async () => {
    const other = await store.records.insert(live({ key: { ...general, threadId: `${THREAD}x` } }));
    const stored = (await store.records.insert(live()))!;
    await store.records.insert(claimed({ key: { ...general, room: "design" } }));
    await store.records.insert(cancelled({ key: { ...general, room: "retro" } }));
    expect(await run(COMPLETE, { STORE: `lmdb:${path}` })).toEqual({
      code: 0,
      errors: [],
      output: ["Erased the records of 3 meetings. The meetings themselves still exist in Teams."],
    });
    expect(await scanAll(store)).toEqual([other]);
    expect(await store.records.replace(stored, live())).toBeUndefined();
    expect(await store.records.insert(claimed())).toBeDefined();
  });

  test("accepts ids as people copy them, and uses the singular for one meeting", async () => {
    await store.records.insert(live());
    const options = ["--tenant", TENANT.toUpperCase(), `--thread=${THREAD};messageid=17598815118`];
    expect(await run(options, { STORE: `lmdb:${path}` })).toMatchObject({
      code: 0,
      output: ["Erased the records of 1 meeting. The meeting itself still exists in Teams."],
    });
    expect(await scanAll(store)).toEqual([]);
  });

  test("says that nothing was found, and what to check", async () => {
    await store.records.insert(live({ key: { ...general, threadId: `${THREAD}x` } }));
    expect(await run(COMPLETE, { STORE: `lmdb:${path}` })).toMatchObject({
      code: 0,
      output: [
        expect.stringMatching(/^Found no records to erase\. .*--tenant, --thread and STORE/),
      ],
    });
    expect(await scanAll(store)).toHaveLength(1);
  });
});

test("a demo that uses the store keeps running", async () => {
  const path = nextFolder();
  const options = ["--no-playground", "--port", "0", "--graph-port", "0"];
  const demo = await startDemo([...options, "--store", `lmdb:${path}`]);
  try {
    expect(await run(COMPLETE, { STORE: `lmdb:${path}` })).toMatchObject({ code: 0 });
    expect((await fetch(`${demo.botUrl}/healthz`)).status).toBe(200);
  } finally {
    expect(await demo.stop()).toBe(0);
  }
});

describe("erase exits with 1 and one sentence", () => {
  async function problemOf(options: string[], env: Record<string, string> = {}): Promise<string> {
    const { code, output, errors } = await run(options, env);
    expect(code).toBe(1);
    expect(output).toEqual(errors);
    expect(errors).toHaveLength(1);
    return errors[0] ?? "";
  }

  test("when STORE is missing", async () => {
    expect(await problemOf(COMPLETE)).toMatch(/^STORE is missing/);
  });

  test("when STORE is a folder without records, and creates none", async () => {
    const path = nextFolder();
    expect(await problemOf(COMPLETE, { STORE: `lmdb:${path}` })).toBe(
      `There are no records in ${path}. Set STORE to the folder that the bot uses.`,
    );
    expect(existsSync(path)).toBe(false);
  });
});

describe("erase rejects with one sentence", () => {
  async function problemOf(options: string[], env: Record<string, string> = {}): Promise<string> {
    const error: unknown = await erase(readOptions("erase", options), env).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StartProblem);
    const message = error instanceof StartProblem ? error.message : "";
    expect(message).toMatch(/^[^\n]+$/);
    return message;
  }

  test.each([
    ["is missing", {}, "is missing"],
    ["is for tests", { STORE: "memory" }, "can’t be “memory”"],
    ["is unknown", { STORE: "redis:x" }, "is wrong: “redis:x” isn’t a known store"],
  ])("a STORE that %s", async (_, env: Record<string, string>, fault) => {
    const problem = await problemOf(COMPLETE, env);
    expect(problem).toMatch(/^STORE /);
    expect(problem).toContain(fault);
    expect(problem).toContain(`It is ${WHERE_TO_FIND.STORE}.`);
  });
});

test("a wrong option ends with 2, before STORE is read", async () => {
  const { code, errors } = await run(["--tenant", "contoso", "--thread", THREAD]);
  expect(code).toBe(2);
  expect(errors).toEqual([expect.stringContaining("“contoso”")]);
});

describe("the options of erase", () => {
  test.each([
    THREAD,
    `${THREAD};messageid=1759881511856`,
    ` ${THREAD}\n`,
    encodeURIComponent(THREAD),
    encodeURIComponent(`${THREAD};messageid=1759881511856`),
  ])("accept the conversation %j", (thread) => {
    const read = readEraseOptions({ tenant: TENANT, thread });
    expect(read).toEqual({ tenantId: TENANT, threadId: THREAD });
  });

  test.each(["19:meeting_OTk@thread.v2", "19:a@unq.gbl.spaces", "a:1pL6i0oY3C0K8oAj8"])(
    "name a chat too: %s",
    (thread) => {
      const { threadId } = readEraseOptions({ tenant: TENANT, thread });
      expect(threadId).toBe(thread);
    },
  );

  test("accept a person, for meetings without a conversation", () => {
    const thread = "8:orgid:5D2B4C1E-0000-4000-8000-000000000001";
    const { threadId } = readEraseOptions({ tenant: TENANT, thread });
    expect(threadId).toBe(thread.toLowerCase());
  });

  test.each([
    [[], "Required option '--tenant <GUID>' not specified. See rendezvous erase --help."],
    [["--thread", THREAD], "Required option '--tenant <GUID>' not specified."],
    [["--tenant", TENANT], "Required option '--thread <id>' not specified."],
    [[...COMPLETE, "--room", "design"], "Unknown option '--room'."],
    [[...COMPLETE, "now"], "Too many arguments for 'erase'."],
    [["--tenant", "--thread", THREAD], "argument '--thread' is invalid. The value is missing."],
    [["--thread", THREAD, "--tenant"], "Option '--tenant <GUID>' argument missing."],
    [["--tenant", "common", "--thread", THREAD], "a GUID as in TENANT_ID, not “common”"],
    [["--tenant", "", "--thread", THREAD], "a GUID as in TENANT_ID, not “”"],
    [
      ["--tenant", TENANT, "--thread", "General"],
      "must be the ID of a channel or chat, not “General”",
    ],
    [["--tenant", TENANT, "--thread", ";messageid=1"], "not “;messageid=1”"],
    [["--tenant", TENANT, "--thread", "100%"], "not “100%”"],
    [["--tenant", TENANT, "--thread", "8:orgid:"], "not “8:orgid:”"],
  ])("%j are rejected with what to write instead", (argv, sentence) => {
    const read = () => readEraseOptions(readOptions("erase", argv));
    expect(read).toThrow(StartProblem);
    expect(read).toThrow(sentence);
    expect(read).toThrow(/^[^\n]+$/);
  });
});
