/** Addresses that become code in a worker. Under Trusted Types only this policy makes them, and only of this site's own. */

interface Policy {
  createScriptURL(url: string): string;
}

/** Browsers of today have it, TypeScript's library not yet. */
declare const trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined;

const rules: Policy = {
  createScriptURL(url) {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError(`Not of this site: ${url}`);
    return url;
  },
};

/** Named in the content security policy. */
const policy = typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('wenku', rules);

export function scriptAddress(url: string): string {
  return policy.createScriptURL(url);
}
