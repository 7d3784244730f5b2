import type { RequestListener } from "node:http";
import { join } from "node:path";
import express, { type Request } from "express";
import helmet from "helmet";
import { DELEGATED_PERMISSION } from "../auth/user-grants";
import type { AppCredential, BotIdentity } from "../auth/app-credential";
import type { Cloud } from "../clouds";
import { LINK_PATH } from "../meetings/tokens/meeting-link";
import { AUTH_END_PATH } from "../page/sign-in-state";
import {
  createMeetingLinkPage,
  type LinkPageTexts,
  type MeetingLinkPageDeps,
} from "./meeting-link-page";
import { createMessagesEndpoint, type MessagesEndpointDeps } from "./messages-endpoint";
import { createSignInPages, type SignInPagesDeps, type SignInPageTexts } from "./sign-in-pages";

/** The setup check looks for this name in the health response. */
const PROGRAM = "rendezvous";

interface HttpSettings {
  botIdentity: BotIdentity;
  cloud: Pick<Cloud, "loginOrigin" | "graphOrigin" | "meetingHosts">;
  credential: Pick<AppCredential, "clientId">;
  /** Where our links lead: `https://rendezvous.contoso.com`. */
  linkOrigin: string;
}

interface HttpParts
  extends Pick<MeetingLinkPageDeps, "openLink" | "findReferred">, MessagesEndpointDeps {
  isStopping: () => boolean;
  /** Of the program, for `/healthz`. */
  version?: string;
  /** Whether people sign in with their own accounts, and so need the sign-in pages. */
  hasSignIn: boolean;
  /** Language tags to choose from by `Accept-Language`. */
  languages: readonly string[];
  /** The texts in one of the languages; the default language's texts for any other tag. */
  messagesFor: (language: string) => LinkPageTexts & SignInPageTexts;
  /** The built scripts of the sign-in pages. Default: `page/`, next to the built program. */
  scriptFolder?: string;
}

/**
 * The whole HTTP server. Activities go from `node:http` straight to their handler, for speed. Express serves
 * the pages and the rest, with helmet's security headers.
 */
export function createHttpApp(config: HttpSettings, parts: HttpParts): RequestListener {
  const { log } = parts;
  const messages = createMessagesEndpoint(parts);
  const toTexts = (request: Request) =>
    parts.messagesFor(request.acceptsLanguages([...parts.languages]) || "");
  const pages = express();
  pages.use(helmet());
  pages.get("/healthz", (_request, response) => {
    const isStopping = parts.isStopping();
    const status = isStopping ? "stopping" : "ok";
    response
      .status(isStopping ? 503 : 200)
      .json({ status, program: PROGRAM, version: parts.version });
  });
  const { meetingHosts } = config.cloud;
  pages.use(LINK_PATH, createMeetingLinkPage({ ...parts, meetingHosts, toTexts }));
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

  return (request, response) => {
    if (request.url?.split("?")[0] !== "/api/messages") pages(request, response);
    else {
      messages(request, response).catch((error: unknown) => {
        log.error({}, "couldn't answer a request", error);
        response.destroy();
      });
    }
  };
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
