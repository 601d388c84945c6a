import { supportedCycles, type Product } from '@/lib/cycles';
import { isOsiApproved } from '@/lib/licences';
import { webAddress } from '@/lib/links';
import { allowedReleases } from '@/lib/scoring/python3';
import { stillStands } from '@/lib/scoring/reading';
import { DAY_ZONE, type Clock } from '@/lib/time';
import { describeDay, joinNames } from '@/lib/wording';
import type { Criterion, Finding, HealthFacts } from './criterion';

const names = { django: 'Django', python: 'Python' };

/** The cycles that a package says it runs on: by its classifiers, or by the Python that it requires where they name none. */
function claimedCycles(it: HealthFacts, product: Product, supported: string[]): string[] | null {
  if (product === 'django') return it.djangoVersions;
  const named = it.pythonVersions?.filter((cycle) => cycle.includes('.')) ?? null;
  const allowed = it.requiresPython && allowedReleases(it.requiresPython, supported);
  return named?.length ? named : allowed || named;
}

/** Whether a package says that it runs on a release that still gets security fixes. */
export function judgeSupport(it: HealthFacts, product: Product, clock: Clock): Finding {
  const name = names[product];
  const supported = supportedCycles(product, clock.now).map(({ cycle }) => cycle);
  const claimed = claimedCycles(it, product, supported);
  if (claimed === null) {
    return { share: null, text: () => `Which releases of ${name} it supports was never read.` };
  }
  const requires = it.requiresPython !== null && product === 'python';
  if (claimed.length === 0 && !requires) {
    return { share: null, text: () => `It names no release of ${name}.` };
  }

  const current = claimed.filter((cycle) => supported.includes(cycle));
  const asOf = it.snapshotAt === null ? '' : `, as of ${describeDay(it.snapshotAt, DAY_ZONE)}`;
  if (current.length > 0) {
    return { share: 1, text: () => `It supports ${name} ${joinNames(current)}${asOf}.` };
  }
  const stands = stillStands(it.snapshotAt, it, clock);
  const none = `None of ${joinNames(supported)} is among the releases of ${name} it supports`;
  return {
    share: stands ? 0 : null,
    text: () => `${none}${asOf}${stands ? '' : '; nobody has looked since'}.`,
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
  judge: ({ licence: spdx, snapshotAt }) => {
    if (spdx === null) return { share: null, text: () => 'Its licence is unknown.' };
    const asOf = snapshotAt === null ? '' : `, as of ${describeDay(snapshotAt, DAY_ZONE)}`;
    const isApproved = isOsiApproved(spdx);
    const verdict = isApproved ? 'is' : 'is not known to be';
    return {
      share: isApproved ? 1 : 0,
      text: () => `${spdx}, which ${verdict} approved by the Open Source Initiative${asOf}.`,
    };
  },
};

export const fitCriteria: Criterion[] = [
  supportCriterion('django', 'It runs on a Django that is itself looked after.'),
  supportCriterion('python', 'It runs on a Python that is itself looked after.'),
  documentation,
  licence,
];
