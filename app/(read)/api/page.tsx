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
  description: 'The packages, grids and comparisons of this site as JSON, without a key.',
};

const resources = Object.values(operations).map(({ path, summary, query }) => ({
  path,
  href: path.includes('{')
    ? undefined
    : `${path}?${new URLSearchParams(lookAround(query)).toString()}`,
  summary,
  parameters: Object.keys(query.shape),
}));

/** Query for the browsable page of an operation, with examples of required parameters. */
function lookAround({ shape }: Operation['query']): Record<string, string> {
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
          Everything on this site can be read as JSON, without a key. Addresses and fields are those
          of djangopackages.org, so a program that reads that site works here with another host. The{' '}
          <a href="/api/v4/openapi.json">OpenAPI document</a> describes all of it for programs, and
          each address answers a browser with a <a href="/api/v4/?format=api">page</a> to look
          around.
        </p>
        <Section id="examples" title="Try it">
          {listExamples(base).map(({ title, command }) => (
            <CommandBlock key={title} title={title} command={command} />
          ))}
        </Section>
        <Section id="resources" title="What there is">
          <ResourceTable resources={resources} />
        </Section>
        <Section id="parameters" title="How to ask for less">
          <ParameterList parameters={parameters} />
          <p className="mt-3">
            Lists ignore unknown parameters, and filters and orderings with a value that can’t be
            used, as djangopackages.org does; the header <code>X-Ignored-Parameters</code> names
            them. <code>limit</code> and <code>offset</code> fall back to their defaults. A wrong{' '}
            <code>modified_since</code>, <code>include</code> or <code>packages</code> is an error
            that names the parameter.
          </p>
        </Section>
        <Section id="formats" title="Formats and errors">
          <p>
            JSON is what a program gets unless it asks for something else. Put <code>.json</code>{' '}
            behind the path, or <code>?format=json</code>, and the links within the answer carry it
            on; <code>Accept: application/json; indent=4</code> gives lines. Times have the offset
            of the site’s zone. What nobody knows is null, but for the numbers that
            djangopackages.org has as 0.
          </p>
          <p>
            An error is <code>{'{"detail": "…"}'}</code> with a status of 400, 404, 405, 406, 413,
            415 or 429.
          </p>
        </Section>
        <Section id="limits" title="Limits and manners">
          <p>
            {RATE_LIMIT === 0
              ? 'There is no limit to how often you may ask.'
              : `A client may ask ${formatCount(RATE_LIMIT)} times a minute. The headers RateLimit and RateLimit-Policy say what remains, and a 429 says in Retry-After how many seconds to wait.`}{' '}
            One page holds up to {formatCount(MOST_DOCUMENTS)} documents, so the whole catalogue can
            be one request. Send back the <code>ETag</code> in <code>If-None-Match</code>, or{' '}
            <code>Last-Modified</code> in <code>If-Modified-Since</code>: a 304 costs next to
            nothing. Scripts of other sites may read it too (CORS).
          </p>
        </Section>
        <Section id="whole" title="All of it, and what is new">
          <p>
            <a href="/dumps/">Dumps</a> hold the whole catalogue as files, made anew within a minute
            of a change, and <code>npm run cli -- import</code> of this software reads them or any
            host with this API. <a href="/feeds/">Feeds</a> tell of new packages and releases. Each
            package page has a badge for a README, each grid page a frame to put into another page,
            and <a href="/llms.txt">llms.txt</a> leads language models around.
          </p>
          <p>
            Version 3, at <a href="/api/v3/">/api/v3/</a>, answers as it always has: relative links
            by slug, lists in text. New programs want version 4.
          </p>
        </Section>
        <Section id="stays" title="What stays">
          <p>
            Within v4 a document may get more keys, behind those that it has, and there may be more
            addresses and parameters. Keys are never renamed, moved or dropped, and a number never
            becomes null. Whatever must break will be a v5 beside it.
          </p>
        </Section>
        <Section id="licence" title="Whose data it is">
          <p>
            {DATA_TERMS} <a href="/about/#figures">Where the figures come from</a>, and{' '}
            <a href="/terms/">the terms</a>.
          </p>
        </Section>
      </div>
    </PageFrame>
  );
}
