import { testOnOwnSite } from './own-site';

/** Tests that write. They share a separate site, which has what other tests have written before. */
export const test = testOnOwnSite({
  settings: { RATE_LIMIT: '0', REQUEST_LOG: 'off', WORKERS: '1' },
});
