// Written by `npm run generate` from the folder of libraries.
import type { Library } from './schema';
import { aioPika } from './libraries/aioPika';
import { aiobotocore } from './libraries/aiobotocore';
import { aiodns } from './libraries/aiodns';
import { aiofiles } from './libraries/aiofiles';
import { aiohttp } from './libraries/aiohttp';
import { aiokafka } from './libraries/aiokafka';
import { aiomcache } from './libraries/aiomcache';
import { aiomysql } from './libraries/aiomysql';
import { aioodbc } from './libraries/aioodbc';
import { aiopg } from './libraries/aiopg';
import { aiosqlite } from './libraries/aiosqlite';
import { amqp } from './libraries/amqp';
import { anthropic } from './libraries/anthropic';
import { anyio } from './libraries/anyio';
import { argon2 } from './libraries/argon2';
import { asgiref } from './libraries/asgiref';
import { ast } from './libraries/ast';
import { asyncTimeout } from './libraries/asyncTimeout';
import { asyncio } from './libraries/asyncio';
import { asyncpg } from './libraries/asyncpg';
import { asyncssh } from './libraries/asyncssh';
import { azureCore } from './libraries/azureCore';
import { azureIdentity } from './libraries/azureIdentity';
import { azureKeyvaultSecrets } from './libraries/azureKeyvaultSecrets';
import { azureServicebus } from './libraries/azureServicebus';
import { azureStorageBlob } from './libraries/azureStorageBlob';
import { backoff } from './libraries/backoff';
import { base64 } from './libraries/base64';
import { bcrypt } from './libraries/bcrypt';
import { boto3 } from './libraries/boto3';
import { botocore } from './libraries/botocore';
import { bs4 } from './libraries/bs4';
import { builtins } from './libraries/builtins';
import { bz2 } from './libraries/bz2';
import { cProfile } from './libraries/cProfile';
import { cachetools } from './libraries/cachetools';
import { cassandra } from './libraries/cassandra';
import { celery } from './libraries/celery';
import { clickhouseConnect } from './libraries/clickhouseConnect';
import { clickhouseDriver } from './libraries/clickhouseDriver';
import { cmd } from './libraries/cmd';
import { code } from './libraries/code';
import { codecs } from './libraries/codecs';
import { compileall } from './libraries/compileall';
import { compressionZstd } from './libraries/compressionZstd';
import { concurrentFutures } from './libraries/concurrentFutures';
import { configparser } from './libraries/configparser';
import { confluentKafka } from './libraries/confluentKafka';
import { contextlib } from './libraries/contextlib';
import { contextvars } from './libraries/contextvars';
import { copy } from './libraries/copy';
import { crypt } from './libraries/crypt';
import { cryptography } from './libraries/cryptography';
import { csv } from './libraries/csv';
import { ctypes } from './libraries/ctypes';
import { curlCffi } from './libraries/curlCffi';
import { curses } from './libraries/curses';
import { dbm } from './libraries/dbm';
import { difflib } from './libraries/difflib';
import { diskcache } from './libraries/diskcache';
import { django } from './libraries/django';
import { dnspython } from './libraries/dnspython';
import { docker } from './libraries/docker';
import { docx } from './libraries/docx';
import { duckdb } from './libraries/duckdb';
import { elasticsearch } from './libraries/elasticsearch';
import { etcd3 } from './libraries/etcd3';
import { fabric } from './libraries/fabric';
import { faiss } from './libraries/faiss';
import { fastapi } from './libraries/fastapi';
import { fastapiSqlalchemy } from './libraries/fastapiSqlalchemy';
import { fcntl } from './libraries/fcntl';
import { feedparser } from './libraries/feedparser';
import { ffmpeg } from './libraries/ffmpeg';
import { filecmp } from './libraries/filecmp';
import { fileinput } from './libraries/fileinput';
import { filelock } from './libraries/filelock';
import { firebaseAdmin } from './libraries/firebaseAdmin';
import { fsspec } from './libraries/fsspec';
import { ftplib } from './libraries/ftplib';
import { functools } from './libraries/functools';
import { gc } from './libraries/gc';
import { geopy } from './libraries/geopy';
import { getpass } from './libraries/getpass';
import { gitPython } from './libraries/gitPython';
import { github } from './libraries/github';
import { glob } from './libraries/glob';
import { googleApiCore } from './libraries/googleApiCore';
import { googleAuth } from './libraries/googleAuth';
import { googleCloudBigquery } from './libraries/googleCloudBigquery';
import { googleCloudFirestore } from './libraries/googleCloudFirestore';
import { googleCloudPubsub } from './libraries/googleCloudPubsub';
import { googleCloudStorage } from './libraries/googleCloudStorage';
import { googleFirestore } from './libraries/googleFirestore';
import { googleGenai } from './libraries/googleGenai';
import { googleOauth2 } from './libraries/googleOauth2';
import { googlePubsub } from './libraries/googlePubsub';
import { googleapiclient } from './libraries/googleapiclient';
import { gridfs } from './libraries/gridfs';
import { grpc } from './libraries/grpc';
import { gtts } from './libraries/gtts';
import { gzip } from './libraries/gzip';
import { hashlib } from './libraries/hashlib';
import { htmlParser } from './libraries/htmlParser';
import { httpClient } from './libraries/httpClient';
import { httpServer } from './libraries/httpServer';
import { httplib2 } from './libraries/httplib2';
import { httpx } from './libraries/httpx';
import { httpx2 } from './libraries/httpx2';
import { huggingfaceHub } from './libraries/huggingfaceHub';
import { hvac } from './libraries/hvac';
import { imageio } from './libraries/imageio';
import { imaplib } from './libraries/imaplib';
import { importlib } from './libraries/importlib';
import { influxdbClient } from './libraries/influxdbClient';
import { invoke } from './libraries/invoke';
import { io } from './libraries/io';
import { jinja2 } from './libraries/jinja2';
import { joblib } from './libraries/joblib';
import { json } from './libraries/json';
import { kafka } from './libraries/kafka';
import { kazoo } from './libraries/kazoo';
import { kombu } from './libraries/kombu';
import { kubernetes } from './libraries/kubernetes';
import { langchainOpenai } from './libraries/langchainOpenai';
import { ldap } from './libraries/ldap';
import { ldap3 } from './libraries/ldap3';
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
import { memcache } from './libraries/memcache';
import { mimetypes } from './libraries/mimetypes';
import { minio } from './libraries/minio';
import { mmap } from './libraries/mmap';
import { motor } from './libraries/motor';
import { msvcrt } from './libraries/msvcrt';
import { multiprocessing } from './libraries/multiprocessing';
import { mysqlConnector } from './libraries/mysqlConnector';
import { mysqldb } from './libraries/mysqldb';
import { nacl } from './libraries/nacl';
import { nats } from './libraries/nats';
import { neo4j } from './libraries/neo4j';
import { nestAsyncio } from './libraries/nestAsyncio';
import { netrc } from './libraries/netrc';
import { niquests } from './libraries/niquests';
import { nltk } from './libraries/nltk';
import { nntplib } from './libraries/nntplib';
import { numpy } from './libraries/numpy';
import { oauth2client } from './libraries/oauth2client';
import { ollama } from './libraries/ollama';
import { onnxruntime } from './libraries/onnxruntime';
import { openai } from './libraries/openai';
import { opencv } from './libraries/opencv';
import { openpyxl } from './libraries/openpyxl';
import { opensearchpy } from './libraries/opensearchpy';
import { oracledb } from './libraries/oracledb';
import { os } from './libraries/os';
import { osPath } from './libraries/osPath';
import { pahoClient } from './libraries/pahoClient';
import { pandas } from './libraries/pandas';
import { paramiko } from './libraries/paramiko';
import { passlib } from './libraries/passlib';
import { pathlib } from './libraries/pathlib';
import { pdb } from './libraries/pdb';
import { pdf2image } from './libraries/pdf2image';
import { pdfplumber } from './libraries/pdfplumber';
import { peewee } from './libraries/peewee';
import { pexpect } from './libraries/pexpect';
import { pg8000 } from './libraries/pg8000';
import { pickle } from './libraries/pickle';
import { pika } from './libraries/pika';
import { pillow } from './libraries/pillow';
import { pkgutil } from './libraries/pkgutil';
import { platform } from './libraries/platform';
import { playwright } from './libraries/playwright';
import { plistlib } from './libraries/plistlib';
import { polars } from './libraries/polars';
import { poplib } from './libraries/poplib';
import { psutil } from './libraries/psutil';
import { psycopg } from './libraries/psycopg';
import { psycopg2 } from './libraries/psycopg2';
import { psycopgPool } from './libraries/psycopgPool';
import { pty } from './libraries/pty';
import { pyCompile } from './libraries/pyCompile';
import { pyarrow } from './libraries/pyarrow';
import { pycryptodome } from './libraries/pycryptodome';
import { pycurl } from './libraries/pycurl';
import { pydub } from './libraries/pydub';
import { pymemcache } from './libraries/pymemcache';
import { pymongo } from './libraries/pymongo';
import { pymssql } from './libraries/pymssql';
import { pymysql } from './libraries/pymysql';
import { pyodbc } from './libraries/pyodbc';
import { pypdf } from './libraries/pypdf';
import { pytesseract } from './libraries/pytesseract';
import { pywebpush } from './libraries/pywebpush';
import { qdrantClient } from './libraries/qdrantClient';
import { qrcode } from './libraries/qrcode';
import { queue } from './libraries/queue';
import { redis } from './libraries/redis';
import { reportlab } from './libraries/reportlab';
import { requests } from './libraries/requests';
import { retrying } from './libraries/retrying';
import { rsa } from './libraries/rsa';
import { runpy } from './libraries/runpy';
import { s3transfer } from './libraries/s3transfer';
import { sched } from './libraries/sched';
import { scipy } from './libraries/scipy';
import { select } from './libraries/select';
import { selectors } from './libraries/selectors';
import { selenium } from './libraries/selenium';
import { sendgrid } from './libraries/sendgrid';
import { sentenceTransformers } from './libraries/sentenceTransformers';
import { shelve } from './libraries/shelve';
import { shutil } from './libraries/shutil';
import { signal } from './libraries/signal';
import { slackSdk } from './libraries/slackSdk';
import { smartOpen } from './libraries/smartOpen';
import { smtplib } from './libraries/smtplib';
import { snowflakeConnector } from './libraries/snowflakeConnector';
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
import { stripe } from './libraries/stripe';
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
import { tldextract } from './libraries/tldextract';
import { tokenize } from './libraries/tokenize';
import { tomllib } from './libraries/tomllib';
import { torch } from './libraries/torch';
import { transformers } from './libraries/transformers';
import { trio } from './libraries/trio';
import { twilio } from './libraries/twilio';
import { urllib3 } from './libraries/urllib3';
import { urllibError } from './libraries/urllibError';
import { urllibRequest } from './libraries/urllibRequest';
import { urllibRobotparser } from './libraries/urllibRobotparser';
import { uuid } from './libraries/uuid';
import { uvloop } from './libraries/uvloop';
import { valkey } from './libraries/valkey';
import { weasyprint } from './libraries/weasyprint';
import { webbrowser } from './libraries/webbrowser';
import { websocketClient } from './libraries/websocketClient';
import { websockets } from './libraries/websockets';
import { werkzeug } from './libraries/werkzeug';
import { whisper } from './libraries/whisper';
import { wikipedia } from './libraries/wikipedia';
import { wsgiref } from './libraries/wsgiref';
import { xmlDomMinidom } from './libraries/xmlDomMinidom';
import { xmlEtree } from './libraries/xmlEtree';
import { xmlSax } from './libraries/xmlSax';
import { xmlrpcClient } from './libraries/xmlrpcClient';
import { yaml } from './libraries/yaml';
import { ytDlp } from './libraries/ytDlp';
import { zipfile } from './libraries/zipfile';
import { zlib } from './libraries/zlib';
import { zmq } from './libraries/zmq';
import { zoneinfo } from './libraries/zoneinfo';

