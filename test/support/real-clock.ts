/**
 * The real time, for what a library compares with its own clock: MSAL, botbuilder and TLS. A test that needs it never
 * expects anything to happen soon.
 */
export const realNow = () => new Date();
