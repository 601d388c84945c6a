import { readmeNames } from '@/server/collectors/readme';

/** The alias in a query of the repository at an index. */
export const aliasOf = (index: number) => `r${index}`;

/** The alias of the README of the name at an index. */
export const readmeAlias = (index: number) => `readme${index}`;

const facts = `
fragment facts on Repository {
  nameWithOwner
  description
  stargazerCount
  forkCount
  hasIssuesEnabled
  issues(states: OPEN) { totalCount }
  pullRequests(states: OPEN) { totalCount }
  isArchived
  archivedAt
  isDisabled
  isFork
  isMirror
  defaultBranchRef {
    name
    target { ... on Commit { oid committedDate history { totalCount } } }
  }
  licenseInfo { spdxId }
  repositoryTopics(first: 20) { nodes { topic { name } } }
  latestRelease { tagName name publishedAt description url }
}`;

const readmes = `
fragment readmes on Repository {
${readmeNames.map((name, index) => `  ${readmeAlias(index)}: object(expression: ${JSON.stringify(`HEAD:${name}`)}) { ...file }`).join('\n')}
}
fragment file on GitObject { ... on Blob { text isTruncated isBinary } }`;

/** A GraphQL query for the repositories at `paths`, which are its variables, and for its own cost. */
export function repositoriesQuery(paths: string[], { withReadme }: { withReadme: boolean }) {
  const fields = withReadme ? '...facts ...readmes' : '...facts';
  const parameters = paths.flatMap((_, index) => [`$o${index}: String!`, `$n${index}: String!`]);
  const repositories = paths.map(
    (_, index) =>
      `  ${aliasOf(index)}: repository(owner: $o${index}, name: $n${index}) { ${fields} }`,
  );
  return {
    query: `query repositories(${parameters.join(', ')}) {
  rateLimit { cost limit remaining resetAt }
${repositories.join('\n')}
}${facts}${withReadme ? readmes : ''}`,
    variables: Object.fromEntries(paths.flatMap(variablesOf)),
  };
}

function variablesOf(path: string, index: number): [string, string][] {
  const [owner = '', name = ''] = path.split('/');
  return [
    [`o${index}`, owner],
    [`n${index}`, name],
  ];
}
