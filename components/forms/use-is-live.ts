import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the component runs in a browser: false on the server and while React hydrates its markup. */
export const useIsLive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
