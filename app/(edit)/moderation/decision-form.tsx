import type { ReactNode } from 'react';
import { Form, Hidden } from '@/components/forms/form';
import { openForm } from '../run-form';
import { decide } from './actions';

interface DecisionFormProps {
  kind: 'change' | 'any-change' | 'held' | 'flag' | 'example';
  id: number;
  /** Labels of the buttons; without the first, there is only the second. */
  approve?: string;
  reject: string;
  from?: '/moderation/' | '/moderation/recent/';
  children?: ReactNode;
}

/** The buttons that decide on an item of the queue. */
export async function DecisionForm(props: DecisionFormProps) {
  const { kind, id, approve, reject, from = '/moderation/', children } = props;
  const choices = [
    ...(approve === undefined ? [] : [{ value: 'approve', label: approve }]),
    { value: 'reject', label: reject },
  ];
  return (
    <Form
      action={decide}
      initial={await openForm({ kind, id: String(id), from })}
      submit={choices}
      labels={{ answer: 'Answer' }}
      id={`${kind}-${id}`}
    >
      <Hidden name="kind" />
      <Hidden name="id" />
      <Hidden name="from" />
      {children}
    </Form>
  );
}
