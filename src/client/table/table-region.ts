const ROLES = Object.entries({
  table: 'table',
  'thead,tbody': 'rowgroup',
  tr: 'row',
  'thead th': 'columnheader',
  'tbody th': 'rowheader',
  td: 'cell',
});

/** A table's scrolling region: a stop for the keyboard and a landmark only while there is something to scroll. */
class TableRegion extends HTMLElement {
  connectedCallback() {
    // Where a row is no row to CSS, as on a phone, WebKit forgets what a table is.
    for (const [name, role] of ROLES)
      for (const part of this.querySelectorAll(name)) part.setAttribute('role', role);
    new ResizeObserver(() => this.update()).observe(this);
  }

  update() {
    const scrolls = this.scrollWidth > this.clientWidth;
    this.toggleAttribute('data-fits', !scrolls);
    if (scrolls) {
      this.setAttribute('role', 'region');
      this.tabIndex = 0;
    } else {
      this.removeAttribute('role');
      this.removeAttribute('tabindex');
    }
  }
}

customElements.define('table-region', TableRegion);
