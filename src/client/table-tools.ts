/** The tools of a table. They work without a script; the module that makes more of them is loaded when somebody is about to use one. */
class TableTools extends HTMLElement {
  connectedCallback() {
    const narrow = matchMedia('(width < 40rem)');
    // A phone shows two columns: their boxes say which.
    if (narrow.matches) for (const box of [...this.querySelectorAll<HTMLInputElement>('fieldset input')].slice(2)) box.checked = false;
    const load = () => void import('./table-view.ts').then(({ enhance }) => enhance(this, narrow));
    if (/[?&]([\w-]+\.)?(columns|differences)\b/.test(location.search)) load();
    for (const event of ['pointerenter', 'focusin', 'change']) this.addEventListener(event, load, { once: true });
    narrow.addEventListener('change', load, { once: true });
  }
}

customElements.define('table-tools', TableTools);
