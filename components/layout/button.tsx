import type { ComponentProps } from 'react';

type ButtonProps = Pick<ComponentProps<'button'>, 'name' | 'value' | 'formAction' | 'children'>;

/** Sends the form that it stands in. */
export function Button(props: ButtonProps) {
  return (
    <button
      type="submit"
      className="h-9 cursor-pointer rounded-md border border-edge bg-raised px-3 text-table hover:border-accent hover:text-accent"
      {...props}
    />
  );
}
