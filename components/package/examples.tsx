import { webAddress } from '@/lib/text/links';

interface ExamplesProps {
  examples: { title: string; url: string }[];
}

/** Known sites that use a package. */
export function Examples({ examples }: ExamplesProps) {
  return (
    <ul className="text-table">
      {examples.map(({ title, url }) => (
        <li key={url} className="py-0.5">
          <a href={webAddress(url)} rel="nofollow ugc" dir="auto">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
