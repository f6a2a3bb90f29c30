/** A table's scrolling region: a stop for the keyboard and a landmark only while there is something to scroll. */
class TableRegion extends HTMLElement {
  connectedCallback() {
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
