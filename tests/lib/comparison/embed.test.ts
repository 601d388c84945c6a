import { expect, test } from 'vitest';
import { embedSnippet } from '@/lib/comparison/embed';
import { comparisonQuery } from '@/lib/comparison/query';

test('the embed code shows the grid in its current state', () => {
  const query = comparisonQuery.parse({ layout: 'rows', diff: '1' });
  const snippet = embedSnippet('https://a.test', { slug: 'chat', title: '"Chat" <b>' }, query);
  expect(snippet).toContain('src="https://a.test/embed/grids/chat/?layout=rows&amp;diff=1"');
  expect(snippet).toContain('title="&quot;Chat&quot; &lt;b&gt; compared"');
});
