import type { Api, Library, TimeoutFact } from '../schema';

/** 600 seconds by default. The clients hold a pool of httpx. */
const timeout: TimeoutFact = {
  parameter: 'timeout',
  kind: 'seconds',
  whenAbsent: 'bounded',
  limit: '600 seconds for each step, 5 to connect',
  whenNone: 'forever',
  isNetwork: true,
};
const callTimeout: TimeoutFact = { ...timeout, whenAbsent: 'inherits' };
const call: Api = { blocks: 'http', timeout: callTimeout };
const coroutine: Api = { isAsync: true, timeout: callTimeout };

const resources: Readonly<Record<string, Api>> = {
  chat: { isValue: true, returns: 'openai.resources.chat.chat.Chat' },
  responses: { isValue: true, returns: 'openai.resources.responses.responses.Responses' },
  embeddings: { isValue: true, returns: 'openai.resources.embeddings.Embeddings' },
  images: { isValue: true, returns: 'openai.resources.images.Images' },
  audio: { isValue: true, returns: 'openai.resources.audio.audio.Audio' },
  moderations: { isValue: true, returns: 'openai.resources.moderations.Moderations' },
  models: { isValue: true, returns: 'openai.resources.models.Models' },
  files: { isValue: true, returns: 'openai.resources.files.Files' },
  batches: { isValue: true, returns: 'openai.resources.batches.Batches' },
  completions: { isValue: true, returns: 'openai.resources.completions.Completions' },
  fine_tuning: { isValue: true, returns: 'openai.resources.fine_tuning.fine_tuning.FineTuning' },
  vector_stores: { isValue: true, returns: 'openai.resources.vector_stores.vector_stores.VectorStores' },
};
const asyncResources: Readonly<Record<string, Api>> = {
  chat: { isValue: true, returns: 'openai.resources.chat.chat.AsyncChat' },
  responses: { isValue: true, returns: 'openai.resources.responses.responses.AsyncResponses' },
  embeddings: { isValue: true, returns: 'openai.resources.embeddings.AsyncEmbeddings' },
  images: { isValue: true, returns: 'openai.resources.images.AsyncImages' },
  audio: { isValue: true, returns: 'openai.resources.audio.audio.AsyncAudio' },
  moderations: { isValue: true, returns: 'openai.resources.moderations.AsyncModerations' },
  models: { isValue: true, returns: 'openai.resources.models.AsyncModels' },
  files: { isValue: true, returns: 'openai.resources.files.AsyncFiles' },
  batches: { isValue: true, returns: 'openai.resources.batches.AsyncBatches' },
  completions: { isValue: true, returns: 'openai.resources.completions.AsyncCompletions' },
  fine_tuning: { isValue: true, returns: 'openai.resources.fine_tuning.fine_tuning.AsyncFineTuning' },
  vector_stores: { isValue: true, returns: 'openai.resources.vector_stores.vector_stores.AsyncVectorStores' },
};

