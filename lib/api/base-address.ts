/** A host name or IP address with an optional port; anything else in a Host header must not end up in links. */
const hostPattern =
  /^(?:[a-z0-9_](?:[a-z0-9._-]{0,252}[a-z0-9_.])?|\[[0-9a-f:.]{2,45}\])(?::\d{0,5})?$/i;

/** Normalizes a Host header, dropping the default http port. Returns undefined if it is invalid, such as `x:99999`. */
export function readHost(text: string): string | undefined {
  const url = `http://${text}`;
  return hostPattern.test(text) && URL.canParse(url) ? new URL(url).host : undefined;
}

interface Site {
  SITE_URL?: string | undefined;
  PORT: number;
}

/** Base URL of absolute links: SITE_URL if set, otherwise the requested host. */
export function baseAddress(site: Site, host: string | null): string {
  if (site.SITE_URL !== undefined) return site.SITE_URL;
  return `http://${(host === null ? undefined : readHost(host)) ?? `localhost:${site.PORT}`}`;
}
