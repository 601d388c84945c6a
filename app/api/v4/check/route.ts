import { found } from '@/lib/api/answers';
import { checkDocument } from '@/lib/api/check/document';
import { operations } from '@/lib/api/operations';
import { readRequirements } from '@/lib/requirements/read';
import { readClock } from '../../../clock';
import { endpoint } from '../../endpoint';
import { withPackages } from './with-packages';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  operations.check,
  (call) => {
    const checked = withPackages(readRequirements(call.query.packages));
    return found(checkDocument(checked, readClock(), call));
  },
);
