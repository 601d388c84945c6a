interface TickListProps {
  title: string;
  packages: { slug: string; title: string; description: string }[];
  isTicked?: boolean;
}

/** Packages with checkboxes, each with its description. */
export function TickList({ title, packages, isTicked = false }: TickListProps) {
  if (packages.length === 0) return null;
  return (
    <fieldset className="mt-6">
      <legend className="text-lead font-heading">{title}</legend>
      <ul className="mt-1 grid gap-x-8 text-table md:grid-cols-2">
        {packages.map(({ slug, title: name, description }) => (
          <li key={slug} className="border-b border-line">
            <label className="flex gap-3 py-2">
              <input
                type="checkbox"
                name="package"
                value={slug}
                data-title={name}
                defaultChecked={isTicked}
                className="mt-0.5 size-4 shrink-0 accent-(--color-accent)"
              />
              <span className="min-w-0">
                <span className="block font-heading" dir="auto">
                  {name}
                </span>
                <span className="block text-quiet" dir="auto">
                  {description}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
