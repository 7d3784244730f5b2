import { toSignInCard } from "../cards/sign-in-card";
import type { SentReply } from "../reply";

/** The response to a button: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
export interface CardActionAnswer {
  statusCode: number;
  type: string;
  value: object;
}

export function toCardActionAnswer(reply: SentReply): CardActionAnswer {
  switch (reply.kind) {
    case "card":
      return toAnswer(200, "card.adaptive", reply.card);
    case "sign-in":
      return toAnswer(401, "activity.loginRequest", toSignInCard(reply.card));
    case "error": {
      const { code, text: message } = reply;
      return SIGN_IN_FAILURES.has(code)
        ? toAnswer(412, "error.preconditionFailed", { code: "412", message })
        : toAnswer(400, "error", { code, message });
    }
  }
}

/** Teams treats these as a failure of the sign-in that it sent with the button. */
const SIGN_IN_FAILURES = new Set(["sign_in_refused", "consent_missing"]);

function toAnswer(statusCode: number, type: string, value: object): CardActionAnswer {
  return { statusCode, type: `application/vnd.microsoft.${type}`, value };
}
