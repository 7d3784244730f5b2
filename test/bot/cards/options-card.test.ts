import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import { readOptionsForm, toOptionsCard } from "../../../bot/cards/options-card";
import { en } from "../../../bot/locales/en";
import {
  CHAT_MODES,
  LOBBY_SCOPES,
  PRESENTER_SCOPES,
  type MeetingOptions,
} from "../../../src/meetings/ports/online-meeting";
import { buttonsOf, textOf } from "../../support/cards";

const toCard = (options: MeetingOptions) =>
  toOptionsCard({ subject: "Sprint review", options, meetingToken: "token", back: "keep" }, en);

const inputsOf = (card: AdaptiveCard) =>
  card.body.flatMap((element) => (element.type === "Input.ChoiceSet" ? [element] : []));

test("names the meeting, and has four fields", () => {
  const card = toCard({});
  expect(textOf(card)).toBe("Meeting options\nSprint review");
  expect(inputsOf(card).map(({ id, label }) => [id, label])).toEqual([
    ["lobby", "Who can bypass the lobby"],
    ["presenters", "Who can present"],
    ["chat", "Meeting chat"],
    ["recording", "Record automatically"],
  ]);
});

test("offers every option of Teams, each with its own label", () => {
  const values = Object.fromEntries(
    inputsOf(toCard({})).map(({ id, choices }) => [
      id,
      choices.map(({ value }) => value).toSorted(),
    ]),
  );
  expect(values).toEqual({
    lobby: LOBBY_SCOPES.toSorted(),
    presenters: PRESENTER_SCOPES.toSorted(),
    chat: CHAT_MODES.toSorted(),
    recording: ["false", "true"],
  });
  for (const { choices } of inputsOf(toCard({}))) {
    expect(new Set(choices.map(({ title }) => title)).size).toBe(choices.length);
  }
});

test("shows current values, and selects nothing for unknown ones", () => {
  const set = inputsOf(
    toCard({ lobby: "invited", presenters: "organizer", isRecordedAutomatically: false }),
  );
  expect(set.map(({ value, placeholder }) => value ?? placeholder)).toEqual([
    "invited",
    "organizer",
    "Unknown",
    "false",
  ]);
  expect(inputsOf(toCard({})).some((input) => "value" in input)).toBe(false);
});

test("Save and Back send the token from clients without Action.Execute too", () => {
  expect(buttonsOf(toCard({}))).toMatchObject([
    {
      title: "Save",
      verb: "save-options",
      data: { ref: "token" },
      fallback: { type: "Action.Submit", data: { verb: "save-options", ref: "token" } },
    },
    { title: "Back", verb: "keep", data: { ref: "token" } },
  ]);
});

describe("the form", () => {
  test.each<[unknown, MeetingOptions]>([
    [
      {
        ref: "r",
        lobby: "everyone",
        presenters: "organization",
        recording: "true",
        chat: "limited",
      },
      {
        lobby: "everyone",
        presenters: "organization",
        isRecordedAutomatically: true,
        chat: "limited",
      },
    ],
    [{ recording: "false" }, { isRecordedAutomatically: false }],
    [{ lobby: "", presenters: "", recording: "", chat: "" }, {}],
    [{ lobby: "nobody", presenters: 1, recording: true, chat: ["enabled"] }, {}],
    [{ lobby: "organizer", chat: "off" }, { lobby: "organizer" }],
    [{ verb: "save-options", ref: "r", msteams: {} }, {}],
    [{}, {}],
    [null, {}],
    ["lobby", {}],
    [undefined, {}],
  ])("reads %j as %j", (data, expected) => expect(readOptionsForm(data)).toEqual(expected));

  test("reads back the values that it shows", () => {
    const options: MeetingOptions = {
      lobby: "organizationAndFederated",
      presenters: "roleIsPresenter",
      isRecordedAutomatically: true,
      chat: "disabled",
    };
    const sent = Object.fromEntries(inputsOf(toCard(options)).map(({ id, value }) => [id, value]));
    expect(readOptionsForm({ ref: "token", ...sent })).toEqual(options);
  });
});
