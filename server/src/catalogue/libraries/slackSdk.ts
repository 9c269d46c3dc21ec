import type { Api, Library, TimeoutFact } from '../schema';

/** 30 seconds. */
const timeout: TimeoutFact = { parameter: 'timeout', kind: 'seconds', whenAbsent: 'bounded', whenNone: 'forever', isNetwork: true };
const call: Api = { blocks: 'http' };

export const slackSdk: Library = {
  module: 'slack_sdk',
  distribution: 'slack-sdk',
  checkedAgainst: 'git 2026-08-05',
  docs: 'https://docs.slack.dev/tools/python-slack-sdk/web',
  apis: {
    'web.client.WebClient': {
      timeout: { ...timeout, position: 2 },
      methods: {
        api_call: call,
        chat_postMessage: call,
        chat_update: call,
        conversations_list: call,
        conversations_history: call,
        files_upload_v2: call,
        users_info: call,
        users_list: call,
        views_open: call,
        auth_test: call,
        reactions_add: call,
      },
    },
    'webhook.client.WebhookClient': { timeout: { ...timeout, position: 1 }, methods: { send: call } },
  },
  aliases: {
    WebClient: 'web.client.WebClient',
    'web.WebClient': 'web.client.WebClient',
    WebhookClient: 'webhook.client.WebhookClient',
    'webhook.WebhookClient': 'webhook.client.WebhookClient',
  },
};
