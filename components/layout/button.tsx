import type { ComponentProps } from 'react';

type ButtonProps = Pick<ComponentProps<'button'>, 'name' | 'value' | 'formAction' | 'children'>;

/** Submit button. */
export function Button(props: ButtonProps) {
  return (
    <button
      type="submit"
      className="min-h-9 cursor-pointer rounded-md border border-edge bg-raised px-3 py-1 text-table wrap-anywhere hover:border-accent hover:text-accent"
      {...props}
    />
  );
}
