import { findHealthInput } from '@/db/queries/health';
import { findPackageRecord } from '@/db/queries/api-records';
import { found } from '@/lib/api/answers';
import { healthDocument } from '@/lib/api/health-document';
import { operations } from '@/lib/api/operations';
import { judgeHealth } from '@/lib/scoring/health';
import { readClock } from '../../../../../clock';
import { endpoint, movedOrMissing } from '../../../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  operations.packageHealth,
  (call, lookup) => {
    const id = findPackageRecord(lookup)?.id;
    const facts = id === undefined ? undefined : findHealthInput(id);
    if (!facts) return movedOrMissing('Package', lookup, call);
    const clock = readClock();
    // As of when the score was stored, so that the score and its parts agree.
    const report = judgeHealth(facts, { ...clock, now: facts.healthAt ?? clock.now });
    return found(healthDocument({ ...facts, report }, call));
  },
);
