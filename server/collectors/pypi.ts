import { z } from 'zod';
import { licensePage, readLicense } from '@/lib/package/licenses';
import { compareVersions } from '@/lib/package/versions';
import { normalizeName } from '@/lib/requirements/name';
import { webAddress, withoutCredentials } from '@/lib/text/links';
import { parseTime, type Micros } from '@/lib/time';
import { askJson, type Answer, type Asking } from './ask';
import type { ProjectFacts, ProjectRelease } from './facts';

/** A text that may be missing; many projects write UNKNOWN, as old tools did. */
const text = z
  .string()
  .nullish()
  .transform((given) => (given?.trim() === 'UNKNOWN' ? '' : (given?.trim() ?? '')));

const texts = z
  .array(z.string())
  .nullish()
  .transform((given) => given ?? []);

const file = z.object({
  /** UTC; the second one has no offset. Old files have only that. */
  upload_time_iso_8601: z.string().nullish(),
  upload_time: z.string().nullish(),
  yanked: z.boolean().nullish(),
  yanked_reason: text,
});

const project = z.object({
  info: z.object({
    name: z.string(),
    summary: text,
    description: text,
    description_content_type: text,
    license: text,
    license_expression: text,
    classifiers: texts,
    requires_python: text,
    requires_dist: texts,
    home_page: text,
    docs_url: text,
    project_urls: z.record(z.string(), z.string().nullable()).nullish(),
  }),
  releases: z.record(z.string(), z.array(file)),
});

type Project = z.output<typeof project>;

/**
 * Reads a project from PyPI's JSON API. `base` is the address of the index without a final slash, such as `https://pypi.org`. The metadata
 * is that of the newest version; releases without files are left out.
 *
 * @throws {HostError} `missing` if there is no such project, `invalid` if the answer is about another one
 */
export async function readProject(
  asking: Asking,
  base: string,
  name: string,
): Promise<Answer<ProjectFacts>> {
  const normalized = normalizeName(name);
  const schema = project.refine(({ info }) => normalizeName(info.name) === normalized, {
    path: ['info', 'name'],
    error: 'is of another project',
  });
  const url = `${base}/pypi/${encodeURIComponent(normalized)}/json`;
  const answer = await askJson(asking, url, { schema });
  return answer.isUnchanged ? answer : { isUnchanged: false, facts: factsOf(answer.facts) };
}

function factsOf({ info, releases }: Project): ProjectFacts {
  return {
    name: info.name,
    summary: info.summary,
    requiresPython: info.requires_python || null,
    license: licenseOf(info),
    classifiers: info.classifiers,
    links: linksOf(info),
    description: descriptionOf(info),
    dependencies: info.requires_dist,
    releases: releasesOf(releases),
  };
}

/** Core metadata's default is reStructuredText. Parameters, such as the variant of Markdown, are left out. */
function descriptionOf({ description, description_content_type: given }: Project['info']) {
  const type = given.split(';')[0]?.trim().toLowerCase() ?? '';
  return description === '' ? null : { text: description, type: type || 'text/x-rst' };
}

/** The project's links, with its old fields for home page and documentation if it doesn't give these; only those to web pages. */
function linksOf({ project_urls: urls, home_page, docs_url }: Project['info']) {
  const given = Object.entries(urls ?? {}).map(([label, url]) => ({ label, url: url ?? '' }));
  const old = [
    { label: 'Homepage', url: home_page },
    { label: 'Documentation', url: docs_url },
  ];
  const missing = old.filter(({ url }) => !given.some((link) => link.url === url));
  return [...given, ...missing]
    .filter(({ url }) => webAddress(url) !== undefined)
    .map(({ label, url }) => ({ label, url: withoutCredentials(url.trim()) }));
}

/** Maximum length of a license's name, in characters; longer texts are the license itself. */
const LONGEST_LICENSE = 100;

/**
 * The SPDX expression of PEP 639. Without one, the old license field or the license classifiers: the first that has an SPDX form, or else
 * is OSI-approved, or else is given. Null if none is. Several classifiers don't say whether all or any of them apply.
 */
function licenseOf(info: Project['info']): string | null {
  if (info.license_expression !== '') return info.license_expression;
  const isName = info.license.length <= LONGEST_LICENSE && !info.license.includes('\n');
  const given = [isName ? info.license : '', licenseOfClassifiers(info.classifiers)];
  const known = given.filter((license) => readLicense(license) !== null);
  const spdx = known.map(spdxForm).find((license) => license !== undefined);
  const approved = known.find((license) => readLicense(license)?.isOsiApproved);
  return spdx ?? approved ?? known[0] ?? null;
}

/** The SPDX form of a license; undefined if it contains a name that SPDX doesn't list. */
function spdxForm(license: string): string | undefined {
  const read = readLicense(license);
  const isListed = read?.names.every((name) => licensePage(name) !== undefined) === true;
  return isListed ? read.text : undefined;
}

const licenseClassifier = /^License :: (?!OSI Approved$)/;

/** One classifier stays whole if it is OSI-approved, which its last part doesn't tell. */
function licenseOfClassifiers(classifiers: string[]): string {
  const all = [...new Set(classifiers.filter((it) => licenseClassifier.test(it)))];
  const [only = ''] = all;
  const isApproved = only.startsWith('License :: OSI Approved ::');
  return all.length === 1 && isApproved ? only : all.map(lastPart).join(', ');
}

function lastPart(classifier: string): string {
  const name = classifier.split('::').at(-1)?.trim() ?? '';
  return spdxForm(name) ?? name;
}

/** Lowest version first; versions that PEP 440 takes for the same are one release, spelled as the first upload was. */
function releasesOf(releases: Project['releases']): ProjectRelease[] {
  const withFiles = Object.entries(releases).filter(([, files]) => files.length > 0);
  const sorted = withFiles.toSorted(([a], [b]) => compareVersions(a, b));
  const merged: [string, z.output<typeof file>[]][] = [];
  for (const [number, files] of sorted) {
    const last = merged.at(-1);
    if (!last || compareVersions(last[0], number) !== 0) merged.push([number, files]);
    else if (isEarlier(files, last[1])) merged.splice(-1, 1, [number, [...files, ...last[1]]]);
    else last[1] = [...last[1], ...files];
  }
  return merged.map(([number, files]) => releaseOf(number, files));
}

const isEarlier = (a: z.output<typeof file>[], b: z.output<typeof file>[]) =>
  (firstUpload(a) ?? Infinity) < (firstUpload(b) ?? Infinity);

function releaseOf(number: string, files: z.output<typeof file>[]): ProjectRelease {
  const isYanked = files.every(({ yanked }) => yanked === true);
  const reason = files.find((it) => it.yanked_reason !== '')?.yanked_reason ?? null;
  return {
    number,
    uploadedAt: firstUpload(files),
    isYanked,
    yankedReason: isYanked ? reason : null,
  };
}

/** When the first of these files was uploaded; null if no date is valid. */
function firstUpload(files: z.output<typeof file>[]): Micros | null {
  const times = files.flatMap(
    ({ upload_time_iso_8601: time, upload_time: old }) =>
      parseTime(time ?? '', 'UTC') ?? parseTime(old ?? '', 'UTC') ?? [],
  );
  return times.length === 0 ? null : Math.min(...times);
}
