import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { ruleExamples } from './support/examples';
import { hoverOfRule, hoverOfRuleId, hoverOfUnknownId } from '../server/src/docs/hover';
import { cell, codeBlock, codeSpan } from '../server/src/docs/markdown';
import { rulePage } from '../server/src/docs/page';
import { fencesOf, parsePage, ruleShape, sectionOf, topicShape } from '../server/src/docs/parse';
import { filledIn, snippetsOf } from '../server/src/docs/snippets';
import { topicPage } from '../server/src/docs/topic';
import type { Rule } from '../server/src/engine/rule';

const fence = '```';
const ruleText = `# Blocking sleep

While it waits, nothing else runs.

## Why

One thread runs all coroutines.
It has no other way.

A second paragraph.

## Examples

${fence}python bad count=2 also=dangling-task,prefer-taskgroup file=app/x.py
import time
${fence}

${fence}python fixed
import asyncio
${fence}

${fence}python fixed fix="inThread" min="3.12"
type X = int
${fence}

${fence}python good python="3.9"
pass
${fence}

## What to do instead

${fence}python
await asyncio.sleep(1)
${fence}

${fence}python snippet prefix="sp_sleep" description="Wait: \${1}"
await asyncio.sleep(\${1:1})
${fence}

## When it is fine

- Before the loop starts.
- In a thread.

## Sources

- <https://docs.python.org/3/library/asyncio-dev.html>
`;

const rule: Rule = {
  id: 'blocking-sleep',
  category: 'asyncio',
  title: 'Blocking sleep',
  summary: 'While it waits, nothing else runs.',
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop'],
  peers: { ruff: ['ASYNC251'] },
  fix: 'unsafe',
  messages: {},
};

const topicText = `# The event loop

One thread runs everything.

Group: Async

## In one sentence

a

## Do

b

## Don't

c

## Why

d

## When it is fine not to

e

## Sources

f
`;

describe('pages', () => {
  test('a page is split into title, summary, sections and fences', () => {
    const page = parsePage(ruleText, ruleShape);
    assert.deepEqual(page.problems, []);
    assert.equal(page.title, 'Blocking sleep');
    assert.equal(page.summary, 'While it waits, nothing else runs.');
    assert.deepEqual(
      page.sections.map((section) => section.heading),
      ruleShape.headings,
    );
    const [first] = fencesOf(page);
    assert.deepEqual(first, {
      kind: 'fence',
      language: 'python',
      role: 'bad',
      attributes: { count: '2', also: 'dangling-task,prefer-taskgroup', file: 'app/x.py' },
      code: 'import time\n',
      line: 15,
    });
  });

  test('line ends of Windows make no difference', () => {
    assert.deepEqual(parsePage(ruleText.replaceAll('\n', '\r\n'), ruleShape), parsePage(ruleText, ruleShape));
  });

  test('what is wrong with a page is said in words', () => {
    const problemsOf = (change: (text: string) => string): readonly string[] => parsePage(change(ruleText), ruleShape).problems;
    assert.deepEqual(
      problemsOf((text) => text.replace('## Why', '## Reason')),
      ['the section "Why" is missing', 'no page of this kind has a section "Reason"'],
    );
    assert.deepEqual(
      problemsOf((text) => text.replace('# Blocking sleep\n', 'Blocking sleep\n')),
      ['the page does not begin with a title (`# …`)'],
    );
    assert.deepEqual(
      problemsOf((text) => text.replace('nothing else runs.\n', 'nothing else runs.\nMore words.\n')),
      ['the summary has more than one line: "More words."'],
    );
    assert.deepEqual(
      problemsOf((text) => text.replace('python bad count=2', 'python bda count=2')),
      ['line 15: "bda" is no kind of example'],
    );
    assert.deepEqual(
      problemsOf((text) => text.replace('count=2', 'counts=2')),
      ['line 15: an example of kind "bad" has no attribute "counts"'],
    );
    assert.match(
      problemsOf((text) => text.replace('## Why', '## X').replace('## Sources', '## Why').replace('## X', '## Sources')).join(),
      /the order of the sections/,
    );
    assert.deepEqual(
      problemsOf((text) => text.slice(0, text.indexOf('- <https'))),
      ['the section "Sources" is empty'],
    );
  });

  test('a topic has a group, and may leave out what versions change', () => {
    const page = parsePage(topicText, topicShape);
    assert.deepEqual(page.problems, []);
    assert.deepEqual(page.labels, { Group: 'Async' });
    assert.deepEqual(parsePage(topicText.replace('Group: Async', ''), topicShape).problems, ['below the summary, "Group: …" is missing']);
  });
});

