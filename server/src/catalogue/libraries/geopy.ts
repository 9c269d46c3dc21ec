import type { Library } from '../schema';

export const geopy: Library = {
  module: 'geopy',
  checkedAgainst: '2.0',
  docs: 'https://geopy.readthedocs.io/en/stable/#async-mode',
  // With an adapter for async code it gives a coroutine.
  apis: { 'geocoders.Nominatim': { methods: { geocode: { blocks: 'http', confidence: 'low' } } } },
};
