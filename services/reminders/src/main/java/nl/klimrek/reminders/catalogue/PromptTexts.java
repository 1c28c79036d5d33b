package nl.klimrek.reminders.catalogue;

import java.util.Locale;
import nl.klimrek.reminders.prompt.Prompt;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of prompts, in the reader's language. */
@Component
public class PromptTexts {

    private final MessageSource messages;

    PromptTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String subject(Prompt prompt, Locale locale) {
        return messages.getMessage(name(prompt) + ".subject", null, locale);
    }

    /** The step, in other words in each message of a series. */
    public String step(Prompt prompt, Locale locale) {
        String usual = messages.getMessage(name(prompt) + ".step", null, locale);
        int message = prompt.progress().silences() + 1;
        String varied = messages.getMessage(name(prompt) + ".step." + message, null, usual, locale);
        return varied == null ? usual : varied;
    }

    /** The reason for the prompt. */
    public String why(Prompt prompt, Locale locale) {
        return messages.getMessage(name(prompt) + ".why", null, locale);
    }

    private static String name(Prompt prompt) {
        return "mail." + prompt.template();
    }
}
