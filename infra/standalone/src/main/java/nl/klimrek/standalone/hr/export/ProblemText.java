package nl.klimrek.standalone.hr.export;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import nl.klimrek.eventing.Refusal;

/** Texts of refusals for a terminal, equal to those over HTTP. */
public final class ProblemText {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("klimrek-problems", Locale.ENGLISH);

    private ProblemText() {}

    public static String of(Refusal refusal) {
        String key = "problem." + refusal.code();
        String text = TEXTS.containsKey(key) ? TEXTS.getString(key) + "." : refusal.code() + ".";
        if (TEXTS.containsKey(key + ".detail")) {
            text += " " + TEXTS.getString(key + ".detail");
        }
        for (Map.Entry<String, Object> detail : refusal.details().entrySet()) {
            text = text.replace("{" + detail.getKey() + "}", String.valueOf(detail.getValue()));
        }
        return text;
    }
}
