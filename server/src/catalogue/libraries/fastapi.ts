import type { Library } from '../schema';

export const fastapi: Library = {
  module: 'fastapi',
  checkedAgainst: '0.112',
  docs: 'https://fastapi.tiangolo.com/async/',
  apis: {
    FastAPI: { bases: ['starlette.applications.Starlette'] },
    APIRouter: { bases: ['starlette.routing.Router'] },
    BackgroundTasks: { bases: ['starlette.background.BackgroundTasks'] },
    UploadFile: {
      methods: { read: { isAsync: true }, write: { isAsync: true }, seek: { isAsync: true }, close: { isAsync: true } },
    },
  },
  aliases: { 'applications.FastAPI': 'FastAPI', 'routing.APIRouter': 'APIRouter', 'background.BackgroundTasks': 'BackgroundTasks' },
  reexports: {
    'concurrency.run_in_threadpool': 'starlette.concurrency.run_in_threadpool',
    'concurrency.iterate_in_threadpool': 'starlette.concurrency.iterate_in_threadpool',
    Request: 'starlette.requests.Request',
    WebSocket: 'starlette.websockets.WebSocket',
  },
};
