import { aiofiles } from './libraries/aiofiles';
import { aiohttp } from './libraries/aiohttp';
import { anthropic } from './libraries/anthropic';
import { anyio } from './libraries/anyio';
import { asgiref } from './libraries/asgiref';
import { asyncTimeout } from './libraries/asyncTimeout';
import { asyncio } from './libraries/asyncio';
import { asyncpg } from './libraries/asyncpg';
import { backoff } from './libraries/backoff';
import { boto3 } from './libraries/boto3';
import { builtins } from './libraries/builtins';
import { bz2 } from './libraries/bz2';
import { codecs } from './libraries/codecs';
import { concurrentFutures } from './libraries/concurrentFutures';
import { contextlib } from './libraries/contextlib';
import { elasticsearch } from './libraries/elasticsearch';
import { fastapi } from './libraries/fastapi';
import { ftplib } from './libraries/ftplib';
import { glob } from './libraries/glob';
import { grpc } from './libraries/grpc';
import { gzip } from './libraries/gzip';
import { httpClient } from './libraries/httpClient';
import { httpx } from './libraries/httpx';
import { imaplib } from './libraries/imaplib';
import { io } from './libraries/io';
import { lzma } from './libraries/lzma';
import { nestAsyncio } from './libraries/nestAsyncio';
import { openai } from './libraries/openai';
import { os } from './libraries/os';
import { pathlib } from './libraries/pathlib';
import { poplib } from './libraries/poplib';
import { psycopgPool } from './libraries/psycopgPool';
import { pymongo } from './libraries/pymongo';
import { queue } from './libraries/queue';
import { redis } from './libraries/redis';
import { requests } from './libraries/requests';
import { shutil } from './libraries/shutil';
import { smtplib } from './libraries/smtplib';
import { socket } from './libraries/socket';
import { sqlalchemy } from './libraries/sqlalchemy';
import { sqlmodel } from './libraries/sqlmodel';
import { ssl } from './libraries/ssl';
import { stamina } from './libraries/stamina';
import { starlette } from './libraries/starlette';
import { subprocess } from './libraries/subprocess';
import { tarfile } from './libraries/tarfile';
import { telnetlib } from './libraries/telnetlib';
import { tempfile } from './libraries/tempfile';
import { tenacity } from './libraries/tenacity';
import { threading } from './libraries/threading';
import { time } from './libraries/time';
import { urllib3 } from './libraries/urllib3';
import { urllibRequest } from './libraries/urllibRequest';
import { uvloop } from './libraries/uvloop';
import { xmlrpcClient } from './libraries/xmlrpcClient';
import { zipfile } from './libraries/zipfile';
import type { Library } from './schema';

/** The libraries whose facts are built in. */
export const libraries: readonly Library[] = [
  aiofiles,
  aiohttp,
  anthropic,
  anyio,
  asgiref,
  asyncTimeout,
  asyncio,
  asyncpg,
  backoff,
  boto3,
  builtins,
  bz2,
  codecs,
  concurrentFutures,
  contextlib,
  elasticsearch,
  fastapi,
  ftplib,
  glob,
  grpc,
  gzip,
  httpClient,
  httpx,
  imaplib,
  io,
  lzma,
  nestAsyncio,
  openai,
  os,
  pathlib,
  poplib,
  psycopgPool,
  pymongo,
  queue,
  redis,
  requests,
  shutil,
  smtplib,
  socket,
  sqlalchemy,
  sqlmodel,
  ssl,
  stamina,
  starlette,
  subprocess,
  tarfile,
  telnetlib,
  tempfile,
  tenacity,
  threading,
  time,
  urllib3,
  urllibRequest,
  uvloop,
  xmlrpcClient,
  zipfile,
];
