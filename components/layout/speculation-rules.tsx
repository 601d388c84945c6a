/** Files and machine-readable resources. */
const notPages = ['/*.*', '/api/v*', '/feeds/*/*', '/search/suggestions/*', '/search/opensearch/*'];

/** What browsers may prefetch when a user is about to follow a link: pages, which are served from memory, but no variants of a table. */
const rules = {
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: notPages } },
          { not: { selector_matches: '[rel~=nofollow], [download]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
};

const __html = JSON.stringify(rules);

export function SpeculationRules() {
  return <script type="speculationrules" dangerouslySetInnerHTML={{ __html }} />;
}
