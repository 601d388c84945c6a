import { make } from './make';

/** How long the status message is shown, in milliseconds. */
const SHOWN = 4000;

/** A button that copies `data-text`, or the file at `data-src`. Its label is `data-label`, its accessible name `data-name` if given. */
export class CopyText extends HTMLElement {
  readonly #status = make('span', { role: 'status' });
  #fading = 0;

  connectedCallback(): void {
    // The clipboard is only available on https and localhost.
    if (!window.isSecureContext || this.hasChildNodes()) return;
    const { label = 'Copy', name = label } = this.dataset;
    const button = make('button', { type: 'button', ariaLabel: name }, label);
    button.addEventListener('click', () => void this.#copy());
    this.append(button, this.#status);
  }

  async #copy(): Promise<void> {
    this.#say('');
    try {
      await (this.dataset['src'] === undefined
        ? navigator.clipboard.writeText(this.dataset['text'] ?? '')
        : copyFile(this.dataset['src']));
      this.#say('Copied');
    } catch {
      this.#say('Could not copy');
    }
  }

  #say(words: string): void {
    this.#status.textContent = words;
    clearTimeout(this.#fading);
    this.#fading = window.setTimeout(() => {
      this.#status.textContent = '';
    }, SHOWN);
  }
}

/** Safari only writes to the clipboard during the click itself, so it gets a promise of the text. */
function copyFile(address: string): Promise<void> {
  const file = readFile(address);
  // If the clipboard refuses at once, nothing else handles a rejection of the file.
  file.catch(() => undefined);
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': file })]);
}

async function readFile(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} returned status ${response.status}`);
  return new Blob([await response.text()], { type: 'text/plain' });
}
