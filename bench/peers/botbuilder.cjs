// The least that a bot on botbuilder has to do: https://github.com/microsoft/BotBuilder-Samples, 02.echo-bot
const {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsActivityHandler,
} = require("botbuilder");
const { readReply, serve } = require("./serve.cjs");

const reply = readReply();

class Bot extends TeamsActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
      await next();
    });
  }

  async onAdaptiveCardInvoke() {
    return reply;
  }
}

// Without an app id, botbuilder's authentication is off.
const { BOT_ID, BOT_PASSWORD, TENANT_ID } = process.env;
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    BOT_ID
      ? {
          MicrosoftAppType: "SingleTenant",
          MicrosoftAppId: BOT_ID,
          MicrosoftAppPassword: BOT_PASSWORD,
          MicrosoftAppTenantId: TENANT_ID,
        }
      : {},
  ),
);
const bot = new Bot();
serve((request, response) => adapter.process(request, response, (context) => bot.run(context)));
