import { webAddress } from '@/lib/links';

interface ExamplesProps {
  examples: { title: string; url: string }[];
}

/** Sites that are known to use a package. */
export function Examples({ examples }: ExamplesProps) {
  return (
    <ul className="text-table">
      {examples.map(({ title, url }) => (
        <li key={url} className="py-0.5">
          <a href={webAddress(url)} rel="nofollow ugc">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
