import { createElement } from 'react';
import { expect, test } from 'vitest';
import { renderMarkup } from '@/app/render-markup';
import { markup } from '@/lib/text/markup';

test('adjacent texts are written without comments between them', async () => {
  expect(await renderMarkup(<p>{['a', 1, 'b']} c</p>)).toBe('<p>a1b c</p>');
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

test('an error of a component fails the page', async () => {
  const Broken = () => {
    throw new Error('broken');
  };
  await expect(renderMarkup(<p>{createElement(Broken)}</p>)).rejects.toThrow('broken');
});

test('an asynchronous component fails the page instead of leaving a gap', async () => {
  const Late = async () => {
    await Promise.resolve();
    return 'late';
  };
  await expect(renderMarkup(<p>{createElement(Late)}</p>)).rejects.toThrow('suspended');
});
