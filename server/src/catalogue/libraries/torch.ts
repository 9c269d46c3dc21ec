import type { Library } from '../schema';

export const torch: Library = {
  module: 'torch',
  checkedAgainst: '2.13',
  docs: 'https://docs.pytorch.org/docs/stable/generated/torch.load.html',
  apis: { load: { blocks: 'file' }, save: { blocks: 'file' } },
  aliases: { 'serialization.load': 'load', 'serialization.save': 'save' },
};
