import { toCardText } from "../cards/elements/card-text";
import { toSignInCard } from "../cards/sign-in-card";
import type { SentReply } from "../reply";

/** The JSON of the response to a button: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
export function toCardActionAnswer(reply: SentReply): string {
  switch (reply.kind) {
    case "card":
      return toAnswer(200, "card.adaptive", toCardText(reply.card));
    case "sign-in":
      return toAnswer(401, "activity.loginRequest", JSON.stringify(toSignInCard(reply.card)));
    case "error": {
      const { code, text: message } = reply;
      return SIGN_IN_FAILURES.has(code)
        ? toAnswer(412, "error.preconditionFailed", JSON.stringify({ code: "412", message }))
        : toAnswer(400, "error", JSON.stringify({ code, message }));
    }
  }
}

/** Teams treats these as a failure of the sign-in that it sent with the button. */
const SIGN_IN_FAILURES = new Set(["sign_in_refused", "consent_missing"]);

function toAnswer(statusCode: number, type: string, valueText: string): string {
  return `{"statusCode":${statusCode},"type":"application/vnd.microsoft.${type}","value":${valueText}}`;
}
