import { supportedCycles, type Product } from '@/lib/package/cycles';
import { readLicense } from '@/lib/package/licenses';
import { webAddress } from '@/lib/text/links';
import { allowedLines } from '@/lib/package/requires-python';
import { isStillValid } from '@/lib/scoring/reading';
import { DAY_ZONE, type Clock } from '@/lib/time';
import { describeDay, joinNames } from '@/lib/text/wording';
import type { Criterion, Finding, HealthInput } from './criterion';

const names = { django: 'Django', python: 'Python' };

/** The versions that a package's classifiers declare; null if they were never read. A bare `3` doesn't count for Python. */
function declaredCycles(input: HealthInput, product: Product): string[] | null {
  if (product === 'django') return input.djangoVersions;
  return input.pythonVersions?.filter((cycle) => cycle.includes('.')) ?? null;
}

/**
 * Whether a package declares support for a version that still gets security fixes: by its classifiers or, if they declare no Python version,
 * by its Requires-Python.
 */
export function judgeSupport(input: HealthInput, product: Product, clock: Clock): Finding {
  const name = names[product];
  const supported = supportedCycles(product, clock.now).map(({ cycle }) => cycle);
  const declared = declaredCycles(input, product);
  const isAsked = product === 'python' && !declared?.length;
  const required = (isAsked && input.requiresPython) || null;
  const allowed = required === null ? null : allowedLines(required, supported);
  if (allowed === undefined) {
    return { share: null, text: () => `Its Requires-Python, "${required}", is not valid.` };
  }
  const claimed = allowed ?? declared;
  if (claimed === null) {
    return { share: null, text: () => `No data about ${name} versions yet.` };
  }
  if (claimed.length === 0 && allowed === null) {
    return { share: null, text: () => `No ${name} version declared.` };
  }

  const current = claimed.filter((cycle) => supported.includes(cycle));
  const asOf = input.snapshotAt === null ? '' : ` as of ${describeDay(input.snapshotAt, DAY_ZONE)}`;
  if (current.length > 0) {
    return { share: 1, text: () => `Supports ${name} ${joinNames(current)}${asOf}.` };
  }
  const isValid = isStillValid(input.snapshotAt, input, clock);
  const none = `Doesn't declare ${name} ${joinNames(supported, 'or')}`;
  return {
    share: isValid ? 0 : null,
    text: () => `${none}${asOf}${isValid ? '' : '; not checked since'}.`,
  };
}

const supportCriterion = (product: Product, why: string): Criterion => ({
  key: product,
  name: `Supports a current ${names[product]}`,
  why,
  points: 10,
  levels: [
    { share: 1, when: `declares a version of ${names[product]} that still gets security fixes` },
    { share: 0, when: 'declares older versions only' },
  ],
  judge: (it, clock) => judgeSupport(it, product, clock),
});

const documentation: Criterion = {
  key: 'documentation',
  name: 'Documentation',
  why: 'You can learn it without reading its code.',
  points: 5,
  levels: [
    { share: 1, when: 'on a site of its own' },
    { share: 0.6, when: 'in its repository' },
    { share: 0, when: 'none' },
  ],
  judge: ({ documentationUrl, repoUrl }) => {
    if (documentationUrl === null) {
      return { share: null, text: () => 'No data about its documentation yet.' };
    }
    const address = webAddress(documentationUrl);
    if (address === undefined) return { share: 0, text: () => 'No documentation.' };
    const repository = webAddress(repoUrl)?.replace(/\/$/, '').toLowerCase();
    const isOwn = repository === undefined || !address.toLowerCase().startsWith(repository);
    return isOwn
      ? { share: 1, text: () => `At ${new URL(address).hostname}.` }
      : { share: 0.6, text: () => 'In its repository.' };
  },
};

const licence: Criterion = {
  key: 'licence',
  name: 'Open licence',
  why: 'You may use, change and share it on well-known terms.',
  points: 5,
  levels: [
    { share: 1, when: 'approved by the Open Source Initiative' },
    { share: 0, when: 'any other licence' },
  ],
  judge: ({ licence: said, snapshotAt }) => {
    const read = readLicense(said);
    if (read === null) return { share: null, text: () => 'No licence found yet.' };
    const asOf = snapshotAt === null ? '' : ` (as of ${describeDay(snapshotAt, DAY_ZONE)})`;
    const verdict = read.isOsiApproved ? '' : 'not known to be ';
    return {
      share: read.isOsiApproved ? 1 : 0,
      text: () => `${read.text}, ${verdict}approved by the Open Source Initiative${asOf}.`,
    };
  },
};

export const fitCriteria: Criterion[] = [
  supportCriterion('django', 'Runs on a supported Django.'),
  supportCriterion('python', 'Runs on a supported Python.'),
  documentation,
  licence,
];
