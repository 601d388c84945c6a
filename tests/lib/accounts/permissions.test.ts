import { expect, test } from 'vitest';
import {
  mayDo,
  PermissionError,
  permissions,
  requirePermission,
  type PermissionName,
} from '@/lib/accounts/permissions';
import { roles } from '@/lib/accounts/roles';

const names = Object.keys(permissions).filter(
  (name): name is PermissionName => name in permissions,
);

test('without an account nothing is permitted', () => {
  for (const name of names) expect(mayDo(undefined, name)).toBe(false);
});

test('each role has the permissions of those before it', () => {
  for (const name of names) {
    for (const isLocked of [false, true]) {
      const allowed = roles.map((role) => mayDo({ role }, name, { isLocked }));
      expect(allowed, name).toEqual(allowed.toSorted());
      expect(allowed.at(-1)).toBe(true);
    }
  }
});

test('only moderators edit locked records', () => {
  expect(mayDo({ role: 'trusted' }, 'cell.edit', { isLocked: true })).toBe(false);
  expect(mayDo({ role: 'moderator' }, 'cell.edit', { isLocked: true })).toBe(true);
  expect(mayDo({ role: 'new' }, 'cell.edit')).toBe(true);
});

test('a refusal says what is not allowed', () => {
  expect(() => {
    requirePermission({ role: 'new' }, 'feature.remove');
  }).toThrow(new PermissionError('feature.remove', false));
  expect(new PermissionError('feature.remove', false).message).toBe(
    "Your account can't remove a feature yet.",
  );
  expect(new PermissionError('cell.edit', true).message).toBe(
    "This is locked, so you can't fill in cells.",
  );
});
