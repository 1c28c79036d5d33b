package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;

/** Somebody's keyboard. Each time the focus moves it must be somewhere that can be seen. */
final class Keyboard {
    private static final int FAR = 200;
    private static final String FOCUS = """
            () => {
              const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
              const outlined = e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none'; };
              const name = at.getAttribute('aria-label') || [...(at.labels || [])].map(l => l.textContent).join(' ') || at.textContent || '';
              return {name: name.trim().replace(/\\s+/g, ' '), body: at === document.body,
                seen: outlined(at) && box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
            }""";
    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** What has the focus, by its name. */
    String focused() {
        return (String) focus().get("name");
    }

    Keyboard tab() {
        press("Tab");
        Map<?, ?> now = focus();
        assertThat(Boolean.TRUE.equals(now.get("seen")) || Boolean.TRUE.equals(now.get("body")))
                .as("focus that can be seen on %s at %s", page.url(), now.get("name"))
                .isTrue();
        return this;
    }

    /** Tabs on until something of this name has the focus. */
    Keyboard tabTo(String name) {
        for (int tabs = 0; tabs < FAR; tabs++) {
            if (tab().focused().startsWith(name)) {
                return this;
            }
        }
        throw new AssertionError("no key leads to " + name + " on " + page.url());
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    private Map<?, ?> focus() {
        return (Map<?, ?>) page.evaluate(FOCUS);
    }
}
