package nl.klimrek.reminders.wording;

import java.util.List;
import nl.klimrek.servicekit.problem.FieldProblem;

/** The check of tone refuses words, or asks for a second look at them. */
final class WordingRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<FieldProblem> problems;

    WordingRefusedException(String code, List<FieldProblem> problems) {
        super(code, null, false, false);
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    String code() {
        return code;
    }

    List<FieldProblem> problems() {
        return problems;
    }
}
