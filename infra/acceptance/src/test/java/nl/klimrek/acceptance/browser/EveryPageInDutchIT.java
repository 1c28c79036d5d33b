package nl.klimrek.acceptance.browser;

import com.microsoft.playwright.options.ColorScheme;

/** Every page in Dutch, in its light colours. */
class EveryPageInDutchIT extends EveryPageSuite {

    EveryPageInDutchIT() {
        super("nl", ColorScheme.LIGHT);
    }
}
