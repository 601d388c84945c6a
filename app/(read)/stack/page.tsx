import type { Metadata } from 'next';
import { Section } from '@/components/layout/section';
import { dependencies } from '@/package.json';
import { TextPage } from '../text-page';

export const metadata: Metadata = {
  title: 'Stack',
  description: 'The software that Packgrid is built with.',
};

interface Part {
  name: keyof typeof dependencies;
  purpose: string;
}

const parts: Part[] = [
  { name: 'next', purpose: 'routes, pages and forms' },
  { name: 'react', purpose: 'markup, rendered on the server' },
  { name: 'typescript', purpose: 'the language of all code' },
  { name: 'better-sqlite3', purpose: 'the database' },
  { name: 'drizzle-orm', purpose: 'queries and migrations' },
  { name: 'zod', purpose: 'validates everything that comes from outside' },
  { name: 'better-auth', purpose: 'accounts and sessions' },
  { name: 'tailwindcss', purpose: 'styles' },
  { name: 'esbuild', purpose: 'bundles the server and the script of the pages' },
  { name: 'lru-cache', purpose: 'keeps rendered pages in memory' },
  { name: 'rate-limiter-flexible', purpose: 'limits requests to the API' },
  { name: '@renovatebot/pep440', purpose: 'compares versions as pip does' },
  { name: 'pip-requirements-js', purpose: 'reads requirements files' },
  { name: 'spdx-expression-parse', purpose: 'reads licences' },
  { name: 'markdown-it', purpose: 'the posts of the changelog' },
  { name: 'badge-maker', purpose: 'badges for READMEs' },
];

export default function StackPage() {
  return (
    <TextPage title="Stack">
      <p>
        Packgrid is a Node.js program on one SQLite database, without any other service. Pages are
        rendered on the server, kept in memory, and rendered again when the data they show has
        changed. They work without JavaScript; one small script adds shortcuts.
      </p>
      <Section id="libraries" title="Main libraries">
        <table className="w-full text-table">
          <caption className="sr-only">Main libraries, their versions and what they do</caption>
          <thead>
            <tr className="border-b border-line text-left">
              <th scope="col" className="py-2 pr-3">
                Library
              </th>
              <th scope="col" className="py-2 pr-3">
                Version
              </th>
              <th scope="col" className="py-2">
                Used for
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ name, purpose }) => (
              <tr key={name} className="border-b border-line">
                <th scope="row" className="py-2 pr-3 text-left font-normal wrap-anywhere">
                  <a href={`https://www.npmjs.com/package/${name}`}>{name}</a>
                </th>
                <td className="py-2 pr-3">{dependencies[name]}</td>
                <td className="py-2">{purpose}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section id="tests" title="Checked by">
        <p>
          Vitest for code and database, Playwright for pages, and axe for the accessibility of every
          kind of page, light and dark.
        </p>
      </Section>
    </TextPage>
  );
}
