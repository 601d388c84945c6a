import { expect, test } from 'vitest';
import { markdownText } from '@/lib/text/markdown';

test.each([
  ['Celery', 'Celery'],
  ['Q & A', 'Q &amp; A'],
  ['&lt;b&gt; &copy;', '&amp;lt;b&amp;gt; &amp;copy;'],
  ['@octocat and me@example.org', '@&#8203;octocat and me@&#8203;example.org'],
  ['a @ b', 'a @ b'],
  ['#1, org/repo#22', '\\#&#8203;1, org/repo\\#&#8203;22'],
  ['C# and #tag', 'C\\# and \\#tag'],
  ['GH-7 gh-8', 'GH-&#8203;7 gh-&#8203;8'],
  ['<script>', '\\<script\\>'],
  ['a|b', 'a\\|b'],
  ['`code` *a* _b_ ~~c~~', '\\`code\\` \\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
  ['[a](b) ![c](d)', '\\[a\\](b) !\\[c\\](d)'],
  ['$x$', '\\$x\\$'],
  ['back\\slash', 'back\\\\slash'],
  ['two\r\n\n  lines\t', 'two lines'],
  ['+', '+'],
  ['a\u202eb\u0000', 'ab'],
])('%j in Markdown is %j', (text, written) => {
  expect(markdownText(text)).toBe(written);
});
