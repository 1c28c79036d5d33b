package nl.klimrek.reminders.catalogue;

import java.util.Locale;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.reminders.prompt.PromptNeed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The built-in words of prompts, in the reader's language. */
@Component
public class PromptTexts {

    /** Version of the texts in the message bundles. It rises when one changes. */
    public static final int VERSION = 4;

    private final MessageSource messages;

    PromptTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String subject(PromptAction action, Locale locale) {
        return messages.getMessage(name(action) + ".subject", null, locale);
    }

    /** The step, in other words in each message of a series. @param message number of the message, from 1 */
    public String step(PromptAction action, int message, Locale locale) {
        String usual = messages.getMessage(name(action) + ".step", null, locale);
        String varied = messages.getMessage(name(action) + ".step." + message, null, usual, locale);
        return varied == null ? usual : varied;
    }

    /** The reason for the prompt. */
    public String why(PromptAction action, Locale locale) {
        return messages.getMessage(name(action) + ".why", null, locale);
    }

    private static String name(PromptAction action) {
        return "mail." + PromptNeed.code(action);
    }
}
