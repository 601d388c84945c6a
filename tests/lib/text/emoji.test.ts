import { expect, test } from 'vitest';
import { withEmoji } from '@/lib/text/emoji';

test.each([
  ['Fast :rocket: tasks', 'Fast 🚀 tasks'],
  [':rocket::tada:', '🚀🎉'],
  [':+1: or :-1:', '👍 or 👎'],
  [':ROCKET:', ':ROCKET:'],
  ['at 10:30:rocket:', 'at 10:30🚀'],
  [':rocket:tada:', '🚀tada:'],
  ['::rocket::', ':🚀:'],
  [':no-such-code: stays', ':no-such-code: stays'],
  [':constructor: :toString: :__proto__:', ':constructor: :toString: :__proto__:'],
  ['https://example.org:8000/a:b', 'https://example.org:8000/a:b'],
  ['a: b: c', 'a: b: c'],
  [':rocket', ':rocket'],
  [':', ':'],
  ['', ''],
  ['🚀 already', '🚀 already'],
])('%j is shown as %j', (text, shown) => {
  expect(withEmoji(text)).toBe(shown);
});
