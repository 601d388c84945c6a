import { developmentStatusName } from '@/lib/package/development-status';
import { readLicense } from '@/lib/package/licenses';
import { MICROS_PER_DAY, type Clock } from '@/lib/time';
import { compareTitles } from '@/lib/list/titles';
import { compareVersions } from '@/lib/package/versions';
import type { ComparedPackage } from './compared-package';

/** A commit within this many days, on a package neither archived nor deprecated, counts as maintained. */
const MAINTAINED_DAYS = 365;

/** Whether a package is maintained; false if its last commit is unknown. */
export function isMaintained(pkg: ComparedPackage, { now }: Clock): boolean {
  return (
    !pkg.isDeprecated &&
    !pkg.isArchived &&
    pkg.lastCommitAt !== null &&
    pkg.lastCommitAt <= now &&
    now - pkg.lastCommitAt <= MAINTAINED_DAYS * MICROS_PER_DAY
  );
}

/** A filter value and its label. */
export interface Option {
  value: string;
  label: string;
}

/** A filter by one value; packages whose value is unknown never pass. */
export interface Filter {
  key: 'status' | 'django' | 'python' | 'licence';
  label: string;
  /** The values to choose from for these packages. */
  options: (packages: ComparedPackage[]) => Option[];
  passes: (it: ComparedPackage, value: string) => boolean;
}

const known = <Value>(values: (Value | null)[]): Value[] => [
  ...new Set(values.filter((value) => value !== null)),
];

const plain = (value: string): Option => ({ value, label: value });

const newestFirst = (cycles: (string[] | null)[]): Option[] =>
  known(cycles.flatMap((it) => it ?? []))
    .sort((a, b) => compareVersions(b, a))
    .map(plain);

export const filters: Filter[] = [
  {
    key: 'status',
    label: 'Status',
    options: (packages) =>
      known(packages.map((it) => it.developmentStatus))
        .sort((a, b) => b - a)
        .map((status) => ({
          value: String(status),
          label: developmentStatusName(status) ?? String(status),
        })),
    passes: (it, value) => String(it.developmentStatus) === value,
  },
  {
    key: 'django',
    label: 'Django',
    options: (packages) => newestFirst(packages.map((it) => it.djangoVersions)),
    passes: (pkg, value) => pkg.djangoVersions?.includes(value) === true,
  },
  {
    key: 'python',
    label: 'Python',
    options: (packages) => [
      { value: '3', label: 'any 3' },
      ...newestFirst(packages.map((it) => it.pythonVersions)).filter(({ value }) => value !== '3'),
    ],
    passes: (pkg, value) =>
      pkg.pythonVersions?.some((cycle) => cycle === value || cycle.startsWith(`${value}.`)) ===
      true,
  },
  {
    key: 'licence',
    label: 'Licence',
    options: (packages) => [
      { value: 'osi', label: 'any OSI-approved' },
      ...known(packages.flatMap((it) => readLicense(it.licence)?.names ?? []))
        .filter((licence) => licence !== 'osi')
        .sort(compareTitles)
        .map(plain),
    ],
    passes: (pkg, value) => {
      const licence = readLicense(pkg.licence);
      return value === 'osi'
        ? licence?.isOsiApproved === true
        : licence?.names.includes(value) === true;
    },
  },
];
