import type { Library } from '../schema';

/** The names that code imports: those of the version of the interface that it stands for. */
export const googleFirestore: Library = {
  module: 'google.cloud.firestore',
  distribution: 'google-cloud-firestore',
  checkedAgainst: 'git 2026-03-02',
  docs: 'https://cloud.google.com/python/docs/reference/firestore/latest',
  apis: {},
  reexports: { Client: 'google.cloud.firestore_v1.client.Client' },
};
