import type { Library } from '../schema';

export const onnxruntime: Library = {
  module: 'onnxruntime',
  checkedAgainst: '1.30',
  docs: 'https://onnxruntime.ai/docs/api/python/api_summary.html',
  apis: { InferenceSession: { methods: { run: { blocks: 'cpu', confidence: 'low' } } } },
};
