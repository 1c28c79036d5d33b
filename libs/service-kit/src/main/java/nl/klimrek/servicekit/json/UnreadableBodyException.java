package nl.klimrek.servicekit.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.List;

/** A JSON body whose fields do not fit what the request asks for; names each of them, never their values. */
public final class UnreadableBodyException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient List<WrongField> wrong;

    /**
     * A field of the body that cannot be read.
     *
     * @param field path, {@code body} for the whole
     * @param code stable code as in {@code field.<code>}
     */
    public record WrongField(String field, String code) {}

    UnreadableBodyException(List<WrongField> wrong) {
        super("Fields of the body do not fit");
        this.wrong = List.copyOf(wrong);
    }

    public List<WrongField> wrong() {
        return wrong;
    }

    /** A Jackson path as a reader writes it: {@code goals[2].title}. */
    public static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}
