import type { Activity } from "botbuilder";
import { bo, extensionInvoke, message, personalChat } from "../../support/activities";
import { ada } from "../../support/activities";
import { buttonOf, textOf } from "../../support/cards";
import { dialogOf, openMeet, pressBelow, pressInDialog } from "../../support/extension";
import { previewOf, resultsOf, wordsOf } from "../../support/extension";
import { exchange, pageResultOf, delegated, START_URL, tokenOf } from "../../support/sign-in";
import type { Answer } from "../../support/start-app";
import { useApp } from "../../support/use-app";

const app = useApp(delegated());

const authRequest = {
  status: 200,
  body: {
    composeExtension: {
      type: "auth",
      suggestedActions: { actions: [{ type: "openUrl", value: START_URL, title: "Sign in" }] },
    },
  },
};

/** Teams sends the invoke again, with what our page handed over. */
async function again(invoke: Partial<Activity>): Promise<Partial<Activity>> {
  const state = await pageResultOf(app, ada);
  return { ...invoke, value: { ...(invoke.value as object), state } };
}

async function signIn(from = ada): Promise<void> {
  const options = { from, in: personalChat };
  const { sent } = await app.turn(message("signin", options));
  await app.turn(exchange(sent[0], tokenOf(app, from), options));
}

function signOut() {
  return app.turn(message("signout", { in: personalChat }));
}

function search(text: string, options = {}): Partial<Activity> {
  const parameters = [{ name: "query", value: text }];
  const value = { commandId: "meetings", parameters, queryOptions: { skip: 0, count: 25 } };
  return extensionInvoke("query", value, options);
}

test("the dialog for a meeting that is not there yet asks to sign in first, and opens after that", async () => {
  expect(await app.post(openMeet())).toEqual(authRequest);
  const opened = await app.post(await again(openMeet()));
  expect(dialogOf(opened).body.length).toBeGreaterThan(0);
});

test("the dialog of a meeting that is there opens for everybody", async () => {
  await signIn();
  await app.turn(message("meet Sprint review"));
  const opened = await app.post(openMeet({ from: bo }));
  expect(textOf(dialogOf(opened))).toContain("This conversation’s meeting");
  const { answer, graphRequests } = await app.turn(
    pressInDialog(dialogOf(opened), "Meet", {}, { from: bo }),
  );
  expect(textOf(previewOf(answer))).toContain("Sprint review");
  expect(graphRequests).toEqual([]);
});

test("a dialog that was signed out of meanwhile asks again, and goes on with what was entered", async () => {
  await signIn();
  const dialog = dialogOf(await app.post(openMeet()));
  await signOut();
  const submitted = pressInDialog(dialog, "Meet", { topic: "Retro" });
  expect(await app.post(submitted)).toEqual(authRequest);
  expect(app.cloud.meetings()).toEqual([]);
  const { answer } = await app.turn(await again(submitted));
  expect(textOf(previewOf(answer))).toContain("Retro");
  expect(app.cloud.meetings()).toMatchObject([{ subject: "Retro", userId: ada.aadId }]);
});

test("a preview is sent without a sign-in, as the record tells its meeting", async () => {
  await signIn();
  const dialog = dialogOf(await app.post(openMeet()));
  const preview = previewOf(await app.post(pressInDialog(dialog, "Meet", { topic: "Retro" })));
  await signOut();
  const { sent } = await app.turn(pressBelow(preview, "send"));
  expect(sent).toHaveLength(1);
});

test("a page's result that is not the person's is told of in words", async () => {
  const { value, ...invoke } = openMeet();
  const answer = await app.post({ ...invoke, value: { ...(value as object), state: "nonsense" } });
  expect(wordsOf(answer)).toContain("The sign-in was not yours");
});

test("a search needs no sign-in, and an offer that is chosen does", async () => {
  const { answer } = await app.turn(search("Retro tomorrow 3pm"));
  const tap = tapOf(answer);
  const chosen = extensionInvoke("selectItem", tap);
  expect(await app.post(chosen)).toEqual(authRequest);
  expect(app.cloud.meetings()).toEqual([]);
  const { answer: made } = await app.turn(await again(chosen));
  expect(buttonOf(resultsOf(made)[0]!.card, "Join")).toBeTruthy();
  expect(app.cloud.meetings()).toHaveLength(1);
  expect(resultsOf(await app.post(search("Retro", { from: bo })))).toHaveLength(1);
});

function tapOf({ body }: Answer): object {
  const { composeExtension } = body as {
    composeExtension: { attachments: { preview: { content: { tap: { value: object } } } }[] };
  };
  return composeExtension.attachments[0]!.preview.content.tap.value;
}
