import { ROOT } from '@/lib/root';
import { openNext } from '@/server/origin/open-next';

// A program of its own: Next doesn't answer in a process of Playwright. It prints a page of the build that keeps its scripts.
const { drawing } = await openNext(ROOT, 80);
const { status, headers, body } = await drawing.answer(
  {
    ...{ method: 'GET', url: '/about/', headers: { host: 'localhost' } },
    ...{ body: new Uint8Array(), passing: 'edit' },
  },
  {
    ...{ url: '/about/', accept: undefined, route: '/about', section: 'edit' },
    ...{ isRead: true, isPersonal: true },
  },
);
const policy = headers['content-security-policy'];
process.stdout.write(JSON.stringify({ status, policy, html: body.toString() }), () => {
  process.exit();
});
