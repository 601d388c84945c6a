import { expect, test } from 'vitest';
import { shortened } from '@/lib/text/shortened';

test('an overlong text ends in an ellipsis', () => {
  expect(shortened('1.2.3', 16)).toBe('1.2.3');
  expect(shortened('🚀🚀🚀', 3)).toBe('🚀🚀🚀');
  expect(shortened('🚀🚀🚀', 2)).toBe('🚀…');
  expect(shortened('2026.11.20rc1.dev20261120', 16)).toBe('2026.11.20rc1.d…');
});
