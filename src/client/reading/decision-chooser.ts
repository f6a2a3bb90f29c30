import { choose, type Condition } from '#domain/chooser.ts';

interface Rule extends Condition {
  item: HTMLLIElement;
}

/** A form over the list of rules: shows the one that wins, or what is still to be answered, and keeps the answers in the address. */
class DecisionChooser extends HTMLElement {
  #form = this.querySelector('form');
  #result = this.querySelector<HTMLElement>('[role="status"]');
  #rules: Rule[] = [...this.querySelectorAll<HTMLLIElement>('[data-when]')].map((item) => ({
    item,
    when: JSON.parse(item.dataset['when'] ?? '{}') as Record<string, string>,
  }));

  connectedCallback() {
    const form = this.#form;
    const result = this.#result;
    if (form === null || result === null) return;
    form.hidden = false;
    result.hidden = false;
    this.querySelector('details')?.removeAttribute('open');
    this.#readAddress(form);
    form.addEventListener('change', () => {
      this.#writeAddress(form);
      this.#show(form, result);
    });
    form.addEventListener('reset', () =>
      // The fields are empty only after the event.
      queueMicrotask(() => {
        for (const field of form.querySelectorAll<HTMLInputElement>(':checked'))
          field.checked = false;
        this.#writeAddress(form);
        this.#show(form, result);
      }),
    );
    window.addEventListener('popstate', () => {
      this.#readAddress(form);
      this.#show(form, result);
    });
    this.#show(form, result);
  }

  #readAddress(form: HTMLFormElement) {
    const address = new URLSearchParams(location.search);
    for (const field of form.querySelectorAll<HTMLInputElement>('input'))
      field.checked = address.get(field.name) === field.value;
  }

  #writeAddress(form: HTMLFormElement) {
    const answers = new URLSearchParams(
      [...new FormData(form)].map(([name, value]) => [name, String(value)]),
    ).toString();
    history.replaceState(
      null,
      '',
      `${location.pathname}${answers === '' ? '' : `?${answers}`}${location.hash}`,
    );
  }

  #show(form: HTMLFormElement, result: HTMLElement) {
    const answers = new Map([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const choice = choose(this.#rules, answers);
    const answer = choice?.rule?.item.querySelector('[data-answer]');
    if (answer) {
      const label = document.createElement('p');
      label.className = 'answer-label';
      label.textContent = 'Recommendation';
      result.replaceChildren(label, ...[...answer.children].map((child) => child.cloneNode(true)));
      return;
    }
    const open = choice?.ask === undefined ? null : form.querySelector(`[name="${choice.ask}"]`);
    const question = open?.closest('fieldset')?.querySelector('legend')?.textContent ?? '';
    result.replaceChildren(
      answers.size === 0
        ? 'Answer the questions; the recommendation appears here.'
        : `Still open: ${question}`,
    );
  }
}

customElements.define('decision-chooser', DecisionChooser);
