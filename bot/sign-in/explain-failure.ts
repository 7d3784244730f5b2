import type { Messages } from "../locales/messages";

type Failure = keyof Messages["signIn"]["failures"];

/** https://microsoft.github.io/teams-sdk/teams/user-authentication/troubleshooting-sso */
const FAILURES: Readonly<Record<string, Failure>> = {
  installappfailed: "notInstalled",
  installedappnotfound: "notInstalled",
  resourcematchfailed: "notAccepted",
  oauthcardnotvalid: "notAccepted",
};

/** What a person is told whom Teams could not sign in, by the code that Teams gives. */
export function toFailureText(code: string, { signIn }: Messages): string {
  return signIn.failures[FAILURES[code] ?? "other"];
}