export const openai: Library = {
  module: 'openai',
  checkedAgainst: '3.22',
  docs: 'https://github.com/openai/openai-python#timeouts',
  apis: {
    OpenAI: { pools: 'http', timeout, methods: resources },
    AsyncOpenAI: { isEnteredAsync: true, pools: 'http', timeout, methods: asyncResources },
    AzureOpenAI: { pools: 'http', timeout, methods: resources },
    AsyncAzureOpenAI: { isEnteredAsync: true, pools: 'http', timeout, methods: asyncResources },
    'resources.chat.chat.Chat': {
      asyncTwin: 'openai.resources.chat.chat.AsyncChat',
      methods: { completions: { isValue: true, returns: 'openai.resources.chat.completions.completions.Completions' } },
    },
    'resources.chat.chat.AsyncChat': {
      methods: { completions: { isValue: true, returns: 'openai.resources.chat.completions.completions.AsyncCompletions' } },
    },
    'resources.chat.completions.completions.Completions': {
      asyncTwin: 'openai.resources.chat.completions.completions.AsyncCompletions',
      methods: { create: call, parse: call },
    },
    'resources.chat.completions.completions.AsyncCompletions': { methods: { create: coroutine, parse: coroutine } },
    'resources.responses.responses.Responses': {
      asyncTwin: 'openai.resources.responses.responses.AsyncResponses',
      methods: { create: call, parse: call },
    },
    'resources.responses.responses.AsyncResponses': { methods: { create: coroutine, parse: coroutine } },
    'resources.embeddings.Embeddings': { asyncTwin: 'openai.resources.embeddings.AsyncEmbeddings', methods: { create: call } },
    'resources.embeddings.AsyncEmbeddings': { methods: { create: coroutine } },
    'resources.images.Images': { asyncTwin: 'openai.resources.images.AsyncImages', methods: { generate: call, edit: call } },
    'resources.images.AsyncImages': { methods: { generate: coroutine, edit: coroutine } },
    'resources.audio.audio.Audio': {
      asyncTwin: 'openai.resources.audio.audio.AsyncAudio',
      methods: {
        transcriptions: { isValue: true, returns: 'openai.resources.audio.transcriptions.Transcriptions' },
        translations: { isValue: true, returns: 'openai.resources.audio.translations.Translations' },
        speech: { isValue: true, returns: 'openai.resources.audio.speech.Speech' },
      },
    },
    'resources.audio.audio.AsyncAudio': {
      methods: {
        transcriptions: { isValue: true, returns: 'openai.resources.audio.transcriptions.AsyncTranscriptions' },
        translations: { isValue: true, returns: 'openai.resources.audio.translations.AsyncTranslations' },
        speech: { isValue: true, returns: 'openai.resources.audio.speech.AsyncSpeech' },
      },
    },
    'resources.audio.transcriptions.Transcriptions': {
      asyncTwin: 'openai.resources.audio.transcriptions.AsyncTranscriptions',
      methods: { create: call },
    },
    'resources.audio.transcriptions.AsyncTranscriptions': { methods: { create: coroutine } },
    'resources.audio.translations.Translations': {
      asyncTwin: 'openai.resources.audio.translations.AsyncTranslations',
      methods: { create: call },
    },
    'resources.audio.translations.AsyncTranslations': { methods: { create: coroutine } },
    'resources.audio.speech.Speech': { asyncTwin: 'openai.resources.audio.speech.AsyncSpeech', methods: { create: call } },
    'resources.audio.speech.AsyncSpeech': { methods: { create: coroutine } },
    'resources.moderations.Moderations': { asyncTwin: 'openai.resources.moderations.AsyncModerations', methods: { create: call } },
    'resources.moderations.AsyncModerations': { methods: { create: coroutine } },
    'resources.models.Models': { asyncTwin: 'openai.resources.models.AsyncModels', methods: { list: call, retrieve: call } },
    'resources.models.AsyncModels': { methods: { list: coroutine, retrieve: coroutine } },
    'resources.files.Files': { asyncTwin: 'openai.resources.files.AsyncFiles', methods: { create: call, list: call, delete: call } },
    'resources.files.AsyncFiles': { methods: { create: coroutine, list: coroutine, delete: coroutine } },
    'resources.batches.Batches': { asyncTwin: 'openai.resources.batches.AsyncBatches', methods: { create: call } },
    'resources.batches.AsyncBatches': { methods: { create: coroutine } },
    'resources.completions.Completions': { asyncTwin: 'openai.resources.completions.AsyncCompletions', methods: { create: call } },
    'resources.completions.AsyncCompletions': { methods: { create: coroutine } },
    'resources.fine_tuning.fine_tuning.FineTuning': {
      asyncTwin: 'openai.resources.fine_tuning.fine_tuning.AsyncFineTuning',
      methods: { jobs: { isValue: true, returns: 'openai.resources.fine_tuning.jobs.jobs.Jobs' } },
    },
    'resources.fine_tuning.fine_tuning.AsyncFineTuning': {
      methods: { jobs: { isValue: true, returns: 'openai.resources.fine_tuning.jobs.jobs.AsyncJobs' } },
    },
    'resources.fine_tuning.jobs.jobs.Jobs': { asyncTwin: 'openai.resources.fine_tuning.jobs.jobs.AsyncJobs', methods: { create: call } },
    'resources.fine_tuning.jobs.jobs.AsyncJobs': { methods: { create: coroutine } },
    'resources.vector_stores.vector_stores.VectorStores': {
      asyncTwin: 'openai.resources.vector_stores.vector_stores.AsyncVectorStores',
      methods: { create: call },
    },
    'resources.vector_stores.vector_stores.AsyncVectorStores': { methods: { create: coroutine } },
  },
};
