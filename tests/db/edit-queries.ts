import * as accountData from '@/db/queries/account-data';
import * as accounts from '@/db/queries/accounts';
import * as cells from '@/db/queries/cells';
import * as changeNames from '@/db/queries/change-names';
import * as changesSince from '@/db/queries/changes-since';
import * as credentials from '@/db/queries/credentials';
import * as editedCells from '@/db/queries/edited-cells';
import * as editedPackage from '@/db/queries/edited-package';
import * as examples from '@/db/queries/examples';
import * as features from '@/db/queries/features';
import * as flags from '@/db/queries/flags';
import * as gridHistory from '@/db/queries/grid-history';
import * as heldEdits from '@/db/queries/held-edits';
import * as history from '@/db/queries/history';
import * as moderation from '@/db/queries/moderation';
import * as spam from '@/db/queries/spam';
import { FULL_GRID } from '@/tests/bench/generate-grids';

/** The files of db/queries about edits, their history, accounts and moderation. */
export const editModules = {
  'accounts.ts': accounts,
  'account-data.ts': accountData,
  'credentials.ts': credentials,
  'cells.ts': cells,
  'change-names.ts': changeNames,
  'edited-package.ts': editedPackage,
  'edited-cells.ts': editedCells,
  'features.ts': features,
  'history.ts': history,
  'grid-history.ts': gridHistory,
  'changes-since.ts': changesSince,
  'examples.ts': examples,
  'flags.ts': flags,
  'held-edits.ts': heldEdits,
  'moderation.ts': moderation,
  'spam.ts': spam,
};

const slice = { limit: 20, offset: 40 };
const id = 1;
const { slug } = FULL_GRID;

const place = { gridId: 1, featureId: 1, packageId: 1 };
const historyScopes: history.HistoryScope[] = [
  { of: 'site' },
  { of: 'waiting' },
  { of: 'package', id },
  { of: 'grid', id },
  { of: 'part', id, part: { featureId: 1 } },
  { of: 'part', id, part: { featureId: 1, packageId: 1 } },
  { of: 'account', id: 'ada' },
  { of: 'watched', id: 'ada' },
];

/** Their queries by name. */
export const editQueries = {
  findAccount: () => accounts.findAccount('id'),
  findActiveAccount: () => accounts.findActiveAccount('id'),
  findAccountData: () => accountData.findAccountData('id'),
  findPasswordHash: () => credentials.findPasswordHash('id'),
  listCredentials: () => credentials.listCredentials('id'),
  findAccountByName: () => accounts.findAccountByName('ada'),
  countUnrevertedChanges: () => accounts.countUnrevertedChanges('id'),
  findCell: () => cells.findCell(place),
  findCellPlace: () => cells.findCellPlace(place),
  listNames: () => changeNames.listNames({ packages: [1], features: [1] }),
  findEditedPackage: () => editedPackage.findEditedPackage(1),
  findPackageByKey: () => editedPackage.findPackageByKey('@pypi/celery'),
  listEditedCells: () => editedCells.listEditedCells(1),
  findDeprecation: () => editedPackage.findDeprecation(1),
  findPackageOfProject: () => [
    editedPackage.findPackageOfProject({ by: 'pypi', name: 'celery' }),
    editedPackage.findPackageOfProject({ by: 'page', slug }),
  ],
  listFormerPackagesOf: () => editedPackage.listFormerPackagesOf({ by: 'pypi', name: 'celery' }),
  findFeature: () => features.findFeature(1),
  findLastPosition: () => features.findLastPosition(1),
  findChange: () => history.findChange(1),
  listChangesSince: () => changesSince.listChangesSince('id', 1),
  listEffectiveChanges: () => changesSince.listEffectiveChanges('id', 1),
  listRevisionsBy: () => spam.listRevisionsBy('id', 1),
  findHeldEdit: () => heldEdits.findHeldEdit(1),
  listOpenHeldEdits: () => heldEdits.listOpenHeldEdits(20),
  listHeldEditsBy: () => heldEdits.listHeldEditsBy('id', 20),
  countOpenHeldEdits: () => heldEdits.countOpenHeldEdits('id'),
  findFlag: () => flags.findFlag(1),
  listOpenFlags: () => flags.listOpenFlags(20),
  listFlagsBy: () => flags.listFlagsBy('id', 1, 20),
  findExample: () => examples.findExample(1),
  listExamplesOf: () => examples.listExamplesOf(id),
  listWaitingExamples: () => examples.listWaitingExamples(20),
  countWaiting: moderation.countWaiting,
  listBannedAccounts: () => moderation.listBannedAccounts(20),
  listLockedRecords: moderation.listLockedRecords,
  listRevisionsOf: () => history.listRevisionsOf(1),
  listChanges: () => historyScopes.map((scope) => history.listChanges(scope, slice)),
  listChangesAfter: () => history.listChangesAfter(1, 20),
  countChanges: () => historyScopes.map((scope) => history.countChanges(scope)),
  listGridRevisionsSince: () => gridHistory.listGridRevisionsSince(id, 1),
  findFirstGridRevision: () => gridHistory.findFirstGridRevision(id),
  listAccountsAfter: () => accounts.listAccountsAfter('', 20),
};
