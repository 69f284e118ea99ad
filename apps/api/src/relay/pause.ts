/** A wait that can be cut short, also by a wake that came just before it began. */
export class Pause {
  #woken = false;
  #wake: (() => void) | undefined;

  /** Forgets earlier wakes: what they announced is looked at now. */
  prepare(): void {
    this.#woken = false;
  }

  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }

  /** Waits so many milliseconds, or until it is woken. */
  async atMost(milliseconds: number): Promise<void> {
    if (this.#woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}
