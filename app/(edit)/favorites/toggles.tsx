import { findFavorite, findUsage } from '@/db/queries/favorites';
import { Toggle } from '../toggle';
import { saveFavorite, saveUsage } from './actions';

interface PackageToggleProps {
  account: string;
  packageId: number;
}

/** A form that adds a package to the favorites, or removes it. */
export function FavoriteToggle({ account, packageId }: PackageToggleProps) {
  return (
    <Toggle
      action={saveFavorite}
      fields={{ package: String(packageId) }}
      isOn={findFavorite(account, packageId) !== undefined}
      labels={{ on: 'Add to favorites', off: 'Remove from favorites' }}
    />
  );
}

/** A form that records that the user uses a package, or no longer does. */
export function UsageToggle({ account, packageId }: PackageToggleProps) {
  return (
    <Toggle
      action={saveUsage}
      fields={{ package: String(packageId) }}
      isOn={findUsage(account, packageId) !== undefined}
      labels={{ on: 'I use this', off: 'I no longer use this' }}
    />
  );
}
