'use client';

import { use } from 'react';
import { Current } from './form';
import './checkbox.css';

interface CheckboxProps {
  name: string;
  label: string;
}

/** A labelled checkbox of a form; its value is `yes` if it is checked, otherwise it isn't sent. */
export function Checkbox({ name, label }: CheckboxProps) {
  const isChecked = use(Current)?.values[name] === 'yes';
  return (
    <label className="checkbox">
      {/* React resets a box to its first state after the form is sent; a new one begins with this state. */}
      <input
        key={String(isChecked)}
        type="checkbox"
        name={name}
        value="yes"
        defaultChecked={isChecked}
      />
      {label}
    </label>
  );
}
