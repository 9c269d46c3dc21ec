import type { Api, Library } from '../schema';

/** In proportion to the pixels: tens to hundreds of milliseconds for photographs. */
const work: Api = { blocks: 'cpu' };
const debatable: Api = { blocks: 'cpu', confidence: 'low' };
const image = 'PIL.Image.Image';

export const pillow: Library = {
  module: 'PIL',
  distribution: 'Pillow',
  checkedAgainst: '12.3',
  docs: 'https://pillow.readthedocs.io/en/stable/reference/Image.html',
  apis: {
    // Reads the header only, and most often from a buffer; the pixels are decoded by the first method that needs them.
    'Image.open': { blocks: 'file', confidence: 'low', returns: image },
    'Image.new': { returns: image },
    'Image.frombytes': { returns: image },
    'Image.fromarray': { returns: image },
    'Image.Image': {
      methods: {
        load: work,
        // Encoding takes longer than writing.
        save: work,
        resize: { ...work, returns: image },
        thumbnail: work,
        convert: { ...work, returns: image },
        rotate: { ...work, returns: image },
        filter: { ...work, returns: image },
        transform: { ...work, returns: image },
        transpose: { ...work, returns: image },
        quantize: { ...work, returns: image },
        reduce: { ...work, returns: image },
        verify: work,
        tobytes: work,
        histogram: work,
        crop: { ...debatable, returns: image },
        paste: debatable,
        copy: { ...debatable, returns: image },
        close: {},
      },
    },
    'ImageOps.exif_transpose': { ...work, returns: image },
    'ImageOps.fit': { ...work, returns: image },
    'ImageOps.contain': { ...work, returns: image },
    'ImageChops.difference': { ...work, returns: image },
    'ImageFont.truetype': { blocks: 'file' },
    // Runs a program for screenshots on some systems.
    'ImageGrab.grab': { blocks: 'file', returns: image },
  },
};
