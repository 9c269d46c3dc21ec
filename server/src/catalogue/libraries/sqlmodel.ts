import type { Library } from '../schema';

/** Source: sqlmodel/ext/asyncio/session.py and sqlmodel/orm/session.py, read at 0.0.24. */
export const sqlmodel: Library = {
  module: 'sqlmodel',
  checkedAgainst: '0.0.24',
  docs: 'https://sqlmodel.tiangolo.com/',
  apis: {
    Session: {
      bases: ['sqlalchemy.orm.Session'],
      asyncTwin: 'sqlmodel.ext.asyncio.session.AsyncSession',
      methods: { exec: { blocks: 'session', returns: 'sqlalchemy.engine.ScalarResult' } },
    },
    'ext.asyncio.session.AsyncSession': {
      bases: ['sqlalchemy.ext.asyncio.AsyncSession'],
      methods: { exec: { isAsync: true, returns: 'sqlalchemy.engine.ScalarResult' } },
    },
  },
  aliases: { 'orm.session.Session': 'Session' },
  reexports: { create_engine: 'sqlalchemy.create_engine', MetaData: 'sqlalchemy.MetaData', Table: 'sqlalchemy.Table' },
};
