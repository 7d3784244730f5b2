import { LRUCache } from "lru-cache";
import type { PolicySpec } from "./policies";
import { createPolicy, type Policy, type PolicyDeps, type ReadFailure } from "./policy";

/** Teams has a service URL for each region and cloud, and some contain the tenant. */
const MAX_SERVICE_URLS = 50;

/** One policy for each service URL of Teams, so that a region that fails doesn't stop the others. */
export function createPolicyByServiceUrl(
  spec: PolicySpec,
  deps: PolicyDeps,
  readFailure: ReadFailure,
): (serviceUrl: string) => Policy {
  const policies = new LRUCache<string, Policy>({ max: MAX_SERVICE_URLS });

  return function findPolicy(serviceUrl) {
    const known = policies.get(serviceUrl);
    if (known) return known;
    const policy = createPolicy(spec, deps, readFailure);
    policies.set(serviceUrl, policy);
    return policy;
  };
}
