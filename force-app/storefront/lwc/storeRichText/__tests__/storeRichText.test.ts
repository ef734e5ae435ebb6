import StoreRichText from 'c/storeRichText';
import { find, mount, settle, unmountAll } from '../../storeTypes/__tests__/support';
import { sanitizeHtml } from '../htmlSanitizer';

function sanitized(html: string): string {
  const serializer = new XMLSerializer();
  const nodes = Array.from(sanitizeHtml(html).childNodes, (node) => serializer.serializeToString(node));
  return nodes.join('').replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', '');
}

describe('htmlSanitizer', () => {
  it('keeps plain formatting', () => {
    expect(sanitized('<p>Warm <strong>wool</strong></p><ul><li>Soft</li></ul>')).toBe(
      '<p>Warm <strong>wool</strong></p><ul><li>Soft</li></ul>',
    );
  });

  it.each([
    ['scripts', '<script>alert(1)</script>Hi', 'Hi'],
    ['handlers', '<p onclick="alert(1)" style="color:red" class="x">Hi</p>', '<p>Hi</p>'],
    ['pictures that run', '<img src=x onerror=alert(1)>Hi', 'Hi'],
    ['frames', '<iframe src="https://evil.example"></iframe>Hi', 'Hi'],
    ['SVG', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>Hi', 'Hi'],
    ['MathML tricks', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', ''],
    ['forms', '<form action="/x"><input name="a">Hi</form>', ''],
    ['script links', '<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
    ['script links with white space', '<a href=" java\nscript:alert(1)">x</a>', '<a>x</a>'],
    ['data links', '<a href="data:text/html,x">x</a>', '<a>x</a>'],
    ['protocol-relative links', '<a href="//evil.example">x</a>', '<a>x</a>'],
  ])('removes %s', (_, dirty, clean) => {
    expect(sanitized(dirty)).toBe(clean);
  });

  it('opens links to other sites apart', () => {
    expect(sanitized('<a href="https://example.com/a">x</a>')).toBe(
      '<a href="https://example.com/a" rel="noopener nofollow" target="_blank">x</a>',
    );
    expect(sanitized('<a href="/terms">x</a>')).toBe('<a href="/terms">x</a>');
  });

  it('leaves the first-level heading to the page and keeps the text of unknown elements', () => {
    expect(sanitized('<h1>A</h1><div><span>b</span></div>')).toBe('<h2>A</h2>b');
  });
});

describe('c-store-rich-text', () => {
  afterEach(unmountAll);

  it('shows rich text and follows its changes', async () => {
    const element = mount('c-store-rich-text', StoreRichText, { content: '<p>One</p>' });
    await settle();
    expect(find(element, 'p').textContent).toBe('One');
    element.content = '<p>Two</p>';
    await settle();
    expect(find(element, 'p').textContent).toBe('Two');
    await expect(element).toBeAccessible();
  });

  it('makes paragraphs of plain text and never reads it as markup', async () => {
    const element = mount('c-store-rich-text', StoreRichText, { content: 'a < b\n\nc' });
    await settle();
    expect(Array.from(element.querySelectorAll('p'), (node) => node.textContent)).toEqual(['a < b', 'c']);
  });
});
