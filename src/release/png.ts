import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A PNG of opaque pixels (four bytes each) with a palette of at most 256 colours: a picture of text needs few, and takes
 * a third of the bytes that way. Nearly equal colours become the most frequent of them.
 */
export function toPng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  // The finest rounding that leaves few enough colours; with two bits for each channel there are never more than 64.
  for (const bits of [4, 3, 2]) {
    const colours = new Map<number, Map<number, number>>();
    const keys = new Uint16Array(width * height);
    const shift = 8 - bits;
    for (let i = 0; i < keys.length; i++) {
      const [r = 0, g = 0, b = 0] = pixels.subarray(i * 4, i * 4 + 3);
      const key = ((r >> shift) << (2 * bits)) | ((g >> shift) << bits) | (b >> shift);
      const colour = (r << 16) | (g << 8) | b;
      keys[i] = key;
      const group = colours.get(key) ?? new Map<number, number>();
      colours.set(key, group.set(colour, (group.get(colour) ?? 0) + 1));
    }
    if (colours.size > 256) continue;
    const palette = [...colours.values()].map(
      (group) => [...group].reduce((a, b) => (b[1] > a[1] ? b : a))[0],
    );
    const places = new Map([...colours.keys()].map((key, place) => [key, place]));
    const rows = Buffer.alloc((width + 1) * height);
    for (const [i, key] of keys.entries())
      rows[i + Math.floor(i / width) + 1] = places.get(key) ?? 0;
    return Buffer.concat([
      SIGNATURE,
      toChunk('IHDR', toHeader(width, height)),
      toChunk(
        'PLTE',
        Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
      ),
      toChunk('IDAT', deflateSync(rows, { level: 9 })),
      toChunk('IEND', Buffer.alloc(0)),
    ]);
  }
  throw new Error('unreachable: two bits for each channel make at most 64 colours');
}

function toHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each pixel, which are its place in the palette.
  header.set([8, 3, 0, 0, 0], 8);
  return header;
}

function toChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
