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
  messages: { isValue: true, returns: 'anthropic.resources.messages.messages.Messages' },
  models: { isValue: true, returns: 'anthropic.resources.models.Models' },
  beta: { isValue: true, returns: 'anthropic.resources.beta.beta.Beta' },
};
const asyncResources: Readonly<Record<string, Api>> = {
  messages: { isValue: true, returns: 'anthropic.resources.messages.messages.AsyncMessages' },
  models: { isValue: true, returns: 'anthropic.resources.models.AsyncModels' },
  beta: { isValue: true, returns: 'anthropic.resources.beta.beta.AsyncBeta' },
};

export const anthropic: Library = {
  module: 'anthropic',
  checkedAgainst: '1.13',
  docs: 'https://github.com/anthropics/anthropic-sdk-python#timeouts',
  apis: {
    Anthropic: { pools: 'http', timeout, methods: resources },
    AsyncAnthropic: { isEnteredAsync: true, pools: 'http', timeout, methods: asyncResources },
    AnthropicBedrock: { pools: 'http', timeout: { ...timeout, position: 7 }, methods: resources },
    AsyncAnthropicBedrock: { isEnteredAsync: true, pools: 'http', timeout: { ...timeout, position: 7 }, methods: asyncResources },
    'resources.messages.messages.Messages': {
      asyncTwin: 'anthropic.resources.messages.messages.AsyncMessages',
      methods: {
        batches: { isValue: true, returns: 'anthropic.resources.messages.batches.Batches' },
        create: call,
        count_tokens: call,
        stream: { opens: true, timeout: callTimeout },
      },
    },
    'resources.messages.messages.AsyncMessages': {
      methods: {
        batches: { isValue: true, returns: 'anthropic.resources.messages.batches.AsyncBatches' },
        create: coroutine,
        count_tokens: coroutine,
        stream: { opens: true, timeout: callTimeout },
      },
    },
    'resources.messages.batches.Batches': {
      asyncTwin: 'anthropic.resources.messages.batches.AsyncBatches',
      methods: { create: call, retrieve: call },
    },
    'resources.messages.batches.AsyncBatches': { methods: { create: coroutine, retrieve: coroutine } },
    'resources.models.Models': { asyncTwin: 'anthropic.resources.models.AsyncModels', methods: { list: call } },
    'resources.models.AsyncModels': { methods: { list: coroutine } },
    'resources.beta.beta.Beta': {
      asyncTwin: 'anthropic.resources.beta.beta.AsyncBeta',
      methods: { messages: { isValue: true, returns: 'anthropic.resources.beta.messages.messages.Messages' } },
    },
    'resources.beta.beta.AsyncBeta': {
      methods: { messages: { isValue: true, returns: 'anthropic.resources.beta.messages.messages.AsyncMessages' } },
    },
    'resources.beta.messages.messages.Messages': {
      asyncTwin: 'anthropic.resources.beta.messages.messages.AsyncMessages',
      methods: { create: call },
    },
    'resources.beta.messages.messages.AsyncMessages': { methods: { create: coroutine } },
  },
};
