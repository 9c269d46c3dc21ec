import { aiofiles } from './libraries/aiofiles';
import { aiohttp } from './libraries/aiohttp';
import { aiomysql } from './libraries/aiomysql';
import { anthropic } from './libraries/anthropic';
import { anyio } from './libraries/anyio';
import { argon2 } from './libraries/argon2';
import { asgiref } from './libraries/asgiref';
import { ast } from './libraries/ast';
import { asyncTimeout } from './libraries/asyncTimeout';
import { asyncio } from './libraries/asyncio';
import { asyncpg } from './libraries/asyncpg';
import { backoff } from './libraries/backoff';
import { base64 } from './libraries/base64';
import { bcrypt } from './libraries/bcrypt';
import { boto3 } from './libraries/boto3';
import { bs4 } from './libraries/bs4';
import { builtins } from './libraries/builtins';
import { bz2 } from './libraries/bz2';
import { cProfile } from './libraries/cProfile';
import { cmd } from './libraries/cmd';
import { code } from './libraries/code';
import { codecs } from './libraries/codecs';
import { compileall } from './libraries/compileall';
import { compressionZstd } from './libraries/compressionZstd';
import { concurrentFutures } from './libraries/concurrentFutures';
import { configparser } from './libraries/configparser';
import { contextlib } from './libraries/contextlib';
import { copy } from './libraries/copy';
import { crypt } from './libraries/crypt';
import { cryptography } from './libraries/cryptography';
import { csv } from './libraries/csv';
import { ctypes } from './libraries/ctypes';
import { curses } from './libraries/curses';
import { dbm } from './libraries/dbm';
import { difflib } from './libraries/difflib';
import { diskcache } from './libraries/diskcache';
import { django } from './libraries/django';
import { docx } from './libraries/docx';
import { elasticsearch } from './libraries/elasticsearch';
import { faiss } from './libraries/faiss';
import { fastapi } from './libraries/fastapi';
import { fcntl } from './libraries/fcntl';
import { ffmpeg } from './libraries/ffmpeg';
import { filecmp } from './libraries/filecmp';
import { fileinput } from './libraries/fileinput';
import { filelock } from './libraries/filelock';
import { ftplib } from './libraries/ftplib';
import { functools } from './libraries/functools';
import { gc } from './libraries/gc';
import { getpass } from './libraries/getpass';
import { glob } from './libraries/glob';
import { gridfs } from './libraries/gridfs';
import { grpc } from './libraries/grpc';
import { gzip } from './libraries/gzip';
import { hashlib } from './libraries/hashlib';
import { htmlParser } from './libraries/htmlParser';
import { httpClient } from './libraries/httpClient';
import { httpServer } from './libraries/httpServer';
import { httpx } from './libraries/httpx';
import { imageio } from './libraries/imageio';
import { imaplib } from './libraries/imaplib';
import { importlib } from './libraries/importlib';
import { io } from './libraries/io';
import { jinja2 } from './libraries/jinja2';
import { joblib } from './libraries/joblib';
import { json } from './libraries/json';
import { librosa } from './libraries/librosa';
import { lightgbm } from './libraries/lightgbm';
import { linecache } from './libraries/linecache';
import { logging } from './libraries/logging';
import { loggingHandlers } from './libraries/loggingHandlers';
import { lxml } from './libraries/lxml';
import { lzma } from './libraries/lzma';
import { mailbox } from './libraries/mailbox';
import { markdown } from './libraries/markdown';
import { marshal } from './libraries/marshal';
import { matplotlib } from './libraries/matplotlib';
import { mimetypes } from './libraries/mimetypes';
import { mmap } from './libraries/mmap';
import { motor } from './libraries/motor';
import { msvcrt } from './libraries/msvcrt';
import { multiprocessing } from './libraries/multiprocessing';
import { mysqlConnector } from './libraries/mysqlConnector';
import { mysqldb } from './libraries/mysqldb';
import { nacl } from './libraries/nacl';
import { nestAsyncio } from './libraries/nestAsyncio';
import { netrc } from './libraries/netrc';
import { nltk } from './libraries/nltk';
import { nntplib } from './libraries/nntplib';
import { numpy } from './libraries/numpy';
import { onnxruntime } from './libraries/onnxruntime';
import { openai } from './libraries/openai';
import { opencv } from './libraries/opencv';
import { openpyxl } from './libraries/openpyxl';
import { os } from './libraries/os';
import { osPath } from './libraries/osPath';
import { pandas } from './libraries/pandas';
import { passlib } from './libraries/passlib';
import { pathlib } from './libraries/pathlib';
import { pdb } from './libraries/pdb';
import { pdf2image } from './libraries/pdf2image';
import { pdfplumber } from './libraries/pdfplumber';
import { pickle } from './libraries/pickle';
import { pillow } from './libraries/pillow';
import { pkgutil } from './libraries/pkgutil';
import { platform } from './libraries/platform';
import { plistlib } from './libraries/plistlib';
import { polars } from './libraries/polars';
import { poplib } from './libraries/poplib';
import { psycopg } from './libraries/psycopg';
import { psycopg2 } from './libraries/psycopg2';
import { psycopgPool } from './libraries/psycopgPool';
import { pty } from './libraries/pty';
import { pyCompile } from './libraries/pyCompile';
import { pyarrow } from './libraries/pyarrow';
import { pycryptodome } from './libraries/pycryptodome';
import { pydub } from './libraries/pydub';
import { pymongo } from './libraries/pymongo';
import { pymysql } from './libraries/pymysql';
import { pypdf } from './libraries/pypdf';
import { pytesseract } from './libraries/pytesseract';
import { qrcode } from './libraries/qrcode';
import { queue } from './libraries/queue';
import { redis } from './libraries/redis';
import { reportlab } from './libraries/reportlab';
import { requests } from './libraries/requests';
import { rsa } from './libraries/rsa';
import { runpy } from './libraries/runpy';
import { sched } from './libraries/sched';
import { scipy } from './libraries/scipy';
import { select } from './libraries/select';
import { selectors } from './libraries/selectors';
import { sentenceTransformers } from './libraries/sentenceTransformers';
import { shelve } from './libraries/shelve';
import { shutil } from './libraries/shutil';
import { signal } from './libraries/signal';
import { smtplib } from './libraries/smtplib';
import { socket } from './libraries/socket';
import { socketserver } from './libraries/socketserver';
import { soundfile } from './libraries/soundfile';
import { spacy } from './libraries/spacy';
import { sqlalchemy } from './libraries/sqlalchemy';
import { sqlite3 } from './libraries/sqlite3';
import { sqlmodel } from './libraries/sqlmodel';
import { ssl } from './libraries/ssl';
import { stamina } from './libraries/stamina';
import { starlette } from './libraries/starlette';
import { subprocess } from './libraries/subprocess';
import { sys } from './libraries/sys';
import { syslog } from './libraries/syslog';
import { tarfile } from './libraries/tarfile';
import { telnetlib } from './libraries/telnetlib';
import { tempfile } from './libraries/tempfile';
import { tenacity } from './libraries/tenacity';
import { tensorflow } from './libraries/tensorflow';
import { threading } from './libraries/threading';
import { time } from './libraries/time';
import { timeit } from './libraries/timeit';
import { tokenize } from './libraries/tokenize';
import { tomllib } from './libraries/tomllib';
import { torch } from './libraries/torch';
import { transformers } from './libraries/transformers';
import { trio } from './libraries/trio';
import { urllib3 } from './libraries/urllib3';
import { urllibRequest } from './libraries/urllibRequest';
import { urllibRobotparser } from './libraries/urllibRobotparser';
import { uuid } from './libraries/uuid';
import { uvloop } from './libraries/uvloop';
import { weasyprint } from './libraries/weasyprint';
import { webbrowser } from './libraries/webbrowser';
import { werkzeug } from './libraries/werkzeug';
import { whisper } from './libraries/whisper';
import { wsgiref } from './libraries/wsgiref';
import { xmlDomMinidom } from './libraries/xmlDomMinidom';
import { xmlEtree } from './libraries/xmlEtree';
import { xmlSax } from './libraries/xmlSax';
import { xmlrpcClient } from './libraries/xmlrpcClient';
import { yaml } from './libraries/yaml';
import { zipfile } from './libraries/zipfile';
import { zlib } from './libraries/zlib';
import { zoneinfo } from './libraries/zoneinfo';
import type { Library } from './schema';

