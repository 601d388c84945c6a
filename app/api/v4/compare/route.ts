import { listPresentSlugs } from '@/db/queries/resolve-slug';
import { badParameter, found } from '@/lib/api/answers';
import { comparisonDocument } from '@/lib/api/comparison-document';
import { operations } from '@/lib/api/operations';
import { compareLink } from '@/lib/comparison/selection';
import { joinNames } from '@/lib/text/wording';
import { readSelected } from '../../../selected';
import { endpoint } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  operations.compare,
  (call) => {
    const present = listPresentSlugs(call.query.packages);
    const unknown = present.filter(({ slug }) => slug === null).map(({ requested }) => requested);
    if (unknown.length > 0) {
      const rule = `has unknown packages: ${unknown.join(', ')}`;
      return badParameter({ parameter: 'packages', rule });
    }
    const slugs = [...new Set(present.flatMap(({ slug }) => slug ?? []))];
    const selected = readSelected(slugs);
    const title = joinNames(selected.packages.map((it) => it.title));
    return found(comparisonDocument({ ...selected, title, page: compareLink(slugs) }, call));
  },
);
