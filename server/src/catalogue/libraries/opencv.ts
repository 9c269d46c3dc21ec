import type { Api, Library } from '../schema';

/** Milliseconds for small pictures. */
const debatable: Api = { blocks: 'cpu', confidence: 'low' };

export const opencv: Library = {
  module: 'cv2',
  distribution: 'opencv-python',
  checkedAgainst: '5.0',
  docs: 'https://docs.opencv.org/4.x/d4/da8/group__imgcodecs.html',
  apis: {
    imread: { blocks: 'file' },
    imwrite: { blocks: 'file' },
    resize: debatable,
    VideoCapture: { methods: { read: debatable } },
    waitKey: { blocks: 'input', confidence: 'low' },
  },
};
