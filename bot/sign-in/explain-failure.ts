import type { Messages } from "../locales/messages";

type Failure = keyof Messages["signIn"]["failures"];

/** https://microsoft.github.io/teams-sdk/teams/user-authentication/troubleshooting-sso */
const FAILURES: Readonly<Record<string, Failure>> = {
  installappfailed: "notInstalled",
  installedappnotfound: "notInstalled",
  resourcematchfailed: "notAccepted",
  oauthcardnotvalid: "notAccepted",
};

/** Explains why Teams couldn't sign someone in, by Teams' own code. */
export function toFailureText(code: string, { signIn }: Messages): string {
  return signIn.failures[FAILURES[code] ?? "other"];
}
