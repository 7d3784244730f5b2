import { MAX_PEOPLE, parseRequest } from "../../src/request/parse-request";
import { namesOf, parse, read, WEDNESDAY } from "./typed";

function understood(text: string) {
  const { topic, people } = read(text);
  return [topic, ...namesOf(people)];
}

describe("a list of attendees", () => {
  test.each([
    ["Review with @Ana", ["Review", "Ana"]],
    ["Review with @Ana and @Bo", ["Review", "Ana", "Bo"]],
    ["Review with @Ana, @Bo and @Cleo", ["Review", "Ana", "Bo", "Cleo"]],
    ["Review with @Ana @Bo", ["Review", "Ana", "Bo"]],
    ["with @Ana and @Bo Review", ["Review", "Ana", "Bo"]],
    ["@Ana @Bo Review", ["Review", "Ana", "Bo"]],
    ["@Ana, @Bo: Review", ["Review", "Ana", "Bo"]],
    ["Review @Ana @Bo", ["Review", "Ana", "Bo"]],
    ["Review with @Ana tomorrow 3pm with @Bo", ["Review", "Ana", "Bo"]],
    ["Review with @Ana at 3pm and @Bo", ["Review", "Ana", "Bo"]],
    ["Review #design with @Ana and @Bo", ["Review", "Ana", "Bo"]],
    ["Review with @Ana in the big hall", ["Review in the big hall", "Ana"]],
    ["Revue avec @Ana et @Bo", ["Revue", "Ana", "Bo"]],
    ["Обзор с @Ana и @Bo", ["Обзор", "Ana", "Bo"]],
    ["Обзор вместе с @Ana", ["Обзор", "Ana"]],
    ["@Ana と @Bo レビュー", ["レビュー", "Ana", "Bo"]],
    ["@Anaさんと@Bo さん レビュー", ["レビュー", "Ana", "Bo"]],
    ["レビュー @Ana と", ["レビュー", "Ana"]],
    ["和 @Ana @Bo 评审", ["评审", "Ana", "Bo"]],
    ["评审 跟 @Ana 一起", ["评审", "Ana"]],
    ["和@Ana讨论设计", ["讨论设计", "Ana"]],
  ])("%j adds everyone, and keeps the subject", (text, expected) => {
    expect(understood(text)).toEqual(expected);
  });

  test.each([
    ["Review of @Ana's draft", ["Review of Ana's draft", "Ana"]],
    ["@Ana's draft", ["Ana's draft", "Ana"]],
    ["Review of @Ana", ["Review of Ana", "Ana"]],
    ["Interview for @Ana tomorrow 3pm", ["Interview for Ana", "Ana"]],
    ["Sync between @Ana and @Bo", ["Sync between Ana and Bo", "Ana", "Bo"]],
    ["Does @Ana agree", ["Does Ana agree", "Ana"]],
    ["Review with @Ana and Bob", ["Review with Ana and Bob", "Ana"]],
    ["Entretien de @Ana", ["Entretien de Ana", "Ana"]],
    ["@Anaの設計", ["Anaの設計", "Ana"]],
    ["@Ana的设计", ["Ana的设计", "Ana"]],
  ])("%j keeps the name in the subject", (text, expected) => {
    expect(understood(text)).toEqual(expected);
  });

  test("adds each person once, with their role", () => {
    expect(understood("Review with @Ana as presenter and @Bo and @Ana")).toEqual([
      "Review",
      "Ana presenter",
      "Bo",
    ]);
  });

  test("uses a person's last role", () => {
    expect(understood("with @Ana and @Bo and @Ana as presenter")).toEqual([
      "",
      "Ana presenter",
      "Bo",
    ]);
  });

  test("keeps the ids that Teams sends", () => {
    const ana = { mentionId: "29:ana", name: "Ana", aadId: "0d7c2a5e-0000-0000-0000-000000000001" };
    const parsed = parseRequest(["Review with ", ana], WEDNESDAY);
    expect(parsed).toMatchObject({ ok: true, request: { people: [{ kind: "mention", ...ana }] } });
  });
});

