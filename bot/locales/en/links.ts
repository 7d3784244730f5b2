/** What is said of links to meetings. */
export const links = {
  links: {},
};
