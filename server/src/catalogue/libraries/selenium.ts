import type { Library } from '../schema';

export const selenium: Library = {
  module: 'selenium',
  checkedAgainst: '4.50',
  docs: 'https://www.selenium.dev/documentation/webdriver/',
  apis: {
    // Starts a browser and its driver.
    'webdriver.Chrome': { blocks: 'subprocess', bases: ['selenium.webdriver.remote.webdriver.WebDriver'] },
    // 300 seconds for a page, by `set_page_load_timeout`.
    'webdriver.remote.webdriver.WebDriver': { methods: { get: { blocks: 'http', confidence: 'low' } } },
    'webdriver.support.ui.WebDriverWait': { methods: { until: { blocks: 'sleep', confidence: 'low' } } },
  },
};
