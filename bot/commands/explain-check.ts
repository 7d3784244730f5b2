import type { CheckResult, CheckValues } from "../../src/meetings/ports/check-report";
import type { CheckRow } from "../cards/check-card";
import type { Messages } from "../locales/messages";

/** What a part of the set-up is like, in the words of a reader. */
export function explainCheck(result: CheckResult, { check }: Messages): CheckRow {
  const values: CheckValues = { ...NO_VALUES, ...result.values };
  const { status } = result;
  const row = { status, name: check.names[result.id] };
  switch (result.status) {
    case "ok":
      return { ...row, message: say(check.ok[result.code], values), copy: [] };
    case "fault": {
      const { is, fix } = check.wrong[result.code];
      return { ...row, message: say(is, values), fix, copy: result.copy ?? [] };
    }
    case "skipped": {
      const ground = result.ground ? check.names[result.ground] : "";
      return { ...row, message: say(check.left[result.code], { ...values, ground }), copy: [] };
    }
  }
}

const NO_VALUES: CheckValues = {
  appId: "",
  tenantId: "",
  user: "",
  host: "",
  url: "",
  location: "",
  store: "",
  file: "",
  version: "",
  foundVersion: "",
  date: "",
  seconds: "",
  status: "",
  code: "",
  reason: "",
};

function say<V>(words: string | ((values: V) => string), values: V): string {
  return typeof words === "string" ? words : words(values);
}
