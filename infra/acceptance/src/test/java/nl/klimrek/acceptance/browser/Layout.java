package nl.klimrek.acceptance.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Faults of a page's layout: something is cut off, or a word is broken. */
final class Layout {
    /** A longer word may be broken on a narrow screen, and so may people's own words and addresses. */
    private static final int MAX_WORD = 22;

    private static final String WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    private static final String BROKEN = """
            longest => {
              const found = new Set();
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const text = walker.currentNode, parent = text.parentElement;
                if (!parent || !parent.checkVisibility({visibilityProperty: true}) || parent.closest('.words, textarea, select, script, .unseen, [hidden]')) continue;
                for (const word of text.data.matchAll(/[\\p{L}\\p{N}]{2,}/gu)) {
                  if (word[0].length > longest) continue;
                  const before = text.data.slice(0, word.index).match(/\\S*$/)[0];
                  const from = text.data.slice(word.index).match(/^\\S*/)[0];
                  if ((before + from).includes('@')) continue;
                  const range = document.createRange();
                  range.setStart(text, word.index);
                  range.setEnd(text, word.index + word[0].length);
                  const lines = new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.top)));
                  if (lines.size > 1) found.add(word[0]);
                }
              }
              return [...found];
            }""";

    private Layout() {}

    static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>();
        int wider = ((Number) page.evaluate(WIDER)).intValue();
        if (wider > 0) {
            faults.add("wider than the screen by " + wider);
        }
        ((List<?>) page.evaluate(BROKEN, MAX_WORD)).forEach(word -> faults.add("broken inside a word: " + word));
        return faults;
    }
}
