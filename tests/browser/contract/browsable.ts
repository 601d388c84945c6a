import { expect } from '@playwright/test';
import type { Pair } from './pair';
import { site } from './pair';

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' };

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(String(hex), 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return named[String(name)] ?? whole;
  });
}

/** The visible text of a page, with trailing spaces removed. */
function visibleText(html: string): string {
  const bare = html
    .replaceAll(/<(script|style|head|template)\b.*?<\/\1>/gs, '')
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<[^>]*>/g, '');
  return decoded(bare).replaceAll(/[ \t]+$/gm, '');
}

const reasons: Record<number, string> = {
  200: 'OK',
  404: 'Not Found',
  405: 'Method Not Allowed',
};

/** The browsable page that shows a program's response in a browser. */
export function browsable(
  ask: string,
  document: unknown,
  asked: Pick<Pair, 'headers'> = {},
  status = 200,
): Pair {
  const block = [
    `HTTP ${status} ${reasons[status] ?? ''}`,
    'Allow: GET, HEAD, OPTIONS',
    'Content-Type: application/json',
    'Vary: Accept',
    '',
    JSON.stringify(document, null, 4),
  ].join('\n');
  return site(ask, status, asked, ({ text, headers }) => {
    const seen = visibleText(text);
    expect(seen).toContain(block);
    expect(seen.slice(0, seen.indexOf(block))).toContain(ask);
    expect(headers['allow']).toBe('GET, HEAD, OPTIONS');
    expect(headers['vary']).toMatch(/(?=.*\bAccept\b(?!-))(?=.*\bCookie\b)/);
  });
}
