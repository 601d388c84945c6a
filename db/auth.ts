import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { nextCookies } from 'better-auth/next-js';
import { genericOAuth } from 'better-auth/plugins';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/accounts/password';
import { BANNED } from '@/lib/accounts/sign-in-error';
import { SESSION_COOKIE } from '@/lib/http/session-cookie';
import { settings } from '@/lib/settings';
import { database } from './client';
import { findAccount, freeName } from './queries/accounts';
import { accounts, credentials } from './schema';
import { authSecret, storage } from './state-database';

/** Path of better-auth's endpoints; only its callbacks for providers can be reached (app/(edit)/auth). */
const AUTH_PATH = '/auth';

const DAY = 24 * 60 * 60;

type Auth = ReturnType<typeof makeAuth>;

let made: Auth | undefined;

/** Accounts and sessions, by better-auth on our tables. Sessions are in the state database. */
export const auth = (): Auth => (made ??= makeAuth());

/** Replaces the e-mail address that better-auth requires. `.invalid` is reserved, so no one has such an address (RFC 2606). */
export const signInKey = (id: string, provider = 'local'): string =>
  `${id.toLowerCase()}@${provider}.invalid`;

function makeAuth() {
  const { SITE_URL, PORT, LOCAL_ACCOUNTS } = settings();
  const baseURL = SITE_URL ?? `http://localhost:${PORT}`;
  return betterAuth({
    appName: 'Packgrid',
    baseURL,
    basePath: AUTH_PATH,
    secret: authSecret(),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: drizzleAdapter(database(), {
      provider: 'sqlite',
      schema: { user: accounts, account: credentials },
    }),
    secondaryStorage: storage,
    emailAndPassword: {
      enabled: LOCAL_ACCOUNTS,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      autoSignIn: true,
    },
    user: { fields: { email: 'signInKey' } },
    session: { expiresIn: 30 * DAY, updateAge: DAY },
    account: { accountLinking: { enabled: false }, updateAccountOnSignIn: false },
    socialProviders: providersOf(),
    plugins: [genericOAuth({ config: openIdProviders() }), nextCookies()],
    databaseHooks: {
      user: {
        create: {
          // Pictures would be requests to other sites.
          before: (user) =>
            Promise.resolve({ data: { ...user, name: freeName(user.name), image: null } }),
        },
      },
      session: {
        create: {
          before: ({ userId }) => {
            refuseBanned(userId);
            return Promise.resolve();
          },
        },
      },
      account: {
        create: {
          // The site never acts for a user at a provider, so no token is stored.
          before: (account) => Promise.resolve({ data: { ...account, ...noTokens } }),
        },
      },
    },
    // Sign-in ends here if not even its beginning is known.
    onAPIError: { errorURL: '/login/' },
    // Attempts are limited by user name (sign-in-limit.ts), and IP addresses aren't stored.
    rateLimit: { enabled: false },
    advanced: {
      ipAddress: { disableIpTracking: true },
      cookiePrefix: 'packgrid',
      cookies: { session_token: { name: SESSION_COOKIE } },
      useSecureCookies: baseURL.startsWith('https:'),
    },
  });
}

function refuseBanned(accountId: string): void {
  if (findAccount(accountId)?.bannedAt === null) return;
  throw APIError.from('FORBIDDEN', { code: BANNED, message: 'This account is banned.' });
}

const noTokens = {
  ...{ accessToken: null, refreshToken: null, idToken: null },
  ...{ accessTokenExpiresAt: null, refreshTokenExpiresAt: null },
};

function providersOf() {
  const { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret } = settings();
  if (clientId === undefined || clientSecret === undefined) return {};
  return {
    github: {
      clientId,
      clientSecret,
      disableDefaultScope: true,
      // GitHub's ids are numbers, although better-auth calls them strings.
      mapProfileToUser: (profile: { id: string | number; login: string }) => ({
        name: profile.login,
        email: signInKey(String(profile.id), 'github'),
        emailVerified: true,
      }),
    },
  };
}

function openIdProviders() {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  } = settings();
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return [];
  return [
    {
      ...{ providerId: 'oidc', clientId, clientSecret, pkce: true, scopes: ['openid', 'profile'] },
      // The one that every provider must support (RFC 6749, 2.3.1).
      authentication: 'basic' as const,
      discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      mapProfileToUser: (profile: Record<string, unknown>) => ({
        name: String(profile['preferred_username'] ?? profile['nickname'] ?? profile['sub']),
        email: signInKey(hashOf(String(profile['sub'])), 'oidc'),
        emailVerified: true,
      }),
    },
  ];
}

/** Subjects may contain anything and differ in case only; a key may not. */
const hashOf = (subject: string) => createHash('sha256').update(subject).digest('hex');
