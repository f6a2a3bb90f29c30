import { readSite } from '#reader/site.ts';
import { config } from '#site.config.ts';

/** The site that commands work on, as its configuration and the environment say, with all that is wrong with them. */
export const { site, problems: wrongSettings } = readSite(config, process.env);