describe("a role", () => {
  test.each([
    ["with @Ana as presenter", ["", "Ana presenter"]],
    ["with @Ana as a co-organizer", ["", "Ana coorganizer"]],
    ["with @Ana as coorganiser", ["", "Ana coorganizer"]],
    ["with @Ana (presenter) and @Bo (co-organizer)", ["", "Ana presenter", "Bo coorganizer"]],
    ["with @Ana and @Bo as presenter", ["", "Ana", "Bo presenter"]],
    ["with @Ana and @Bo as presenters", ["", "Ana presenter", "Bo presenter"]],
    ["with @Ana, @Bo and @Cy as presenters", ["", "Ana presenter", "Bo presenter", "Cy presenter"]],
    ["with @Ana and @Bo (presenters) and @Cy", ["", "Ana presenter", "Bo presenter", "Cy"]],
    [
      "with @Ana and bo@contoso.com as co-organizers",
      ["", "Ana coorganizer", "bo@contoso.com coorganizer"],
    ],
    [
      "with @Ana as co-organizer, @Bo and @Cy as presenters",
      ["", "Ana coorganizer", "Bo presenter", "Cy presenter"],
    ],
    [
      "Review of @Ana's draft with @Bo and @Cy as presenters",
      ["Review of Ana's draft", "Ana", "Bo presenter", "Cy presenter"],
    ],
    ["avec @Ana et @Bo comme présentateurs", ["", "Ana presenter", "Bo presenter"]],
    ["avec @Ana et @Bo comme présentateurs·rices", ["", "Ana presenter", "Bo presenter"]],
    ["с @Ana и @Bo как докладчики", ["", "Ana presenter", "Bo presenter"]],
    ["с @Ana и @Bo в качестве докладчиков", ["", "Ana presenter", "Bo presenter"]],
    ["с @Ana и @Bo в качестве соорганизаторов", ["", "Ana coorganizer", "Bo coorganizer"]],
    ["с @Ana и @Bo как выступающим", ["", "Ana", "Bo presenter"]],
    ["@Anaと@Boを発表者として レビュー", ["レビュー", "Ana presenter", "Bo presenter"]],
    ["@Ana、@Bo (発表者) レビュー", ["レビュー", "Ana", "Bo presenter"]],
    ["评审 和@Ana和@Bo作为演示者", ["评审", "Ana presenter", "Bo presenter"]],
    ["Review with @Ana as presenter tomorrow 3pm", ["Review", "Ana presenter"]],
    ["avec @Ana comme présentatrice", ["", "Ana presenter"]],
    ["avec @Ana comme présentateur", ["", "Ana presenter"]],
    ["avec @Ana comme présentateur·rice", ["", "Ana presenter"]],
    ["avec @Ana en tant que coorganisateur", ["", "Ana coorganizer"]],
    ["avec @Ana comme co-organisatrice et @Bo", ["", "Ana coorganizer", "Bo"]],
    ["@Ana を発表者として レビュー", ["レビュー", "Ana presenter"]],
    ["@Anaさんを共同開催者として レビュー", ["レビュー", "Ana coorganizer"]],
    ["с @Ana как докладчик", ["", "Ana presenter"]],
    ["с @Ana как выступающий и @Bo", ["", "Ana presenter", "Bo"]],
    ["с @Ana как соорганизатор", ["", "Ana coorganizer"]],
    ["с @Ana в качестве соорганизатора", ["", "Ana coorganizer"]],
    ["@Ana 作为演示者", ["", "Ana presenter"]],
    ["@Ana作为主讲人 评审", ["评审", "Ana presenter"]],
    ["@Ana 作为共同组织者", ["", "Ana coorganizer"]],
    ["@Ana 作为联合组织者 @Bo", ["", "Ana coorganizer", "Bo"]],
    ["ana@contoso.com as presenter", ["", "ana@contoso.com presenter"]],
  ])("in %j belongs to the person before it", (text, expected) => {
    expect(understood(text)).toEqual(expected);
  });
});

describe("a typed address", () => {
  test.each([
    ["Review with Ana.Bo@Contoso.com", ["Review", "ana.bo@contoso.com"]],
    [
      "Review with ana@contoso.com, bo@contoso.com",
      ["Review", "ana@contoso.com", "bo@contoso.com"],
    ],
    ["Review with <ana@contoso.com>", ["Review", "ana@contoso.com"]],
    ["Review with ana@contoso.com.", ["Review.", "ana@contoso.com"]],
    ["Review with a_b.com#EXT#@contoso.com", ["Review", "a_b.com#ext#@contoso.com"]],
    ["Review of ANA@contoso.com's draft", ["Review of ANA@contoso.com's draft", "ana@contoso.com"]],
    ["ana@contoso.comと レビュー", ["レビュー", "ana@contoso.com"]],
    ["Review with ANA@contoso.com and ana@contoso.com", ["Review", "ana@contoso.com"]],
    ["Review with ana@contoso", ["Review with ana@contoso"]],
    ["Review @contoso.com", ["Review @contoso.com"]],
    ["Read https://ana@contoso.com/x", ["Read https://ana@contoso.com/x"]],
  ])("parses %j as %j", (text, expected) => {
    expect(understood(text)).toEqual(expected);
  });
});

function addresses(count: number): string {
  return Array.from({ length: count }, (_, index) => `p${index}@contoso.com`).join(", ");
}

describe("the number of people", () => {
  test(`can be ${MAX_PEOPLE}`, () => {
    expect(read(`Review with ${addresses(MAX_PEOPLE)}`).people).toHaveLength(MAX_PEOPLE);
  });

  test("is part of the problem if it is too high", () => {
    expect(parse(`Review with ${addresses(MAX_PEOPLE + 1)}`)).toEqual({
      ok: false,
      problem: { reason: "too-many-people", count: 51, maxPeople: 50 },
    });
  });
});
