// Written by `npm run generate` from the libraries.
import type { CallFacts } from './callFacts';

/** What `callFactsOf` says of the built-in libraries. */
export const callFacts: CallFacts = {
  Crypto: {
    names: {
      1: 'PBKDF2 generate scrypt',
    },
  },
  MySQLdb: {
    names: {
      1: 'Connect Connection autocommit begin callproc close commit connect execute executemany fetchall fetchmany fetchone next_result nextset ping query rollback select_db set_character_set show_warnings',
    },
  },
  PIL: {
    names: {
      1: 'contain convert copy crop difference exif_transpose filter fit grab histogram load open paste quantize reduce resize rotate save thumbnail tobytes transform transpose truetype verify',
    },
  },
  aio_pika: {
    names: {
      4: 'bind cancel close connect connect_robust consume declare_exchange declare_queue delete get get_exchange get_queue publish purge set_qos unbind',
      4100: 'channel',
    },
  },
  aiobotocore: {
    names: {
    },
  },
  aiodns: {
    names: {
      4: 'gethostbyname query',
    },
  },
  aiofiles: {
    names: {
      4: 'access close flush link listdir makedirs mkdir read readline readlines readlink remove rename replace rmdir scandir seek stat symlink tell truncate unlink write writelines',
      4100: 'open',
    },
  },
  aiohttp: {
    names: {
      2: 'run_app',
      4: 'close json read receive receive_bytes receive_json receive_str text',
      8: 'ClientTimeout',
      264: 'ClientSession',
      4108: 'delete get head options patch post put request',
      262144: 'raise_for_status',
      266244: 'ws_connect',
    },
  },
  aiokafka: {
    names: {
      4: 'commit committed flush getmany getone position seek_to_beginning send send_and_wait start stop',
    },
  },
  aiomcache: {
    names: {
      4: 'add append cas close decr delete flush_all get gets incr multi_get prepend replace set stats touch version',
      256: 'Client',
    },
  },
  aiomysql: {
    names: {
      4: 'autocommit begin callproc clear close commit ensure_closed execute executemany fetchall fetchmany fetchone kill next_result nextset ping query rollback scroll select_db set_charset show_warnings wait_closed',
      256: 'Pool',
      4100: 'acquire connect cursor',
      4868: 'create_pool',
    },
  },
  aioodbc: {
    names: {
      4: 'connect',
      260: 'create_pool',
    },
  },
  aiopg: {
    names: {
      4: 'callproc execute fetchall fetchmany fetchone',
      4100: 'acquire connect cursor',
      4356: 'create_pool',
    },
  },
  aiosqlite: {
    names: {
      4: 'backup close commit create_function execute_fetchall execute_insert fetchall fetchmany fetchone interrupt rollback',
      4100: 'connect cursor execute executemany executescript',
    },
  },
  amqp: {
    names: {
      1: 'basic_consume basic_get basic_publish basic_qos channel close connect drain_events exchange_declare queue_bind queue_declare queue_delete',
    },
  },
  anthropic: {
    names: {
      13: 'count_tokens create list retrieve',
      264: 'Anthropic AnthropicBedrock AsyncAnthropic AsyncAnthropicBedrock',
      2056: 'stream',
    },
  },
  anyio: {
    names: {
      3: 'run',
      4: 'aclose acquire chmod connect_tcp exists flush hardlink_to is_dir is_file mkdir open open_file open_process read read_bytes read_text readline readlines rename replace resolve rmdir run_process sleep_forever start stat symlink_to touch unlink wait wait_readable write write_bytes write_text writelines',
      53: 'run_sync',
      8192: 'fail_after move_on_after',
      262148: 'sleep',
    },
    leadsTo: 'builtins',
  },
  apiclient: {
    names: {
    },
    leadsTo: 'googleapiclient',
  },
  argon2: {
    names: {
      1: 'hash hash_secret hash_secret_raw verify verify_secret',
    },
  },
  asgiref: {
    names: {
      2: '__call__',
      32: 'sync_to_async',
    },
  },
  ast: {
    names: {
      1: 'parse',
    },
  },
  async_timeout: {
    names: {
      8192: 'timeout timeout_at',
    },
  },
  asyncio: {
    names: {
      2: 'run run_forever run_until_complete',
      4: 'acquire communicate connect_accepted_socket connect_read_pipe connect_write_pipe create_connection create_datagram_endpoint create_server create_subprocess_exec create_subprocess_shell create_unix_connection drain get getaddrinfo getnameinfo join open_connection open_unix_connection read readexactly readline readuntil sendfile serve_forever shutdown_asyncgens shutdown_default_executor sock_accept sock_connect sock_recv sock_recv_into sock_recvfrom sock_sendall sock_sendfile sock_sendto start_server start_tls start_unix_server subprocess_exec subprocess_shell wait_closed',
      52: 'run_in_executor to_thread',
      1024: 'create_task ensure_future',
      1028: 'gather shield',
      8192: 'timeout timeout_at',
      8196: 'wait_for',
      32768: 'LifoQueue PriorityQueue Queue',
      65536: 'put_nowait',
      65540: 'put',
      262148: 'sleep wait',
    },
    leadsTo: 'builtins concurrent',
  },
  asyncpg: {
    names: {
      4: 'add_listener close commit copy_from_query copy_from_table copy_records_to_table copy_to_table execute executemany expire_connections fetch fetchmany fetchrow fetchval prepare release remove_listener reset rollback set_type_codec start',
      12: 'connect',
      256: 'Pool',
      4100: 'acquire',
      4868: 'create_pool',
    },
  },
  asyncssh: {
    names: {
      4: 'run',
      4100: 'connect',
    },
  },
  azure: {
    names: {
      1: 'acquire_lease append_block begin_delete_secret commit_block_list complete_message create_container create_snapshot delete_blob delete_blobs delete_container download_blob exists get_blob_properties get_blob_tags get_container_properties get_secret get_token readall readinto receive_messages result send_messages set_blob_metadata set_secret stage_block start_copy_from_url upload_blob wait',
      256: 'BlobClient BlobServiceClient ContainerClient SecretClient',
    },
  },
  backoff: {
    names: {
      64: 'on_exception on_predicate',
    },
  },
  base64: {
    names: {
      1: 'b64encode',
    },
  },
  bcrypt: {
    names: {
      1: 'checkpw hashpw kdf',
    },
  },
  boto3: {
    names: {
      1: 'create_bucket create_queue create_table create_topic download_file get_queue_by_name upload_file',
      257: 'client resource',
    },
    ofAnyName: 1,
    leadsTo: 'botocore',
  },
  botocore: {
    names: {
      1: 'build_full_result iter_chunks iter_lines read wait',
      8: 'Config',
      257: 'create_client',
    },
    ofAnyName: 1,
  },
  bs4: {
    names: {
      1: 'BeautifulSoup',
    },
  },
  builtins: {
    names: {
      1: 'breakpoint input',
      2049: 'open',
    },
    leadsTo: 'io',
  },
  bz2: {
    names: {
      1: 'compress decompress',
      2049: 'BZ2File open',
    },
  },
  cProfile: {
    names: {
      1: 'run',
    },
  },
  cachetools: {
    names: {
      524288: 'cached cachedmethod fifo_cache lfu_cache lru_cache rr_cache ttl_cache',
    },
  },
  cassandra: {
    names: {
      1: 'all connect execute execute_concurrent execute_concurrent_with_args fetch_next_page prepare result shutdown',
      256: 'Cluster',
    },
  },
  celery: {
    names: {
      1: 'apply_async delay failed forget get join join_native ready revoke send_task successful',
    },
  },
  clickhouse_connect: {
    names: {
      1: 'command get_client insert insert_arrow insert_df ping query query_arrow query_df query_np raw_query',
      4: 'get_async_client',
    },
  },
  clickhouse_driver: {
    names: {
      1: 'execute execute_iter execute_with_progress insert_dataframe query_dataframe',
    },
  },
  cmd: {
    names: {
      1: 'cmdloop',
    },
  },
  code: {
    names: {
      1: 'interact',
    },
  },
  codecs: {
    names: {
      2049: 'open',
    },
  },
  compileall: {
    names: {
      1: 'compile_dir',
    },
  },
  compression: {
    names: {
      1: 'compress decompress',
    },
  },
  concurrent: {
    names: {
      1: '__exit__ exception result shutdown wait',
      48: 'submit',
      2049: 'as_completed',
      2081: 'map',
      131072: 'InterpreterPoolExecutor ProcessPoolExecutor ThreadPoolExecutor',
    },
  },
  configparser: {
    names: {
      1: 'read read_file write',
    },
  },
  confluent_kafka: {
    names: {
      1: 'abort_transaction close commit commit_transaction committed consume flush get_watermark_offsets init_transactions list_topics offsets_for_times poll',
    },
  },
  contextlib: {
    names: {
      4: 'aclose enter_async_context',
      16384: 'suppress',
    },
  },
  contextvars: {
    names: {
    },
  },
  copy: {
    names: {
      1: 'deepcopy',
    },
  },
  crypt: {
    names: {
      1: 'crypt',
    },
  },
  cryptography: {
    names: {
      1: 'derive generate_parameters generate_private_key load_pem_private_key verify',
    },
  },
  csv: {
    names: {
      1: 'reader',
    },
  },
  ctypes: {
    names: {
      1: 'CDLL find_library',
    },
  },
  curl_cffi: {
    names: {
      13: 'delete get head options patch post put request',
      256: 'AsyncSession Session',
    },
  },
  curses: {
    names: {
      1: 'wrapper',
    },
  },
  cv2: {
    names: {
      1: 'imread imwrite read resize waitKey',
    },
  },
  dbm: {
    names: {
      2049: 'open',
    },
  },
  difflib: {
    names: {
      1: 'get_close_matches make_file ratio unified_diff',
    },
  },
  diskcache: {
    names: {
      1: 'get set',
    },
  },
  django: {
    names: {
      1: 'check_password make_password',
      4: 'acheck_password',
    },
  },
  dns: {
    names: {
      9: 'query xfr',
      13: 'https inbound_xfr quic resolve tcp tls udp udp_with_fallback zone_for_name',
    },
  },
  docker: {
    names: {
      1: 'attach build commit create events exec_run get get_archive info kill list load login logs pause ping prune pull push put_archive reload remove restart run start stats stop top unpause version wait',
      8: 'APIClient DockerClient',
      9: 'from_env',
    },
  },
  docx: {
    names: {
      1: 'Document save',
    },
  },
  duckdb: {
    names: {
      1: 'arrow checkpoint commit connect create df execute executemany fetch_arrow_table fetchall fetchdf fetchmany fetchnumpy fetchone pl query read_csv read_json read_parquet rollback sql to_csv to_parquet to_table',
    },
  },
  elasticsearch: {
    names: {
      1: 'parallel_bulk scan streaming_bulk',
      4: 'async_bulk async_reindex close',
      5: 'bulk count create delete delete_by_query exists get index info mget msearch open_point_in_time ping reindex scroll search update update_by_query',
      264: 'AsyncElasticsearch Elasticsearch',
    },
  },
  etcd3: {
    names: {
      1: '__enter__ acquire compact delete delete_prefix get get_all get_prefix lease put put_if_not_exists release replace status transaction watch_once',
      256: 'Etcd3Client client',
    },
  },
  fabric: {
    names: {
      1: 'get local open put run sudo',
    },
  },
  faiss: {
    names: {
      1: 'search',
    },
  },
  fastapi: {
    names: {
      4: 'close read seek write',
      52: 'run_in_threadpool',
    },
    leadsTo: 'starlette',
  },
  fastapi_sqlalchemy: {
    names: {
      4096: 'db',
    },
    leadsTo: 'sqlalchemy',
  },
  fcntl: {
    names: {
      1: 'flock lockf',
    },
  },
  feedparser: {
    names: {
      1: 'parse',
    },
  },
  ffmpeg: {
    names: {
      1: 'run',
    },
  },
  filecmp: {
    names: {
      1: 'cmp cmpfiles dircmp',
    },
  },
  fileinput: {
    names: {
      2049: 'FileInput input',
    },
  },
  filelock: {
    names: {
      4: 'release',
      5: 'acquire',
    },
  },
  firebase_admin: {
    names: {
      1: 'create_custom_token create_user delete_user get_user get_user_by_email send send_each subscribe_to_topic update_user verify_id_token verify_session_cookie',
      4: 'send_each_async',
    },
  },
  fsspec: {
    names: {
      1: 'sync',
      2049: 'open',
    },
  },
  ftplib: {
    names: {
      1: 'abort cwd delete dir login mkd mlsd nlst ntransfercmd pwd quit rename retrbinary retrlines rmd sendcmd size storbinary storlines transfercmd voidcmd',
      9: 'FTP FTP_TLS connect',
    },
  },
  functools: {
    names: {
      16: 'partial',
      524288: 'cache cached_property lru_cache',
    },
  },
  gc: {
    names: {
      1: 'collect',
    },
  },
  geopy: {
    names: {
      1: 'geocode',
    },
  },
  getpass: {
    names: {
      1: 'getpass',
    },
    leadsTo: 'builtins',
  },
  git: {
    names: {
      1: 'Repo clone clone_from create_head execute fetch is_dirty iter_commits pull push',
    },
    ofAnyName: 1,
  },
  github: {
    names: {
      1: 'get_repo get_user',
      8: 'Github',
    },
  },
  glob: {
    names: {
      1: 'glob iglob',
    },
    leadsTo: 'builtins',
  },
  google: {
    names: {
      1: 'cancel_job copy_table create_dataset create_table default delete_table extract_table from_service_account_file generate_signed_url get_dataset get_job get_table insert_rows insert_rows_json list_datasets list_rows list_tables load_table_from_dataframe load_table_from_file load_table_from_json load_table_from_uri open query query_and_wait refresh to_arrow to_dataframe update_table verify_firebase_token verify_oauth2_token verify_token',
      5: 'count_tokens edit_image embed_content generate_content generate_content_stream generate_images generate_videos list',
      8: 'list_blobs list_buckets',
      9: 'acknowledge add collections commit compose copy_blob create_bucket create_resumable_upload_session create_subscription delete_blob delete_blobs delete_subscription download_as_bytes download_as_string download_as_text download_blob_to_file download_chunks_concurrently download_many download_many_to_path download_to_file download_to_filename exists get_all get_blob get_bucket get_iam_policy get_subscription list_documents list_subscriptions lookup_bucket make_private make_public modify_ack_deadline patch pull reload rename_blob request result rewrite stream update_storage_class upload_from_file upload_from_filename upload_from_string upload_many upload_many_from_filenames',
      13: 'create delete get set update',
      256: 'AuthorizedSession Client PublisherClient SubscriberClient',
    },
  },
  googleapiclient: {
    names: {
      1: 'build execute next_chunk',
    },
  },
  gridfs: {
    names: {
      5: 'abort close delete download_to_stream download_to_stream_by_name exists list put read readchunk readline rename upload_from_stream upload_from_stream_with_id write writelines',
      2048: 'new_file open_upload_stream open_upload_stream_with_id',
      2053: 'find_one get get_last_version get_version open_download_stream open_download_stream_by_name',
    },
  },
  grpc: {
    names: {
      4: 'channel_ready close start stop',
      5: 'wait_for_termination',
      8: 'future',
      9: 'exception result traceback with_call',
      13: '__call__',
    },
    leadsTo: 'threading',
  },
  gtts: {
    names: {
      1: 'save',
    },
  },
  gzip: {
    names: {
      1: 'compress decompress',
      2049: 'GzipFile open',
    },
  },
  hashlib: {
    names: {
      1: 'file_digest pbkdf2_hmac scrypt',
    },
    leadsTo: 'builtins',
  },
  html: {
    names: {
      1: 'feed',
    },
  },
  http: {
    names: {
      1: 'connect endheaders getresponse request send',
      8: 'HTTPConnection HTTPSConnection',
    },
    leadsTo: 'socketserver',
  },
  httplib2: {
    names: {
      1: 'request',
      8: 'Http',
    },
  },
  httpx: {
    names: {
      4: 'aclose aread',
      5: 'send',
      8: 'Timeout',
      13: 'delete get head options patch post put request',
      264: 'AsyncClient Client',
      6153: 'stream',
      262144: 'raise_for_status',
    },
  },
  httpx2: {
    names: {
      13: 'query',
      2049: 'sse websocket',
    },
    leadsTo: 'httpx',
  },
  huggingface_hub: {
    names: {
      1: 'hf_hub_download snapshot_download',
      5: 'chat_completion',
    },
  },
  hvac: {
    names: {
      1: 'is_authenticated read read_secret_version write',
      8: 'Client',
    },
  },
  imageio: {
    names: {
      1: 'imread imwrite',
    },
  },
  imaplib: {
    names: {
      1: 'append authenticate close copy create delete expunge fetch idle list login logout lsub noop rename search select starttls status store uid',
      9: 'IMAP4 IMAP4_SSL',
    },
  },
  importlib: {
    names: {
      1: 'distribution files import_module is_dir is_file read_binary read_bytes read_text reload version',
      2049: 'iterdir open open_binary open_text',
      4096: 'as_file',
    },
    leadsTo: 'builtins pathlib',
  },
  influxdb_client: {
    names: {
      1: 'close flush ping query query_csv query_data_frame query_raw query_stream write',
      256: 'InfluxDBClient',
    },
  },
  invoke: {
    names: {
      1: 'run',
    },
  },
  io: {
    names: {
      2049: 'FileIO open',
    },
    leadsTo: 'builtins',
  },
  jinja2: {
    names: {
      1: 'render',
      4: 'render_async',
    },
  },
  joblib: {
    names: {
      1: '__call__ dump load',
    },
  },
  json: {
    names: {
      1: 'dump dumps load loads',
    },
  },
  kafka: {
    names: {
      1: 'KafkaAdminClient KafkaConsumer KafkaProducer __next__ abort_transaction beginning_offsets close commit commit_transaction committed create_topics delete_topics describe_cluster end_offsets flush get init_transactions list_topics offsets_for_times partitions_for partitions_for_topic poll position topics',
    },
  },
  kazoo: {
    names: {
      1: '__enter__ acquire command consume create delete ensure_path exists get get_acls get_children put put_all release remove restart run server_version set set_acls start stop sync wait',
    },
  },
  kombu: {
    names: {
      1: '__enter__ channel close connect consume declare drain_events ensure_connection eventloop get publish purge put release run',
    },
  },
  kubernetes: {
    names: {
      1: 'create_from_yaml load_incluster_config load_kube_config stream',
    },
    ofAnyName: 9,
  },
  langchain_openai: {
    names: {
      1: 'invoke',
      4: 'ainvoke',
    },
  },
  ldap: {
    names: {
      1: 'add_ext_s add_s bind_s cancel_s compare_ext_s compare_s delete_ext_s delete_s extop_s find_unique_entry modify_ext_s modify_s modrdn_s passwd_s read_s rename_s result result2 result3 result4 sasl_bind_s sasl_external_bind_s sasl_gssapi_bind_s sasl_interactive_bind_s sasl_non_interactive_bind_s search_ext_s search_s search_st simple_bind_s start_tls_s unbind unbind_s whoami_s',
    },
  },
  ldap3: {
    names: {
      1: 'add bind compare delete extended modify modify_dn open rebind search start_tls unbind',
    },
  },
  librosa: {
    names: {
      1: 'load',
    },
  },
  lightgbm: {
    names: {
      1: 'train',
    },
  },
  linecache: {
    names: {
      1: 'getline getlines',
    },
  },
  logging: {
    names: {
      1: 'emit stop',
    },
  },
  lxml: {
    names: {
      1: 'XSLT document_fromstring fromstring parse',
    },
  },
  lzma: {
    names: {
      1: 'compress decompress',
      2049: 'LZMAFile open',
    },
  },
  mailbox: {
    names: {
      2049: 'Maildir mbox',
    },
  },
  markdown: {
    names: {
      1: 'markdown',
    },
  },
  marshal: {
    names: {
      1: 'dump load',
    },
  },
  matplotlib: {
    names: {
      1: 'savefig',
    },
  },
  memcache: {
    names: {
      1: 'add append cas decr delete delete_multi flush_all get get_multi get_stats gets incr prepend replace set set_multi touch',
      256: 'Client',
    },
  },
  mimetypes: {
    names: {
      1: 'init',
    },
  },
  minio: {
    names: {
      1: 'bucket_exists copy_object fget_object fput_object list_buckets make_bucket presigned_get_object put_object remove_object stat_object',
      2049: 'get_object',
    },
  },
  mmap: {
    names: {
      1: 'flush',
      2049: 'mmap',
    },
  },
  motor: {
    names: {
      4: 'abort_transaction bulk_write close command commit_transaction count_documents create_collection create_index create_indexes delete_many delete_one dereference distinct drop drop_collection drop_database drop_index drop_indexes end_session estimated_document_count explain find_one find_one_and_delete find_one_and_replace find_one_and_update index_information insert_many insert_one list_collection_names list_collections list_database_names list_databases next options rename replace_one server_info start_session to_list update_many update_one validate_collection with_transaction',
      256: 'AsyncIOMotorClient',
    },
  },
  msvcrt: {
    names: {
      1: 'getch getwch locking',
    },
  },
  multiprocessing: {
    names: {
      1: 'Client Manager _callmethod accept acquire connect get join join_thread next put recv recv_bytes recv_bytes_into send send_bytes start terminate wait wait_for',
      32: 'Process apply_async imap imap_unordered map_async starmap_async',
      33: 'apply map starmap',
    },
    leadsTo: 'builtins threading',
  },
  mysql: {
    names: {
      1: 'MySQLConnection add_connection get_connection',
      4: 'cursor shutdown',
      5: 'Connect callproc close cmd_change_user cmd_init_db cmd_ping cmd_query commit connect disconnect execute executemany fetchall fetchmany fetchone info_query is_connected nextset ping reconnect reset_session rollback start_transaction',
      257: 'MySQLConnectionPool',
    },
  },
  nacl: {
    names: {
      1: 'kdf str verify',
    },
  },
  nats: {
    names: {
      4: 'close connect drain flush next_msg publish pull_subscribe request subscribe unsubscribe',
    },
  },
  neo4j: {
    names: {
      1: '__iter__',
      4: 'last_bookmarks',
      5: 'begin_transaction close commit consume data execute_query execute_read execute_write fetch get_server_info graph peek rollback run single to_df to_eager_result value values verify_authentication verify_connectivity',
      256: 'AsyncDriver Driver driver',
    },
  },
  nest_asyncio: {
    names: {
    },
  },
  nest_asyncio2: {
    names: {
    },
    leadsTo: 'nest_asyncio',
  },
  netrc: {
    names: {
      1: 'netrc',
    },
  },
  niquests: {
    names: {
      9: 'delete get head options patch post put request',
      12: 'adelete aget ahead aoptions apatch apost aput arequest',
      256: 'AsyncSession',
      264: 'Session',
    },
  },
  nltk: {
    names: {
      1: 'download',
    },
  },
  nntplib: {
    names: {
      9: 'NNTP',
    },
  },
  ntpath: {
    names: {
    },
    leadsTo: 'os',
  },
  numpy: {
    names: {
      1: 'cholesky convolve dot eig eigh einsum fft fft2 fromfile genfromtxt inv load loadtxt lstsq matmul pinv qr save savetxt savez savez_compressed solve sort svd tofile unique',
    },
  },
  oauth2client: {
    names: {
      1: 'credentials_from_code delete flow_from_clientsecrets get get_access_token put refresh retrieve_scopes revoke run_flow step1_get_device_and_user_codes step2_exchange verify_id_token',
    },
    leadsTo: 'httplib2',
  },
  ollama: {
    names: {
      5: 'chat embed generate list pull show',
      264: 'AsyncClient Client',
    },
  },
  onnxruntime: {
    names: {
      1: 'run',
    },
  },
  openai: {
    names: {
      13: 'create delete edit generate list parse retrieve',
      264: 'AsyncAzureOpenAI AsyncOpenAI AzureOpenAI OpenAI',
    },
  },
  openpyxl: {
    names: {
      1: 'load_workbook save',
    },
  },
  opensearchpy: {
    names: {
      1: 'parallel_bulk scan streaming_bulk',
      4: 'close',
      5: 'bulk count create delete delete_by_query exists get index info mget msearch ping reindex scroll search update update_by_query',
      256: 'AsyncOpenSearch OpenSearch',
    },
  },
  oracledb: {
    names: {
      1: 'connect',
      5: 'callfunc callproc close commit execute executemany fetchall fetchmany fetchone parse ping release rollback',
      256: 'AsyncConnectionPool ConnectionPool create_pool_async',
      257: 'create_pool',
      4100: 'connect_async',
      4101: 'acquire',
    },
  },
  os: {
    names: {
      1: 'access chmod chown copy_file_range exists fdatasync fork forkpty fstat fsync ftruncate getatime getctime getmtime getrandom getsize getxattr isdir isfile islink ismount lchown lexists link listdir listxattr lockf lstat makedirs mkdir mkfifo open posix_fallocate posix_spawn posix_spawnp pread preadv pwrite pwritev read readlink readv realpath remove removedirs removexattr rename renames replace rmdir samefile sameopenfile sendfile setxattr spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe startfile stat statvfs symlink sync system truncate unlink utime wait wait3 wait4 waitid waitpid write writev',
      2049: 'fdopen fwalk popen scandir walk',
    },
    leadsTo: 'builtins io',
  },
  paho: {
    names: {
      1: 'callback connect loop loop_forever loop_stop multiple reconnect simple single wait_for_publish',
    },
  },
  pandas: {
    names: {
      1: 'ExcelFile ExcelWriter apply concat corr describe drop_duplicates explode get_dummies interpolate join json_normalize map merge parse pivot_table query read_clipboard read_csv read_excel read_feather read_fwf read_hdf read_html read_json read_orc read_parquet read_pickle read_sas read_spss read_sql read_sql_query read_sql_table read_stata read_table read_xml sort_values to_clipboard to_csv to_datetime to_excel to_feather to_hdf to_html to_json to_latex to_orc to_parquet to_pickle to_sql to_stata to_string to_xml',
    },
  },
  paramiko: {
    names: {
      1: 'Transport chmod generate get getfo listdir listdir_attr listdir_iter mkdir posix_rename put putfo recv recv_exit_status recv_stderr remove rename rmdir send sendall stat truncate',
      9: 'connect open_session start_client',
      2049: 'exec_command invoke_shell open open_sftp',
    },
  },
  passlib: {
    names: {
      1: 'dummy_verify hash verify verify_and_update',
    },
  },
  pathlib: {
    names: {
      1: 'chmod copy copy_into exists group hardlink_to is_block_device is_char_device is_dir is_fifo is_file is_mount is_socket is_symlink lchmod link_to lstat mkdir move move_into owner read_bytes read_text readlink rename replace resolve rmdir samefile stat symlink_to touch unlink write_bytes write_text',
      2049: 'glob iterdir open rglob walk',
    },
    leadsTo: 'builtins io',
  },
  pdb: {
    names: {
      1: 'set_trace',
    },
  },
  pdf2image: {
    names: {
      1: 'convert_from_bytes convert_from_path',
    },
  },
  pdfplumber: {
    names: {
      2049: 'open',
    },
  },
  peewee: {
    names: {
      1: 'bulk_create bulk_update commit connect count create create_table create_tables delete_by_id delete_instance drop_table drop_tables execute execute_sql exists first get get_by_id get_or_create get_or_none rollback save scalar',
    },
  },
  pexpect: {
    names: {
      1: 'close expect expect_exact expect_list interact read readline run sendline spawn wait',
    },
  },
  pg8000: {
    names: {
      1: 'Connection close commit connect execute executemany fetchall fetchmany fetchone rollback run',
    },
  },
  pickle: {
    names: {
      1: 'dump dumps load loads',
    },
  },
  pika: {
    names: {
      1: 'BlockingConnection basic_ack basic_cancel basic_consume basic_get basic_nack basic_publish basic_qos basic_reject channel close confirm_delivery consume exchange_bind exchange_declare exchange_delete process_data_events queue_bind queue_declare queue_delete queue_purge queue_unbind sleep start_consuming stop_consuming tx_commit',
    },
  },
  pkgutil: {
    names: {
      1: 'walk_packages',
    },
  },
  platform: {
    names: {
      1: 'platform processor',
    },
    leadsTo: 'builtins',
  },
  playwright: {
    names: {
      1: 'sync_playwright',
      12: 'wait_for_selector',
      13: 'goto',
    },
  },
  plistlib: {
    names: {
      1: 'dump load',
    },
  },
  polars: {
    names: {
      1: 'collect collect_all read_avro read_csv read_database read_delta read_excel read_ipc read_json read_ndjson read_parquet sink_csv sink_parquet write_csv write_database write_excel write_ipc write_json write_parquet',
      4: 'collect_all_async collect_async',
    },
  },
  poplib: {
    names: {
      1: 'apop dele list noop pass_ quit retr stat stls top uidl user',
      9: 'POP3 POP3_SSL',
    },
  },
  posixpath: {
    names: {
    },
    leadsTo: 'os',
  },
  psutil: {
    names: {
      1: 'Popen cpu_percent cpu_times_percent disk_usage net_connections process_iter wait wait_procs',
    },
  },
  psycopg: {
    names: {
      1: '__exit__ cancel notifies stream',
      4: 'set_autocommit',
      5: 'cancel_safe close commit connect execute executemany fetchall fetchmany fetchone read read_row rollback scroll sync tpc_begin tpc_commit tpc_prepare tpc_recover tpc_rollback wait write write_row',
      4096: 'pipeline',
      4097: 'transaction',
      6145: 'copy',
    },
  },
  psycopg2: {
    names: {
      1: 'DictConnection LoggingConnection NamedTupleConnection RealDictConnection __exit__ callproc cancel close closeall commit connect connection copy_expert copy_from copy_to execute execute_batch execute_values executemany fetchall fetchmany fetchone getconn nextset putconn reset rollback scroll set_client_encoding tpc_commit tpc_prepare tpc_recover tpc_rollback wait_select',
      257: 'SimpleConnectionPool ThreadedConnectionPool',
    },
  },
  psycopg_pool: {
    names: {
      4: 'open putconn resize',
      5: 'check close getconn wait',
      256: 'AsyncConnectionPool AsyncNullConnectionPool ConnectionPool NullConnectionPool',
      4097: 'connection',
    },
    leadsTo: 'psycopg',
  },
  pty: {
    names: {
      1: 'fork spawn',
    },
  },
  py_compile: {
    names: {
      1: 'compile',
    },
  },
  pyarrow: {
    names: {
      1: 'dataset read_csv read_feather read_table write_feather write_table',
    },
  },
  pycurl: {
    names: {
      1: 'perform perform_rb perform_rs select',
    },
  },
  pydub: {
    names: {
      1: 'from_file',
    },
  },
  pymemcache: {
    names: {
      1: 'add append cas decr delete delete_many flush_all get get_many gets incr prepend replace set set_many stats touch',
      264: 'Client HashClient PooledClient',
    },
  },
  pymongo: {
    names: {
      1: '__getitem__ __next__ allow_disk_use batch_size clone collation comment find find_raw_batches hint limit max_time_ms skip sort where',
      4: 'close end_session start_transaction',
      5: 'abort_transaction aggregate aggregate_raw_batches bulk_write command commit_transaction count_documents create_collection create_index create_indexes create_search_index create_search_indexes cursor_command delete_many delete_one dereference distinct drop drop_collection drop_database drop_index drop_indexes drop_search_index estimated_document_count explain find_one find_one_and_delete find_one_and_replace find_one_and_update index_information insert_many insert_one list_collection_names list_collections list_database_names list_databases list_indexes list_search_indexes next options rename replace_one rewind server_info to_list try_next update_many update_one update_search_index validate_collection watch with_transaction',
      256: 'AsyncMongoClient MongoClient',
    },
  },
  pymssql: {
    names: {
      1: 'callproc close commit connect execute executemany fetchall fetchmany fetchone nextset rollback',
    },
  },
  pymysql: {
    names: {
      1: 'Connect Connection autocommit begin callproc close commit connect execute executemany fetchall fetchall_unbuffered fetchmany fetchone kill next_result nextset ping query rollback scroll select_db set_charset show_warnings',
    },
  },
  pyodbc: {
    names: {
      1: '__exit__ cancel close columns commit connect execute executemany fetchall fetchmany fetchone fetchval foreignKeys getinfo nextset primaryKeys procedures rollback skip statistics tables',
    },
  },
  pypdf: {
    names: {
      1: 'PdfReader',
    },
  },
  pytesseract: {
    names: {
      1: 'image_to_string',
    },
  },
  pywebpush: {
    names: {
      1: 'send',
      4: 'send_async',
      9: 'webpush',
      12: 'webpush_async',
    },
    leadsTo: 'requests',
  },
  qdrant_client: {
    names: {
      1: 'upload_points',
      4: 'close',
      5: 'collection_exists count create_collection delete delete_collection get_collection get_collections query_points retrieve scroll set_payload upsert',
      256: 'AsyncQdrantClient QdrantClient',
    },
  },
  qrcode: {
    names: {
      1: 'make',
    },
  },
  queue: {
    names: {
      1: 'get join',
      32768: 'LifoQueue PriorityQueue Queue',
      65536: 'put_nowait',
      65537: 'put',
    },
    leadsTo: 'builtins',
  },
  redis: {
    names: {
      1: '__call__ __enter__ hscan_iter listen scan_iter sscan_iter zscan_iter',
      4: '__aenter__ aclose close connect discard run',
      5: 'acl_whoami acquire append auth bgsave bitcount bitop bitpos blmove blpop brpop brpoplpush bzpopmax bzpopmin client_getname client_id client_info client_kill client_list client_pause client_setname config_get config_rewrite config_set copy dbsize decr decrby delete discover_master discover_slaves dump echo eval eval_ro evalsha evalsha_ro execute execute_command exists expire expireat expiretime extend fcall fcall_ro flushall flushdb geoadd geodist geohash geopos georadius georadiusbymember geosearch geosearchstore get get_message getbit getdel getex getrange getset hdel hexists hget hgetall hincrby hincrbyfloat hkeys hlen hmget hmset hrandfield hscan hset hsetnx hstrlen hvals incr incrby incrbyfloat info keys lastsave lcs lindex linsert llen lmove lmpop locked lpop lpos lpush lpushx lrange lrem lset ltrim memory_usage mget move mset msetnx next_command object owned persist pexpire pexpireat pexpiretime pfadd pfcount pfmerge ping psetex psubscribe pttl publish pubsub_channels pubsub_numsub punsubscribe quit randomkey reacquire release rename renamenx reset restore role rpop rpoplpush rpush rpushx sadd save scan scard script_exists script_flush script_kill script_load sdiff sdiffstore select set setbit setex setnx setrange shutdown sinter sintercard sinterstore sismember slowlog_get slowlog_len slowlog_reset smembers smismember smove sort sort_ro spop srandmember srem sscan strlen subscribe substr sunion sunionstore swapdb time touch transaction ttl type unlink unsubscribe unwatch wait watch xack xadd xautoclaim xclaim xdel xgroup_create xgroup_createconsumer xgroup_delconsumer xgroup_destroy xgroup_setid xinfo_consumers xinfo_groups xinfo_stream xlen xpending xpending_range xrange xread xreadgroup xrevrange xtrim zadd zcard zcount zdiff zdiffstore zincrby zinter zintercard zinterstore zlexcount zmpop zmscore zpopmax zpopmin zrandmember zrange zrangebylex zrangebyscore zrangestore zrank zrem zremrangebylex zremrangebyrank zremrangebyscore zrevrange zrevrangebylex zrevrangebyscore zrevrank zscan zscore zunion zunionstore',
      256: 'BlockingConnectionPool',
      264: 'ConnectionPool Redis RedisCluster StrictRedis from_url',
    },
  },
  reportlab: {
    names: {
      1: 'build',
    },
  },
  requests: {
    names: {
      1: 'iter_content iter_lines',
      9: 'delete get head options patch post put request send',
      64: 'Retry',
      256: 'Session session',
      262144: 'raise_for_status',
    },
    leadsTo: 'urllib3',
  },
  retrying: {
    names: {
      64: 'Retrying retry',
    },
  },
  rsa: {
    names: {
      1: 'newkeys',
    },
  },
  runpy: {
    names: {
      1: 'run_path',
    },
  },
  s3transfer: {
    names: {
      1: 'result',
    },
  },
  sched: {
    names: {
      1: 'run',
    },
  },
  scipy: {
    names: {
      1: 'loadmat minimize',
    },
  },
  select: {
    names: {
      1: 'control poll select',
    },
  },
  selectors: {
    names: {
      1: 'select',
    },
  },
  selenium: {
    names: {
      1: 'Chrome get until',
    },
  },
  sendgrid: {
    names: {
      1: 'send',
    },
  },
  sentence_transformers: {
    names: {
      1: 'encode',
    },
  },
  shelve: {
    names: {
      2049: 'DbfilenameShelf open',
    },
  },
  shutil: {
    names: {
      1: 'chown copy copy2 copyfile copyfileobj copymode copystat copytree disk_usage make_archive move rmtree unpack_archive which',
    },
  },
  signal: {
    names: {
      1: 'pause sigtimedwait sigwait sigwaitinfo',
    },
  },
  slack_sdk: {
    names: {
      1: 'api_call auth_test chat_postMessage chat_update conversations_history conversations_list files_upload_v2 reactions_add send users_info users_list views_open',
      8: 'WebClient WebhookClient',
    },
  },
  smart_open: {
    names: {
      2049: 'open',
    },
  },
  smtplib: {
    names: {
      1: 'auth connect data docmd ehlo expn helo login mail noop quit rcpt rset send_message sendmail starttls verify',
      9: 'LMTP SMTP SMTP_SSL',
    },
  },
  snowflake: {
    names: {
      1: 'commit execute_async execute_string executemany fetch_pandas_all fetch_pandas_batches fetchall fetchmany get_results_from_sfqid rollback',
      4: 'callproc',
      5: 'close execute fetchone',
      4101: 'connect',
    },
  },
  socket: {
    names: {
      1: 'accept connect connect_ex getaddrinfo getfqdn gethostbyaddr gethostbyname gethostbyname_ex getnameinfo getprotobyname getservbyname getservbyport recv recv_into recvfrom recvfrom_into recvmsg recvmsg_into send sendall sendfile sendmsg sendto',
      9: 'create_connection',
    },
  },
  socketserver: {
    names: {
      1: 'handle_request serve_forever shutdown',
    },
  },
  soundfile: {
    names: {
      1: 'read write',
    },
  },
  spacy: {
    names: {
      1: 'load',
    },
  },
  sqlalchemy: {
    names: {
      1: '__iter__ begin_twophase bulk_insert_mappings bulk_save_objects bulk_update_mappings commit_prepared count create create_all drop drop_all get_check_constraints get_columns get_foreign_keys get_indexes get_materialized_view_names get_multi_check_constraints get_multi_columns get_multi_foreign_keys get_multi_indexes get_multi_pk_constraint get_multi_table_comment get_multi_table_options get_multi_unique_constraints get_pk_constraint get_schema_names get_sequence_names get_sorted_table_and_fkc_names get_table_comment get_table_names get_table_options get_temp_table_names get_temp_view_names get_unique_constraints get_view_definition get_view_names has_index has_schema has_sequence has_table prepare recover_twophase reflect reflect_table rollback_prepared update value values',
      4: 'aclose dispose execution_options fetchall fetchmany fetchone get_raw_connection invalidate run_sync scalar_one scalar_one_or_none start stream_scalars',
      5: 'all close close_all commit connection delete exec_driver_sql execute first flush get get_one merge one one_or_none raw_connection refresh remove reset rollback scalar scalars',
      256: 'AsyncEngine Engine async_engine_from_config engine_from_config',
      768: 'create_async_engine create_engine',
      4097: 'begin begin_nested',
      4100: 'stream',
      4101: 'connect',
    },
    leadsTo: 'builtins',
  },
  sqlite3: {
    names: {
      1: '__exit__ backup blobopen close commit deserialize execute executemany executescript fetchall fetchmany fetchone iterdump load_extension rollback serialize',
      2049: 'Connection connect',
    },
    leadsTo: 'builtins',
  },
  sqlmodel: {
    names: {
      5: 'exec',
      768: 'create_engine',
    },
    leadsTo: 'sqlalchemy',
  },
  ssl: {
    names: {
      1: 'create_default_context do_handshake load_cert_chain load_verify_locations read unwrap wrap_socket write',
      9: 'get_server_certificate',
    },
    leadsTo: 'socket',
  },
  stamina: {
    names: {
      4: '__call__',
      64: 'AsyncRetryingCaller RetryingCaller retry retry_context',
    },
  },
  starlette: {
    names: {
      4: 'accept body close form is_disconnected json receive receive_bytes receive_json receive_text send send_bytes send_json send_text',
      48: 'BackgroundTask add_task',
      52: 'run_in_threadpool',
    },
    leadsTo: 'builtins',
  },
  stripe: {
    names: {
      1: 'cancel capture confirm create delete list modify pay retrieve search',
      4: 'create_async',
      8: 'HTTPXClient RequestsClient',
    },
  },
  subprocess: {
    names: {
      1: '__exit__ call check_call check_output communicate getoutput getstatusoutput read readline run wait write',
      2049: 'Popen',
    },
  },
  sys: {
    names: {
      1: 'read readline readlines',
    },
  },
  syslog: {
    names: {
      1: 'syslog',
    },
  },
  tarfile: {
    names: {
      1: 'add addfile extract extractall is_tarfile',
      2049: 'TarFile open',
    },
  },
  telnetlib: {
    names: {
      1: 'interact mt_interact read_all read_some write',
      9: 'Telnet expect open read_until',
    },
  },
  tempfile: {
    names: {
      1: 'cleanup gettempdir mkdtemp mkstemp',
      2049: 'NamedTemporaryFile TemporaryFile',
      4097: 'TemporaryDirectory',
    },
    leadsTo: 'builtins',
  },
  tenacity: {
    names: {
      64: 'AsyncRetrying BaseRetrying Retrying retry',
      128: 'copy',
    },
  },
  tensorflow: {
    names: {
      1: 'predict',
    },
  },
  threading: {
    names: {
      1: 'acquire join wait wait_for',
      32: 'Thread Timer',
    },
  },
  time: {
    names: {
      262145: 'sleep',
    },
  },
  timeit: {
    names: {
      1: 'timeit',
    },
  },
  tldextract: {
    names: {
      1: 'extract',
    },
  },
  tokenize: {
    names: {
      2049: 'open',
    },
    leadsTo: 'io',
  },
  tomllib: {
    names: {
      1: 'load',
    },
  },
  torch: {
    names: {
      1: 'load save',
    },
  },
  transformers: {
    names: {
      1: 'from_pretrained pipeline',
    },
  },
  trio: {
    names: {
      3: 'run',
      4: 'open_file open_tcp_stream run_process sleep_forever',
      52: 'run_sync',
      8192: 'fail_after fail_at move_on_after move_on_at',
      262148: 'sleep',
    },
  },
  twilio: {
    names: {
      1: 'create',
      4: 'create_async',
      8: 'TwilioHttpClient',
    },
  },
  urllib: {
    names: {
      1: 'read retrieve urlcleanup urlretrieve',
      2057: 'open urlopen',
    },
    leadsTo: 'builtins http',
  },
  urllib3: {
    names: {
      1: 'drain_conn read sleep stream',
      9: 'request urlopen',
      64: 'Retry',
      264: 'HTTPConnectionPool HTTPSConnectionPool PoolManager ProxyManager',
    },
  },
  uuid: {
    names: {
      1: 'getnode',
    },
  },
  uvloop: {
    names: {
      2: 'run',
    },
  },
  valkey: {
    names: {
      1: 'listen scan_iter',
      4: 'aclose get_message',
      5: 'acl_whoami append auth bgsave bitcount bitop bitpos blpop brpop client_getname client_id client_info client_kill client_list client_pause client_setname config_get config_rewrite config_set copy dbsize decr decrby delete dump echo eval eval_ro evalsha evalsha_ro execute execute_command exists expire expireat expiretime fcall fcall_ro flushall flushdb geoadd geodist geohash geopos georadius georadiusbymember geosearch geosearchstore get getbit getdel getex getrange getset hdel hexists hget hgetall hincrby hincrbyfloat hkeys hlen hmget hmset hrandfield hscan hset hsetnx hstrlen hvals incr incrby incrbyfloat info keys lastsave lcs lindex linsert llen lmove lmpop lpop lpos lpush lpushx lrange lrem lset ltrim memory_usage mget move mset msetnx object persist pexpire pexpireat pexpiretime pfadd pfcount pfmerge ping psetex psubscribe pttl publish quit randomkey rename renamenx reset restore role rpop rpoplpush rpush rpushx sadd save scan scard script_exists script_flush script_kill script_load sdiff sdiffstore select set setbit setex setnx setrange shutdown sinter sintercard sinterstore sismember slowlog_get slowlog_len slowlog_reset smembers smismember smove sort sort_ro spop srandmember srem sscan strlen subscribe substr sunion sunionstore swapdb time touch transaction ttl type unlink unsubscribe wait watch xack xadd xautoclaim xclaim xdel xgroup_create xgroup_createconsumer xgroup_delconsumer xgroup_destroy xgroup_setid xinfo_consumers xinfo_groups xinfo_stream xlen xpending xpending_range xrange xrevrange xtrim zadd zcard zcount zdiff zdiffstore zincrby zinter zintercard zinterstore zlexcount zmpop zmscore zpopmax zpopmin zrandmember zrange zrangebylex zrangebyscore zrangestore zrank zrem zremrangebylex zremrangebyrank zremrangebyscore zrevrange zrevrangebylex zrevrangebyscore zrevrank zscan zscore zunion zunionstore',
      256: 'RedisCluster ValkeyCluster',
      264: 'Redis StrictRedis StrictValkey Valkey from_url',
    },
  },
  weasyprint: {
    names: {
      1: 'write_pdf',
    },
  },
  webbrowser: {
    names: {
      1: 'open',
    },
  },
  websocket: {
    names: {
      1: 'close ping recv recv_data recv_frame run_forever send send_binary',
      9: 'connect create_connection',
    },
  },
  websockets: {
    names: {
      1: 'recv_streaming serve_forever',
      4: 'ping wait_closed',
      5: 'close recv send',
      6157: 'connect',
    },
  },
  werkzeug: {
    names: {
      1: 'check_password_hash generate_password_hash',
    },
  },
  whisper: {
    names: {
      1: 'load_model',
    },
  },
  wikipedia: {
    names: {
      1: 'page',
    },
  },
  wsgiref: {
    names: {
    },
    leadsTo: 'http',
  },
  xml: {
    names: {
      1: 'fromstring iterparse parse write',
    },
  },
  xmlrpc: {
    names: {
      1: '__call__',
    },
    ofAnyName: 1,
  },
  yaml: {
    names: {
      1: 'dump full_load load load_all safe_dump safe_load safe_load_all',
    },
  },
  yt_dlp: {
    names: {
      1: 'download extract_info',
    },
  },
  zipfile: {
    names: {
      1: 'extract extractall is_zipfile',
      2049: 'ZipFile',
    },
  },
  zlib: {
    names: {
      1: 'compress decompress',
    },
  },
  zmq: {
    names: {
      1: 'proxy term',
      5: 'poll recv recv_json recv_multipart recv_pyobj recv_serialized recv_string send send_json send_multipart send_pyobj send_string',
    },
  },
  zoneinfo: {
    names: {
      1: 'ZoneInfo',
    },
  },
};
