import { z } from 'zod';
import type { Readme, RepositoryFacts } from '@/server/collectors/facts';
import { count, flag, line, releaseOf, spdxId, time } from '@/server/collectors/payload';
import { readmeNames, readmeOf } from '@/server/collectors/readme';
import { unknownFacts } from '@/server/collectors/repository-host';
import { readmeAlias } from './query';

const totalSchema = z.object({ totalCount: count }).nullish();

const blobSchema = z
  .object({ text: z.string().nullish(), isTruncated: flag, isBinary: flag })
  .nullish();

/** A repository as GraphQL answers. Any field may be null, since an error in one leaves the others. */
export const nodeSchema = z
  .object({
    nameWithOwner: z.string(),
    description: line,
    stargazerCount: count,
    forkCount: count,
    hasIssuesEnabled: flag,
    issues: totalSchema,
    pullRequests: totalSchema,
    isArchived: flag,
    archivedAt: time,
    isDisabled: flag,
    isFork: flag,
    isMirror: flag,
    defaultBranchRef: z
      .object({
        name: z.string(),
        target: z
          .object({ oid: z.string().nullish(), committedDate: time, history: totalSchema })
          .nullish(),
      })
      .nullish(),
    licenseInfo: z.object({ spdxId }).nullish(),
    repositoryTopics: z
      .object({ nodes: z.array(z.object({ topic: z.object({ name: z.string() }) })).nullish() })
      .nullish(),
    latestRelease: z
      .object({
        tagName: z.string(),
        name: line,
        publishedAt: time,
        description: z.string().nullish(),
        url: z.string(),
      })
      .nullish(),
  })
  .loose();

export type RepositoryNode = z.output<typeof nodeSchema>;

export function nodeFacts(siteUrl: string, node: RepositoryNode): RepositoryFacts {
  return {
    ...unknownFacts(siteUrl, node.nameWithOwner),
    description: node.description,
    stars: node.stargazerCount,
    forks: node.forkCount,
    openIssues: node.hasIssuesEnabled === false ? null : (node.issues?.totalCount ?? null),
    openPullRequests: node.pullRequests?.totalCount ?? null,
    isArchived: node.isArchived,
    archivedAt: node.archivedAt,
    isFork: node.isFork,
    isMirror: node.isMirror,
    ...branchFacts(node),
    license: node.licenseInfo?.spdxId ?? null,
    topics: (node.repositoryTopics?.nodes ?? []).map(({ topic }) => topic.name),
    latestRelease: releaseFacts(node),
    readme: readmeFacts(node),
  };
}

function branchFacts({ defaultBranchRef: branch }: RepositoryNode) {
  return {
    defaultBranch: branch?.name ?? null,
    lastCommit: branch?.target?.oid ?? null,
    lastCommitAt: branch?.target?.committedDate ?? null,
    commitCount: branch?.target?.history?.totalCount ?? null,
  };
}

function releaseFacts({ latestRelease: release }: RepositoryNode) {
  if (!release) return null;
  const { tagName: tag, name, publishedAt, description, url } = release;
  return releaseOf({ tag, name, publishedAt, notes: description ?? null, url });
}

/** The first README that is whole; GitHub cuts off large files. */
function readmeFacts(node: RepositoryNode): Readme | null {
  for (const [index, path] of readmeNames.entries()) {
    const blob = blobSchema.safeParse(node[readmeAlias(index)]).data;
    if (blob?.text == null || blob.isTruncated === true || blob.isBinary === true) continue;
    const readme = readmeOf(path, blob.text);
    if (readme) return readme;
  }
  return null;
}
