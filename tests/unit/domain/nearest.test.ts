import { expect, test } from 'vitest';
import { findNearest } from '#domain/nearest.ts';

test.each([
  // A name that was cut short is nearer than one that is spelled alike.
  ['docker-resources', ['docker-retired', 'docker-resource-limits'], 'docker-resource-limits'],
  ['kernel-lockdowns', ['kernel-locks', 'kernel-lockdown-modes'], 'kernel-lockdown-modes'],
  ['image-laye', ['image-layers', 'image-store'], 'image-layers'],
  ['docker-over', ['docker-overlayfs-driver', 'docker-overview'], 'docker-overview'],
  ['tea-cup', ['pea-cup', 'tea-cop', 'sea-cup'], 'tea-cop'],
  ['tee', ['tea', 'teapots-and-cups'], 'tea'],
  ['zebra', ['tea', 'water'], undefined],
])('of what is near %s it finds what is meant', (word, candidates, nearest) =>
  expect(findNearest(word, candidates)).toBe(nearest),
);