describe('examples', () => {
  test('fixed examples belong to the bad one before them, and stand in its file', () => {
    const { bad, good, problems } = ruleExamples(parsePage(ruleText, ruleShape));
    assert.deepEqual(problems, []);
    assert.equal(bad.length, 1);
    assert.equal(bad[0]?.count, 2);
    assert.deepEqual(bad[0].also, ['dangling-task', 'prefer-taskgroup']);
    assert.deepEqual(
      bad[0].fixed.map(({ fix, file, min }) => ({ fix, file, min })),
      [
        { fix: undefined, file: 'app/x.py', min: undefined },
        { fix: 'inThread', file: 'app/x.py', min: '3.12' },
      ],
    );
    assert.equal(good[0]?.python, '3.9');
  });

  test('a page without examples is told', () => {
    const empty = ruleText.replaceAll(/```python (bad|fixed|good)[^]*?```\n/g, 'text\n');
    assert.deepEqual(ruleExamples(parsePage(empty, ruleShape)).problems, [
      'there is no "bad" example',
      'there is no "good" or "fixed" example',
      'the section "Examples" has no example',
    ]);
  });
});

describe('snippets', () => {
  test('a snippet takes its title from the page and says the rest itself', () => {
    const [snippet] = snippetsOf(parsePage(ruleText, ruleShape));
    assert.equal(snippet?.prefix, 'sp_sleep');
    assert.equal(snippet.title, 'Blocking sleep');
    assert.equal(snippet.description, 'Wait: ${1}');
  });

  test('placeholders become their defaults, nested ones and mirrors as well', () => {
    assert.equal(filledIn('await sleep(${1:1})$0'), 'await sleep(1)');
    assert.equal(filledIn('${1:a} = $1 + ${1}'), 'a = a + a');
    assert.equal(filledIn('${1:outer(${2:inner})} $2'), 'outer(inner) inner');
    assert.equal(filledIn('${1|one,two|} $1'), 'one one');
    assert.equal(filledIn('f"{x} \\$ \\} ${1:{y\\}}"'), 'f"{x} $ } {y}"');
    assert.equal(filledIn('cost = "$"'), 'cost = "$"');
  });
});

