import type * as Msal from "@azure/msal-node";

/** MSAL, which loads with the first token: no server needs one to start. Node keeps it from then on. */
export function loadMsal(): typeof Msal {
  return require("@azure/msal-node");
}
