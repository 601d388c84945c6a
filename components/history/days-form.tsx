import { Button } from '@/components/layout/button';

interface DaysFormProps {
  action: string;
  at?: string | undefined;
  to?: string | undefined;
  /** The current day in UTC, as `2026-11-30`. */
  today: string;
}

const fields = [
  { name: 'at', label: 'On (UTC)' },
  { name: 'to', label: 'Compare with (optional)' },
] as const;

/** Form to choose the day to show a grid at, and optionally a second day to compare it with. */
export function DaysForm({ action, today, ...days }: DaysFormProps) {
  return (
    <form action={action} className="no-print mb-4 flex flex-wrap items-end gap-3 text-table">
      {fields.map(({ name, label }) => (
        <div key={name}>
          <label htmlFor={`day-${name}`} className="block text-caption text-quiet">
            {label}
          </label>
          <input
            id={`day-${name}`}
            type="date"
            name={name}
            max={today}
            defaultValue={days[name]}
            className="h-9 w-full rounded-md border border-edge bg-raised px-3"
          />
        </div>
      ))}
      <Button>Show</Button>
    </form>
  );
}
