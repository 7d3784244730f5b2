/** What asks a person to sign in. */
export interface SignInCardData {
  text: string;
  button: string;
  /** Our page, for whoever has to consent, and where Teams has no token to hand out. */
  startUrl: string;
  /** Whose tokens Teams hands out (`api://botid-…`), and by which id it hands one out to us. */
  exchange?: { id: string; uri: string };
}

/**
 * The content of an OAuthCard. No connection of Azure's token service is named, so Teams' token comes to us.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code
 */
export function toSignInCard({ text, button, startUrl, exchange }: SignInCardData) {
  return {
    text,
    connectionName: "",
    buttons: [{ type: "signin", title: button, text: button, value: startUrl }],
    ...(exchange && { tokenExchangeResource: exchange }),
  };
}
