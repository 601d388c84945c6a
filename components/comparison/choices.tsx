import { markup } from '@/lib/text/markup';

interface ChoicesProps {
  title: string;
  name: string;
  choices: { value: string; label: string; isChosen: boolean }[];
}

/** A long list of checkboxes. */
export function Choices({ title, name, choices }: ChoicesProps) {
  if (choices.length === 0) return null;
  const ticks = choices.map(({ value, label, isChosen }) => {
    const checked = isChosen ? markup` checked` : undefined;
    return markup`<label><input type="checkbox" name="${name}" value="${value}"${checked}> <bdi>${label}</bdi></label>`;
  });
  return (
    <fieldset className="mt-3">
      <legend className="text-caption text-quiet">{title}</legend>
      <div
        className="flex flex-wrap gap-x-6 [&_input]:mr-1.5 [&_input]:size-4 [&_input]:align-[-0.15em] [&_input]:accent-(--color-accent) [&_label]:py-1.5"
        dangerouslySetInnerHTML={{ __html: markup`${ticks}`.__html }}
      />
    </fieldset>
  );
}
