package nl.klimrek.portal.questions;

import java.util.List;

/** A question as the conversations service answers it, in the reader's language. */
record QuestionResponse(
        String id,
        int version,
        String text,
        String factor,
        String duty,
        String competence,
        String approach,
        String horizon,
        String perspective,
        String aspect,
        String mode,
        String audience,
        List<String> types) {
    QuestionResponse {
        types = types == null ? List.of() : types;
    }

    /** Whether the question is the organisation's own; the ids of such questions start so. */
    boolean own() {
        return id.startsWith("own-");
    }

    public String tag(String kind) {
        return switch (kind) {
            case "factor" -> factor;
            case "competence" -> competence;
            case "approach" -> approach;
            case "horizon" -> horizon;
            case "perspective" -> perspective;
            case "aspect" -> aspect;
            case "mode" -> mode;
            default -> audience;
        };
    }
}
