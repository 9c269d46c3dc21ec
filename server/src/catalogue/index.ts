import { aiofiles } from './libraries/aiofiles';
import { aiohttp } from './libraries/aiohttp';
import { aiomysql } from './libraries/aiomysql';
import { anthropic } from './libraries/anthropic';
import { anyio } from './libraries/anyio';
import { argon2 } from './libraries/argon2';
import { asgiref } from './libraries/asgiref';
import { asyncTimeout } from './libraries/asyncTimeout';
import { asyncio } from './libraries/asyncio';
import { asyncpg } from './libraries/asyncpg';
import { backoff } from './libraries/backoff';
import { bcrypt } from './libraries/bcrypt';
import { boto3 } from './libraries/boto3';
import { bs4 } from './libraries/bs4';
import { builtins } from './libraries/builtins';
import { bz2 } from './libraries/bz2';
import { codecs } from './libraries/codecs';
import { concurrentFutures } from './libraries/concurrentFutures';
import { contextlib } from './libraries/contextlib';
import { cryptography } from './libraries/cryptography';
import { diskcache } from './libraries/diskcache';
import { django } from './libraries/django';
import { docx } from './libraries/docx';
import { elasticsearch } from './libraries/elasticsearch';
import { faiss } from './libraries/faiss';
import { fastapi } from './libraries/fastapi';
import { ffmpeg } from './libraries/ffmpeg';
import { ftplib } from './libraries/ftplib';
import { glob } from './libraries/glob';
import { gridfs } from './libraries/gridfs';
import { grpc } from './libraries/grpc';
import { gzip } from './libraries/gzip';
import { hashlib } from './libraries/hashlib';
import { httpClient } from './libraries/httpClient';
import { httpx } from './libraries/httpx';
import { imageio } from './libraries/imageio';
import { imaplib } from './libraries/imaplib';
import { io } from './libraries/io';
import { jinja2 } from './libraries/jinja2';
import { joblib } from './libraries/joblib';
import { librosa } from './libraries/librosa';
import { lightgbm } from './libraries/lightgbm';
import { lxml } from './libraries/lxml';
import { lzma } from './libraries/lzma';
import { markdown } from './libraries/markdown';
import { matplotlib } from './libraries/matplotlib';
import { motor } from './libraries/motor';
import { mysqlConnector } from './libraries/mysqlConnector';
import { mysqldb } from './libraries/mysqldb';
import { nacl } from './libraries/nacl';
import { nestAsyncio } from './libraries/nestAsyncio';
import { nltk } from './libraries/nltk';
import { numpy } from './libraries/numpy';
import { onnxruntime } from './libraries/onnxruntime';
import { openai } from './libraries/openai';
import { opencv } from './libraries/opencv';
import { openpyxl } from './libraries/openpyxl';
import { os } from './libraries/os';
import { pandas } from './libraries/pandas';
import { passlib } from './libraries/passlib';
import { pathlib } from './libraries/pathlib';
import { pdf2image } from './libraries/pdf2image';
import { pdfplumber } from './libraries/pdfplumber';
import { pillow } from './libraries/pillow';
import { polars } from './libraries/polars';
import { poplib } from './libraries/poplib';
import { psycopg } from './libraries/psycopg';
import { psycopg2 } from './libraries/psycopg2';
import { psycopgPool } from './libraries/psycopgPool';
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
import { scipy } from './libraries/scipy';
import { sentenceTransformers } from './libraries/sentenceTransformers';
import { shutil } from './libraries/shutil';
import { smtplib } from './libraries/smtplib';
import { socket } from './libraries/socket';
import { soundfile } from './libraries/soundfile';
import { spacy } from './libraries/spacy';
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
import { tensorflow } from './libraries/tensorflow';
import { threading } from './libraries/threading';
import { time } from './libraries/time';
import { torch } from './libraries/torch';
import { transformers } from './libraries/transformers';
import { urllib3 } from './libraries/urllib3';
import { urllibRequest } from './libraries/urllibRequest';
import { uvloop } from './libraries/uvloop';
import { weasyprint } from './libraries/weasyprint';
import { werkzeug } from './libraries/werkzeug';
import { whisper } from './libraries/whisper';
import { xmlrpcClient } from './libraries/xmlrpcClient';
import { yaml } from './libraries/yaml';
import { zipfile } from './libraries/zipfile';
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
  asyncTimeout,
  asyncio,
  asyncpg,
  backoff,
  bcrypt,
  boto3,
  bs4,
  builtins,
  bz2,
  codecs,
  concurrentFutures,
  contextlib,
  cryptography,
  diskcache,
  django,
  docx,
  elasticsearch,
  faiss,
  fastapi,
  ffmpeg,
  ftplib,
  glob,
  gridfs,
  grpc,
  gzip,
  hashlib,
  httpClient,
  httpx,
  imageio,
  imaplib,
  io,
  jinja2,
  joblib,
  librosa,
  lightgbm,
  lxml,
  lzma,
  markdown,
  matplotlib,
  motor,
  mysqlConnector,
  mysqldb,
  nacl,
  nestAsyncio,
  nltk,
  numpy,
  onnxruntime,
  openai,
  opencv,
  openpyxl,
  os,
  pandas,
  passlib,
  pathlib,
  pdf2image,
  pdfplumber,
  pillow,
  polars,
  poplib,
  psycopg,
  psycopg2,
  psycopgPool,
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
  scipy,
  sentenceTransformers,
  shutil,
  smtplib,
  socket,
  soundfile,
  spacy,
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
  tensorflow,
  threading,
  time,
  torch,
  transformers,
  urllib3,
  urllibRequest,
  uvloop,
  weasyprint,
  werkzeug,
  whisper,
  xmlrpcClient,
  yaml,
  zipfile,
];
