import type * as Msal from "@azure/msal-node";

let msal: typeof Msal | undefined;

/** MSAL, which loads with the first token: no server needs one to start. */
export function loadMsal(): typeof Msal {
  msal ??= load();
  return msal;
}

function load(): typeof Msal {
  return require("@azure/msal-node");
}
