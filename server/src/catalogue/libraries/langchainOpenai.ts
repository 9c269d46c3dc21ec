import type { Library } from '../schema';

export const langchainOpenai: Library = {
  module: 'langchain_openai',
  distribution: 'langchain-openai',
  checkedAgainst: '1.6',
  docs: 'https://python.langchain.com/docs/integrations/chat/openai/',
  apis: {
    ChatOpenAI: { methods: { invoke: { blocks: 'http', asyncTwin: 'langchain_openai.ChatOpenAI.ainvoke' }, ainvoke: { isAsync: true } } },
  },
  aliases: { 'chat_models.ChatOpenAI': 'ChatOpenAI' },
};
