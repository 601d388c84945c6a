'use client';

import { usePathname } from 'next/navigation';
import { createContext, use, useActionState, useEffect, useRef, type ReactNode } from 'react';
import type { FormAction, FormState } from './form-state';
import { keepInput } from './keep-input';
import './forms.css';

/** The state of the form around a field. */
export const Current = createContext<FormState | undefined>(undefined);
const Prefix = createContext('');

/** The id of the control for a field. */
const useFieldId = (name: string) => `field-${use(Prefix)}${name}`;

interface Choice {
  value: string;
  label: string;
}

interface FormProps {
  action: FormAction;
  initial: FormState;
  /** Label of the submit button, or several with the value of `decision` that each of them sends. */
  submit: string | readonly Choice[];
  /** Labels of the fields by name, for the list of errors. */
  labels: Record<string, string>;
  /** Tells the form from others on the page, in the ids of its fields. */
  id?: string;
  /** The URL of its page, if that has a query that the page needs. */
  path?: string;
  children: ReactNode;
}

/** A form that keeps its input when validation fails. Without JavaScript, the server renders the page again with the errors. */
export function Form({ action, initial, submit, labels, id, path, children }: FormProps) {
  const pathname = usePathname();
  // On the server, React needs the action itself, to write its id into the form.
  const sent = typeof window === 'undefined' ? action : keepInput(action);
  // Without a path, React would write an empty `action`, which HTML doesn't allow.
  const [state, send, isPending] = useActionState(sent, initial, path ?? pathname);
  return (
    <form action={send} className="form" noValidate>
      <Prefix value={id === undefined ? '' : `${id}-`}>
        <Current value={state}>
          <input type="hidden" name="token" value={state.token} />
          <Errors state={state} labels={labels} />
          {children}
          <p className="submits">
            {(typeof submit === 'string' ? [{ value: '', label: submit }] : submit).map((it) => (
              <button
                key={it.value}
                type="submit"
                name={it.value === '' ? undefined : 'decision'}
                value={it.value === '' ? undefined : it.value}
                aria-disabled={isPending || state.goTo !== undefined}
                className="submit"
              >
                {it.label}
              </button>
            ))}
          </p>
        </Current>
      </Prefix>
      {state.goTo !== undefined && <GoTo url={state.goTo} />}
    </form>
  );
}

/** Lists the errors above the form and gets the focus. */
function Errors({ state, labels }: { state: FormState; labels: Record<string, string> }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [state]);
  const prefix = use(Prefix);
  const errors = Object.entries(state.errors);
  if (errors.length === 0 && state.message === undefined) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="errors">
      {state.message !== undefined && <p>{state.message}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map(([name, error]) => (
            <li key={name}>
              <a href={`#field-${prefix}${name}`}>
                {labels[name] ?? name} {error}.
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Goes on to another page. A form can't be redirected to another site, since the Content-Security-Policy allows its own only. */
function GoTo({ url }: { url: string }) {
  useEffect(() => {
    window.location.assign(url);
  }, [url]);
  return (
    <p role="status">
      <meta httpEquiv="refresh" content={`0;url=${url}`} />
      <a href={url}>Continue</a>
    </p>
  );
}

interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'password' | 'url';
  autoComplete?: string;
  isLong?: boolean;
  /** Of a long field. */
  rows?: number;
  isRequired?: boolean;
}

/** A labelled text field of a form, with its hint and its error. */
export function Field({
  name,
  label,
  hint,
  type = 'text',
  isLong,
  rows = 4,
  isRequired,
  ...rest
}: FieldProps) {
  const state = use(Current);
  const id = useFieldId(name);
  const error = state?.errors[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const shared = {
    ...{ id, name, defaultValue: state?.values[name] ?? '' },
    ...{ 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined },
    'aria-required': isRequired,
    ...rest,
  };
  return (
    <Labelled id={id} label={label} hint={hint}>
      {isLong ? <textarea rows={rows} {...shared} /> : <input type={type} {...shared} />}
      {error && (
        <p id={`${id}-error`} className="error">
          {label} {error}.
        </p>
      )}
    </Labelled>
  );
}

interface LabelledProps {
  id: string;
  label: string;
  hint: string | undefined;
  children: ReactNode;
}

/** A control with its label and hint. */
function Labelled({ id, label, hint, children }: LabelledProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

interface SelectProps {
  name: string;
  label: string;
  hint?: string;
  options: { value: string; label: string }[];
}

/** A labelled select of a form. */
export function Select({ name, label, hint, options }: SelectProps) {
  const state = use(Current);
  const id = useFieldId(name);
  const value = state?.values[name] ?? '';
  return (
    <Labelled id={id} label={label} hint={hint}>
      {/* React resets a select to its first value after the form is sent; a new one begins with this value. */}
      <select
        key={value}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={hint && `${id}-hint`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** A hidden field of a form. */
export function Hidden({ name }: { name: string }) {
  const state = use(Current);
  return <input type="hidden" name={name} value={state?.values[name] ?? ''} />;
}
