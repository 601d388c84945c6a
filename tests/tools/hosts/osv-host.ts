import { z } from 'zod';
import { normalizeName } from '@/lib/requirements/name';
import { startPackageHost } from './package-hosts';

const record = z.looseObject({
  id: z.string(),
  modified: z.string(),
  affected: z
    .array(z.object({ package: z.object({ ecosystem: z.string(), name: z.string() }) }))
    .optional(),
});

const batch = z.object({
  queries: z
    .array(
      z.object({
        package: z.object({ name: z.string(), ecosystem: z.literal('PyPI') }),
        page_token: z.string().optional(),
      }),
    )
    .max(1000),
});

type Query = z.infer<typeof batch>['queries'][number];

interface OsvOptions {
  /** All records by id, in OSV's format; a test may change them. */
  records: Map<string, unknown>;
  /** Maximum number of advisories per query and page. */
  mostPerPage?: number;
}

/** Plays OSV's API: `querybatch` with queries by package, and `vulns`. A page token is the number of the first advisory of its page. */
export function startOsvHost({ records, mostPerPage = 1000 }: OsvOptions) {
  const listed = ({ package: pkg, page_token: token = '0' }: Query) => {
    const all = [...records.values()].map((it) => record.parse(it));
    const found = all.filter((it) => isAbout(it, pkg.name));
    const end = Number(token) + mostPerPage;
    const vulns = found.slice(Number(token), end).map(({ id, modified }) => ({ id, modified }));
    return {
      ...(vulns.length === 0 ? {} : { vulns }),
      ...(end < found.length ? { next_page_token: String(end) } : {}),
    };
  };
  return startPackageHost({
    answer: ({ method, path, body }) => {
      if (method === 'POST' && path === '/v1/querybatch') {
        return { results: batch.parse(JSON.parse(body)).queries.map(listed) };
      }
      const [, id] = /^\/v1\/vulns\/([^/]+)$/.exec(path) ?? [];
      return id === undefined ? undefined : records.get(decodeURIComponent(id));
    },
  });
}

function isAbout({ affected = [] }: z.infer<typeof record>, name: string): boolean {
  return affected.some(
    ({ package: pkg }) =>
      pkg.ecosystem === 'PyPI' && normalizeName(pkg.name) === normalizeName(name),
  );
}
