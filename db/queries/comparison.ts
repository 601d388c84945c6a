import { asc, desc, eq, sql } from 'drizzle-orm';
import type { ComparedPackage } from '@/lib/comparison/metrics';
import { evidenceAddress } from '@/lib/evidence';
import { prepared } from '../client';
import { elements, features, memberships, packages } from '../schema';
import { supportOf } from './support';

/** What a comparison reads of a package. */
export const compared = {
  id: packages.id,
  slug: packages.slug,
  title: packages.title,
  description: packages.repoDescription,
  isDeprecated: packages.isDeprecated,
  isArchived: packages.isArchived,
  health: packages.health,
  healthAt: packages.healthAt,
  stars: packages.repoWatchers,
  forks: packages.repoForks,
  starsAt: packages.repoFiguresAt,
  usageCount: packages.usageCount,
  usageCountedAt: packages.usageCountedAt,
  downloadRank: packages.pypiDownloadRank,
  lastCommitAt: packages.lastCommitAt,
  lastReleaseNumber: packages.lastReleaseNumber,
  lastReleaseAt: packages.lastReleaseAt,
  lastReleasePrecision: packages.lastReleasePrecision,
  commitsOver52: packages.commitsOver52,
  commitsAsOf: packages.commitsAsOf,
  commitCount: packages.commitCount,
  developmentStatus: packages.developmentStatus,
  djangoVersions: supportOf('django'),
  pythonVersions: supportOf('python'),
  requiresPython: packages.requiresPython,
  licence: packages.licence,
  documentationUrl: packages.documentationUrl,
  snapshotAt: packages.snapshotAt,
};

/** The active packages first, then by stars, unknown ones last. */
export const usualOrder = [
  desc(packages.isActive),
  desc(packages.repoWatchers),
  asc(packages.title),
];

const ofGrid = prepared((db) =>
  db
    .select(compared)
    .from(memberships)
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(eq(memberships.gridId, sql.placeholder('gridId')))
    .orderBy(...usualOrder)
    .prepare(),
);

/** All packages of a grid, in the usual order. */
export function listComparedPackages(gridId: number): ComparedPackage[] {
  return ofGrid().all({ gridId });
}

const featuresOf = prepared((db) =>
  db
    .select({ id: features.id, title: features.title, description: features.description })
    .from(features)
    .where(eq(features.gridId, sql.placeholder('gridId')))
    .orderBy(asc(features.id))
    .prepare(),
);

/** The features of a grid, in the order in which they were added. */
export function listFeatures(gridId: number) {
  return featuresOf().all({ gridId });
}

/** What a comparison reads of a cell, with what its evidence is an address from. */
export const cellColumns = {
  featureId: elements.featureId,
  packageId: memberships.packageId,
  text: elements.text,
  evidence: elements.evidence,
  repoUrl: packages.repoUrl,
  commit: packages.snapshotCommit,
};

const cells = prepared((db) =>
  db
    .select(cellColumns)
    .from(elements)
    .innerJoin(memberships, eq(memberships.id, elements.membershipId))
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(eq(elements.gridId, sql.placeholder('gridId')))
    .prepare(),
);

/** The filled cells of a grid, each with where it was read. */
export function listCells(gridId: number) {
  return cells().all({ gridId }).map(withEvidence);
}

interface StoredCell {
  featureId: number;
  packageId: number;
  text: string;
  evidence: string;
  repoUrl: string | null;
  commit: string | null;
}

/** A cell as it is stored, with the address of its evidence. */
export function withEvidence({ evidence, repoUrl, commit, ...cell }: StoredCell) {
  if (evidence === '') return { ...cell, evidence: undefined };
  const href = evidenceAddress(repoUrl, commit, evidence);
  return { ...cell, evidence: { text: evidence, href } };
}
