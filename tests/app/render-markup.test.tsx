import { createElement, type ReactNode } from 'react';
import { expect, test } from 'vitest';
import { renderMarkup } from '@/app/render-markup';
import { markup } from '@/lib/text/markup';

test('asynchronous components are rendered in place', async () => {
  async function Late({ children }: { children: ReactNode }) {
    await Promise.resolve();
    return <i>{children}</i>;
  }
  const html = await renderMarkup(
    <p>
      <Late>b</Late>
      {Promise.resolve('d')}
      <Late>
        <Late>e</Late>
      </Late>
    </p>,
  );
  expect(html.replaceAll(/<!--.*?-->/g, '')).toBe('<p><i>b</i>d<i><i>e</i></i></p>');
});

test('escapes text but not markup', async () => {
  const cells = markup`<td>${'<b>'}</td>`;
  const node = (
    <table title={'"<'}>
      <tbody>
        <tr dangerouslySetInnerHTML={cells} />
      </tbody>
    </table>
  );
  expect(await renderMarkup(node)).toBe(
    '<table title="&quot;&lt;"><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>',
  );
});

test('removes characters that hide or reorder others from text and attributes', async () => {
  const text = 'exe\u202egpj\u0000\u0085';
  expect(await renderMarkup(<p title={text}>{text}</p>)).toBe('<p title="exegpj">exegpj</p>');
});

test('a javascript: URL is removed', async () => {
  const html = await renderMarkup(createElement('a', { href: 'java\nscript:alert(1)' }));
  expect(html).not.toContain('alert');
});

test('an error of a component fails the page, synchronous or not', async () => {
  const Broken = () => {
    throw new Error('broken');
  };
  const LateBroken = async () => {
    await Promise.resolve();
    return <Broken />;
  };
  await expect(renderMarkup(<p>{createElement(Broken)}</p>)).rejects.toThrow('broken');
  await expect(renderMarkup(<p>{createElement(LateBroken)}</p>)).rejects.toThrow('broken');
});
