import { JsonBytes } from "../../src/json-bytes";
import { toCardBytes } from "../cards/elements/card-bytes";
import { toSignInCard } from "../cards/sign-in-card";
import type { SentReply } from "../reply";

/** The JSON of the response to a button: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
export function toCardActionAnswer(reply: SentReply): JsonBytes {
  switch (reply.kind) {
    case "card":
      return toAnswer(200, "card.adaptive", toCardBytes(reply.card));
    case "sign-in":
      return toAnswer(401, "activity.loginRequest", JsonBytes.of(toSignInCard(reply.card)));
    case "error": {
      const { code, text: message } = reply;
      return SIGN_IN_FAILURES.has(code)
        ? toAnswer(412, "error.preconditionFailed", JsonBytes.of({ code: "412", message }))
        : toAnswer(400, "error", JsonBytes.of({ code, message }));
    }
  }
}

/** Teams treats these as a failure of the sign-in that it sent with the button. */
const SIGN_IN_FAILURES = new Set(["sign_in_refused", "consent_missing"]);

function toAnswer(statusCode: number, type: string, value: JsonBytes): JsonBytes {
  const start = `{"statusCode":${statusCode},"type":"application/vnd.microsoft.${type}","value":`;
  return JsonBytes.join(start, value, "}");
}
