import { noSuch } from '@/app/documents';
import { auth } from '@/db/auth';

interface Context {
  params: Promise<{ path: string[] }>;
}

/** Where sign-in providers send people back to; nothing else of better-auth can be reached. */
const callbacks = ['callback/github', 'oauth2/callback/oidc'];

export async function GET(request: Request, { params }: Context) {
  if (!callbacks.includes((await params).path.join('/'))) return noSuch('page');
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\/$/, '');
  return auth().handler(new Request(url, request));
}
