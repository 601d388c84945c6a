import './forms.css';

interface ProjectFormProps {
  /** What was entered before. */
  text: string;
  /** What is wrong with it; follows the label of the field. */
  error: string | undefined;
  /** Slug of the grid that the package is to join. */
  grid: string | undefined;
}

const LABEL = 'Repository or PyPI name';

/** The first step of adding a package: asks which one. It changes nothing, so it is sent by GET. */
export function ProjectForm({ text, error, grid }: ProjectFormProps) {
  return (
    <form action="/packages/add/" className="form">
      {error !== undefined && (
        <div role="alert" className="errors">
          <a href="#field-project">
            {LABEL} {error}.
          </a>
        </div>
      )}
      {grid !== undefined && <input type="hidden" name="grid_slug" value={grid} />}
      <div className="field">
        <label htmlFor="field-project">{LABEL}</label>
        <p id="field-project-hint" className="hint">
          Such as https://github.com/celery/celery, or celery.
        </p>
        <input
          id="field-project"
          name="project"
          type="text"
          defaultValue={text}
          maxLength={500}
          aria-required
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={
            error === undefined ? 'field-project-hint' : 'field-project-hint field-project-error'
          }
          autoComplete="off"
          spellCheck={false}
        />
        {error !== undefined && (
          <p id="field-project-error" className="error">
            {LABEL} {error}.
          </p>
        )}
      </div>
      <p>
        <button type="submit" className="submit">
          Continue
        </button>
      </p>
    </form>
  );
}
