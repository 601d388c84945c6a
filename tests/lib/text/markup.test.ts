import { expect, test } from 'vitest';
import { markup } from '@/lib/text/markup';

test('text is escaped everywhere', () => {
  const text = `<b onclick="x('&')">`;
  expect(markup`<td title="${text}">${text}</td>`.__html).toBe(
    '<td title="&lt;b onclick=&quot;x(&#39;&amp;&#39;)&quot;&gt;">&lt;b onclick=&quot;x(&#39;&amp;&#39;)&quot;&gt;</td>',
  );
});

test('markup is kept, lists are joined, and undefined is empty', () => {
  const items = ['a', '<', undefined].map((it) => markup`<i>${it}</i>`);
  expect(markup`<p>${items}${undefined}${3}</p>`.__html).toBe('<p><i>a</i><i>&lt;</i><i></i>3</p>');
});

test('removes characters that hide or reorder others', () => {
  expect(markup`<b title="${'a\u202eb\0'}">${'\u2066<\u001b>'}</b>`.__html).toBe(
    '<b title="ab">&lt;&gt;</b>',
  );
});
