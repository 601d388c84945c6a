import { Section } from '@/components/layout/section';

interface SimilarPackagesProps {
  /** Packages that had the same repository or PyPI name before. */
  former: { slug: string; title: string }[];
  /** Packages with a similar name. */
  similar: { slug: string; title: string; description: string }[];
}

/** Packages that may be the one that somebody is about to add. */
export function SimilarPackages({ former, similar }: SimilarPackagesProps) {
  const others = similar.filter(({ slug }) => !former.some((it) => it.slug === slug));
  const all = [
    ...former.map((it) => ({ ...it, note: 'It had this repository or name before.' })),
    ...others.map(({ description, ...it }) => ({ ...it, note: description })),
  ];
  if (all.length === 0) return null;
  return (
    <Section id="similar" title="Is it one of these?">
      <ul className="max-w-prose">
        {all.map(({ slug, title, note }) => (
          <li key={slug} className="mb-2">
            <a href={`/packages/p/${slug}/`} className="underline" dir="auto">
              {title}
            </a>
            {note !== '' && (
              <>
                : <bdi>{note}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
