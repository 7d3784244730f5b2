import { ada, bo, message } from "../../support/activities";
import { cardOf, textOf } from "../../support/cards";
import {
  dialogOf,
  fieldsOf,
  openMeet,
  pressBelow,
  pressInDialog,
  previewOf,
} from "../../support/extension";
import { changesIn, linkOf, plan } from "../../support/meeting";
import { useApp } from "../../support/use-app";

const app = useApp();

it("gives the same meeting as the command, by one createOrGet, and the bot posts its card for the person", async () => {
  const dialog = dialogOf(await app.post(openMeet({ from: ada })));
  const submitted = await app.turn(pressInDialog(dialog, "Meet", {}, { from: ada }));
  expect(submitted.graphRequests).toHaveLength(1);
  expect(submitted.sent).toEqual([]);

  const preview = previewOf(submitted.answer);
  const posted = await app.turn(pressBelow(preview, "send", { from: ada }));
  expect(posted.graphRequests).toEqual([]);
  expect(posted.sent).toMatchObject([
    {
      method: "POST",
      activity: {
        channelData: { onBehalfOf: [{ mentionType: "person", mri: ada.teamsId }] },
      },
    },
  ]);
  const { sent: typed } = await app.turn(message("meet", { from: bo }));
  expect(linkOf(cardOf(posted.sent[0]))).toBe(linkOf(cardOf(typed[0])));
});

it("says who is invited already, and invites nobody again", async () => {
  await app.turn(message("meet Review with bo@contoso.com", { from: ada }));
  const dialog = dialogOf(await app.post(openMeet({ from: ada })));
  expect(textOf(dialog)).toContain("With bo@contoso.com");
  const { graphRequests } = await app.turn(pressInDialog(dialog, "Meet", {}, { from: ada }));
  expect(changesIn(graphRequests)).toEqual([]);
});

it("shows the conversation's meeting, and is prefilled from it in the person's zone", async () => {
  await app.turn(message(plan, { from: ada }));
  const dialog = dialogOf(await app.post(openMeet({ from: bo, timeZone: "Europe/London" })));
  expect(textOf(dialog)).toContain("Sprint review");
  expect(fieldsOf(dialog)).toMatchObject({
    topic: "Sprint review",
    day: "2026-11-21",
    time: "14:00",
    minutes: "45",
  });
});

it.each([
  ["Entra's id", bo.aadId],
  ["Teams' own id", bo.teamsId],
])("invites who was picked, by %s", async (_, id) => {
  const dialog = dialogOf(await app.post(openMeet({ from: ada })));
  const submitted = await app.turn(pressInDialog(dialog, "Meet", { people: id }, { from: ada }));
  expect(submitted.graphRequests).toMatchObject([
    { body: { participants: { attendees: [{ identity: { user: { id: bo.aadId } } }] } } },
  ]);
  expect(textOf(previewOf(submitted.answer))).toContain("Bo Nilsson");
});

it("has a people picker that offers nobody of its own, for Teams finds everybody", async () => {
  const dialog = dialogOf(await app.post(openMeet({ from: ada })));
  expect(dialog.body).toContainEqual(
    expect.objectContaining({
      id: "people",
      isMultiSelect: true,
      "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
      choices: [],
    }),
  );
});
