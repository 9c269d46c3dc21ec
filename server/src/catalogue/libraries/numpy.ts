import type { Api, Library } from '../schema';

const file: Api = { blocks: 'file' };
/** Only large arrays take long, and most of these release the GIL. */
const large: Api = { blocks: 'cpu', confidence: 'low' };

export const numpy: Library = {
  module: 'numpy',
  checkedAgainst: '2.4',
  docs: 'https://numpy.org/doc/stable/reference/routines.io.html',
  apis: {
    load: file,
    // The parsers of text are slow as well.
    loadtxt: { ...file, returns: 'numpy.ndarray' },
    genfromtxt: { ...file, returns: 'numpy.ndarray' },
    fromfile: { ...file, returns: 'numpy.ndarray' },
    save: file,
    savez: file,
    savez_compressed: file,
    savetxt: file,
    ndarray: { methods: { tofile: file } },
    'linalg.inv': large,
    'linalg.svd': large,
    'linalg.eig': large,
    'linalg.eigh': large,
    'linalg.solve': large,
    'linalg.lstsq': large,
    'linalg.pinv': large,
    'linalg.qr': large,
    'linalg.cholesky': large,
    'fft.fft': large,
    'fft.fft2': large,
    matmul: large,
    dot: large,
    einsum: large,
    sort: large,
    unique: large,
    convolve: large,
  },
};
