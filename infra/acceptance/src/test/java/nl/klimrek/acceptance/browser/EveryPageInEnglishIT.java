package nl.klimrek.acceptance.browser;

import com.microsoft.playwright.options.ColorScheme;

/** Every page in English, in its dark colours. */
class EveryPageInEnglishIT extends EveryPageSuite {

    EveryPageInEnglishIT() {
        super("en", ColorScheme.DARK);
    }
}
