import css from '#styles/later.css?inline';

// Not a file of its own: who needs it waits for nothing more than the module that asks for it.
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
