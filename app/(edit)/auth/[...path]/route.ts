import { noSuch } from '@/app/documents';
import { auth } from '@/db/auth';
import { UNREACHABLE } from '@/lib/accounts/sign-in-error';

interface Context {
  params: Promise<{ path: string[] }>;
}

/** Where sign-in providers send people back to; nothing else of better-auth can be reached. */
const callbacks = ['callback/github', 'oauth2/callback/oidc'];

export async function GET(request: Request, { params }: Context) {
  if (!callbacks.includes((await params).path.join('/'))) return noSuch('page');
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\/$/, '');
  const answer = await auth().handler(new Request(url, request));
  // Neither a session nor an error that better-auth knows: the provider didn't answer.
  if (answer.status < 400) return answer;
  return new Response(null, { status: 302, headers: { Location: `/login/?error=${UNREACHABLE}` } });
}
