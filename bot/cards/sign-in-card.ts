/** Asks a person to sign in. */
export interface SignInCardData {
  text: string;
  button: string;
  /** Our sign-in page, for people who have to consent and clients that can't hand out a token. */
  startUrl: string;
  /** The app that Teams hands out tokens for (`api://botid-…`), and the id of the exchange. */
  exchange?: { id: string; uri: string };
}

/**
 * The content of an OAuthCard. Without a connection name, Teams sends the token to us and not to Azure's token service.
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
