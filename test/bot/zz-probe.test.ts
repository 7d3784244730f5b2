import { ada, bo, message } from "../support/activities";
import { cardOf, cardOfAnswer, textOf } from "../support/cards";
import { press } from "../support/press";
import { startApp } from "../support/start-app";
it("p", async () => {
  const app = await startApp();
  await app.turn(message("meet Sprint review", { from: ada }));
  app.cloud.settings.unlicensedUsers = [ada.aadId];
  const a = await app.turn(message("rename Demo", { from: bo }));
  app.cloud.settings.unlicensedUsers = [];
  const c = await app.turn(message("cancel", { from: ada }));
  const d = await app.turn(press(c.sent[0], "Cancel meeting"));
  const e = await app.turn(press(d.sent[0], "Start again"));
  const f = await app.turn(message("rename x here", { from: bo }));
  throw new Error([textOf(cardOf(a.sent[0])), textOf(cardOfAnswer(e.answer)), textOf(cardOf(f.sent[0]))].join("\n---\n"));
});
