import { listFeatures } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import { findPackage, findPackageById } from '@/db/queries/packages';
import { saveCell } from '@/db/writes/cells';
import { addFeatures, removeFeature, saveFeature } from '@/db/writes/features';
import { removeFromGrid, saveGrid } from '@/db/writes/grids';
import { change } from '@/db/writes/change';
import { updatePackage } from '@/db/writes/packages';
import { MICROS_PER_DAY, now } from '@/lib/time';
import { insertAccount } from './add-account';

// Runs in a separate process: edits the grid of websockets in DATABASE_PATH 20, 10 and 5 days ago, as an account that it adds.

const accountId = insertAccount('ada', 'admin');
const by = (days: number, comment = '') => {
  return { accountId, comment, now: now() - days * MICROS_PER_DAY };
};
const { id: gridId = 0 } = findGrid('websockets') ?? {};
const [first, second, third] = listFeatures(gridId).map(({ id }) => id);
const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const ref = { gridId, featureId: first ?? 0, packageId: idOf('daphne') };
const cell = (text: string) => ({ text, evidence: '', comment: '' });

saveCell(by(20, 'Read the docs'), ref, cell('quaggamire'), {});
saveFeature(by(20), second ?? 0, { title: 'Renamed', description: '', metric: null }, {});
saveGrid(by(10), gridId, { title: 'Websockets <now>', description: 'Live pages.' }, {});
saveCell(by(10), ref, cell('zebracorn'), {});
const [added = 0] = addFeatures(by(10), gridId, [
  { title: 'Added', description: '', metric: null },
]);
saveCell(by(10), { ...ref, featureId: added }, cell('yes, <b>really</b>'), {});
removeFeature(by(5), third ?? 0);
removeFromGrid(by(5), gridId, idOf('channels'));
change({ actor: null, source: 'import', comment: 'Import from a file', now: now() }, (it) => {
  const celery = findPackageById(idOf('celery'));
  it.record([{ kind: 'package', id: celery?.id ?? 0 }], () => {
    updatePackage(celery?.id ?? 0, { documentationUrl: 'https://example.org/celery/' });
  });
});
console.log(JSON.stringify({ feature: ref.featureId, package: ref.packageId }));
