import { expect, test } from 'vitest';
import { forgetScriptHeaders } from '@/lib/front/script-headers';

test('what Next’s scripts send is forgotten, and nothing else', () => {
  const headers = {
    accept: 'application/json',
    rsc: '1',
    'next-action': 'x',
    'next-router-state-tree': 'x',
    'x-next': '1',
  };
  forgetScriptHeaders(headers);
  expect(headers).toEqual({ accept: 'application/json', 'x-next': '1' });
});
