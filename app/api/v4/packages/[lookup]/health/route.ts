import { findHealthFacts } from '@/db/queries/health';
import { findPackageRecord } from '@/db/queries/records';
import { found, missing } from '@/lib/api/answers';
import { healthDocument } from '@/lib/api/health-document';
import { operations } from '@/lib/api/operations';
import { judgeHealth } from '@/lib/scoring/health';
import { readClock } from '../../../../../clock';
import { endpoint } from '../../../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  operations.packageHealth,
  (call, lookup) => {
    const id = findPackageRecord(lookup)?.id;
    const facts = id === undefined ? undefined : findHealthFacts(id);
    if (!facts) return missing('Package');
    const clock = readClock();
    // As it was when the number was stored, so that the number and its parts agree.
    const report = judgeHealth(facts, { ...clock, now: facts.healthAt ?? clock.now });
    return found(healthDocument({ ...facts, report }, call));
  },
);
