package nl.klimrek.portal.services;

import java.io.Serializable;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of one call for a page: a value, or the trouble to show instead. Other sections of the page are not
 * affected.
 *
 * @param value   null when there is trouble
 * @param etag    version of the value; may be null
 * @param trouble null when there is none
 */
public record Section<T>(
        @Nullable T value, @Nullable String etag, @Nullable Trouble trouble) {

    /**
     * Why something is not shown or was not done, in the reader's language.
     *
     * @param status   of the answer; 503 or 504 when there was none
     * @param code     stable code of the problem
     * @param answered false when it is not known whether anything was done
     * @param errors   what is wrong with a field, by its name
     * @param details  more about it, as JSON; empty for nothing
     */
    public record Trouble(
            int status,
            String code,
            String title,
            String detail,
            boolean answered,
            Map<String, String> errors,
            String details)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        public Trouble {
            errors = Map.copyOf(errors);
        }

        public Trouble(
                int status, String code, String title, String detail, boolean answered, Map<String, String> errors) {
            this(status, code, title, detail, answered, errors, "");
        }

        public Trouble(int status, String code, String title, String detail, boolean answered) {
            this(status, code, title, detail, answered, Map.of());
        }
    }

    public static <T> Section<T> of(@Nullable T value, @Nullable String etag) {
        return new Section<>(value, etag, null);
    }

    public static <T> Section<T> failed(Trouble trouble) {
        return new Section<>(null, null, trouble);
    }

    public boolean isOk() {
        return trouble == null;
    }

    /** Whether the service did not answer, or failed: nothing is known about the value. */
    public boolean isAway() {
        return trouble != null && trouble.status() >= 500;
    }

    /** The value; to be read only when {@link #isOk()}. */
    @Override
    @SuppressWarnings("NullAway") // Null only beside a trouble, or where the caller made it so.
    public T value() {
        return value;
    }

    /** The trouble; to be read only when not {@link #isOk()}. Templates compare it with null. */
    @Override
    @SuppressWarnings("NullAway") // Null only beside a value.
    public Trouble trouble() {
        return trouble;
    }

    /** The same section with its value converted. */
    public <R> Section<R> map(Function<T, R> change) {
        return isOk() ? new Section<>(change.apply(value()), etag, null) : new Section<>(null, null, trouble);
    }

    public T orElse(T other) {
        return isOk() ? value() : other;
    }

    /** The value; null without one. */
    public @Nullable T orNull() {
        return isOk() ? value : null;
    }

    /** The value of the page's main section; without it there is no page. */
    public T orThrow() {
        if (!isOk()) {
            throw new PageRefusedException(trouble());
        }
        return value();
    }
}
