import type { Api, Library, TimeoutFact } from '../schema';

/** 80 seconds, by the HTTP client. Since 8.0 there is `create_async` and so on, which need httpx or aiohttp. */
const call: Api = { blocks: 'http' };
const timeout: TimeoutFact = {
  parameter: 'timeout',
  position: 0,
  kind: 'seconds',
  whenAbsent: 'bounded',
  whenNone: 'forever',
  isNetwork: true,
};

export const stripe: Library = {
  module: 'stripe',
  checkedAgainst: 'git 2026-07-24',
  docs: 'https://github.com/stripe/stripe-python#async',
  apis: {
    StripeClient: { methods: {} },
    Customer: {
      methods: {
        create: { ...call, asyncTwin: 'stripe.Customer.create_async' },
        create_async: { isAsync: true, since: '8.0' },
        retrieve: call,
        list: call,
        modify: call,
        delete: call,
        search: call,
      },
    },
    Charge: { methods: { create: call, retrieve: call, list: call } },
    PaymentIntent: { methods: { create: call, retrieve: call, list: call, confirm: call, cancel: call, capture: call } },
    Subscription: { methods: { create: call, retrieve: call, list: call, cancel: call } },
    Invoice: { methods: { create: call, retrieve: call, list: call, pay: call } },
    Refund: { methods: { create: call, retrieve: call } },
    Event: { methods: { retrieve: call, list: call } },
    Account: { methods: { create: call, retrieve: call } },
    'checkout.Session': { methods: { create: call } },
    // Checks a signature, and asks nobody.
    Webhook: { methods: { construct_event: {} } },
    RequestsClient: { timeout, methods: {} },
    HTTPXClient: { timeout: { ...timeout, whenNone: 'bounded' }, methods: {} },
  },
  aliases: { 'http_client.RequestsClient': 'RequestsClient' },
};
