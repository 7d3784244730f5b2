/** What is said to one person alone. */
export const privately = {
  privately: {},
};
