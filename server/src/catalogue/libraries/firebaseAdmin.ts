import type { Api, Library } from '../schema';

/** 120 seconds by default: `httpTimeout` among the options of the app. */
const call: Api = { blocks: 'http' };
/** Asks for the certificates now and then, and keeps them. */
const verify: Api = { blocks: 'http' };

export const firebaseAdmin: Library = {
  module: 'firebase_admin',
  distribution: 'firebase-admin',
  checkedAgainst: 'git 2026-07-09',
  docs: 'https://firebase.google.com/docs/reference/admin/python',
  apis: {
    'auth.verify_id_token': verify,
    'auth.verify_session_cookie': verify,
    'auth.get_user': call,
    'auth.get_user_by_email': call,
    'auth.create_user': call,
    'auth.update_user': call,
    'auth.delete_user': call,
    // Signs by itself, unless the account has no private key.
    'auth.create_custom_token': { ...call, confidence: 'low' },
    'messaging.send': call,
    'messaging.send_each': { ...call, asyncTwin: 'firebase_admin.messaging.send_each_async' },
    'messaging.send_each_async': { isAsync: true },
    'messaging.subscribe_to_topic': call,
  },
};
