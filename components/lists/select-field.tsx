import { markup } from '@/lib/text/markup';

interface SelectFieldProps {
  name: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
}

/** A select in a filter form. Its options are markup, because there can be many and React is slow with many. */
export function SelectField({ name, label, value, options }: SelectFieldProps) {
  const id = `filter-${name}`;
  const choices = options.map((option) =>
    option.value === value
      ? markup`<option value="${option.value}" selected>${option.label}</option>`
      : markup`<option value="${option.value}">${option.label}</option>`,
  );
  return (
    <div>
      <label htmlFor={id} className="block text-caption text-quiet">
        {label}
      </label>
      <select
        id={id}
        name={name}
        className="h-9 max-w-44 rounded-md border border-edge bg-raised px-2"
        dangerouslySetInnerHTML={{ __html: markup`${choices}`.__html }}
      />
    </div>
  );
}
