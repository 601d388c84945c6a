import { z } from 'zod';
import { textOf, type Reply } from '../traffic/reader';

const detail = z.looseObject({ slug: z.string() });
const list = z.looseObject({ count: z.int(), results: z.array(z.unknown()) });

/** Why a body is wrong for a URL: incomplete, or another page; undefined if it looks right. */
export function findFault(path: string, reply: Reply): string | undefined {
  const text = readText(reply);
  if (text === undefined) return 'the body is not whole';
  const [pathname = ''] = path.split('?');
  if (pathname.startsWith('/api/v4/')) return faultOfDocument(pathname, text);
  return pathname.startsWith('/feeds/') && pathname.endsWith('/rss/')
    ? faultOfFeed(pathname, text)
    : faultOfPage(pathname, text);
}

function readText(reply: Reply): string | undefined {
  try {
    return textOf(reply);
  } catch {
    return undefined;
  }
}

function faultOfPage(pathname: string, text: string): string | undefined {
  if (!text.trimEnd().endsWith('</html>')) return 'the page has no end';
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(text)?.[1] ?? '';
  const found = URL.canParse(canonical) ? new URL(canonical).pathname : 'of no address';
  return found === pathname ? undefined : `it is the page ${found}`;
}

/** Why a body may not be shared: it has a secret of somebody who is signed in, or their header. */
export function findSecret(reply: Reply, secrets: ReadonlySet<string>): string | undefined {
  const text = textOf(reply);
  for (const secret of secrets) if (text.includes(secret)) return 'it has a secret of an editor';
  const isWithHeader = text.includes('<header');
  return isWithHeader && !text.includes('href="/login/')
    ? 'it is for somebody signed in'
    : undefined;
}

function faultOfFeed(pathname: string, text: string): string | undefined {
  if (!text.trimEnd().endsWith('</rss>')) return 'the feed has no end';
  return text.includes(`${pathname}"`) ? undefined : 'it is another feed';
}

function faultOfDocument(pathname: string, text: string): string | undefined {
  const document = parse(text);
  if (document === undefined) return 'the document is not JSON';
  const [name, slug] = pathname.split('/').slice(3);
  if (name === '') return undefined;
  if (slug === undefined || slug === '') {
    return list.safeParse(document).success ? undefined : 'it is not a list';
  }
  const found = detail.safeParse(document).data?.slug;
  return found === slug ? undefined : `it is the document of ${found ?? 'nothing'}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
