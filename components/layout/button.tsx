import type { ComponentProps } from 'react';

type ButtonProps = Pick<ComponentProps<'button'>, 'name' | 'value' | 'formAction' | 'children'>;

const look =
  'min-h-9 cursor-pointer rounded-md border border-edge bg-raised px-3 py-1 text-table wrap-anywhere hover:border-accent hover:text-accent';

/** Submit button. */
export function Button(props: ButtonProps) {
  return <button type="submit" className={look} {...props} />;
}

type ButtonLinkProps = Pick<ComponentProps<'a'>, 'href' | 'children'>;

/** Link that looks like a button. */
export function ButtonLink(props: ButtonLinkProps) {
  return (
    <a className={`${look} inline-flex items-center text-ink hover:no-underline`} {...props} />
  );
}
