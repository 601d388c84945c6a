import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider, { interactionPolicy, type Configuration } from 'oidc-provider';
import { findFreePort } from './free-port';

/** What the provider says about a person, by the text they sign in with. */
type ClaimsOf = (subject: string) => Record<string, string>;

export interface OpenIdProvider {
  issuer: string;
  /** The settings with which the site offers it. */
  settings: Record<string, string>;
  /** Changes what it says about people from now on. */
  describe: (claimsOf: ClaimsOf) => void;
  /** Stops answering, or answers again. */
  setRunning: (isRunning: boolean) => void;
}

/** How the button of the site names it. */
export const PROVIDER_NAME = 'Ghost ID';

const HOUR = 3600;

const CLIENT = { id: 'packgrid', secret: 'a secret of the site' };

/** Runs a real OpenID provider on loopback while `use` works with it. Sites on any port of `localhost` may send people to it. */
export async function withProvider(use: (provider: OpenIdProvider) => Promise<void>) {
  const port = await findFreePort();
  const issuer = `http://localhost:${port}`;
  let claimsOf: ClaimsOf = (subject) => ({ preferred_username: subject });
  let isRunning = true;
  const provider = new Provider(
    issuer,
    configuration((subject) => claimsOf(subject)),
  );
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (!isRunning) request.socket.destroy();
    else if (request.url?.startsWith('/sign-in/') === true) {
      void signIn(provider, request, response);
    } else void answer(request, response);
  });
  await listen(server, port);
  try {
    await use({
      issuer,
      settings: {
        ...{ OIDC_ISSUER: issuer, OIDC_NAME: PROVIDER_NAME },
        ...{ OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret },
      },
      describe: (given) => {
        claimsOf = given;
      },
      setRunning: (given) => {
        isRunning = given;
      },
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve) => {
    server.listen(port, 'localhost', resolve);
  });

/** Its defaults but for what a provider has to have of its own; so the site has to use PKCE and to name its secret in a header. */
const configuration = (claimsOf: ClaimsOf): Configuration => ({
  clients: [
    {
      ...{ client_id: CLIENT.id, client_secret: CLIENT.secret },
      // The port of a native application's address on loopback is not compared (RFC 8252, 7.3).
      application_type: 'native',
      redirect_uris: ['http://localhost/auth/oauth2/callback/oidc'],
    },
  ],
  claims: { openid: ['sub'], profile: ['name', 'nickname', 'preferred_username', 'picture'] },
  cookies: { keys: ['only for tests'] },
  ttl: { AccessToken: HOUR, Grant: HOUR, IdToken: HOUR, Interaction: HOUR, Session: HOUR },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  findAccount: (_, subject) => ({
    accountId: subject,
    claims: () => ({ sub: subject, ...claimsOf(subject) }),
  }),
  interactions: { url: (_, { uid }) => `/sign-in/${uid}`, policy: withoutConsent() },
  loadExistingGrant: async ({ oidc }) => {
    const { provider, client, session } = oidc;
    const grant = new provider.Grant({
      ...(client && { clientId: client.clientId }),
      ...(session?.accountId !== undefined && { accountId: session.accountId }),
    });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});

/** People aren't asked whether the site may know their name, as they would be by a native application. */
function withoutConsent() {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

const PAGE = `<!doctype html><html lang="en"><title>Sign in</title>
<form method="post"><label>Who are you? <input name="subject"></label>
<button>That’s me</button> <button name="cancel" value="yes">Cancel</button></form></html>`;

/** The page on which people say who they are; any name will do. */
async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
    return;
  }
  const form = new URLSearchParams(await text(request));
  const result = form.has('cancel')
    ? { error: 'access_denied', error_description: 'The user has cancelled.' }
    : { login: { accountId: form.get('subject') ?? '' } };
  await provider.interactionFinished(request, response, result);
}
