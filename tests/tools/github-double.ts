import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { findFreePort } from './free-port';

/** Where the site sends people on GitHub; a browser test has to answer it. */
export const GITHUB_AUTHORIZE = 'https://github.com/login/oauth/authorize';

/** The code that the double exchanges for a token. */
export const GITHUB_CODE = 'a-code-of-github';

export interface GithubDouble {
  /** The settings with which the site offers to sign in with GitHub, and asks this server instead of it. */
  settings: Record<string, string>;
  /** What it says about the person who signs in. */
  profile: Record<string, unknown>;
  /** What the site has sent to exchange a code, newest last. */
  exchanges: URLSearchParams[];
}

/**
 * Plays the two hosts of GitHub that the site asks, while `use` works with it. Their addresses are fixed in better-auth, so the site is
 * started with a `fetch` that asks this server instead.
 */
export async function withGithubDouble(use: (double: GithubDouble) => Promise<void>) {
  const port = await findFreePort();
  const double: GithubDouble = {
    settings: {
      ...{ GITHUB_CLIENT_ID: 'packgrid', GITHUB_CLIENT_SECRET: 'a secret of the site' },
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(replaceFetch(port))}`,
    },
    profile: {},
    exchanges: [],
  };
  const server = createServer((request, response) => {
    void answer(double, request).then((found) => {
      response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(found ?? { message: 'Not Found' }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  try {
    await use(double);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** As the API does, its errors of exchanges have the status 200. */
async function answer({ profile, exchanges }: GithubDouble, request: IncomingMessage) {
  if (request.url === '/github.com/login/oauth/access_token') {
    const form = new URLSearchParams(await text(request));
    exchanges.push(form);
    return form.get('code') === GITHUB_CODE
      ? { access_token: 'gho_secret', token_type: 'bearer', scope: '' }
      : { error: 'bad_verification_code' };
  }
  const isKnown = request.headers.authorization === 'Bearer gho_secret';
  return request.url === '/api.github.com/user' && isKnown ? profile : undefined;
}

const replaceFetch = (port: number) => `
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const isGithub = /^(api\\.)?github\\.com$/.test(url.hostname);
    return isGithub
      ? real('http://127.0.0.1:${port}/' + url.hostname + url.pathname, init)
      : real(input, init);
  };
`;
