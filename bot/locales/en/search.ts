/** What is said of meetings that are looked for. */
export const search = {
  search: {},
};
