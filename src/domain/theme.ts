/** What a reader may choose for the colours; without a choice they follow the system. */
export const themes = ['light', 'dark'] as const;

/** Where this device keeps the choice. */
export const THEME_KEY = 'theme';

/** Puts the choice on the page before anything is painted; the only inline script, and so as short as can be. */
export const themeScript = `try{document.documentElement.dataset.theme=JSON.parse(localStorage.${THEME_KEY})}catch{}`;

/** What the Content Security Policy knows it by; a test computes it. */
export const themeHash = 'sha256-LIKqsQAR2HQ3QWm/cn3k4zsdZCZN/anR8zTnbQ1LK9w=';