/** The libraries whose facts are built in. */
export const libraries: readonly Library[] = [
  aiofiles,
  aiohttp,
  aiomysql,
  anthropic,
  anyio,
  argon2,
  asgiref,
  ast,
  asyncTimeout,
  asyncio,
  asyncpg,
  backoff,
  base64,
  bcrypt,
  boto3,
  bs4,
  builtins,
  bz2,
  cProfile,
  cmd,
  code,
  codecs,
  compileall,
  compressionZstd,
  concurrentFutures,
  configparser,
  contextlib,
  copy,
  crypt,
  cryptography,
  csv,
  ctypes,
  curses,
  dbm,
  difflib,
  diskcache,
  django,
  docx,
  elasticsearch,
  faiss,
  fastapi,
  fcntl,
  ffmpeg,
  filecmp,
  fileinput,
  filelock,
  ftplib,
  functools,
  gc,
  getpass,
  glob,
  gridfs,
  grpc,
  gzip,
  hashlib,
  htmlParser,
  httpClient,
  httpServer,
  httpx,
  imageio,
  imaplib,
  importlib,
  io,
  jinja2,
  joblib,
  json,
  librosa,
  lightgbm,
  linecache,
  logging,
  loggingHandlers,
  lxml,
  lzma,
  mailbox,
  markdown,
  marshal,
  matplotlib,
  mimetypes,
  mmap,
  motor,
  msvcrt,
  multiprocessing,
  mysqlConnector,
  mysqldb,
  nacl,
  nestAsyncio,
  netrc,
  nltk,
  nntplib,
  numpy,
  onnxruntime,
  openai,
  opencv,
  openpyxl,
  os,
  osPath,
  pandas,
  passlib,
  pathlib,
  pdb,
  pdf2image,
  pdfplumber,
  pickle,
  pillow,
  pkgutil,
  platform,
  plistlib,
  polars,
  poplib,
  psycopg,
  psycopg2,
  psycopgPool,
  pty,
  pyCompile,
  pyarrow,
  pycryptodome,
  pydub,
  pymongo,
  pymysql,
  pypdf,
  pytesseract,
  qrcode,
  queue,
  redis,
  reportlab,
  requests,
  rsa,
  runpy,
  sched,
  scipy,
  select,
  selectors,
  sentenceTransformers,
  shelve,
  shutil,
  signal,
  smtplib,
  socket,
  socketserver,
  soundfile,
  spacy,
  sqlalchemy,
  sqlite3,
  sqlmodel,
  ssl,
  stamina,
  starlette,
  subprocess,
  sys,
  syslog,
  tarfile,
  telnetlib,
  tempfile,
  tenacity,
  tensorflow,
  threading,
  time,
  timeit,
  tokenize,
  tomllib,
  torch,
  transformers,
  trio,
  urllib3,
  urllibRequest,
  urllibRobotparser,
  uuid,
  uvloop,
  weasyprint,
  webbrowser,
  werkzeug,
  whisper,
  wsgiref,
  xmlDomMinidom,
  xmlEtree,
  xmlSax,
  xmlrpcClient,
  yaml,
  zipfile,
  zlib,
  zoneinfo,
];
