import { findExample } from '@/db/queries/examples';
import { mayDo, type Actor } from '@/lib/accounts/permissions';
import { idParameter } from '@/lib/edits/id-parameter';

interface Asked {
  slug: string;
  example: string;
}

/** The site that a path names, if it is one of the package there. */
export function findAsked({ slug, example }: Asked) {
  const found = findExample(idParameter.parse(example));
  return found?.package.slug === slug ? found : undefined;
}

/** The permission that an account needs to edit or delete a site, and whether it has that. */
export function permissionFor(example: NonNullable<ReturnType<typeof findAsked>>, account: Actor) {
  const permission = example.addedBy === account.id ? 'example.add' : 'example.edit';
  return { permission, isAllowed: mayDo(account, permission, example.package) } as const;
}
