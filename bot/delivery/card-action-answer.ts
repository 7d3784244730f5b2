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
      return { statusCode: 200, type: CARD_TYPE, value: reply.card };
    case "sign-in":
      return {
        statusCode: 401,
        type: "application/vnd.microsoft.activity.loginRequest",
        value: toSignInCard(reply.card),
      };
    case "error":
      if (SIGN_IN_FAILURES.has(reply.code)) {
        return {
          statusCode: 412,
          type: "application/vnd.microsoft.error.preconditionFailed",
          value: { code: "412", message: reply.text },
        };
      }
      return {
        statusCode: 400,
        type: "application/vnd.microsoft.error",
        value: { code: reply.code, message: reply.text },
      };
  }
}

/** Teams treats these as a failure of the sign-in that it sent with the button. */
const SIGN_IN_FAILURES = new Set(["sign_in_refused", "consent_missing"]);

const CARD_TYPE = "application/vnd.microsoft.card.adaptive";
