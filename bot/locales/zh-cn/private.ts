import type { privately as english } from "../en/private";

export const privately: typeof english = {
  privately: {},
};
