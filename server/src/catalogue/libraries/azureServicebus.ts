import type { Library } from '../schema';

export const azureServicebus: Library = {
  module: 'azure.servicebus',
  distribution: 'azure-servicebus',
  checkedAgainst: '7.8',
  docs: 'https://learn.microsoft.com/python/api/azure-servicebus/',
  apis: {
    ServiceBusSender: { methods: { send_messages: { blocks: 'socket' } } },
    ServiceBusReceiver: {
      methods: {
        // Waiting for the next message is what a receiver is for, so its wait is none that has to end.
        receive_messages: {
          blocks: 'socket',
          timeout: { parameter: 'max_wait_time', position: 1, kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' },
        },
        complete_message: { blocks: 'socket' },
      },
    },
  },
};
