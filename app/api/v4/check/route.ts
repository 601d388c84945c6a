import { listCheckedPackages } from '@/db/queries/checked';
import { found } from '@/lib/api/answers';
import { projectKey } from '@/lib/api/check/asked';
import { checkDocument } from '@/lib/api/check/document';
import { operations } from '@/lib/api/operations';
import { readClock } from '../../../clock';
import { endpoint } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  operations.check,
  (call) => {
    const asked = call.query.packages.map((name) => ({ asked: name, key: projectKey(name) ?? '' }));
    const packages = listCheckedPackages(asked.map(({ key }) => key).filter((key) => key !== ''));
    const checked = asked.map((it) => ({ asked: it.asked, package: packages.get(it.key) }));
    return found(checkDocument(checked, readClock(), call));
  },
);
