import type { Library } from '../schema';

export const zoneinfo: Library = {
  module: 'zoneinfo',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/zoneinfo.html',
  apis: {
    // Reads the zone's file the first time, and keeps it.
    ZoneInfo: { blocks: 'file', confidence: 'low', methods: {} },
  },
};
