export interface Section {
  key: string;
  title: string;
  html: string;
  open: boolean;
}

/**
 * A product's text as parts that can be folded: what stands before the first heading, then one for each second- or third-level heading
 * ("Care", "Size guide"). The text is only taken apart here; `c-store-rich-text` makes it safe to show.
 */
export function sectionsOf(html: string | null, firstTitle: string): Section[] {
  const page = new DOMParser().parseFromString(html ?? '', 'text/html');
  const sections: Section[] = [{ key: '0', title: firstTitle, html: '', open: true }];
  for (const node of Array.from(page.body.childNodes)) {
    const element = node as Element;
    if (/^H[123]$/.test(element.nodeName) && element.textContent?.trim()) {
      sections.push({ key: String(sections.length), title: element.textContent.trim(), html: '', open: false });
    } else {
      // Read, never written: `c-store-rich-text` builds it anew.
      sections[sections.length - 1].html += element.outerHTML ?? escaped(node.textContent ?? '');
    }
  }
  return sections.filter((section) => section.html.trim());
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
