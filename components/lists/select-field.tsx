interface SelectFieldProps {
  name: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
}

/** One choice out of a list, in a filter form. */
export function SelectField({ name, label, value, options }: SelectFieldProps) {
  const id = `filter-${name}`;
  return (
    <div>
      <label htmlFor={id} className="block text-caption text-quiet">
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={value}
        className="h-9 rounded-md border border-edge bg-raised px-2"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
