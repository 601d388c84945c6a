import { badgePath } from './badges';
import { markup } from '@/lib/text/markup';
import { markdownText } from '@/lib/text/markdown';
import { printable } from '@/lib/text/printable';
import { writableText } from '@/lib/text/xml';

interface Named {
  slug: string;
  title: string;
}

/** Markup for a README that shows a package's badge and links to its page, in each common README format. */
export function badgeMarkups(base: string, { slug, title }: Named) {
  const image = base + badgePath(slug);
  const page = `${base}/packages/p/${slug}/`;
  const words = printable(writableText(`${title} on Packgrid`)).replace(/\s+/g, ' ');
  return [
    { name: 'Markdown', text: `[![${markdownText(words)}](${image})](${page})` },
    {
      name: 'reStructuredText',
      text: `.. image:: ${image}\n   :target: ${page}\n   :alt: ${words.replaceAll('\\', '\\\\')}`,
    },
    {
      name: 'HTML',
      text: markup`<a href="${page}"><img src="${image}" alt="${words}"></a>`.__html,
    },
  ];
}
