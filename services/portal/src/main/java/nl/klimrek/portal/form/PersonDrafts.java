package nl.klimrek.portal.form;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one person typed and has not sent, in one document of their own. It forgets by itself: each form {@link #KEPT}
 * after it was typed last, and the oldest first when there is more than {@link #MAX_FORMS} or {@link #MAX_CHARACTERS}.
 */
record PersonDrafts(List<FormDraft> forms) {
    static final Duration KEPT = Duration.ofDays(30);
    static final int MAX_FORMS = 40;
    static final int MAX_CHARACTERS = 3_000_000;
    static final PersonDrafts NONE = new PersonDrafts(List.of());

    PersonDrafts {
        forms = forms == null ? List.of() : List.copyOf(forms);
    }

    /** With this form in place of what was remembered of it before. */
    PersonDrafts with(FormDraft form) {
        List<FormDraft> kept = new ArrayList<>(without(form.at(), form.form()).forms);
        kept.add(form);
        kept.sort(Comparator.comparing(FormDraft::since));
        while (kept.size() > MAX_FORMS
                || kept.stream().mapToInt(FormDraft::size).sum() > MAX_CHARACTERS) {
            kept.remove(0);
        }
        return new PersonDrafts(kept);
    }

    PersonDrafts without(String at, String form) {
        return new PersonDrafts(
                forms.stream().filter(one -> !one.isOf(at, form)).toList());
    }

    PersonDrafts at(Instant now) {
        return new PersonDrafts(forms.stream()
                .filter(one -> one.since().plus(KEPT).isAfter(now))
                .toList());
    }

    /** When the next form is forgotten; null when there is none. */
    @Nullable
    Instant due() {
        return forms.stream()
                .map(form -> form.since().plus(KEPT))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
