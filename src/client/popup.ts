import styles from '#styles/popup.css?url';
import { loadStyles } from './styles.ts';

/** Settles when what opens beside a link or a button has its looks; they are loaded once. */
export const styled = loadStyles(styles);
