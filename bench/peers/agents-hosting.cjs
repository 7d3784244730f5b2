// The least that a bot on the Microsoft 365 Agents SDK has to do. Without a client id, its authentication is off.
const { ActivityHandler, CloudAdapter } = require("@microsoft/agents-hosting");
const { readReply, serve } = require("./serve.cjs");

const reply = readReply();

class Bot extends ActivityHandler {
  async onAdaptiveCardInvoke() {
    return reply;
  }
}

const adapter = new CloudAdapter();
const bot = new Bot();
serve((request, response) => adapter.process(request, response, (context) => bot.run(context)));
