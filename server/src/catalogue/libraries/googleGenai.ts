import type { Api, Library } from '../schema';

const request: Api = { blocks: 'http' };
const coroutine: Api = { isAsync: true };

export const googleGenai: Library = {
  module: 'google.genai',
  distribution: 'google-genai',
  checkedAgainst: '2.25',
  docs: 'https://googleapis.github.io/python-genai/',
  apis: {
    // Waits without an end unless `http_options` has a `timeout`, which is in milliseconds.
    Client: {
      pools: 'http',
      methods: {
        models: { isValue: true, returns: 'google.genai.models.Models' },
        aio: { isValue: true, returns: 'google.genai.client.AsyncClient' },
      },
    },
    'client.AsyncClient': { methods: { models: { isValue: true, returns: 'google.genai.models.AsyncModels' } } },
    'models.Models': {
      asyncTwin: 'google.genai.models.AsyncModels',
      methods: {
        generate_content: request,
        generate_content_stream: request,
        embed_content: request,
        count_tokens: request,
        generate_images: request,
        generate_videos: request,
        edit_image: request,
        list: request,
        get: request,
      },
    },
    'models.AsyncModels': {
      methods: {
        generate_content: coroutine,
        generate_content_stream: coroutine,
        embed_content: coroutine,
        count_tokens: coroutine,
        generate_images: coroutine,
        generate_videos: coroutine,
        edit_image: coroutine,
        list: coroutine,
        get: coroutine,
      },
    },
  },
  aliases: { 'client.Client': 'Client' },
};