describe('hover', () => {
  const commands = { explainRule: '_explain', openTopic: '_topic' };
  const topicTitles = new Map([['event-loop', 'The event loop']]);

  test('explains in at most twelve lines of text', () => {
    const hover = hoverOfRule(rule, ruleText, { commands, topicTitles, url: 'https://example.org/blocking-sleep' });
    assert.equal(
      hover,
      [
        '**Blocking sleep** — blocking-sleep · warning · fix needs review',
        'While it waits, nothing else runs.',
        '```python\nawait asyncio.sleep(1)\n```',
        '**When it is fine:** Before the loop starts. In a thread.',
        '[Topic: The event loop](command:_topic?%5B%22event-loop%22%5D) · [Rule blocking-sleep](command:_explain?%5B%22blocking-sleep%22%5D) · [Web](https://example.org/blocking-sleep)',
      ].join('\n\n'),
    );
    assert.ok(hover.split('\n').filter((line) => line !== '').length <= 12);
  });

  test('says in words what to do where no code is short enough', () => {
    const wordy = ruleText
      .replace(/```python[^`]*```/g, '')
      .replace(/(## What to do instead\n+)/, '$1Await `asyncio.sleep`. It waits\nas long.\n\n');
    const hover = hoverOfRule(rule, wordy, { topicTitles });
    assert.match(hover, /^\*\*What to do instead:\*\* Await `asyncio.sleep`. It waits as long.$/m);
    assert.doesNotMatch(hoverOfRule(rule, ruleText, { topicTitles }), /What to do instead/);
  });

  test('has no command links for clients that run none', () => {
    assert.doesNotMatch(hoverOfRule(rule, ruleText, { topicTitles }), /command:/);
  });

  test('shows no code that is too long', () => {
    const long = ruleText.replace('await asyncio.sleep(1)\n', 'await asyncio.sleep(1)\n'.repeat(7));
    const hover = hoverOfRule(rule, long, { topicTitles });
    assert.match(hover, /type X = int/);
    assert.doesNotMatch(hover, /await asyncio.sleep/);
  });

  test('leaves imports and doubled blank lines out of the code', () => {
    const withImports = ruleText.replace('await asyncio.sleep(1)\n', 'import asyncio\n\n\nawait asyncio.sleep(1)\n');
    const hover = hoverOfRule(rule, withImports, { topicTitles });
    assert.match(hover, /```python\nawait asyncio.sleep\(1\)\n```/);
    assert.doesNotMatch(hover, /import asyncio/);
  });

  test('says the severity that holds for the file, and two lines over an id', () => {
    const hover = hoverOfRuleId(rule, { severity: 'error', topicTitles });
    assert.equal(hover, '**Blocking sleep** — blocking-sleep · error · fix needs review\n\nWhile it waits, nothing else runs.');
  });

  test('an unknown id stays in its code span, whatever it holds', () => {
    assert.equal(
      hoverOfUnknownId('a`b](command:x)', 'blocking-sleep'),
      'No rule or category is called `` a`b](command:x) ``. Did you mean `blocking-sleep`?',
    );
  });
});

describe('whole pages', () => {
  test("a rule's page labels its examples and names peers and topics", () => {
    const page = rulePage(rule, ruleText, { topicLink: (id) => `../topics/${id}.md` });
    assert.match(page, /`blocking-sleep` · asyncio · warning · in profile `recommended` · fix needs review · since 0.1.0/);
    assert.match(page, /Reported:\n\n```python\nimport time\n```/);
    assert.match(page, /Snippet `sp_sleep`:\n\n```python\nawait asyncio.sleep\(1\)\n```/);
    assert.match(page, /- ruff: ASYNC251/);
    assert.match(page, /\[event-loop\]\(\.\.\/topics\/event-loop\.md\)/);
    assert.match(page, /# patterns: ignore\[blocking-sleep\]/);
  });

  test("a topic's page lists the rules that name it, before the sources", () => {
    const topic = { id: 'event-loop', title: 'The event loop', summary: 'One thread runs everything.', group: 'Async', text: topicText };
    const page = topicPage(topic, [rule, { ...rule, id: 'other', topics: ['retries'] }], { ruleLink: (id) => `${id}.md` });
    assert.match(
      page,
      /## Rules\n\n- \[`blocking-sleep`\]\(blocking-sleep\.md\) \(warning, `recommended`\): While it waits, nothing else runs\.\n\n## Sources/,
    );
    assert.doesNotMatch(page, /other/);
    assert.doesNotMatch(page, /Group:/);
  });
});

describe('Markdown', () => {
  test('code keeps inside of its fence', () => {
    assert.equal(codeSpan('a'), '`a`');
    assert.equal(codeSpan('``'), '``` `` ```');
    assert.equal(codeSpan('a\nb'), '`a b`');
    assert.equal(codeBlock('python', '```\n'), '````python\n```\n````');
    assert.equal(cell('a | b\nc'), 'a \\| b c');
  });

  test('a section is found by its heading', () => {
    assert.equal(sectionOf(parsePage(ruleText, ruleShape), 'Why')?.blocks.length, 1);
  });
});
