/** A host name or IP address with an optional port. What else a client may send in Host must not come back in links. */
const hostPattern =
  /^(?:[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

interface Site {
  SITE_URL?: string | undefined;
  PORT: number;
}

/** What absolute links begin with: the site's address where it is set, else the host that the client asked. */
export function baseAddress(site: Site, host: string | null): string {
  if (site.SITE_URL !== undefined) return site.SITE_URL;
  return `http://${host !== null && hostPattern.test(host) ? host : `localhost:${site.PORT}`}`;
}
