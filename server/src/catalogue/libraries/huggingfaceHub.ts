import type { Api, Library } from '../schema';

const download: Api = { blocks: 'http' };

export const huggingfaceHub: Library = {
  module: 'huggingface_hub',
  distribution: 'huggingface-hub',
  checkedAgainst: '1.33',
  docs: 'https://huggingface.co/docs/huggingface_hub/package_reference/inference_client',
  apis: {
    hf_hub_download: download,
    snapshot_download: download,
    InferenceClient: { asyncTwin: 'huggingface_hub.AsyncInferenceClient', methods: { chat_completion: { blocks: 'http' } } },
    AsyncInferenceClient: { methods: { chat_completion: { isAsync: true } } },
  },
};
