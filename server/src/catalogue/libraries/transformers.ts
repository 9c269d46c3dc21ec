import type { Api, Library } from '../schema';

/** Looks for the model on the hub, downloads it where it is not in the cache, and loads gigabytes. */
const download: Api = { blocks: 'http' };
const model: Api = { methods: { from_pretrained: download } };

export const transformers: Library = {
  module: 'transformers',
  checkedAgainst: '5.17',
  docs: 'https://huggingface.co/docs/transformers/main_classes/model',
  apis: {
    pipeline: download,
    AutoModel: model,
    AutoModelForCausalLM: model,
    AutoModelForSequenceClassification: model,
    AutoTokenizer: model,
  },
};
