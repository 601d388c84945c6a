const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Returns the text of a browsable page's main part as a browser shows it, with a blank line after each paragraph. */
export function readMain(html: string): string {
  const [, main = ''] = /<main>([\s\S]*)<\/main>/.exec(html) ?? [];
  return main
    .replace(/(<\/p>|<main>|<\/pre>)\n+/g, '$1')
    .replace(/<br>/g, '\n')
    .replace(/<\/p>/g, '\n\n')
    .replace(/<\/pre>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(#?\w+);/g, (_, name: string) => entities[name] ?? '')
    .trim();
}
