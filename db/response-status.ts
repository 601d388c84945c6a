import { AsyncLocalStorage } from 'node:async_hooks';

interface Chosen {
  status?: number;
}

// In this folder, since both actions and the origin server use it, and lib is without Node's modules. On globalThis, since Next loads its own copy of this module, and the origin server another.
declare global {
  var packgridStatuses: AsyncLocalStorage<Chosen> | undefined;
}

const statuses = (globalThis.packgridStatuses ??= new AsyncLocalStorage<Chosen>());

/** Chooses the status of the response to the running request. Next has no way to do so in a server action; under `next start` it stays 200. */
export function chooseStatus(status: number): void {
  const chosen = statuses.getStore();
  if (chosen) chosen.status = status;
}

/** Runs work, and returns its result and the status that it has chosen, if any. */
export async function withChosenStatus<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; status: number | undefined }> {
  const chosen: Chosen = {};
  const result = await statuses.run(chosen, work);
  return { result, status: chosen.status };
}
