import { metricGroups } from '@/lib/comparison/metrics';
import { Field, Select } from './form';
import { ReasonField } from './grid-fieldset';

export const featureLabels = {
  title: 'Title',
  description: 'Description',
  metric: 'Repeats metric',
  reason: 'Reason',
};

const metrics = metricGroups.flatMap((group) => group.metrics);

/** What people enter for a feature. */
export function FeatureFieldset() {
  return (
    <>
      <Field name="title" label="Title" hint="Such as “Retries failed tasks”." isRequired />
      <Field
        name="description"
        label="Description"
        hint="How to tell whether a package has it."
        isLong
      />
      <Select
        name="metric"
        label="Repeats metric"
        hint="If it repeats a metric that every comparison has, it is shown as a note next to it."
        options={[
          { value: '', label: 'none' },
          ...metrics.map(({ key, label }) => ({ value: key, label })),
        ]}
      />
      <ReasonField />
    </>
  );
}
