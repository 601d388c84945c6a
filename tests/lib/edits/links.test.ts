import { expect, test } from 'vitest';
import { addedLinks } from '@/lib/edits/links';

const added = (after: Record<string, unknown>, whole: Record<string, unknown> = {}, comment = '') =>
  addedLinks([{ after, whole }], comment);

test('an address in any text is a link, in any case of letters', () => {
  const link = 'https://spam.example/a?b';
  const cell = (fields: Record<string, string>) => ({
    text: '',
    evidence: '',
    comment: '',
    ...fields,
  });
  expect(added({ 'cell 1 2': cell({ text: `see (${link})` }) })).toEqual([link]);
  expect(added({ 'cell 1 2': cell({ evidence: link }) })).toEqual([link]);
  expect(added({ 'cell 1 2': cell({ comment: `x HTTP://SPAM.example/ y` }) })).toEqual([
    'HTTP://SPAM.example/',
  ]);
  expect(added({ 'feature 1': { title: 'T', description: link } })).toEqual([link]);
  expect(added({ description: link })).toEqual([link]);
  expect(added({ repoDescription: link })).toEqual([link]);
  expect(added({ title: 'T' }, {}, `because ${link}`)).toEqual([link]);
});

test('a text without an address is none', () => {
  expect(added({ 'cell 1 2': { text: 'yes', evidence: 'README.md:20' } })).toEqual([]);
  expect(added({ description: 'Speaks http and https: both.' })).toEqual([]);
});

test('an address that the record had anywhere is not added', () => {
  const link = 'https://known.example/';
  expect(added({ description: `${link} again` }, { 'cell 1 2': { evidence: link } })).toEqual([]);
  expect(added({ description: `${link}other` }, { description: link })).toEqual([`${link}other`]);
});

test('documentation may be at the usual hosts, or at that of the repository', () => {
  const pkg = { repoUrl: 'https://git.acme.example/acme/acme' };
  for (const host of ['acme.readthedocs.io', 'acme.github.io', 'acme.gitlab.io', 'pypi.org']) {
    expect(added({ documentationUrl: `https://${host}/en/` }, pkg)).toEqual([]);
  }
  expect(added({ documentationUrl: 'https://git.acme.example/docs/' }, pkg)).toEqual([]);
  for (const host of ['acme.example', 'evilreadthedocs.io', 'github.io.evil.example']) {
    const link = `https://${host}/`;
    expect(added({ documentationUrl: link }, pkg)).toEqual([link]);
    expect(added({ documentationUrl: `https://github.io@${host}/` }, pkg)).toHaveLength(1);
  }
});

test('a repository may be at a known host', () => {
  expect(
    added({ repoUrl: 'https://github.com/acme/acme', pypiUrl: 'https://pypi.org/project/a/' }),
  ).toEqual([]);
  expect(added({ repoUrl: 'https://spam.example/acme/acme' })).toHaveLength(1);
});
