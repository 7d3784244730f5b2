import { CONTEXTS, line, read, type Language } from "./typed";

// Parsed on Wednesday, 18 November 2026 at 10:00 local time.
describe("filler words", () => {
  test.each<[Language, string, string]>([
    ["en", "Review please tomorrow 3pm", "Review | 2026-11-19 15:00"],
    ["en", "tomorrow 3pm Review please", "Review | 2026-11-19 15:00"],
    ["en", "tomorrow 3pm sharp, please", "| 2026-11-19 15:00"],
    ["en", "3pm sharp tomorrow", "| 2026-11-19 15:00"],
    ["en", "tomorrow at exactly 3pm", "| 2026-11-19 15:00"],
    ["fr", "Revue demain 15h svp", "Revue | 2026-11-19 15:00"],
    ["fr", "Point demain s'il te plaît à 15h", "Point | 2026-11-19 15:00"],
    ["fr", "Revue demain à 15h s’il vous plaît", "Revue | 2026-11-19 15:00"],
    ["fr", "demain 15h pile", "| 2026-11-19 15:00"],
    ["ru", "Обзор, пожалуйста, завтра в 15:00", "Обзор | 2026-11-19 15:00"],
    ["ru", "Обзор завтра ровно в 15:00", "Обзор | 2026-11-19 15:00"],
    ["ru", "завтра в 15:00 ровно", "| 2026-11-19 15:00"],
    ["ja", "明日15時からレビューお願いします", "レビュー | 2026-11-19 15:00"],
    ["ja", "レビューを明日15時でお願いします", "レビュー | 2026-11-19 15:00"],
    ["ja", "明日15時ちょうどにレビュー", "レビュー | 2026-11-19 15:00"],
    ["zh", "请明天下午3点评审", "评审 | 2026-11-19 15:00"],
    ["zh", "明天下午3点请评审", "评审 | 2026-11-19 15:00"],
  ])("%s: parses %j as %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });

  test.each<[Language, string, string]>([
    ["en", "please", "please"],
    ["en", "say please", "say please"],
    ["en", "Look sharp tomorrow 3pm", "Look sharp | 2026-11-19 15:00"],
    ["en", "Please the crowd and win tomorrow 3pm", "Please the crowd and win | 2026-11-19 15:00"],
    ["fr", "demain 15h Pile ou face", "Pile ou face | 2026-11-19 15:00"],
    ["fr", "Pile de livres demain 15h", "Pile de livres | 2026-11-19 15:00"],
    ["zh", "申请 明天3点", "申请 | 2026-11-19 15:00"],
    ["zh", "明天请假 15:00", "请假 | 2026-11-19 15:00"],
  ])("%s: keeps the words of the subject in %j: %j", (language, text, expected) => {
    expect(line(text, CONTEXTS[language])).toBe(expected);
  });

  test("are removed next to a person", () => {
    const { topic, people } = read("Review @Ana please");
    expect(topic).toBe("Review");
    expect(people).toHaveLength(1);
  });
});