/** The libraries whose facts are built in, by the name of their file. */
export const libraries: readonly Library[] = [
  aioPika,
  aiobotocore,
  aiodns,
  aiofiles,
  aiohttp,
  aiokafka,
  aiomcache,
  aiomysql,
  aioodbc,
  aiopg,
  aiosqlite,
  amqp,
  anthropic,
  anyio,
  argon2,
  asgiref,
  ast,
  asyncTimeout,
  asyncio,
  asyncpg,
  asyncssh,
  azureCore,
  azureIdentity,
  azureKeyvaultSecrets,
  azureServicebus,
  azureStorageBlob,
  backoff,
  base64,
  bcrypt,
  boto3,
  botocore,
  bs4,
  builtins,
  bz2,
  cProfile,
  cachetools,
  cassandra,
  celery,
  clickhouseConnect,
  clickhouseDriver,
  cmd,
  code,
  codecs,
  compileall,
  compressionZstd,
  concurrentFutures,
  configparser,
  confluentKafka,
  contextlib,
  contextvars,
  copy,
  crypt,
  cryptography,
  csv,
  ctypes,
  curlCffi,
  curses,
  dbm,
  difflib,
  diskcache,
  django,
  dnspython,
  docker,
  docx,
  duckdb,
  elasticsearch,
  etcd3,
  fabric,
  faiss,
  fastapi,
  fastapiSqlalchemy,
  fcntl,
  feedparser,
  ffmpeg,
  filecmp,
  fileinput,
  filelock,
  firebaseAdmin,
  fsspec,
  ftplib,
  functools,
  gc,
  geopy,
  getpass,
  gitPython,
  github,
  glob,
  googleApiCore,
  googleAuth,
  googleCloudBigquery,
  googleCloudFirestore,
  googleCloudPubsub,
  googleCloudStorage,
  googleFirestore,
  googleGenai,
  googleOauth2,
  googlePubsub,
  googleapiclient,
  gridfs,
  grpc,
  gtts,
  gzip,
  hashlib,
  htmlParser,
  httpClient,
  httpServer,
  httplib2,
  httpx,
  httpx2,
  huggingfaceHub,
  hvac,
  imageio,
  imaplib,
  importlib,
  influxdbClient,
  invoke,
  io,
  jinja2,
  joblib,
  json,
  kafka,
  kazoo,
  kombu,
  kubernetes,
  langchainOpenai,
  ldap,
  ldap3,
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
  memcache,
  mimetypes,
  minio,
  mmap,
  motor,
  msvcrt,
  multiprocessing,
  mysqlConnector,
  mysqldb,
  nacl,
  nats,
  neo4j,
  nestAsyncio,
  netrc,
  niquests,
  nltk,
  nntplib,
  numpy,
  oauth2client,
  ollama,
  onnxruntime,
  openai,
  opencv,
  openpyxl,
  opensearchpy,
  oracledb,
  os,
  osPath,
  pahoClient,
  pandas,
  paramiko,
  passlib,
  pathlib,
  pdb,
  pdf2image,
  pdfplumber,
  peewee,
  pexpect,
  pg8000,
  pickle,
  pika,
  pillow,
  pkgutil,
  platform,
  playwright,
  plistlib,
  polars,
  poplib,
  psutil,
  psycopg,
  psycopg2,
  psycopgPool,
  pty,
  pyCompile,
  pyarrow,
  pycryptodome,
  pycurl,
  pydub,
  pymemcache,
  pymongo,
  pymssql,
  pymysql,
  pyodbc,
  pypdf,
  pytesseract,
  pywebpush,
  qdrantClient,
  qrcode,
  queue,
  redis,
  reportlab,
  requests,
  retrying,
  rsa,
  runpy,
  s3transfer,
  sched,
  scipy,
  select,
  selectors,
  selenium,
  sendgrid,
  sentenceTransformers,
  shelve,
  shutil,
  signal,
  slackSdk,
  smartOpen,
  smtplib,
  snowflakeConnector,
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
  stripe,
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
  tldextract,
  tokenize,
  tomllib,
  torch,
  transformers,
  trio,
  twilio,
  urllib3,
  urllibError,
  urllibRequest,
  urllibRobotparser,
  uuid,
  uvloop,
  valkey,
  weasyprint,
  webbrowser,
  websocketClient,
  websockets,
  werkzeug,
  whisper,
  wikipedia,
  wsgiref,
  xmlDomMinidom,
  xmlEtree,
  xmlSax,
  xmlrpcClient,
  yaml,
  ytDlp,
  zipfile,
  zlib,
  zmq,
  zoneinfo,
];
