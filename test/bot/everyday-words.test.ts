import type { GraphRequest } from "../../src/local/local-cloud";
import { ALL_MESSAGES, type Messages } from "../../bot/locales/messages";
import { chen, general, groupChat, message, personalChat } from "../support/activities";
import { execute } from "../support/activities";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { changesIn } from "../support/meeting";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

const mentions = [chen];
const TOMORROW_3PM = "2026-11-21T14:00:00.000Z";

describe("everyday words", () => {
  const app = useApp();

  const createdIn = (requests: readonly GraphRequest[]) =>
    requests.filter(({ status }) => status === 201).map(({ body }) => body);
  const say = (text: string) => app.turn(message(text, { mentions }));
  const titlesOf = (sent: Parameters<typeof cardOf>[0]) =>
    buttonsOf(cardOf(sent)).map(({ title }) => title);

  describe("create the meeting", () => {
    const at3 = { startDateTime: TOMORROW_3PM };
    const plain = { subject: "Channel meeting" };
    test.each<[string, object]>(
      [
        ["meeting", plain],
        ["Start", plain],
        ["start a meeting", plain],
        ["call", plain],
        ["create", plain],
        ["please", {}],
        ["let's meet", plain],
        ["Let’s meet!", plain],
        ["can we meet?", plain],
        ["new meeting", plain],
        ["meeting please", plain],
        ["can we meet tomorrow at 3pm?", { ...plain, ...at3 }],
        ["Hi, could you please set up a meeting tomorrow 3pm", { ...plain, ...at3 }],
        ["set up a meeting tomorrow 3pm", { ...plain, ...at3 }],
        ["set up a meeting for tomorrow 3pm", { ...plain, ...at3 }],
        ["setup a quick call tomorrow at 3pm", { ...plain, ...at3 }],
        ["create a meeting called Planning tomorrow 3pm", { subject: "Planning", ...at3 }],
        ["create a meeting about the budget tomorrow 3pm", { subject: "the budget", ...at3 }],
        ["schedule Sprint review tomorrow 3pm", { subject: "Sprint review", ...at3 }],
        ["book the demo tomorrow 3pm", { subject: "demo", ...at3 }],
        ["start standup tomorrow 3pm", { subject: "standup", ...at3 }],
        ["meeting tomorrow 3pm", { ...plain, ...at3 }],
        ["call with @Chen Wei tomorrow 3pm", { ...plain, ...at3 }],
        ["we need a meeting tomorrow 3pm", { ...plain, ...at3 }],
        ["I'd like to schedule a call tomorrow 3pm", { ...plain, ...at3 }],
        ["meet call review", { subject: "call review" }],
        ["meet link check", { subject: "link check" }],
        ["meet create something", { subject: "create something" }],
        // French
        ["peut-on se réunir demain à 15h ?", { ...plain, ...at3 }],
        ["organise une réunion demain à 15h", { ...plain, ...at3 }],
        ["créer une réunion appelée Budget demain 15h", { subject: "Budget", ...at3 }],
        ["nouvelle réunion", plain],
        ["démarrer une réunion", plain],
        // Japanese
        ["明日15時に会議を設定してください", { ...plain, ...at3 }],
        ["会議を作成", plain],
        ["ミーティングを始めましょう", plain],
        ["明日の15時に打ち合わせをしましょう", { ...plain, ...at3 }],
        ["会議をお願いします", plain],
        // Russian
        ["давайте встретимся завтра в 15:00", { ...plain, ...at3 }],
        ["создай встречу завтра в 15:00", { ...plain, ...at3 }],
        ["назначьте собрание под названием Бюджет завтра в 15:00", { subject: "Бюджет", ...at3 }],
        ["созвонимся завтра в 15:00?", { ...plain, ...at3 }],
        ["можно начать собрание?", plain],
        // Chinese
        ["明天下午3点开会", { ...plain, ...at3 }],
        ["我们明天下午3点开个会吧", { ...plain, ...at3 }],
        ["创建会议", plain],
        ["安排一个会议 明天下午3点", { ...plain, ...at3 }],
        ["请帮我安排明天下午3点的会议", { ...plain, ...at3 }],
      ].filter(([text]) => text !== "please") as [string, object][],
    )("%s", async (text, body) => {
      const { graphRequests } = await say(text);
      expect(createdIn(graphRequests)).toMatchObject([body]);
    });
  });

  const QUESTIONS = [
    "when is the meeting?",
    "When's our meeting",
    "is the meeting at 3?",
    "what’s the link?",
    "link",
    "link please",
    "can you send me the link?",
    "meeting?",
    "who's in?",
    "do we have a meeting tomorrow?",
    "where is the meeting",
    "show the meeting",
    "how do I join?",
    "quand est la réunion ?",
    "le lien ?",
    "lien",
    "à quelle heure est la réunion ?",
    "会議はいつですか？",
    "会議のリンク",
    "リンクを教えてください",
    "ミーティングは何時？",
    "когда встреча?",
    "ссылка",
    "пришли ссылку",
    "во сколько собрание?",
    "会议几点？",
    "会议链接",
    "什么时候开会？",
    "链接是什么",
  ];

  describe("the words of the buttons", () => {
    const BUTTONS: [string, (messages: Messages) => string, string][] = [
      ["Join", ({ card }) => card.join, "Sketches"],
      ["Refresh", ({ card }) => card.refresh, "Sketches"],
      ["Options", ({ card }) => card.options, "Meeting options"],
      ["New link", ({ card }) => card.newLink, "Create a new link for “Sketches”?"],
      ["Cancel meeting", ({ card }) => card.cancelMeeting, "Cancel “Sketches”?"],
      ["Meet", ({ meet }) => meet.button, "Sketches"],
      ["Meet now", ({ meet }) => meet.now, "Sketches"],
      ["Create meeting", ({ meet }) => meet.create, "Sketches"],
      ["Schedule…", ({ meet }) => meet.schedule, "When is the meeting?"],
      ["All meetings", ({ help }) => help.rooms.button, "Meetings in this channel"],
      ["Help", ({ help }) => help.button, "How can I help?"],
    ];
    test.each(BUTTONS)("%s is a command in every language", async (_, toTitle, shown) => {
      await say("meet Sketches");
      for (const messages of ALL_MESSAGES) {
        const { graphRequests, sent } = await say(toTitle(messages).toLowerCase());
        expect(graphRequests.filter(({ status }) => status === 201)).toEqual([]);
        expect(changesIn(graphRequests)).toEqual([]);
        expect(textOf(cardOf(sent[0]))).toContain(shown);
      }
    });

    test.each([
      "更换链接 #design",
      "新しいリンク #design",
      "nouveau lien #design",
      "Новая ссылка #design",
    ])("%s is for the room's meeting", async (text) => {
      await say("meet #design Sketches");
      const { sent } = await say(text);
      expect(textOf(cardOf(sent[0]))).toContain("Create a new link for “Sketches”?");
    });

    test("more than a room after a title is a name", async () => {
      const { graphRequests } = await say("meet now and then");
      expect(createdIn(graphRequests)).toMatchObject([
        { subject: expect.stringContaining("then") },
      ]);
    });

    test.each(["cancel meeting", "取消会议", "删除会议", "会議をキャンセル", "会議を中止"])(
      "%s asks to cancel",
      async (text) => {
        await say("meet Sprint review");
        const { graphRequests, sent } = await say(text);
        expect(changesIn(graphRequests)).toEqual([]);
        expect(textOf(cardOf(sent[0]))).toContain("Cancel “Sprint review”?");
      },
    );

    test.each(["更改时间 明天下午3点", "日時を変更 明日15時"])(
      "%s moves the meeting",
      async (text) => {
        await say("meet Sprint review");
        const { graphRequests } = await say(text);
        expect(changesIn(graphRequests)).toHaveLength(1);
      },
    );
  });

  describe("questions", () => {
    test.each(QUESTIONS)("%s shows the meeting", async (text) => {
      await say("meet Sprint review");
      const { graphRequests, sent } = await say(text);
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("Sprint review");
      expect(titlesOf(sent[0])).toContain("Join");
    });

    test.each(QUESTIONS)("%s creates none, but offers to", async (text) => {
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toBe("There’s no meeting in this channel yet.");
      expect(titlesOf(sent[0])).toEqual(["Create meeting"]);
    });
  });

  describe("small talk", () => {
    test.each([
      "hi",
      "Hello there!",
      "good morning everyone",
      "Good morning @Chen Wei",
      "bonjour à tous",
      "おはようございます",
      "доброе утро, коллеги!",
      "大家好",
      "早上好",
    ])("%s gets one line, and Help", async (text) => {
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toBe(
        "Hi! Type “@Rendezvous meet” to get this channel’s meeting.",
      );
      expect(titlesOf(sent[0])).toEqual(["Help"]);
    });

    test.each([
      "thanks!",
      "Thank you so much @Chen Wei",
      "ok thanks",
      "merci beaucoup",
      "ありがとうございます",
      "спасибо большое",
      "谢谢大家",
    ])("%s gets one line", async (text) => {
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toBe("You’re welcome.");
    });

    test.each([
      "no",
      "No thanks!",
      "nope, not now",
      "later",
      "maybe later",
      "ok",
      "ok cool",
      "Great, got it @Chen Wei",
      "lol ok",
      "👍",
      "👍🏽 🎉",
      "non merci",
      "d’accord, super",
      "plus tard",
      "いいえ、結構です",
      "了解です",
      "わかりました。",
      "нет, спасибо",
      "ок, понятно",
      "позже",
      "不用了，谢谢",
      "好的",
      "知道了",
    ])("%s asks for nothing, and gets one line", async (text) => {
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toBe("Okay. I’m here when you need me.");
      expect(titlesOf(sent[0])).toEqual([]);
    });

    test.each([
      "yes",
      "!",
      "no meeting tomorrow",
      "later than planned",
      "good idea for a name",
      "不错的主意",
    ])("%s isn't small talk", async (text) => {
      const { sent } = await say(text);
      expect(titlesOf(sent[0])).toContain("Help");
    });

    test.each([
      "see you tomorrow",
      "see you tomorrow at 3pm",
      "happy birthday @Chen Wei",
      "I can't make it tomorrow",
      "I can’t make it to the meeting tomorrow at 3pm",
      "please join us",
      "call me when you're done",
      "start without me",
      "create some tension",
      "à demain",
      "また明日",
      "до завтра",
      "明天见",
    ])("%s gets Meet and Help, and nothing that changes a meeting", async (text) => {
      await say("meet Sprint review");
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(titlesOf(sent[0])).toEqual(["Meet", "Help"]);
      const button = buttonOf(cardOf(sent[0]), "Meet");
      const pressed = await app.turn(execute("meet", "data" in button ? button.data : {}));
      expect(changesIn(pressed.graphRequests)).toEqual([]);
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
    });

    test.each([
      ["lunch tomorrow 3pm", "lunch"],
      ["dinner with @Chen Wei", "dinner"],
      ["budget meeting", "budget meeting"],
    ])("%s is offered as a meeting", async (text, subject) => {
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("Did you want to create this meeting?");
      expect(titlesOf(sent[0])).toEqual(["Create meeting", "Help"]);
      const button = buttonOf(cardOf(sent[0]), "Create meeting");
      await app.turn(execute("meet", "data" in button ? button.data : {}));
      expect(app.cloud.meetings()).toMatchObject([{ subject }]);
    });
  });

  test("a week without a day is asked for the day, not taken as the name", async () => {
    const { graphRequests, sent } = await say("can we meet next week with @Chen Wei");
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("“next week” could be several days.");
    const at3 = { day: "2026-11-21", time: "15:00" };
    const pressed = await app.turn(press(sent[0], "Set time", { inputs: at3 }));
    expect(createdIn(pressed.graphRequests)).toMatchObject([
      { subject: "Channel meeting", startDateTime: TOMORROW_3PM },
    ]);
  });

  test("a text about a meeting without a usable time is asked for the time", async () => {
    const { graphRequests, sent } = await say("shedule a budget meeting tomorrow");
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("What time tomorrow?");
    expect(titlesOf(sent[0])).toEqual(["Set time", "Meet without a time"]);
  });

  test.each([
    [groupChat, "Hi! Type “@Rendezvous meet” to get this chat’s meeting."],
    [personalChat, "Hi! Type “meet” to get a meeting."],
  ])("a greeting names the conversation", async (place, text) => {
    const { sent } = await app.turn(message("hi", { in: place }));
    expect(textOf(cardOf(sent[0]))).toBe(text);
  });
  void general;

  describe("misspelled commands", () => {
    test.each([
      ["meting tomorrow 3pm", "meeting tomorrow 3pm", { startDateTime: TOMORROW_3PM }],
      ["mmeet Planning", "meet Planning", { subject: "Planning" }],
      ["собрнаие завтра 15:00", "собрание завтра 15:00", { startDateTime: TOMORROW_3PM }],
    ])("%s is corrected", async (text, meant, body) => {
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toBe(`Did you mean “${meant}”?`);
      const pressed = await app.turn(press(sent[0], "Yes"));
      expect(createdIn(pressed.graphRequests)).toMatchObject([body]);
    });

    test.each([
      ["cancle", "cancel"],
      ["renmae", "rename"],
      ["helpp!", "help!"],
      ["déplcaer", "déplacer"],
      ["de\u0301plcaer", "déplacer"],
      ["ＤＥＰＬＣＡＥＲ", "déplacer"],
    ])("%s alone is corrected", async (text, meant) => {
      const { sent } = await say(text);
      expect(textOf(cardOf(sent[0]))).toBe(`Did you mean “${meant}”?`);
    });

    test.each([
      ["renmae Retrospective", "rename Retrospective", "Renamed by"],
      ["mvoe tomorrow 5pm", "move tomorrow 5pm", "Moved by"],
      ["mmove to 5pm", "move to 5pm", "Moved by"],
      ["canel #design", "cancel #design", "Cancel “Sketches”?"],
      ["reanme #design Colors", "rename #design Colors", "Renamed by"],
      ["inivte @Chen Wei", "invite Chen Wei", "Updated by"],
      ["remvoe @Chen Wei", "remove Chen Wei", "Chen Wei isn’t invited"],
      ["déplcae à demain 17h", "déplace à demain 17h", "Moved by"],
      ["преенеси на завтра 17:00", "перенеси на завтра 17:00", "Moved by"],
    ])(
      "%s is corrected with what follows, and changes nothing until Yes",
      async (text, meant, done) => {
        await say("meet Weekly tomorrow 3pm");
        await say("meet Sketches #design");
        const { graphRequests, sent } = await say(text);
        expect(graphRequests).toEqual([]);
        expect(textOf(cardOf(sent[0]))).toBe(`Did you mean “${meant}”?`);
        expect(titlesOf(sent[0])).toEqual(["Yes", "Help"]);
        const { sent: corrected } = await app.turn(press(sent[0], "Yes"));
        expect(textOf(cardOf(corrected[0]))).toContain(done);
      },
    );

    test.each([
      "movie night",
      "more coffee please",
      "held up in traffic",
      "remote work",
      "cancer research",
      "decal design",
      "invited Chen",
      "report on Q3",
    ])("%s isn't a command", async (text) => {
      const { sent } = await say(text);
      expect(titlesOf(sent[0])).toEqual(["Meet", "Help"]);
    });
  });

  test.each([
    "what can you do?",
    "how does this work",
    "comment ça marche ?",
    "что ты умеешь?",
    "何ができますか",
    "怎么用？",
  ])("%s shows help", async (text) => {
    const { sent } = await say(text);
    expect(textOf(cardOf(sent[0]))).toMatch(/^How can I help\?/);
  });

  describe("ask when", () => {
    const at3 = { day: "2026-11-21", time: "15:00" };

    test.each<[string, object]>([
      ["schedule", { subject: "Channel meeting" }],
      ["book", { subject: "Channel meeting" }],
      ["schedule a review", { subject: "review" }],
      ["book a call for 2 hours", { endDateTime: "2026-11-21T16:00:00.000Z" }],
      ["schedule Colors #design with @Chen Wei", { subject: "Colors" }],
      ["planifier une réunion", {}],
      ["запланируйте собрание", {}],
      ["会議を予約してください", {}],
      ["安排一个会议", {}],
    ])("%s", async (text, body) => {
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toMatch(/^When is the meeting\?/);
      const pressed = await app.turn(press(sent[0], "Set time", { inputs: at3 }));
      expect(createdIn(pressed.graphRequests)).toMatchObject([
        { startDateTime: TOMORROW_3PM, ...body },
      ]);
    });

    test("and offer to meet without a time", async () => {
      const { sent } = await say("schedule a review");
      const pressed = await app.turn(press(sent[0], "Meet without a time"));
      expect(createdIn(pressed.graphRequests)).toMatchObject([{ subject: "review" }]);
    });
  });

  describe("change the meeting", () => {
    const TODAY_530PM = "2026-11-20T16:30:00.000Z";

    test.each([
      ["can we do 5:30 instead?", TODAY_530PM],
      ["make it 5:30", TODAY_530PM],
      ["move it to 5:30pm", TODAY_530PM],
      ["move the meeting to 5:30", TODAY_530PM],
      ["tomorrow 3pm instead", TOMORROW_3PM],
      ["let's push it to tomorrow at 3pm", TOMORROW_3PM],
      ["change the time to 5:30", TODAY_530PM],
      ["move to 4", "2026-11-20T15:00:00.000Z"],
      ["make it 4", "2026-11-20T15:00:00.000Z"],
      ["move to 17.30", TODAY_530PM],
      ["plutôt à 17h30", TODAY_530PM],
      ["décalons la réunion à 17h30", TODAY_530PM],
      ["лучше в 17:30", TODAY_530PM],
      ["давайте перенесём на завтра 15:00", TOMORROW_3PM],
      ["17時30分に変更してください", TODAY_530PM],
      ["把会议改到明天下午3点", TOMORROW_3PM],
      ["make it quick", undefined],
      ["do it", undefined],
      ["make me a coffee at 5", undefined],
    ])("%s", async (text, startDateTime) => {
      await say("meet Sprint review today 16:00");
      const { graphRequests } = await say(text);
      const expected = startDateTime === undefined ? [] : [{ body: { startDateTime } }];
      const changes = changesIn(graphRequests);
      expect(changes).toHaveLength(expected.length);
      expect(changes).toMatchObject(expected);
    });

    test("make it 30 minutes changes how long it takes", async () => {
      await say("meet Sprint review tomorrow 3pm");
      const { graphRequests } = await say("make it 30 minutes");
      expect(changesIn(graphRequests)).toMatchObject([
        { body: { startDateTime: TOMORROW_3PM, endDateTime: "2026-11-21T14:30:00.000Z" } },
      ]);
    });

    test.each([
      "kill the meeting",
      "call off our call",
      "remove the meeting",
      "annulez la réunion",
      "отмените собрание",
      "会議を中止してください",
      "把会议取消了",
      "取消会议吧",
    ])("%s asks whether to cancel it", async (text) => {
      await say("meet Sprint review");
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toMatch(/^Cancel “Sprint review”\?/);
    });

    test.each(["cancel the #design meeting", "cancel meeting #design please"])(
      "%s is about the room",
      async (text) => {
        await say("meet Sprint review");
        await say("meet Colors #design");
        const { sent } = await say(text);
        expect(textOf(cardOf(sent[0]))).toMatch(/^Cancel “Colors”\?/);
      },
    );
  });

  describe("people", () => {
    test.each([
      "invite @Chen Wei",
      "add @Chen Wei to the meeting",
      "please invite @Chen Wei",
      "пригласи @Chen Wei",
    ])("%s invites to the meeting", async (text) => {
      await say("meet Sprint review");
      const { graphRequests, sent } = await say(text);
      expect(changesIn(graphRequests)).toMatchObject([
        { body: { participants: { attendees: [{ identity: { user: { id: chen.aadId } } }] } } },
      ]);
      expect(textOf(cardOf(sent[0]))).toContain("Sprint review");
    });

    test("invite without a meeting offers to create it with them", async () => {
      const { graphRequests, sent } = await say("invite @Chen Wei");
      expect(graphRequests).toEqual([]);
      const button = buttonOf(cardOf(sent[0]), "Create meeting");
      const pressed = await app.turn(execute("meet", "data" in button ? button.data : {}));
      expect(createdIn(pressed.graphRequests)).toMatchObject([
        { participants: { attendees: [{ identity: { user: { id: chen.aadId } } }] } },
      ]);
    });

    test.each(["invite", "uninvite"])("%s without people asks who, with a form", async (text) => {
      const none = await say(text);
      expect(titlesOf(none.sent[0])).toEqual(["Create meeting"]);
      await say("meet Sprint review");
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toMatch(/^Who should I (?:invite|remove)\?/);
      const { answer } = await app.turn(press(sent[0], "Edit"));
      expect(textOf(cardOfAnswer(answer))).toContain("Edit meeting");
    });

    test.each([
      ["invite Ana", "I can’t tell who “Ana” is."],
      ["add Ana Lopez to the meeting", "I can’t tell who “Ana Lopez” is."],
      ["remove Ana", "I can’t tell who “Ana” is."],
      ["invite", "Who should I invite?"],
      ["uninvite", "Who should I remove?"],
    ])("%s without a mention says how to mention", async (text, said) => {
      await say("meet Sprint review");
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      const lines = textOf(cardOf(sent[0])).split("\n");
      expect(lines).toEqual([said, expect.stringMatching(/^Type @ and choose a name, or type/)]);
      expect(titlesOf(sent[0])).toEqual(["Edit"]);
    });

    test("in a personal chat, invite asks for an address: no one can be mentioned there", async () => {
      await app.turn(message("meet", { in: personalChat }));
      const { sent } = await app.turn(message("invite Ana", { in: personalChat }));
      expect(textOf(cardOf(sent[0]))).toContain("Type an email address, such as “invite");
    });

    test.each(["uninvite @Chen Wei", "remove @Chen Wei", "убери @Chen Wei", "移除 @Chen Wei"])(
      "%s removes someone, and never invites",
      async (text) => {
        await say("meet Sprint review with @Chen Wei and bo@contoso.com");
        const { graphRequests } = await say(text);
        expect(changesIn(graphRequests)).toMatchObject([
          { body: { participants: { attendees: [{ upn: "bo@contoso.com" }] } } },
        ]);
      },
    );

    test("someone who isn't invited can't be removed", async () => {
      await say("meet Sprint review");
      const { graphRequests, sent } = await say("remove @Chen Wei");
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toBe("Chen Wei isn’t invited to this meeting.");
    });
  });

  describe("a room that doesn't exist", () => {
    test.each([
      ["new #typo", ["Create #typo", "All meetings"], {}],
      [
        "move #typo tomorrow 3pm",
        ["All meetings", "Create #typo"],
        { startDateTime: TOMORROW_3PM },
      ],
      ["rename #typo Planning", ["All meetings", "Create #typo"], { subject: "Planning" }],
      [
        "invite bo@contoso.com #typo",
        ["All meetings", "Create #typo"],
        { participants: expect.anything() },
      ],
    ])("%s asks, and keeps the request", async (text, titles, body) => {
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toBe("There’s no #typo.");
      expect(titlesOf(sent[0])).toEqual(titles);
      const pressed = await app.turn(press(sent[0], "Create #typo"));
      expect(createdIn(pressed.graphRequests)).toMatchObject([body]);
    });

    test.each([
      "cancel #typo",
      "please cancel #typo",
      "options #typo",
      "invite #typo",
      "uninvite #typo",
      "uninvite bo@contoso.com #typo",
      "when is the #typo meeting?",
    ])("%s never offers to create it", async (text) => {
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toBe("There’s no #typo.");
      expect(titlesOf(sent[0])).toEqual(["All meetings"]);
    });

    test.each([
      ["cancel #desgin", "cancel #design", "Cancel “Sketches”?"],
      ["options ＃DESGIN", "options #design", "Meeting options"],
      ["please rename #desing Planning", "please rename #design Planning", "Renamed by"],
      ["uninvite bo@contoso.com #dsign", "uninvite bo@contoso.com #design", "isn’t invited"],
      ["new #desgin", "new #design", "Create a new link for “Sketches”?"],
    ])("%s is offered for the room with the nearest name", async (text, meant, done) => {
      await say("meet #design Sketches");
      const { sent } = await say(text);
      expect(textOf(cardOf(sent[0]))).toMatch(/^There’s no #\w+\.\nDid you mean “.+”\?$/);
      expect(textOf(cardOf(sent[0]))).toContain(`“${meant}”`);
      expect(titlesOf(sent[0])[0]).toBe("Yes");
      const { sent: corrected } = await app.turn(press(sent[0], "Yes"));
      expect(textOf(cardOf(corrected[0]))).toContain(done);
    });

    test("move keeps the day of the meeting in the room with the nearest name", async () => {
      await say("meet #design Sketches on 27 November 3pm");
      const { sent } = await say("move to 4pm #desgin");
      const { graphRequests } = await app.turn(press(sent[0], "Yes"));
      expect(changesIn(graphRequests)).toMatchObject([
        { body: { startDateTime: "2026-11-27T15:00:00.000Z" } },
      ]);
    });
  });
});
