import { toGraphPath } from "../../src/graph/graph-client";

test.each([
  ["a page of Graph", "https://graph.microsoft.com/v1.0/subscriptions?$skiptoken=a", true],
  ["another host", "https://evil.example/v1.0/subscriptions?$skiptoken=a", true],
  ["an address that continues the host", "mailto:@evil.example/x", false],
  ["data that continues the host", "data:.evil.example/x", false],
  ["no link", undefined, false],
  ["a path", "/v1.0/subscriptions", false],
])("the next page after %s is asked of Graph, or there's none", (_, nextLink, isPage) => {
  expect(toGraphPath(nextLink)).toBe(isPage ? "/v1.0/subscriptions?$skiptoken=a" : undefined);
});
