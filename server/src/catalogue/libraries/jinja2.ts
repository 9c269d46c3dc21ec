import type { Library } from '../schema';

export const jinja2: Library = {
  module: 'jinja2',
  distribution: 'Jinja2',
  checkedAgainst: '3.1',
  docs: 'https://jinja.palletsprojects.com/en/stable/api/#jinja2.Template.render_async',
  apis: {
    // `render_async` needs an environment with `enable_async`, and gives up the loop only where the template awaits.
    Template: { methods: { render: { blocks: 'cpu', confidence: 'low' }, render_async: { isAsync: true } } },
  },
  aliases: { 'environment.Template': 'Template' },
};
