import { badgePath } from './badges';
import { markup } from './markup';

interface Named {
  slug: string;
  title: string;
}

/** How a README shows the badge of a package and leads to its page, in each language that READMEs are written in. */
export function badgeMarkups(base: string, { slug, title }: Named) {
  const image = base + badgePath(slug);
  const page = `${base}/packages/p/${slug}/`;
  const words = `${title} on Packgrid`.replace(/\s+/g, ' ');
  const inMarkdown = words.replace(/[\\[\]`*_<>]/g, '\\$&');
  return [
    { name: 'Markdown', text: `[![${inMarkdown}](${image})](${page})` },
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
