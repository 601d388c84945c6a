/** Files, and what programs read. */
const notPages = ['/*.*', '/api/v*', '/feeds/*/*', '/search/suggestions/*', '/search/opensearch/*'];

/** What a browser may fetch ahead when a reader is about to follow a link: pages, which come from memory, and no state of a table. */
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
