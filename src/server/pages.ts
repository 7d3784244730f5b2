import { join } from "node:path";
import express, { type Express, type Request } from "express";
import helmet from "helmet";
import { DELEGATED_PERMISSION } from "../auth/user-grants";
import { LINK_PATH } from "../meetings/tokens/meeting-link";
import { AUTH_END_PATH } from "../page/sign-in-state";
import type { HttpSettings } from "./create-http-app";
import {
  createMeetingLinkPage,
  type LinkPageTexts,
  type MeetingLinkPageDeps,
} from "./meeting-link-page";
import { createSignInPages, type SignInPagesDeps, type SignInPageTexts } from "./sign-in-pages";

export interface PageParts extends Pick<
  MeetingLinkPageDeps,
  "openLink" | "findReferred" | "describeMeeting" | "now" | "log"
> {
  /** Whether people sign in with their own accounts, and so need the sign-in pages. */
  hasSignIn: boolean;
  /** Language tags to choose from by `Accept-Language`. */
  languages: readonly string[];
  /** The texts in one of the languages; the default language's texts for any other tag. */
  messagesFor: (language: string) => LinkPageTexts & SignInPageTexts;
  /** The built scripts of the sign-in pages. Default: `page/`, next to the built program. */
  scriptFolder?: string;
}

/** The pages that people open, and the answer for all other paths, with helmet's security headers. */
export function createPages(config: HttpSettings, parts: PageParts): Express {
  const toTexts = (request: Request) =>
    parts.messagesFor(request.acceptsLanguages([...parts.languages]) || "");
  const pages = express();
  pages.use(helmet());
  const { linkOrigin, cloud } = config;
  const { meetingHosts } = cloud;
  pages.use(LINK_PATH, createMeetingLinkPage({ ...parts, linkOrigin, meetingHosts, toTexts }));
  if (parts.hasSignIn) {
    pages.use(
      createSignInPages({
        ...parts,
        settings: toSignInSettings(config),
        scriptFolder: parts.scriptFolder ?? join(__dirname, "page"),
        toTexts,
      }),
    );
  }
  pages.use((_request, response) => {
    response.status(404).json({ error: "There is nothing here." });
  });
  return pages;
}

function toSignInSettings({
  botIdentity,
  cloud,
  credential,
  linkOrigin,
}: HttpSettings): SignInPagesDeps["settings"] {
  const tenant = botIdentity.kind === "off" ? "organizations" : botIdentity.tenantId;
  return {
    authorizeUrl: `${cloud.loginOrigin}/${tenant}/oauth2/v2.0/authorize`,
    clientId: credential.clientId,
    scope: `openid profile offline_access ${cloud.graphOrigin}/${DELEGATED_PERMISSION}`,
    redirectUri: linkOrigin + AUTH_END_PATH,
  };
}
