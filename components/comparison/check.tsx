import type { ReactNode } from 'react';

interface CheckProps {
  name: string;
  value?: string;
  isOn: boolean;
  children: ReactNode;
}

/** A checkbox with its label. */
export function Check({ name, value = '1', isOn, children }: CheckProps) {
  return (
    <label className="inline-flex min-h-9 items-center gap-2">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isOn}
        className="size-4 accent-(--color-accent)"
      />
      {children}
    </label>
  );
}
