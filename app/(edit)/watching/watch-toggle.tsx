import { findWatch, type Watchable } from '@/db/queries/watches';
import { Toggle } from '../toggle';
import { watch } from './actions';

interface WatchToggleProps {
  account: string;
  record: Watchable;
}

/** A form that begins or ends watching a package or a grid. */
export function WatchToggle({ account, record: { kind, id } }: WatchToggleProps) {
  return (
    <Toggle
      action={watch}
      fields={{ kind, id: String(id) }}
      isOn={findWatch(account, { kind, id }) !== undefined}
      labels={{ on: `Watch this ${kind}`, off: `Stop watching this ${kind}` }}
    />
  );
}
