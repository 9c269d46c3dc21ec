import type { Library } from '../schema';

export const fastapiSqlalchemy: Library = {
  module: 'fastapi_sqlalchemy',
  distribution: 'FastAPI-SQLAlchemy',
  checkedAgainst: '0.2',
  docs: 'https://github.com/mfreeborn/fastapi-sqlalchemy#readme',
  // `db` is a class: its `session` is the one of the request, and `with db():` opens another (middleware.py).
  apis: { db: { enters: 'fastapi_sqlalchemy.db', methods: { session: { isValue: true, returns: 'sqlalchemy.orm.Session' } } } },
};
