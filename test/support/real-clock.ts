/**
 * The real time, for MSAL, botbuilder and TLS, which use their own clocks. Tests with it must not depend on how long
 * anything takes.
 */
export const realNow = () => new Date();
