import type { Metadata } from 'next';
import { CommandBlock } from '@/components/api/command-block';
import { ParameterList } from '@/components/api/parameter-list';
import { ResourceTable } from '@/components/api/resource-table';
import { PageFrame } from '@/app/page-frame';
import { Section } from '@/components/layout/section';
import { DATA_TERMS } from '@/lib/api/metadata';
import type { Operation } from '@/lib/api/operation';
import { operations } from '@/lib/api/operations';
import { descriptionOf, MOST_DOCUMENTS } from '@/lib/api/parameters';
import { settings } from '@/lib/settings';
import { formatCount } from '@/lib/text/wording';
import { readBase } from '../../address';
import { listExamples } from './examples';

export const metadata: Metadata = {
  title: 'API',
  description: 'Packages, grids and comparisons as JSON, without a key.',
};

const resources = Object.values(operations).map(({ path, summary, query }) => ({
  path,
  href: path.includes('{')
    ? undefined
    : `${path}?${new URLSearchParams(browseQuery(query)).toString()}`,
  summary,
  parameters: Object.keys(query.shape),
}));

/** Query for the browsable page of an operation, with examples of required parameters. */
function browseQuery({ shape }: Operation['query']): Record<string, string> {
  const query: Record<string, string> = { format: 'api' };
  for (const [name, schema] of Object.entries(shape)) {
    const isNeeded = !schema.safeParse(undefined).success;
    if (isNeeded) query[name] = String(descriptionOf(schema)?.example);
  }
  return query;
}

/** Each parameter once, with its first description. */
const parameters = [
  ...new Map(
    Object.values(operations)
      .flatMap(({ query }) => Object.entries(query.shape))
      .filter(([name]) => name !== 'packages')
      .map(([name, schema]) => [name, descriptionOf(schema)?.description ?? ''] as const),
  ),
].map(([name, description]) => ({ name, description }));

export default async function ApiPage() {
  const { RATE_LIMIT } = settings();
  const base = await readBase();
  return (
    <PageFrame>
      <div className="[&_p]:max-w-prose [&_p_a]:underline [&_p+p]:mt-3">
        <h1 className="mb-3 text-title">API</h1>
        <p>
          Get everything on this site as JSON. No key needed. Paths and fields are those of
          djangopackages.org, so its clients work here with another host name. See the{' '}
          <a href="/api/v4/openapi.json">OpenAPI document</a>, or{' '}
          <a href="/api/v4/?format=api">open any endpoint in a browser</a> to explore it.
        </p>
        <Section id="examples" title="Try it">
          {listExamples(base).map(({ title, command }) => (
            <CommandBlock key={title} title={title} command={command} />
          ))}
        </Section>
        <Section id="resources" title="Endpoints">
          <ResourceTable resources={resources} />
        </Section>
        <Section id="parameters" title="Parameters">
          <ParameterList parameters={parameters} />
          <p className="mt-3">
            As on djangopackages.org, lists ignore unknown parameters and invalid filters and
            orderings; the header <code>X-Ignored-Parameters</code> lists them. Invalid values of{' '}
            <code>limit</code> and <code>offset</code> count as their defaults. An invalid{' '}
            <code>modified_since</code>, <code>include</code> or <code>packages</code> returns an
            error with the name of the parameter.
          </p>
        </Section>
        <Section id="formats" title="Formats and errors">
          <p>
            The default format is JSON. Add <code>.json</code> to the path or{' '}
            <code>?format=json</code>, and links in the response keep it;{' '}
            <code>Accept: application/json; indent=4</code> indents the response. Times have the UTC
            offset of the site’s time zone. Unknown values are null, except for numbers that are 0
            on djangopackages.org.
          </p>
          <p>
            Errors are <code>{'{"detail": "…"}'}</code> with status 400, 403, 404, 405, 406, 413,
            415 or 429.
          </p>
        </Section>
        <Section id="limits" title="Rate limits">
          <p>
            {RATE_LIMIT === 0
              ? 'There is no rate limit.'
              : `${formatCount(RATE_LIMIT)} requests per client and minute. The headers RateLimit and RateLimit-Policy show how many are left; with status 429, Retry-After has the seconds to wait.`}{' '}
            A page has up to {formatCount(MOST_DOCUMENTS)} results, so one request can return the
            whole catalogue. Send back the <code>ETag</code> in <code>If-None-Match</code>, or{' '}
            <code>Last-Modified</code> in <code>If-Modified-Since</code>, to get a 304 if nothing
            has changed. Scripts on other sites can use the API too (CORS).
          </p>
        </Section>
        <Section id="whole" title="Bulk data and feeds">
          <p>
            <a href="/dumps/">Dumps</a> are files of the whole catalogue, regenerated within a
            minute of a change; <code>npm run cli -- import</code> imports them, or any host with
            this API. <a href="/feeds/">Feeds</a> list new packages and releases. Package pages
            offer badges for a README, grid pages a table to embed, and{' '}
            <a href="/llms.txt">llms.txt</a> guides language models.
          </p>
          <p>
            Version 3 at <a href="/api/v3/">/api/v3/</a> is unchanged: relative links by slug, lists
            as text. Use v4 for new code.
          </p>
        </Section>
        <Section id="stays" title="Stability">
          <p>
            Within v4, there may be new endpoints and parameters, and new keys at the end of a
            document. Keys are never renamed, moved or removed, and a number never becomes null.
            Breaking changes will go into a v5, next to v4.
          </p>
        </Section>
        <Section id="licence" title="Data licence">
          <p>
            {DATA_TERMS} See <a href="/about/#figures">data sources</a> and{' '}
            <a href="/terms/">terms</a>.
          </p>
        </Section>
      </div>
    </PageFrame>
  );
}
