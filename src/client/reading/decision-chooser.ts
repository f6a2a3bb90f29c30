import { choose, type Condition } from '#domain/chooser.ts';
import { element, find } from '../element.ts';
import '../later.ts';

interface Rule extends Condition {
  item: HTMLLIElement;
}

/** A form over the list of rules: shows the one that wins, or what is still to be answered, and keeps the answers in the address. */
class DecisionChooser extends HTMLElement {
  #form = find<HTMLFormElement>(this, 'form');
  #questions = [...this.#form.querySelectorAll('fieldset')];
  #result = find(this, '[role="status"]');
  #more = find(this, '[data-more]');
  #reasons = find(this, '[data-reasons]');
  #rules: Rule[] = [...this.querySelectorAll<HTMLLIElement>('[data-when]')].map((item) => ({
    item,
    when: JSON.parse(item.dataset['when'] ?? '{}') as Record<string, string>,
  }));

  connectedCallback() {
    find(this, '[data-questions]').hidden = false;
    this.querySelector('details')?.removeAttribute('open');
    this.#readAddress();
    this.#form.addEventListener('change', () => this.#answer());
    this.#form.addEventListener('reset', () =>
      // The fields are empty only after the event.
      queueMicrotask(() => {
        for (const field of this.#form.querySelectorAll<HTMLInputElement>(':checked'))
          field.checked = false;
        this.#answer();
      }),
    );
    window.addEventListener('popstate', () => this.#readAddress());
  }

  #readAddress() {
    const address = new URLSearchParams(location.search);
    for (const field of this.#form.querySelectorAll('input'))
      field.checked = address.get(field.name) === field.value;
    this.#show(this.#readAnswers());
  }

  #answer() {
    const answers = this.#readAnswers();
    const query = new URLSearchParams([...answers]).toString();
    history.replaceState(
      null,
      '',
      `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`,
    );
    this.#show(answers);
  }

  #readAnswers() {
    return new Map([...new FormData(this.#form)].map(([name, value]) => [name, String(value)]));
  }

  #show(answers: ReadonlyMap<string, string>) {
    const choice = choose(this.#rules, answers);
    const answer = choice?.rule && find(choice.rule.item, '[data-answer]').cloneNode(true);
    const [take, ...reasons] = answer instanceof Element ? answer.children : [];
    for (const question of this.#questions) {
      const isUnneeded = take !== undefined && question.querySelector(':checked') === null;
      question.classList.toggle('text-quiet', isUnneeded);
      find(question, '[data-unneeded]').hidden = !isUnneeded;
    }
    this.#more.hidden = take === undefined;
    this.#reasons.replaceChildren(...reasons);
    if (take === undefined) {
      const next = this.#questions.find((question) =>
        question.querySelector(`[name="${choice?.ask}"]`),
      );
      this.#result.replaceChildren(
        `${answers.size} of ${this.#questions.length} answered. Next: `,
        next === undefined ? '' : find(next, '[data-question]').textContent,
      );
    } else {
      const label = element('p', { class: 'answer-label' }, 'Recommendation');
      this.#result.replaceChildren(
        element('div', { class: 'answer max-lg:text-body' }, label, take),
      );
    }
  }
}

customElements.define('decision-chooser', DecisionChooser);
