import { supportedCycles, type Product } from '@/lib/package/cycles';
import { readLicense } from '@/lib/package/licenses';
import { webAddress } from '@/lib/text/links';
import { allowedLines } from '@/lib/package/requires-python';
import { isStillValid } from '@/lib/scoring/reading';
import { DAY_ZONE, type Clock } from '@/lib/time';
import { describeDay, joinNames } from '@/lib/text/wording';
import type { Criterion, Finding, HealthInput } from './criterion';

const names = { django: 'Django', python: 'Python' };

/** The releases that a package's classifiers name; null if they were never read. A bare `3` doesn't count for Python. */
function declaredCycles(input: HealthInput, product: Product): string[] | null {
  if (product === 'django') return input.djangoVersions;
  return input.pythonVersions?.filter((cycle) => cycle.includes('.')) ?? null;
}

/**
 * Whether a package declares support for a release that still gets security fixes: by its classifiers or, if they name no Python release,
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
    return { share: null, text: () => `Its Requires-Python, "${required}", can't be read.` };
  }
  const claimed = allowed ?? declared;
  if (claimed === null) {
    return { share: null, text: () => `Which releases of ${name} it supports was never read.` };
  }
  if (claimed.length === 0 && allowed === null) {
    return { share: null, text: () => `It names no release of ${name}.` };
  }

  const current = claimed.filter((cycle) => supported.includes(cycle));
  const asOf =
    input.snapshotAt === null ? '' : `, as of ${describeDay(input.snapshotAt, DAY_ZONE)}`;
  if (current.length > 0) {
    return { share: 1, text: () => `It supports ${name} ${joinNames(current)}${asOf}.` };
  }
  const isValid = isStillValid(input.snapshotAt, input, clock);
  const none = `None of ${joinNames(supported)} is among the releases of ${name} it supports`;
  return {
    share: isValid ? 0 : null,
    text: () => `${none}${asOf}${isValid ? '' : '; nobody has looked since'}.`,
  };
}

const supportCriterion = (product: Product, why: string): Criterion => ({
  key: product,
  name: `Supports a current ${names[product]}`,
  why,
  points: 10,
  levels: [
    { share: 1, when: `naming a release of ${names[product]} that still gets security fixes` },
    { share: 0, when: 'naming only older ones' },
  ],
  judge: (it, clock) => judgeSupport(it, product, clock),
});

const documentation: Criterion = {
  key: 'documentation',
  name: 'Documentation',
  why: 'It can be learned without reading its code.',
  points: 5,
  levels: [
    { share: 1, when: 'documentation at an address of its own' },
    { share: 0.6, when: 'documentation within the repository' },
    { share: 0, when: 'none' },
  ],
  judge: ({ documentationUrl, repoUrl }) => {
    if (documentationUrl === null) {
      return { share: null, text: () => 'Whether it has documentation is unknown.' };
    }
    const address = webAddress(documentationUrl);
    if (address === undefined) return { share: 0, text: () => 'It has none.' };
    const repository = webAddress(repoUrl)?.replace(/\/$/, '').toLowerCase();
    const isOwn = repository === undefined || !address.toLowerCase().startsWith(repository);
    return isOwn
      ? { share: 1, text: () => `Read at ${new URL(address).hostname}.` }
      : { share: 0.6, text: () => 'Read in its repository.' };
  },
};

const licence: Criterion = {
  key: 'licence',
  name: 'Open licence',
  why: 'It may be used, changed and passed on by terms that everybody knows.',
  points: 5,
  levels: [
    { share: 1, when: 'a licence that the Open Source Initiative has approved' },
    { share: 0, when: 'any other' },
  ],
  judge: ({ licence: said, snapshotAt }) => {
    const read = readLicense(said);
    if (read === null) return { share: null, text: () => 'Its licence is unknown.' };
    const asOf = snapshotAt === null ? '' : `, as of ${describeDay(snapshotAt, DAY_ZONE)}`;
    const verdict = read.isOsiApproved ? 'is' : 'is not known to be';
    return {
      share: read.isOsiApproved ? 1 : 0,
      text: () => `${read.text}, which ${verdict} approved by the Open Source Initiative${asOf}.`,
    };
  },
};

export const fitCriteria: Criterion[] = [
  supportCriterion('django', 'It runs on a Django that is itself looked after.'),
  supportCriterion('python', 'It runs on a Python that is itself looked after.'),
  documentation,
  licence,
];
